package actor

import (
	"slices"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

// stateMention enters a state by its name, its seat of government or its people.
func (r *resolver) stateMention(s text.Sentence, pieces []piece, k int) {
	p := pieces[k]
	var unsure []readout.Candidate
	p.term.Country, unsure = r.chooseState(p)
	m := text.Mention{Span: r.span(p.first, p.last), First: p.first, Last: p.last, Actor: -1, Country: p.term.Country, Kind: text.Adjective}
	isPlace := r.asPlace(s, p)
	switch {
	case p.kind == lexicon.Demonym:
		if r.isPeople(s, p) {
			m.Actor, m.Kind = r.state(p.term.Country), text.Named
		}
	case p.kind == lexicon.State && isPlace:
		m.Actor, m.Kind = r.state(p.term.Country), text.Location
	case p.kind == lexicon.State:
		m.Actor, m.Kind = r.state(p.term.Country), text.Named
	case p.term.Sort == "building" && !isPlace:
		m.Actor, m.Kind = r.building(p), text.Named
	case isPlace || r.inAddress(s, p):
		m.Kind = text.Location
	default:
		m.Actor, m.Kind = r.seated(p), text.Named
	}
	if unsure != nil && m.Actor >= 0 {
		r.entities[m.Actor].candidates, r.entities[m.Actor].unsure = unsure, true
	}
	r.mention(m)
}

// chooseState picks among states of one name ("Congo") the one that the article names in other words as well. Where it names none of them
// so, the first is taken and all are returned as candidates.
func (r *resolver) chooseState(p piece) (code string, unsure []readout.Candidate) {
	codes := []string{p.term.Country}
	for _, t := range p.terms {
		if t.Kind == p.kind && !slices.Contains(codes, t.Country) {
			codes = append(codes, t.Country)
		}
	}
	if len(codes) == 1 {
		return codes[0], nil
	}
	for _, code := range codes {
		if r.namedOtherwise(code) {
			return code, nil
		}
	}
	return codes[0], r.states(codes)
}

// namedOtherwise reports whether the article names the state by a word that means no other state.
func (r *resolver) namedOtherwise(country string) bool {
	for _, sp := range r.sentences {
		for _, q := range sp.pieces {
			if q.term.Country != country || q.kind == lexicon.PlaceTerm {
				continue
			}
			if !slices.ContainsFunc(q.terms, func(t lexicon.Term) bool { return t.Kind == q.kind && t.Country != country }) {
				return true
			}
		}
	}
	return false
}

// seated returns whom a capital stands for: the international body that sits there, where the lexicon says so, else the state.
func (r *resolver) seated(p piece) int {
	if o, ok := r.lex.Organisation(r.lex.BodyAt(p.term.Name)); ok {
		return r.entity(entity{id: o.ID, name: o.Name, kind: readout.Organisation, country: o.Country, sort: o.Sort, lexical: true, rule: "seat of an international body"})
	}
	return r.state(p.term.Country)
}

// building enters a seat that speaks as an institution of its own: the Kremlin, the White House.
func (r *resolver) building(p piece) int {
	return r.entity(entity{
		id: "organisation:" + lexicon.Slug(p.term.Name), name: p.term.Name, kind: readout.Organisation, country: p.term.Country,
		sort: "ministry", lexical: true, quiet: !r.acts(p), rule: "seat of a government",
	})
}

// asPlace reports whether a preposition of place stands before the name.
func (r *resolver) asPlace(s text.Sentence, p piece) bool {
	i := p.first - 1
	for i >= s.First && (lower(r.words[i]) == "the" || r.d.Tokens[i].UPOS == "ADJ") {
		i--
	}
	if i < s.First {
		return false
	}
	if p.last < s.Last && (r.words[p.last] == "’s" || r.words[p.last] == "'s") {
		return false
	}
	switch lower(r.words[i]) {
	case "in", "at", "near", "around", "across", "outside", "inside", "throughout", "leaving", "visiting", "via":
		return true
	case "to", "from", "into", "toward", "towards", "for":
		return r.ofMotion(i)
	case "visit", "visited", "left":
		return true
	}
	return false
}

// ofMotion reports whether the preposition at i belongs to a verb or noun of going: "travelled to", "a trip to".
func (r *resolver) ofMotion(i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch r.d.Tokens[j].Lemma {
		case "travel", "go", "fly", "come", "arrive", "return", "head", "trip", "visit", "journey", "flight", "tour", "depart", "leave", "move", "send", "drive", "bring", "ambassador", "envoy":
			return true
		}
	}
	return false
}

// inAddress reports whether the capital only tells where: in a dateline at the start of a paragraph, or after another place.
func (r *resolver) inAddress(s text.Sentence, p piece) bool {
	if p.last >= s.Last {
		return false
	}
	starts := p.first == s.First && r.d.Tokens[p.first].Start == r.d.Paragraphs[s.Paragraph].Start
	next := r.words[p.last]
	return starts && (next == "," || next == "(" || next == "—" || next == "–" || next == "-" || next == "--" || next == "/")
}

// isPeople reports whether a demonym is a noun for the state or its people: "the Chinese said", "Russians".
func (r *resolver) isPeople(s text.Sentence, p piece) bool {
	tok := r.d.Tokens[p.last-1]
	if p.last < s.Last {
		switch next := r.d.Tokens[p.last]; next.UPOS {
		case "NOUN", "PROPN", "ADJ":
			return false
		}
		if r.words[p.last] == "-" {
			return false
		}
	}
	if p.first == s.First || lower(r.words[p.first-1]) != "the" {
		return false
	}
	return tok.Deprel == "nsubj" || tok.Deprel == "obj" || tok.Deprel == "obl"
}

package actor

import (
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

// organisation enters a mention of a body by name.
func (r *resolver) organisation(s text.Sentence, pieces []piece, k int) {
	p := pieces[k]
	if r.namesSomethingElse(s, p) {
		return
	}
	var e entity
	switch p.kind {
	case lexicon.OrganisationTerm:
		o, _ := r.lex.Organisation(p.term.ID)
		e = entity{id: o.ID, name: o.Name, country: o.Country, sort: o.Sort, lexical: true, rule: "organisation in the lexicon"}
		if o.Sort != "igo" && o.Sort != "bloc" {
			e.name = r.nameOf(p)
		}
		e.quiet = o.Sort != "media" && !r.acts(p)
	case lexicon.Ministry:
		if p.term.Sort == "government_itself" {
			r.government(s, pieces, k)
			return
		}
		e = r.ministry(s, pieces, k)
	default:
		if r.partOfRole(pieces, k) {
			return
		}
		country, _ := r.owner(s, pieces, k)
		if country == "" {
			country = r.after(s, pieces, k).country
		}
		name := strings.TrimSuffix(r.nameOf(p), ".")
		e = entity{id: "organisation:" + lexicon.Slug(name), name: name, country: country, sort: r.lex.OrgSort(r.words[p.last-1]), rule: "name with a word for a body"}
		e.quiet = !r.acts(p)
	}
	if e.id == "" {
		return
	}
	e.kind = readout.Organisation
	e.quiet = e.quiet && !r.affiliated[p.first]
	first := p.first
	if _, from := r.owner(s, pieces, k); from < first {
		first = from
	}
	r.mention(text.Mention{Span: r.span(p.first, p.last), First: first, Last: p.last, Actor: r.entity(e), Kind: text.Named})
}

// namesSomethingElse reports whether the body's name only tells which meeting, deal or rule is spoken of: "the G20 summit".
func (r *resolver) namesSomethingElse(s text.Sentence, p piece) bool {
	if p.last >= s.Last {
		return false
	}
	i := p.last
	for i+1 < s.Last && i < p.last+3 && isUpper(r.words[i]) && isUpper(r.words[i+1]) {
		i++ // "the G7 Foreign Ministers' Meeting"
	}
	if w := lower(r.words[i]); i > p.last && (w == "meeting" || w == "summit" || w == "conference") {
		return true
	}
	switch lower(r.words[p.last]) {
	case "summit", "summits", "meeting", "conference", "charter", "resolution", "resolutions", "treaty", "convention", "agreement", "forum", "summitry":
		return true
	}
	return false
}

// partOfRole reports whether an unlisted body only completes a title before a name: "director of the Office of …, Wang Yi".
func (r *resolver) partOfRole(pieces []piece, k int) bool {
	p := pieces[k]
	if k+1 >= len(pieces) || k == 0 {
		return false
	}
	next, previous := pieces[k+1], pieces[k-1]
	return r.isNamePiece(next) && next.first-p.last <= 1 && previous.kind == lexicon.Role && p.first-previous.last <= 2
}

// acts reports whether the body is the subject or agent of a verb, or has something of its own.
func (r *resolver) acts(p piece) bool {
	tok := r.d.Tokens[r.d.HeadOf(p.first, p.last)]
	if strings.HasPrefix(tok.Deprel, "nsubj") || tok.Deprel == "iobj" || tok.Deprel == "obl:agent" {
		return true
	}
	if p.first > 0 {
		switch lower(r.words[p.first-1]) {
		case "told", "by":
			return true
		}
	}
	return p.last < len(r.words) && (r.words[p.last] == "’s" || r.words[p.last] == "'s")
}

// owner returns the country of the adjective or possessive right before a body's name, and the first token of the
// name with it; an adjective is part of the name ("US State Department"), a possessive is not.
func (r *resolver) owner(s text.Sentence, pieces []piece, k int) (country string, first int) {
	p := pieces[k]
	first = p.first
	if k == 0 {
		return r.ofState(s, pieces, k), first
	}
	q := pieces[k-1]
	isState := q.kind == lexicon.State || q.kind == lexicon.Demonym || q.kind == lexicon.Seat
	if !isState {
		return r.ofState(s, pieces, k), first
	}
	switch gap := r.words[q.last:p.first]; {
	case len(gap) == 0:
		return q.term.Country, q.first
	case len(gap) <= 3 && (gap[0] == "’s" || gap[0] == "'s" || gap[0] == "’" || gap[0] == "'"):
		return q.term.Country, first
	}
	return r.ofState(s, pieces, k), first
}

// ofState reads the state after a body's name: "the foreign ministry of Kenya", "the embassy in Cairo".
func (r *resolver) ofState(s text.Sentence, pieces []piece, k int) string {
	p := pieces[k]
	if k+1 >= len(pieces) {
		return ""
	}
	q := pieces[k+1]
	where := q.kind == lexicon.State || q.kind == lexicon.Seat || q.kind == lexicon.PlaceTerm && p.kind != lexicon.Ministry
	if !where || q.first-p.last > 2 || q.first <= p.last {
		return ""
	}
	if w := lower(r.words[p.last]); w == "in" || w == "of" && p.kind == lexicon.Ministry {
		return q.term.Country
	}
	return ""
}

// ministry makes the entity of a ministry, parliament or the like. Without a state beside it, it is the one the
// article named before, or that of the state last spoken of.
func (r *resolver) ministry(s text.Sentence, pieces []piece, k int) entity {
	p := pieces[k]
	country, first := r.owner(s, pieces, k)
	if country == "" {
		country = r.ministryBefore(p.term.Sort)
	}
	if country == "" && isUpper(r.words[p.first]) {
		country = r.latestCountry()
	}
	if country == "" {
		return entity{}
	}
	name := p.term.Name
	if first < p.first && pieces[k-1].kind == lexicon.State {
		name = r.d.Slice(r.span(first, p.first)) + " " + name
	}
	e := entity{id: "organisation:" + strings.ToLower(country) + "-" + p.term.Sort + "-ministry", name: name, country: country, sort: "ministry", rule: "ministry of a state"}
	if p.term.Sort != "foreign" && p.term.Sort != "defence" && p.term.Sort != "presidency" {
		e.id = "organisation:" + strings.ToLower(country) + "-" + lexicon.Slug(p.term.Name)
	}
	e.quiet = !r.acts(p)
	return e
}

// government enters "the Indian government" and "the Government of India" as the state.
func (r *resolver) government(s text.Sentence, pieces []piece, k int) {
	p := pieces[k]
	country, first := r.owner(s, pieces, k)
	if country == "" {
		return
	}
	r.mention(text.Mention{Span: r.span(p.first, p.last), First: first, Last: p.last, Actor: r.state(country), Kind: text.Named})
}

func (r *resolver) ministryBefore(function string) string {
	for i := len(r.mentions) - 1; i >= 0; i-- {
		m := r.mentions[i]
		if m.Actor < 0 || r.entities[m.Actor].sort != "ministry" {
			continue
		}
		if id := r.entities[m.Actor].id; strings.Contains(id, "-"+function+"-") {
			return r.entities[m.Actor].country
		}
	}
	return ""
}

func (r *resolver) latestCountry() string {
	for i := len(r.mentions) - 1; i >= 0; i-- {
		if c := r.country(r.mentions[i]); c != "" {
			return c
		}
	}
	return ""
}

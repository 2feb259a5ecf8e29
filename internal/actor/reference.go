package actor

import (
	"cmp"
	"slices"
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

// references resolves the titles, pronouns and collective nouns of one sentence, from left to right, against what
// was spoken of before.
func (r *resolver) references(sp sentencePieces) {
	s := r.d.Sentences[sp.sentence]
	for _, m := range r.mentions[r.firstMention(s.First):] {
		if m.First >= s.Last {
			break
		}
		r.pending = append(r.pending, m)
	}
	named := r.pending
	r.pending = nil
	taken := func(i int) bool {
		return slices.ContainsFunc(named, func(m text.Mention) bool { return m.First <= i && i < m.Last })
	}
	k, next := 0, 0
	for i := s.First; i < s.Last; i++ {
		for next < len(named) && named[next].First <= i {
			r.history = append(r.history, named[next])
			next++
		}
		for k < len(sp.pieces) && sp.pieces[k].last <= i {
			k++
		}
		if taken(i) {
			continue
		}
		if m, ok := r.reference(s, sp.pieces, k, i); ok {
			r.history = append(r.history, m)
			r.resolved = append(r.resolved, m)
			i = max(i, m.Last-1)
		}
	}
	r.history = append(r.history, named[next:]...)
}

// firstMention returns the index of the first mention that begins at token i or after it.
func (r *resolver) firstMention(i int) int {
	at, _ := slices.BinarySearchFunc(r.mentions, i, func(m text.Mention, i int) int { return cmp.Compare(m.First, i) })
	return at
}

// reference resolves what begins at token i, if it refers to an actor without a name.
func (r *resolver) reference(s text.Sentence, pieces []piece, k, i int) (text.Mention, bool) {
	if m, ok := r.group(s, i); ok {
		return m, true
	}
	if k < len(pieces) && pieces[k].first == i && pieces[k].kind == lexicon.Role && !r.consumed[i] {
		return r.titled(s, pieces, k)
	}
	if r.d.Tokens[i].UPOS == "PRON" || r.d.Tokens[i].XPOS == "PRP$" {
		return r.pronoun(s, i)
	}
	return text.Mention{}, false
}

// titled resolves a title without a name: "the US secretary of state", "Chinese officials", "a military source".
func (r *resolver) titled(s text.Sentence, pieces []piece, k int) (text.Mention, bool) {
	p := pieces[k]
	if p.term.Sort == "title" || r.qualifies(s, p) {
		return text.Mention{}, false
	}
	t := r.bare(s, pieces, k)
	m := text.Mention{Span: r.span(p.first, p.last), First: t.first, Last: p.last, Actor: -1, Country: t.country, Kind: text.Titled}
	if t.plural {
		return r.officials(s, pieces, k, t, m)
	}
	m.Actor = r.holder(p, t)
	if m.Actor < 0 && !t.definite || m.Actor < 0 && r.speaksHere(p) {
		m.Actor = r.unnamed(p, t)
	}
	return m, m.Actor >= 0
}

// qualifies reports whether the title only tells of what kind a following noun is: "leaders summit", "minister-level".
func (r *resolver) qualifies(s text.Sentence, p piece) bool {
	tok := r.d.Tokens[p.last-1]
	if p.last < s.Last && r.words[p.last] == "-" && !tok.SpaceAfter {
		return true
	}
	return tok.Deprel == "compound" && tok.Head >= p.last && p.last < s.Last && r.d.Tokens[p.last].UPOS == "NOUN"
}

// A title is a role with what stands before it.
type title struct {
	first    int
	country  string
	definite bool // "the", "his", "China's"
	plural   bool
	partner  bool // "his Chinese counterpart"
}

func (r *resolver) bare(s text.Sentence, pieces []piece, k int) title {
	p := pieces[k]
	t := title{first: p.first, plural: r.isPlural(p)}
	t.partner = p.term.ID == "counterpart"
	at, q := p.first-1, k-1
	for at >= s.First && p.first-at < 8 {
		for q >= 0 && pieces[q].first > at {
			q--
		}
		if q >= 0 && pieces[q].last == at+1 {
			state := pieces[q].kind == lexicon.State || pieces[q].kind == lexicon.Demonym || pieces[q].kind == lexicon.Seat
			if !state && pieces[q].kind != lexicon.Ministry && pieces[q].kind != lexicon.OrganisationTerm {
				break
			}
			if t.country == "" {
				t.country = pieces[q].term.Country
			}
			t.first, at = pieces[q].first, pieces[q].first-1
			continue
		}
		w := lower(r.words[at])
		switch {
		case w == "the" || w == "his" || w == "her" || w == "their" || w == "its" || w == "this" || w == "that" || w == "'s" || w == "’s":
			t.definite = true
		case modifiers[w] || r.d.Tokens[at].UPOS == "ADJ" && !isMark(w):
		case p.first-at <= 2 && (r.d.Tokens[at].UPOS == "NOUN" || r.d.Tokens[at].UPOS == "PROPN"):
		default:
			return r.ofCountry(pieces, k, t)
		}
		if w != "'s" && w != "’s" {
			t.first = at
		}
		if w == "the" || w == "his" || w == "her" || w == "their" || w == "its" {
			break
		}
		at--
	}
	return r.ofCountry(pieces, k, t)
}

// ofCountry reads the state after a title: "the president of Kenya".
func (r *resolver) ofCountry(pieces []piece, k int, t title) title {
	if t.country != "" || k+1 >= len(pieces) {
		return t
	}
	p, q := pieces[k], pieces[k+1]
	state := q.kind == lexicon.State || q.kind == lexicon.Seat
	if state && q.first > p.last && q.first-p.last <= 2 && (lower(r.words[p.last]) == "of" || lower(r.words[p.last]) == "in" && !t.definite) {
		t.country = q.term.Country
	}
	return t
}

func (r *resolver) isPlural(p piece) bool {
	x := r.d.Tokens[p.last-1].XPOS
	return x == "NNS" || x == "NNPS" || p.term.ID == "officials"
}

// officials resolves plural titles. Those of a state that speak or act stand for the state.
func (r *resolver) officials(s text.Sentence, pieces []piece, k int, t title, m text.Mention) (text.Mention, bool) {
	p := pieces[k]
	if g := r.apposed(s, p.last); len(g) > 1 {
		m.Group, m.Kind = g, text.Group
		return m, true
	}
	if t.definite && t.country == "" && p.term.Sort == "official" && lower(r.words[t.first]) == "the" && p.term.ID != "counterpart" {
		if g := r.persons(nil, 2); len(g) == 2 {
			m.Group, m.Kind = g, text.Group // "the officials", said of two who met
			return m, true
		}
	}
	if t.definite && t.country == "" && p.term.Sort == "office" {
		if g := r.persons([]string{p.term.ID}, 2); len(g) == 2 {
			m.Group, m.Kind = g, text.Group
			return m, true
		}
	}
	if g := r.nationals(s, pieces, k, t); len(g) > 1 {
		m.Group, m.Kind = g, text.Group
		return m, true
	}
	if g := r.ofSeveral(s, p); len(g) > 1 {
		m.Group, m.Kind = g, text.Group
		return m, true
	}
	switch {
	case t.country != "" && (p.term.Sort == "official" || p.term.Sort == "office"):
		m.Actor = r.state(t.country)
	case r.speaksHere(p):
		m.Actor = r.unnamed(p, t)
	default:
		return m, false
	}
	return m, true
}

// nationals resolves "Russian and Ukrainian officials" to the states, "the Thai and Cambodian foreign ministers" to the holders
// of the office where both are known.
func (r *resolver) nationals(s text.Sentence, pieces []piece, k int, t title) []int {
	p := pieces[k]
	countries := []string{}
	if t.country == "" {
		return nil
	}
	for j := t.first - 1; j > s.First && (lower(r.words[j]) == "and" || r.words[j] == ","); {
		before := ""
		from := j
		for _, q := range pieces[:k] {
			if q.last == j && (q.kind == lexicon.Demonym || q.kind == lexicon.State || q.kind == lexicon.Seat) {
				before, from = q.term.Country, q.first
			}
		}
		if before == "" {
			break
		}
		countries = append(countries, before)
		j = from - 1
	}
	if len(countries) == 0 {
		return nil
	}
	countries = append(countries, t.country)
	var states, holders []int
	for _, c := range countries {
		states = append(states, r.state(c))
		if h := r.lex.Holders(c, p.term.ID, r.day); len(h) == 1 && !r.day.IsZero() && p.term.Sort == "office" {
			holders = append(holders, r.lexical(h[0]))
		}
	}
	if len(holders) == len(states) {
		return holders
	}
	return states
}

// apposed returns the persons named right after a plural title: "the foreign ministers, A and B".
func (r *resolver) apposed(s text.Sentence, last int) []int {
	if last+1 >= s.Last {
		return nil
	}
	if w := lower(r.words[last]); w == "from" || w == "of" {
		for j := last; j < s.Last && j < last+8 && r.words[last] != ","; j++ { // "his peers from Chad and Norway, A and B"
			if r.words[j] == "," {
				last = j
			}
		}
	}
	if r.words[last] != "," {
		return nil
	}
	var out []int
	end := last + 1
	for _, m := range r.mentions[r.firstMention(end):] {
		if m.First >= s.Last || m.First-end > 2 || m.Kind != text.Named || m.Actor < 0 || r.entities[m.Actor].kind != readout.Person {
			break
		}
		out = append(out, m.Actor)
		end = m.Last
	}
	return out
}

// ofSeveral resolves "the foreign ministers of India and Pakistan": the holders of the office where the lexicon knows them
// all, else the states.
func (r *resolver) ofSeveral(s text.Sentence, p piece) []int {
	if p.last >= s.Last || lower(r.words[p.last]) != "of" {
		return nil
	}
	var states, holders []int
	end := p.last + 1
	for _, m := range r.mentions[r.firstMention(p.last):] {
		if m.First >= s.Last || m.First-end > 2 {
			break
		}
		if m.Actor < 0 || r.entities[m.Actor].kind != readout.State {
			break
		}
		states = append(states, m.Actor)
		if h := r.lex.Holders(r.entities[m.Actor].country, p.term.ID, r.day); len(h) == 1 && !r.day.IsZero() {
			holders = append(holders, r.lexical(h[0]))
		}
		end = m.Last
	}
	if len(holders) == len(states) {
		return holders
	}
	return states
}

// speaksHere reports whether the title is the subject of a verb or follows "according to" and the like.
func (r *resolver) speaksHere(p piece) bool {
	tok := r.d.Tokens[r.d.HeadOf(p.first, p.last)]
	return strings.HasPrefix(tok.Deprel, "nsubj") || p.first >= 2 && lower(r.words[p.first-1]) == "to" && lower(r.words[p.first-2]) == "according"
}

// unnamed makes an actor of somebody described without a name; it counts only if another entry refers to it.
func (r *resolver) unnamed(p piece, t title) int {
	name := r.d.Slice(r.span(t.first, p.last))
	for _, article := range []string{"the ", "The ", "a ", "A ", "an ", "An ", "his ", "her ", "their ", "its "} {
		name = strings.TrimPrefix(name, article)
	}
	return r.entity(entity{
		id: "person:unnamed-" + lexicon.Slug(name), name: name, kind: readout.Person, country: t.country, class: p.term.ID, quiet: true, rule: text.Unnamed,
	})
}

// generic titles may stand for any official of the country that the article has named.
var generic = map[string]bool{"diplomat": true, "official": true, "leader": true, "minister": true, "envoy": true, "counterpart": true, "officials": true, "director": true, "deputy_minister": false}

// holder finds the person a singular title stands for: one whom the article named with this office and country, else
// the only holder of the office on the day; -1 where it stays open.
func (r *resolver) holder(p piece, t title) int {
	class := p.term.ID
	if t.partner {
		return r.counterpart(t)
	}
	if !t.definite && t.country == "" && isLowerTitle(r.words[p.first]) {
		return -1
	}
	if i := r.called(lower(r.d.Slice(r.span(p.first, p.last))), t); i >= 0 {
		return i
	}
	for i := len(r.history) - 1; i >= 0; i-- {
		m := r.history[i]
		if m.Actor < 0 || r.entities[m.Actor].kind != readout.Person || r.entities[m.Actor].quiet {
			continue
		}
		e := r.entities[m.Actor]
		if t.country != "" && e.country != t.country || r.entities[m.Actor].titled(p.term) {
			continue
		}
		same := e.class == class || generic[class] && officialClass(e.class) && (t.country != "" || t.definite)
		if same && (t.definite || t.country != "") {
			return m.Actor
		}
	}
	if t.country == "" || p.term.Sort != "office" {
		return -1
	}
	if holders := r.lex.Holders(t.country, class, r.day); len(holders) == 1 && !r.day.IsZero() {
		return r.lexical(holders[0])
	}
	return -1
}

// called finds the person last spoken of to whom the article gave the very title, or a longer one that holds it:
// "the Secretary" for a Secretary of State.
func (r *resolver) called(phrase string, t title) int {
	if !t.definite && t.country == "" {
		return -1
	}
	for i := len(r.history) - 1; i >= 0; i-- {
		a := r.history[i].Actor
		if a < 0 || r.entities[a].kind != readout.Person || r.entities[a].quiet || t.country != "" && r.entities[a].country != t.country {
			continue
		}
		for _, title := range r.entities[a].titles {
			if title == phrase || strings.HasPrefix(title, phrase+" ") || strings.HasSuffix(title, " "+phrase) {
				return a
			}
		}
	}
	return -1
}

// titled reports whether the person goes by another title of the same class, so that this one means somebody else.
func (e entity) titled(t lexicon.Term) bool {
	return e.class == t.ID && t.Sort == "office" && len(e.titles) > 0 && !generic[t.ID] && t.ID == "foreign_minister" && !slices.Contains(e.titles, lower(t.Name))
}

func isLowerTitle(w string) bool { return !isUpper(w) }

func officialClass(class string) bool {
	switch class {
	case "", "analyst", "academic", "media", "outside", "family":
		return false
	}
	return true
}

// counterpart resolves "his Chinese counterpart": the holder of the office that the person last named holds.
func (r *resolver) counterpart(t title) int {
	if t.country == "" {
		return -1
	}
	for i := len(r.history) - 1; i >= 0 && i >= len(r.history)-8; i-- {
		m := r.history[i]
		if m.Actor < 0 || r.entities[m.Actor].kind != readout.Person {
			continue
		}
		e := r.entities[m.Actor]
		if e.country == t.country || e.class == "" {
			continue
		}
		if known := r.namedHolder(t.country, e.class); known >= 0 {
			return known
		}
		if holders := r.lex.Holders(t.country, e.class, r.day); len(holders) == 1 && !r.day.IsZero() {
			return r.lexical(holders[0])
		}
		return -1
	}
	return -1
}

// namedHolder returns the person of the article with this country and class of office, or -1.
func (r *resolver) namedHolder(country, class string) int {
	for i, e := range r.entities {
		if e.kind == readout.Person && !e.quiet && e.country == country && e.class == class {
			return i
		}
	}
	return -1
}

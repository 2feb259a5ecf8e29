package actor

import (
	"slices"
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

// names enters the mentions by name of one sentence.
func (r *resolver) names(sp sentencePieces) {
	s := r.d.Sentences[sp.sentence]
	for k, p := range sp.pieces {
		switch p.kind {
		case lexicon.PersonTerm, unknownName:
			r.person(s, sp.pieces, k)
		case lexicon.OrganisationTerm, unknownOrg, lexicon.Ministry:
			r.organisation(s, sp.pieces, k)
		case lexicon.State, lexicon.Demonym, lexicon.Seat:
			r.stateMention(s, sp.pieces, k)
		}
		r.place(s, sp.pieces, p)
	}
}

// place enters a place named by a piece, also one that is a capital or a state's name as well.
func (r *resolver) place(s text.Sentence, pieces []piece, p piece) {
	out := text.Place{Span: r.span(p.first, p.last), First: p.first, Last: p.last}
	switch p.kind {
	case lexicon.PlaceTerm:
		where := r.choosePlace(pieces, p)
		out.Place = readout.Place{Name: where.Name, Country: where.Country, Lat: where.Lat, Lon: where.Lon}
		out.Kind = where.Kind
	case lexicon.Seat:
		if p.term.Sort == "building" {
			return
		}
		out.Place = readout.Place{Name: p.term.Name, Country: p.term.Country}
		if where, ok := r.lex.PlaceNamed(p.term.Name, p.term.Country); ok {
			out.Place.Lat, out.Place.Lon = where.Lat, where.Lon
		}
		out.Kind = "capital"
	case lexicon.State:
		out.Place, out.Kind = readout.Place{Name: p.term.Name, Country: p.term.Country}, "state"
	case lexicon.Demonym:
		if p.last >= s.Last || lower(r.words[p.last]) != "capital" || r.lex.Capital(p.term.Country) == "" {
			return
		}
		out.Last = p.last + 1
		out.Span = r.span(out.First, out.Last)
		out.Place, out.Kind = r.capitalOf(p.term.Country), "capital"
	default:
		return
	}
	r.places = append(r.places, out)
}

// placeBeside enters a name that no table holds as a place where the words say so: "in Woodside, California".
func (r *resolver) placeBeside(s text.Sentence, pieces []piece, k int) {
	p := pieces[k]
	if p.first == s.First || p.last >= s.Last || p.last-p.first > 3 {
		return
	}
	if w := lower(r.words[p.first-1]); w != "in" && w != "at" && w != "near" && w != "outside" {
		return
	}
	if k+1 >= len(pieces) || r.words[p.last] != "," || pieces[k+1].first != p.last+1 {
		r.placeAlone(p)
		return
	}
	next := pieces[k+1]
	country := next.term.Country
	switch next.kind {
	case lexicon.PlaceTerm:
		country = r.choosePlace(pieces, next).Country
	case lexicon.State:
	default:
		return
	}
	r.places = append(r.places, text.Place{
		Span: r.span(p.first, p.last), First: p.first, Last: p.last, Kind: "city", Place: readout.Place{Name: r.nameOf(p), Country: country},
	})
}

// placeAlone enters a name after "in" that nothing tells of: a town that no table holds.
func (r *resolver) placeAlone(p piece) {
	if lower(r.words[p.first-1]) != "in" {
		return
	}
	switch w := lower(r.words[p.last]); w {
	case ".", ",", "on", "where", "after", "for", "to", "and", "last", "next":
		r.places = append(r.places, text.Place{
			Span: r.span(p.first, p.last), First: p.first, Last: p.last, Kind: "city", Place: readout.Place{Name: r.nameOf(p)},
		})
	}
}

// dateline notes the first place of a dateline.
func (r *resolver) dateline(s text.Sentence) {
	if r.d.Dateline != nil {
		return
	}
	before := len(r.places)
	for _, p := range r.scan(s) {
		if p.kind == lexicon.PlaceTerm || p.kind == lexicon.Seat {
			r.place(s, nil, p)
		}
		if len(r.places) > before {
			at := r.places[before]
			r.d.Dateline, r.places = &at, r.places[:before]
			return
		}
	}
	// Datelines are often in capitals, which the lexicon knows only for names of four letters and more.
}

// choosePlace picks among places of one name: one of a country that the sentence names, then one of a country that the
// article has named, then the first of the table, which is the likeliest.
func (r *resolver) choosePlace(pieces []piece, p piece) lexicon.Place {
	var best lexicon.Place
	score := -1
	for _, t := range p.terms {
		where, ok := r.lex.Place(t.ID)
		if t.Kind != lexicon.PlaceTerm || !ok {
			continue
		}
		n := 0
		if where.Country != "" && slices.ContainsFunc(pieces, func(q piece) bool {
			return (q.kind == lexicon.State || q.kind == lexicon.Demonym) && q.term.Country == where.Country
		}) {
			n += 2
		}
		if r.speaksOf(where.Country) {
			n++
		}
		if n > score {
			best, score = where, n
		}
	}
	return best
}

// capitalOf returns the capital of a state as a place: "the Indian capital".
func (r *resolver) capitalOf(country string) readout.Place {
	name := r.lex.Capital(country)
	out := readout.Place{Name: name, Country: country}
	if where, ok := r.lex.PlaceNamed(name, country); ok {
		out.Lat, out.Lon = where.Lat, where.Lon
	}
	return out
}

// person enters a mention of a person by name, if the name is one.
func (r *resolver) person(s text.Sentence, pieces []piece, k int) {
	p := pieces[k]
	before, after := r.before(s, pieces, k), r.after(s, pieces, k)
	if !after.hasRole && !after.hasOrg {
		after = description{first: after.first}
	}
	who := r.who(p, before, after)
	if who < 0 {
		r.placeBeside(s, pieces, k)
		return
	}
	if after.hasOrg {
		r.affiliated[after.org.first] = true
	}
	if r.officeOf(p, who) {
		return
	}
	e := &r.entities[who]
	for _, d := range []description{before, after} {
		if d.hasRole {
			e.titles = append(e.titles, lower(r.d.Slice(r.span(d.role.first, d.role.last))))
		}
	}
	if e.office == "" {
		if before.hasOrg && before.org.kind == lexicon.OrganisationTerm && before.org.term.Country == "" && e.country == "" {
			e.body = before.org.term.Name
		}
		if office, class := r.office(before, after); class != "counterpart" {
			e.office, e.class = office, class
		} else if last, ok := r.lastOffice(*e); ok {
			e.office = "former " + last // "his predecessor Smith"
		}
	}
	if e.country == "" && !e.lexical {
		e.country = r.countryOf(before, after)
	}
	if k+1 < len(pieces) && e.country == "" && !e.lexical && pieces[k+1].kind == lexicon.State && pieces[k+1].first == p.last+1 && r.words[p.last] == "of" {
		e.country = pieces[k+1].term.Country // "Smith of Norway"
	}
	if e.female == 0 {
		e.female = before.female
	}
	r.mention(text.Mention{Span: r.span(p.first, p.last), First: before.first, Last: p.last, Actor: who, Kind: text.Named})
}

// officeOf enters "Smith's office" as the office of whoever heads a state or government; it speaks in the holder's name.
func (r *resolver) officeOf(p piece, who int) bool {
	if p.last+1 >= len(r.words) || r.words[p.last] != "’s" && r.words[p.last] != "'s" || lower(r.words[p.last+1]) != "office" {
		return false
	}
	e := r.entities[who]
	name, function := "Presidential Office", "presidency"
	switch e.class {
	case "head_of_state":
	case "head_of_government":
		name, function = "Prime Minister's Office", "government"
	default:
		return false
	}
	office := r.entity(entity{
		id: "organisation:" + strings.ToLower(e.country) + "-" + function + "-ministry", name: name, kind: readout.Organisation, country: e.country,
		sort: "ministry", rule: "office of a head of state or government",
	})
	r.mention(text.Mention{Span: r.span(p.first, p.last+2), First: p.first, Last: p.last + 2, Actor: office, Kind: text.Named})
	return true
}

// who finds or makes the entity of a person's name; -1 where the words are no person's name.
func (r *resolver) who(p piece, before, after description) int {
	if p.kind == lexicon.PersonTerm {
		return r.chosen(r.choose(p.terms, before, after))
	}
	name := r.nameOf(p)
	words := text.Words(name)
	if i := r.known2(words); i >= 0 {
		return i
	}
	fit := r.inLexicon(words, before, after)
	if fit.likely && !fit.tied() {
		return r.chosen(fit)
	}
	if !r.isPerson(p, words, before, after) {
		return -1
	}
	country := r.countryOf(before, after)
	if i := r.listedAfter(p); i >= 0 && country == "" && !before.hasRole && !after.hasRole {
		country = r.entities[i].country
	}
	e := entity{id: "person:" + lexicon.Slug(name), name: name, kind: readout.Person, country: country, rule: "name with a description"}
	if fit.likely {
		e.candidates, e.unsure = fit.candidates(), true
	}
	return r.entity(e)
}

// nameOf writes a run as a name. Words in capitals throughout are written as names are: "HAYASHI" is "Hayashi".
func (r *resolver) nameOf(p piece) string {
	return strings.ReplaceAll(r.d.Slice(r.span(p.first, p.last)), "\n", " ")
}

// lexical enters a person of the lexicon with the office held on the day.
func (r *resolver) lexical(p lexicon.Person) int {
	e := entity{id: p.ID, name: p.Name, kind: readout.Person, country: p.Country, lexical: true, rule: "person in the lexicon"}
	if o, ok := p.OfficeOn(r.day); ok {
		e.office, e.class = o.Title, o.Class
		if p.Country == "" {
			e.body = o.Body
		}
		e.titles = []string{lower(o.Title)}
	}
	return r.entity(e)
}

// known2 returns the person of the article that a name stands for: one whose name holds all its words in order, the
// latest spoken of; -1 for none.
func (r *resolver) known2(words []string) int {
	best := -1
	for _, w := range []string{words[0], words[len(words)-1]} {
		for _, i := range r.byWord[lower(w)] {
			e := r.entities[i]
			fits := holds(e.words, words) || len(words) > 1 && holds(words, e.words) && len(e.words) > 1
			if fits && (best < 0 || r.latest[i] > r.latest[best]) {
				best = i
			}
		}
	}
	return best
}

// holds reports whether all short words stand in long in the same order.
func holds(long, short []string) bool {
	i := 0
	for _, w := range long {
		if i < len(short) && strings.EqualFold(w, short[i]) {
			i++
		}
	}
	return i == len(short) && i > 0
}

// support weighs how well a person of the lexicon fits a name and the words around it.
func (r *resolver) support(p lexicon.Person, words []string, before, after description) int {
	long := text.Words(p.Name)
	if len(words) > 1 && !holds(long, words) && !holds(words, long) {
		return 0
	}
	n := 0
	office, inOffice := p.OfficeOn(r.day)
	if inOffice {
		n += 2
	}
	if len(words) > 1 {
		n += 3
	}
	country := r.countryOf(before, after)
	switch {
	case country != "" && country == p.Country:
		n += 2
	case country != "" && p.Country != "":
		return 0
	case r.speaksOf(p.Country):
		n++
	}
	for _, d := range []description{before, after} {
		if !d.hasRole {
			continue
		}
		if office.Class == d.role.term.ID {
			n += 3
		} else if inOffice && d.role.term.Sort == "office" {
			n--
		}
	}
	if inOffice && (office.Class == "head_of_state" || office.Class == "head_of_government" || office.Class == "foreign_minister") {
		n++
	}
	return n
}

// speaksOf reports whether the article has named the country so far.
func (r *resolver) speaksOf(country string) bool {
	if country == "" {
		return false
	}
	return r.spoken[country]
}

// isPerson reports whether an unlisted name is a person's: the words around say what it is, or it has the form
// of a full name and does what persons do.
func (r *resolver) isPerson(p piece, words []string, before, after description) bool {
	if len(words) == 1 && r.lex.OrgSort(words[0]) != "" || !slices.ContainsFunc(words, func(w string) bool { return !general[w] }) {
		return false
	}
	if before.hasRole {
		return true
	}
	if len(words) < 2 {
		return before.female != 0
	}
	if after.hasRole || after.hasOrg || before.female != 0 || r.listedAfter(p) >= 0 {
		return true
	}
	head := r.d.HeadOf(p.first, p.last)
	tok := r.d.Tokens[head]
	speaks := strings.HasPrefix(tok.Deprel, "nsubj") && tok.Head >= 0 && personal[r.d.Tokens[tok.Head].Lemma]
	return speaks && len(words) <= 4 && (p.first == 0 || lower(r.words[p.first-1]) != "the") || r.lex.IsGivenName(words[0]) && len(words) <= 4 && !r.afterThe(p)
}

// personal are verbs whose subject, if it has the form of a full name, is a person.
var personal = map[string]bool{
	"say": true, "tell": true, "add": true, "write": true, "warn": true, "note": true, "explain": true, "argue": true, "ask": true, "reply": true, "meet": true,
	"arrive": true, "travel": true, "fly": true, "thank": true, "believe": true, "think": true, "describe": true, "tweet": true, "recall": true, "insist": true,
}

// general are words of titles and bodies that make no person's name by themselves.
var general = map[string]bool{
	"National": true, "Security": true, "Foreign": true, "International": true, "Affairs": true, "Defence": true, "Defense": true, "Economic": true, "General": true,
	"Public": true, "State": true, "Federal": true, "Central": true, "Royal": true, "Supreme": true, "Trade": true, "Policy": true, "Strategic": true, "Internal": true,
	"Republic": true, "Kingdom": true, "Development": true, "Cooperation": true, "Relations": true, "Culture": true, "Tourism": true, "Finance": true, "Health": true,
	"Justice": true, "Energy": true, "Industry": true, "Information": true, "Science": true, "Technology": true, "Education": true, "Interior": true, "Home": true,
	"Western": true, "Eastern": true, "Northern": true, "Southern": true, "North": true, "South": true, "East": true, "West": true, "Middle": true, "Global": true,
}

// listedAfter returns the person named right before a name, only a comma or "and" between, or -1: in a list of persons all
// are persons.
func (r *resolver) listedAfter(p piece) int {
	if p.first < 2 || r.words[p.first-1] != "," && r.words[p.first-1] != "and" || len(r.mentions) == 0 || p.last-p.first > 4 {
		return -1
	}
	m := r.mentions[len(r.mentions)-1]
	if m.Actor < 0 || m.Last < p.first-2 || m.Last > p.first-1 || r.entities[m.Actor].kind != readout.Person {
		return -1
	}
	return m.Actor
}

func (r *resolver) afterThe(p piece) bool { return p.first > 0 && lower(r.words[p.first-1]) == "the" }

// office writes the office that the words around a name give, and its class.
func (r *resolver) office(before, after description) (office, class string) {
	d := before
	if !d.hasRole || d.role.term.Sort == "title" && after.hasRole {
		d = after
	}
	if !d.hasRole {
		if after.hasOrg {
			return r.orgName(after.org), "outside"
		}
		return "", ""
	}
	office = d.role.term.Name
	if d.role.term.Sort != "office" || office == "" {
		office = r.d.Slice(r.span(d.role.first, d.role.last))
	}
	if d.hasOrg {
		office += ", " + r.orgName(d.org)
	}
	if d.former {
		office = "former " + office
	}
	if d.hasOrg && r.isOutside(d.org) {
		return office, "analyst"
	}
	return office, d.role.term.ID
}

// isOutside reports whether a body speaks for no party: a think tank, a university, a newspaper.
func (r *resolver) isOutside(p piece) bool {
	sort := p.term.Sort
	if p.kind == unknownOrg {
		for i := p.first; i < p.last && sort == ""; i++ {
			sort = r.lex.OrgSort(r.words[i])
		}
	}
	return sort == "thinktank" || sort == "university" || sort == "media" || sort == "ngo"
}

// lastOffice returns the latest office of a person of the lexicon that had ended by the day.
func (r *resolver) lastOffice(e entity) (string, bool) {
	p, ok := r.lex.Person(e.id)
	if !ok || r.day.IsZero() {
		return "", false
	}
	best := lexicon.Office{}
	for _, o := range p.Offices {
		if !o.To.IsZero() && o.To.Before(r.day) && !o.To.Before(best.To) {
			best = o
		}
	}
	return best.Title, best.Title != ""
}

func (r *resolver) orgName(p piece) string {
	if p.kind == lexicon.OrganisationTerm {
		return p.term.Name
	}
	return r.nameOf(p)
}

// countryOf is the country that the words around a name give.
func (r *resolver) countryOf(before, after description) string {
	for _, d := range []description{before, after} {
		if d.country != "" {
			return d.country
		}
		if d.hasOrg && d.org.kind == lexicon.OrganisationTerm {
			return d.org.term.Country
		}
		if d.hasOrg {
			if i, ok := r.bySlug["organisation:"+lexicon.Slug(r.nameOf(d.org))]; ok {
				return r.entities[i].country
			}
		}
	}
	return ""
}

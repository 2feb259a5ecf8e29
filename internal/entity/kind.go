package entity

import (
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

// kind returns what a name of the sequence model is in detail; "" for the names of works, languages and products, which are no
// entities of ours.
func (t Tables) kind(d *text.Doc, n Span) text.EntityType {
	switch n.Type {
	case CoarsePerson, CoarsePeople, CoarseOffice:
		switch {
		case t.IsDemonym(d, n.First, n.Last):
			return text.Nationality
		case n.Type == CoarseOffice || t.OnlyTitles(d, n.First, n.Last):
			return text.Office
		}
		return text.Person
	case CoarseOrganisation:
		return text.Organisation
	case CoarseEvent:
		return text.Happening
	case CoarsePlace:
		return t.placeKind(d, n.First, n.Last)
	}
	return ""
}

// OnlyTitles reports whether the tokens are titles alone: "Secretary", "Mr. Chief Justice".
func (t Tables) OnlyTitles(d *text.Doc, first, last int) bool {
	i := t.TitleAfter(d, first, last)
	return t.isTitle(d, i, last)
}

// placeKind tells a state or city from a river and from a building: by the tables, else by the head of the name.
func (t Tables) placeKind(d *text.Doc, first, last int) text.EntityType {
	forms := formsOf(d, first, last)
	if kind := t.listedKind(forms); kind != "" {
		return kind
	}
	for _, i := range heads(forms) {
		switch t.Names.Sort(titled(forms[i])) {
		case "facility":
			return text.Facility
		case "geographic":
			return text.Geographic
		case "polity":
			return text.Polity
		}
	}
	if first > 0 && d.Word(first-1) == "the" {
		return text.Geographic // "the Levant": a state or city with an article stands in the tables
	}
	return text.Polity
}

// listedKind is the kind of a place that the tables hold, "" where they hold none of just these words.
func (t Tables) listedKind(forms []string) text.EntityType {
	terms, n := t.Lexicon.Match(forms, 0)
	if n == len(forms) {
		for _, term := range terms {
			switch term.Kind {
			case lexicon.State:
				return text.Polity
			case lexicon.Seat:
				if term.Sort == "building" {
					return text.Facility
				}
				return text.Polity
			case lexicon.PlaceTerm:
				return ofSort(term.Sort)
			}
		}
	}
	if len(forms) > 0 && t.Names.Town(forms, 0) == len(forms) {
		return text.Polity
	}
	return ""
}

// ofSort maps the sorts of places.tsv.
func ofSort(sort string) text.EntityType {
	switch sort {
	case "capital", "city", "admin1", "territory":
		return text.Polity
	case "site":
		return text.Facility
	}
	return text.Geographic
}

// heads are the words of a name that may be its head: the last, the one before "of", the first of "Lake Geneva".
func heads(forms []string) []int {
	out := []int{len(forms) - 1}
	for i, w := range forms {
		if w == "of" && i > 0 {
			out = []int{i - 1}
			break
		}
	}
	if out[0] != 0 {
		out = append(out, 0)
	}
	return out
}

func formsOf(d *text.Doc, first, last int) []string {
	out := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		out = append(out, text.Straight(d.Word(i)))
	}
	return out
}

// listedOutside finds what the tables hold outside the names of the Finder: demonyms ("Chinese", "the French") and acronyms of
// organisations, unless all around is in capitals.
func (r *reader) listedOutside() {
	for _, s := range r.doc.Sentences {
		forms := formsOf(r.doc, s.First, s.Last)
		for i := 0; i < len(forms); i++ {
			if r.covered[s.First+i] || !capital(forms[i]) {
				continue
			}
			terms, n := r.Lexicon.Match(forms, i)
			switch {
			case n == 0 || hasKind(terms, lexicon.State) || r.anyCovered(s.First+i, s.First+i+n):
			case n == 1 && hasKind(terms, lexicon.OrganisationTerm) && loneAcronym(forms, i):
				r.add(s.First+i, s.First+i+1, text.Organisation, "acronym", 0)
				r.covered[s.First+i] = true
			case hasKind(terms, lexicon.Demonym):
				r.add(s.First+i, s.First+i+n, text.Nationality, "demonym", 0)
				i += n - 1
			}
		}
	}
}

func (r *reader) anyCovered(first, last int) bool {
	for i := first; i < last; i++ {
		if r.covered[i] {
			return true
		}
	}
	return false
}

package entity

import (
	"strings"

	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

// settle corrects the names of a Finder by what the tables are sure of. An address within a name ends it.
func (t Tables) settle(d *text.Doc, names []Span) []Span {
	var out []Span
	for _, n := range names {
		for _, part := range withoutAddresses(d, n) {
			part.Type = t.sure(d, part)
			out = append(out, part)
		}
	}
	return out
}

// withoutAddresses parts a name at the mail and web addresses in it.
func withoutAddresses(d *text.Doc, n Span) []Span {
	var out []Span
	first := n.First
	for i := n.First; i <= n.Last; i++ {
		if i < n.Last && (n.Last-n.First == 1 || !strings.ContainsAny(d.Word(i), "@/")) {
			continue
		}
		if i > first {
			part := n
			part.First, part.Last = first, i
			out = append(out, part)
		}
		first = i + 1
	}
	return out
}

// sure returns organisation for what was taken for a place or person and stands in the tables as an organisation alone, or ends with
// a word of organisations and none of places; event for what has a word of events at its head or before a name; else the type that the
// name has.
func (t Tables) sure(d *text.Doc, n Span) Coarse {
	if n.Type != CoarsePlace && n.Type != CoarsePerson {
		return n.Type
	}
	forms := formsOf(d, n.First, n.Last)
	if terms, length := t.Lexicon.Match(forms, 0); length == len(forms) {
		for _, term := range terms {
			if term.Kind != lexicon.OrganisationTerm {
				return n.Type
			}
		}
		return CoarseOrganisation
	}
	head := titled(forms[heads(forms)[0]])
	switch {
	case len(forms) < 2:
	case t.Names.Sort(head) == "event", n.Type == CoarsePerson && t.Names.Sort(titled(forms[0])) == "event": // "Cyclone Phailin"
		return CoarseEvent
	case t.Names.Sort(head) == "" && t.Lexicon.OrgSort(head) != "":
		return CoarseOrganisation
	}
	return n.Type
}

// acronyms finds acronyms of organisations of the tables that the Finder left out, outside words that are all in capitals.
func (r *reader) acronyms() {
	for _, s := range r.doc.Sentences {
		forms := formsOf(r.doc, s.First, s.Last)
		for i, w := range forms {
			if r.covered[s.First+i] || !isAcronym(w) || i > 0 && isAcronym(forms[i-1]) || i+1 < len(forms) && isAcronym(forms[i+1]) {
				continue
			}
			terms, n := r.Lexicon.Match(forms, i)
			if n != 1 || hasKind(terms, lexicon.State) || !hasKind(terms, lexicon.OrganisationTerm) {
				continue
			}
			r.add(s.First+i, s.First+i+1, text.Organisation, "acronym", 0)
			r.covered[s.First+i] = true
		}
	}
}

// isAcronym reports whether a word is two capitals or more.
func isAcronym(w string) bool {
	for _, c := range w {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return len(w) > 1
}

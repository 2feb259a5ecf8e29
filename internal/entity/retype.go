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

// loneAcronym reports whether word i is two capitals of ASCII or more, between words that are not.
func loneAcronym(forms []string, i int) bool {
	is := func(k int) bool { return k >= 0 && k < len(forms) && len(forms[k]) > 1 && text.IsUpperASCII(forms[k]) }
	return is(i) && !is(i-1) && !is(i+1)
}

package train

import (
	"strings"

	"github.com/readout/readout/internal/entity"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

// CrossNERNames returns the entities of a document in the types of CrossNER politics, none within another and titles taken off. Of
// what it calls misc peoples, nationalities and members of parties are given alone.
func CrossNERNames(d *text.Doc, t entity.Tables) []Tagged {
	var out []Tagged
	for k, e := range d.Entities {
		kind := ""
		switch {
		case e.Parent >= 0:
		case e.Rule == entity.Peoples || e.Type == text.Nationality:
			kind = "misc"
		case e.Type == text.Person:
			kind = "politician"
			if k+1 < len(d.Entities) && d.Entities[k+1].Type == text.Office && d.Entities[k+1].Parent == k {
				e.First = d.Entities[k+1].Last
			}
		case e.Type == text.Organisation:
			kind = "politicalparty"
			if sort := orgSort(d, e, t); sort != "" && sort != "party" {
				kind = "organisation"
			}
		case e.Type == text.Polity || e.Type == text.Geographic || e.Type == text.Facility:
			kind = "location"
			if isState(d, e, t) {
				kind = "country"
			}
		case e.Type == text.Happening:
			kind = "event"
			if isElection(d, e) {
				kind = "election"
			}
		}
		if kind != "" {
			out = append(out, Tagged{e.First, e.Last, kind})
		}
	}
	return out
}

// orgSort is the sort of an organisation by the tables: of the whole name, else of its last word or the one before "of".
func orgSort(d *text.Doc, e text.Entity, t entity.Tables) string {
	forms := words(d, e)
	if terms, n := t.Lexicon.Match(forms, 0); n == len(forms) {
		for _, term := range terms {
			if term.Kind == lexicon.OrganisationTerm {
				return term.Sort
			}
		}
	}
	for _, w := range forms {
		if t.Lexicon.OrgSort(w) == "party" {
			return "party"
		}
	}
	for i := len(forms) - 1; i >= 0; i-- {
		if s := t.Lexicon.OrgSort(forms[i]); s != "" {
			return s
		}
	}
	return ""
}

func isState(d *text.Doc, e text.Entity, t entity.Tables) bool {
	forms := words(d, e)
	terms, n := t.Lexicon.Match(forms, 0)
	for _, term := range terms {
		if n == len(forms) && term.Kind == lexicon.State {
			return true
		}
	}
	return false
}

func isElection(d *text.Doc, e text.Entity) bool {
	for _, w := range words(d, e) {
		switch strings.ToLower(w) {
		case "election", "elections", "primary", "primaries", "referendum", "by-election":
			return true
		}
	}
	return false
}

func words(d *text.Doc, e text.Entity) []string {
	var out []string
	for i := e.First; i < e.Last; i++ {
		out = append(out, d.Word(i))
	}
	return out
}

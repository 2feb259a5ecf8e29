package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestIssuesOfWords(t *testing.T) {
	l, err := Read(small())
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string][]string{
		"the Tide Pact and power":   {"Tides", "Power"},
		"a tide pact":               nil,
		"Tidal power , power again": {"Tides", "Power"},
		"":                          nil,
	} {
		if got := l.IssuesIn(strings.Fields(words)); !slices.Equal(got, want) {
			t.Errorf("%q: issues %v, want %v", words, got, want)
		}
	}
	if i, _ := l.Issue("Tides"); !slices.Equal(i.Contexts, []string{"environment"}) {
		t.Errorf("contexts of tides: %v", i.Contexts)
	}
}

// ploverContexts are the contexts of the PLOVER manual (Open Event Data Alliance, version 2.0).
var ploverContexts = strings.Fields(`military intelligence executive legislative election political_institutions pro_democracy
	pro_autocracy economic legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic
	territory peacekeeping health asylum migration disasters natural_resource environment technology terrorism cbrn cyber misinformation crime
	corruption illegal_drugs trafficking`)

func TestIssuesHaveContextsAndNoPhraseNamesTwo(t *testing.T) {
	owner := map[string]string{}
	for _, l := range lines(t, "issues.tsv") {
		for _, c := range l.list("contexts") {
			if !slices.Contains(ploverContexts, c) {
				t.Errorf("issues.tsv: line %d: PLOVER has no context %q", l.number, c)
			}
		}
		for _, phrase := range l.list("phrases") {
			if have, ok := owner[phrase]; ok {
				t.Errorf("issues.tsv: line %d: %q names %s as well", l.number, phrase, have)
			}
			owner[phrase] = l.cells["name"]
		}
	}
}

func TestAnIssueIsCalledByItsNameOrAPhrase(t *testing.T) {
	l, err := Read(small())
	if err != nil {
		t.Fatal(err)
	}
	for called, want := range map[string]string{"tides": "Tides", "tidal power": "Tides", "Tide Pact": "Tides", "tidal": "", "": ""} {
		if got, ok := l.IssueCalled(called); got != want || ok != (want != "") {
			t.Errorf("%q: issue %q, %v; want %q", called, got, ok, want)
		}
	}
}

package event_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/readout/readout/internal/codedtest"
)

// failingIncidents lists the rows of incidents.tsv whose example is not read as the table says, with the reason. The list may only
// shrink.
var failingIncidents = map[string]string{
	"shoot verb":  "the lemma of shot is read as shot",
	"retake verb": "the lemma of retook is read as retook",
}

func incidents(t *testing.T, in string) string {
	t.Helper()
	var out []string
	for _, i := range codedtest.Record(t, codedtest.Monday, in).Incidents {
		var parties []string
		for _, p := range i.Parties {
			parties = append(parties, p.Name)
		}
		slices.Sort(parties)
		line := strings.Join(parties, " and ")
		if i.Consequence != "" {
			line += ", so that " + i.Consequence
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestTheExampleOfEachIncidentIsRead(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range table(t, "incidents.tsv") {
		name := c[0] + " " + c[1]
		if seen[name] || c[1] != "verb" && c[1] != "noun" && c[1] != "accused" {
			t.Errorf("incidents.tsv: %q stands twice or has an unknown form", name)
		}
		seen[name] = true
		t.Run(name, func(t *testing.T) {
			codedtest.Compare(t, c[2], incidents(t, c[2]), "Chad and Norway", failingIncidents[name])
		})
	}
	for name := range failingIncidents {
		if !seen[name] {
			t.Errorf("%q is known to fail and is no row", name)
		}
	}
}

func TestIncidents(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Norway accused Chad of shelling a border post.", "Chad and Norway"},
		{"Peru left the talks after Norway attacked Chad.", "Chad and Norway, so that Peru left the talks"},
		{"Norway might attack Chad.", ""},
		{"Norway did not attack Chad.", ""},
		{"Norway attacked a port.", ""},
		{"Norwegian planes flew over Chad.", ""},
	} {
		if got := incidents(t, c.in); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}

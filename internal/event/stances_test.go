package event_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/codedtest"
	"github.com/readout/readout/internal/text"
)

// failingStances lists the rows of stances.tsv whose example is not read as the table says, by lemma and form, with the reason.
// The list may only shrink.
var failingStances = map[string]string{}

// stances shows the positions of a document: holders, stance and issue.
func stances(d *text.Doc) string {
	var out []string
	for _, deed := range d.Deeds {
		if deed.Kind != readout.KindPosition {
			continue
		}
		var holders []string
		for _, a := range deed.Parties {
			holders = append(holders, d.Actors[a].Name)
		}
		slices.Sort(holders)
		out = append(out, fmt.Sprintf("%s, %s %d: %s", strings.Join(holders, " and "), deed.Stance, deed.Strength, d.Slice(deed.Issue)))
	}
	return strings.Join(out, "\n")
}

func TestTheExampleOfEachStanceIsRead(t *testing.T) {
	for _, c := range table(t, "stances.tsv") {
		name := c[0] + " " + c[1]
		t.Run(name, func(t *testing.T) {
			before, rest, _ := strings.Cut(c[5], "|")
			issue, after, ok := strings.Cut(rest, "|")
			if !ok || issue == "" {
				t.Fatalf("the example %q marks no issue", c[5])
			}
			example := before + issue + after
			d := codedtest.Doc(t, codedtest.Monday, example)
			codedtest.Compare(t, example, stances(d), fmt.Sprintf("Norway, %s %s: %s", c[3], c[4], issue), failingStances[name])
		})
	}
}

func TestStancesOfTheTableAreKnown(t *testing.T) {
	known := []readout.Stance{readout.Support, readout.Oppose, readout.Concern, readout.Demand, readout.RedLine, readout.Offer, readout.Reserve}
	forms := []string{"verb", "not", "said", "noun", "voiced", "adjective"}
	seen := map[string]bool{}
	for _, c := range table(t, "stances.tsv") {
		if !slices.Contains(known, readout.Stance(c[3])) || !slices.Contains(forms, c[1]) || !slices.Contains([]string{"1", "2", "3"}, c[4]) {
			t.Errorf("stances.tsv: %q", c)
		}
		if key := c[0] + " " + c[1]; seen[key] {
			t.Errorf("stances.tsv: %s stands twice", key)
		} else {
			seen[key] = true
		}
	}
	for key := range failingStances {
		if !seen[key] {
			t.Errorf("%q is known to fail and is no row", key)
		}
	}
}

func TestStances(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Norway dropped its objection to the plan.", "Norway, support 2: the plan"},
		{"Norway may oppose the plan.", ""},
		{"If Norway opposes the plan, it will fail.", ""},
		{"Norway did not oppose the plan.", ""},
		{"The opposition in Norway rejected the plan.", ""},
		{"Norway and Chad both rejected the plan, which nobody had read.", "Chad and Norway, oppose 3: the plan"},
		{"Norway’s government condemned the attack.", "Norway, oppose 3: the attack"},
		{"Norway offered no apology.", ""},
		{"Norway defended itself.", ""},
		{"Ann Smith, an analyst at Oslo University, said that the plan must fail.", ""},
		{"Norway and Chad agreed that dialogue was the only way out.", "Chad and Norway, support 2: dialogue"},
	} {
		if got := stances(codedtest.Doc(t, codedtest.Monday, c.in)); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}

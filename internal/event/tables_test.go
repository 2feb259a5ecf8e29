package event_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/codedtest"
)

// failing lists the rows whose example is not read as its table says, by file, lemma and form, with the reason. The list may
// only shrink.
var failing = map[string]string{}

func TestTheKnownFailuresAreRows(t *testing.T) {
	var keys []string
	for _, file := range []string{"contacts.tsv", "agreements.tsv"} {
		for _, cells := range table(t, file) {
			keys = append(keys, key(file, cells))
		}
	}
	for k := range failing {
		if !slices.Contains(keys, k) {
			t.Errorf("%q is known to fail and is no row", k)
		}
	}
}

func TestTheExampleOfEachContactIsRead(t *testing.T) {
	for _, cells := range table(t, "contacts.tsv") {
		t.Run(key("contacts.tsv", cells), func(t *testing.T) {
			want := "meeting held: Jones, Smith"
			kind, example := readout.Kind(cells[1]), cells[3]
			d := codedtest.Doc(t, codedtest.Monday, "Chadian President John Smith spoke after Norwegian President Mary Jones and Peruvian President Anna Brown.", example)
			if kind == readout.KindVisit {
				want = "visit held: Smith to Norway"
				if strings.Contains(example, " will ") {
					want = "visit planned: Smith to Norway"
				}
			}
			if strings.Contains(example, "Brown") {
				want = "meeting held: Brown, Jones, Smith"
			}
			codedtest.Compare(t, example, deeds(d, sortedWho, kind), want, failing[key("contacts.tsv", cells)])
		})
	}
}

func TestTheExampleOfEachAgreementIsRead(t *testing.T) {
	for _, cells := range table(t, "agreements.tsv") {
		t.Run(key("agreements.tsv", cells), func(t *testing.T) {
			form, status, example := cells[1], cells[2], cells[3]
			if form == "noun" {
				verb := "announced"
				if status == "signed" {
					verb = "signed"
				}
				example = "Norway and Chad " + verb + " " + example + "."
			}
			want := status + ": Chad, Norway"
			if !strings.Contains(example, "Chad") {
				want = status + ": Norway"
			}
			d := codedtest.Doc(t, codedtest.Monday, "Norway and Chad are known.", example)
			codedtest.Compare(t, example, deeds(d, sortedAgreed, readout.KindAgreement), want, failing[key("agreements.tsv", cells)])
		})
	}
}

func TestStatusesAndTypesOfTheTablesAreKnown(t *testing.T) {
	statuses := []readout.Status{readout.Planned, readout.Hoped, readout.Possible, readout.Denied, readout.Cancelled, readout.Postponed}
	for _, cells := range table(t, "factuality.tsv") {
		if !slices.Contains(statuses, readout.Status(cells[1])) {
			t.Errorf("factuality.tsv: %q has the status %q", cells[0], cells[1])
		}
	}
	plover := []string{"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
	for _, cells := range table(t, "verbs.tsv") {
		if !slices.Contains(plover, cells[1]) {
			t.Errorf("verbs.tsv: %q has the type %q", cells[0], cells[1])
		}
	}
}

func TestNoTableHasARowTwice(t *testing.T) {
	for _, file := range []string{"contacts.tsv", "agreements.tsv", "factuality.tsv", "verbs.tsv"} {
		seen := map[string]bool{}
		for _, cells := range table(t, file) {
			k := key(file, cells)
			if seen[k] {
				t.Errorf("%s stands twice", k)
			}
			seen[k] = true
		}
	}
}

// key names a row: its lemma, and its form where one lemma may have several.
func key(file string, cells []string) string {
	switch file {
	case "contacts.tsv":
		return "contacts: " + cells[0] + " " + cells[1] + " " + cells[2]
	case "agreements.tsv":
		return "agreements: " + cells[0] + " " + cells[1]
	}
	return file + ": " + cells[0]
}

func table(t *testing.T, file string) [][]string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/readout/readout"
)

// A line is a row of a table by the names of its columns, with its number.
type line struct {
	number int
	cells  map[string]string
}

// lines reads a table that the program carries, apart from package lexicon's own reader.
func lines(t *testing.T, file string) []line {
	t.Helper()
	b, err := tables.ReadFile("tables/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var columns []string
	var out []line
	number := 0
	for text := range strings.Lines(string(b)) {
		number++
		text = strings.TrimRight(text, "\r\n")
		switch {
		case strings.HasPrefix(text, "#"):
			columns = strings.Split(strings.TrimSpace(text[1:]), "\t")
		case text != "":
			cells := map[string]string{}
			for i, cell := range strings.Split(text, "\t") {
				cells[columns[i]] = cell
			}
			out = append(out, line{number, cells})
		}
	}
	return out
}

func (l line) list(column string) []string {
	if l.cells[column] == "" {
		return nil
	}
	return strings.Split(l.cells[column], "|")
}

func TestNoTableHasAKeyTwiceOrACellAmiss(t *testing.T) {
	for _, table := range schema() {
		rows, err := newLexicon().rowsOf(programTables(), table, "")
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]int{}
		for _, r := range rows {
			if err := table.check(r); err != nil {
				t.Error(err)
			}
			key := table.keyOf(r)
			if before, ok := seen[key]; ok && len(table.key) > 0 {
				t.Errorf("%s: line %d: %q stands in line %d as well", table.file, r.line, key, before)
			}
			seen[key] = r.line
		}
	}
}

func TestNoPhraseStandsForTwoRoles(t *testing.T) {
	seen := map[string]int{}
	for _, l := range lines(t, "roles.tsv") {
		for _, phrase := range l.list("phrases") {
			if before, ok := seen[phrase]; ok {
				t.Errorf("roles.tsv: line %d: %q stands in line %d as well", l.number, phrase, before)
			}
			seen[phrase] = l.number
		}
	}
}

// shared are the names that two states have; which of them is meant is told by the rest of an article.
var shared = []string{"Congo"}

func TestNoNameStandsForTwoStates(t *testing.T) {
	owner := map[string]string{}
	for _, file := range []string{"states.tsv", "past-states.tsv", "state-names.tsv"} {
		for _, l := range lines(t, file) {
			for _, name := range append(l.list("aliases"), l.cells["name"]) {
				code := l.cells["code"]
				if have, ok := owner[name]; ok && have != code && name != "" && !slices.Contains(shared, name) {
					t.Errorf("%s: line %d: %q of %s is a name of %s as well", file, l.number, name, code, have)
				}
				owner[name] = code
			}
		}
	}
}

func TestEveryCountryIsAState(t *testing.T) {
	states := map[string]bool{"": true} // at sea, disputed, international
	for _, l := range lines(t, "states.tsv") {
		states[l.cells["code"]] = true
	}
	for file, column := range map[string]string{
		"state-names.tsv": "code", "seats.tsv": "country", "organisations.tsv": "country", "places.tsv": "country", "persons.tsv": "country",
		"places-kept.tsv": "country", "places-left-out.tsv": "country",
	} {
		for _, l := range lines(t, file) {
			if code := l.cells[column]; !states[code] {
				t.Errorf("%s: line %d: no state %q in states.tsv", file, l.number, code)
			}
		}
	}
}

func TestEveryClassOfAPersonIsAClassOfARole(t *testing.T) {
	var classes []string
	for _, l := range lines(t, "roles.tsv") {
		classes = append(classes, l.cells["class"])
	}
	for _, l := range lines(t, "persons.tsv") {
		if !slices.Contains(classes, l.cells["class"]) {
			t.Errorf("persons.tsv: line %d: %s has the class %q", l.number, l.cells["name"], l.cells["class"])
		}
	}
}

func TestEveryTableSaysWhereItIsFrom(t *testing.T) {
	entries, err := tables.ReadDir("tables")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := tables.ReadFile("tables/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(string(b), "\n# ")
		comments := string(b[:strings.LastIndex(string(b), "\n#")])
		if !strings.HasPrefix(head, "# ") || !slices.ContainsFunc([]string{"Apache-2.0", "MIT", "CC BY 4.0", "ODbL 1.0", "public domain"}, func(licence string) bool { return strings.Contains(comments, licence) }) {
			t.Errorf("%s: the first lines name no licence", e.Name())
		}
	}
}

// together lists the offices that two people hold at one time, with the reason. The list may only shrink: an office that no two
// hold fails the test.
var together = map[string]string{
	"BIH head_of_state":      "a presidency of three members",
	"NIC head_of_state":      "co-presidents from 2025",
	"KOR head_of_state":      "acting presidents while the president was suspended",
	"THA head_of_government": "an acting prime minister while the prime minister was suspended",
}

func TestOnePersonAtATimeHoldsAnOfficeOfOne(t *testing.T) {
	terms := map[string][]term{}
	for _, l := range lines(t, "persons.tsv") {
		class, country := l.cells["class"], l.cells["country"]
		if country != "" && (class == "head_of_state" || class == "head_of_government") {
			key := country + " " + class
			terms[key] = append(terms[key], termOf(t, l))
		}
	}
	for key, reason := range together {
		if len(conflicts(terms[key])) == 0 {
			t.Errorf("no two hold %s at one time any more; take off its reason %q", key, reason)
		}
	}
	for key, list := range terms {
		if together[key] != "" {
			continue
		}
		for _, c := range conflicts(list) {
			t.Errorf("persons.tsv: two hold %s at one time: %s", key, c)
		}
	}
}

// A term is a time in office, as short as its dates allow: a month alone may be its last day at the start, its first at the end.
type term struct {
	line     int
	name     string
	from, to time.Time
}

func termOf(t *testing.T, l line) term {
	t.Helper()
	out := term{line: l.number, name: l.cells["name"], to: time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)}
	for column, set := range map[string]func(readout.Date){
		"from": func(d readout.Date) { out.from = d.Last() },
		"to":   func(d readout.Date) { out.to = d.First() },
	} {
		if l.cells[column] == "" {
			continue
		}
		d, err := readout.ParseDate(l.cells[column])
		if err != nil {
			t.Fatalf("persons.tsv: line %d: %v", l.number, err)
		}
		set(d)
	}
	return out
}

// conflicts names the terms of two people that share more than the day on which one follows the other.
func conflicts(terms []term) []string {
	var out []string
	for i, a := range terms {
		for _, b := range terms[:i] {
			from, to := a.from, a.to
			if b.from.After(from) {
				from = b.from
			}
			if b.to.Before(to) {
				to = b.to
			}
			if a.name != b.name && from.Before(to) {
				out = append(out, fmt.Sprintf("%s (line %d) and %s (line %d) from %s", b.name, b.line, a.name, a.line, from.Format(time.DateOnly)))
			}
		}
	}
	return out
}

func TestNobodyEndsInOfficeBeforeBeginning(t *testing.T) {
	for _, l := range lines(t, "persons.tsv") {
		from, errFrom := readout.ParseDate(l.cells["from"])
		to, errTo := readout.ParseDate(l.cells["to"])
		if errFrom != nil && l.cells["from"] != "" || errTo != nil && l.cells["to"] != "" {
			t.Errorf("persons.tsv: line %d: dates %q to %q", l.number, l.cells["from"], l.cells["to"])
		}
		if !from.IsZero() && !to.IsZero() && to.Last().Before(from.First()) {
			t.Errorf("persons.tsv: line %d: %s holds the office from %s to %s", l.number, l.cells["name"], from, to)
		}
	}
}

func TestCellsHaveNoBlanksAtTheirEndsAndNoEmptyAlias(t *testing.T) {
	entries, err := tables.ReadDir("tables")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		for _, l := range lines(t, e.Name()) {
			for column, cell := range l.cells {
				for _, part := range strings.Split(cell, "|") {
					if part != strings.TrimSpace(part) || part == "" && cell != "" {
						t.Errorf("%s: line %d: %s is %q", e.Name(), l.number, column, cell)
					}
				}
			}
		}
	}
}

func TestTheOfficesOfAPersonStandTogether(t *testing.T) {
	last := map[string]int{} // a person → the number of the last row
	rows := lines(t, "persons.tsv")
	for i, l := range rows {
		key := l.cells["name"] + " / " + l.cells["country"]
		if before, ok := last[key]; ok && before != i-1 {
			t.Errorf("persons.tsv: line %d: %s has offices in line %d already", l.number, l.cells["name"], rows[before].number)
		}
		last[key] = i
	}
}

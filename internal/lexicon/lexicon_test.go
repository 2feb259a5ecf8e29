package lexicon

import (
	"strings"
	"sync"
	"testing"
	"time"
)

// loaded reads the tables that the program carries, once.
var loaded = sync.OnceValues(func() (*Lexicon, error) { return Load() })

func carried(t *testing.T) *Lexicon {
	t.Helper()
	l, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestTheLongestNameWins(t *testing.T) {
	l := carried(t)
	for text, want := range map[string]string{
		"South Korea said":              "South Korea",
		"Papua New Guinea said":         "Papua New Guinea",
		"Guinea said":                   "Guinea",
		"foreign ministry spokesman":    "foreign ministry spokesman",
		"secretary of state for":        "secretary of state",
		"European Union of sorts":       "European Union",
		"New Delhi and":                 "New Delhi",
		"deputy foreign minister today": "deputy foreign minister",
	} {
		words := strings.Fields(text)
		if _, n := l.Match(words, 0); strings.Join(words[:n], " ") != want {
			t.Errorf("in %q the longest name is %q, want %q", text, strings.Join(words[:n], " "), want)
		}
	}
}

func TestCaseTellsNamesFromWords(t *testing.T) {
	l := carried(t)
	for text, want := range map[string]bool{
		"US": true, "us": false, "China": true, "china": false, "CHINA": true, "Turkey": true, "turkey": false, "WHO": true, "who": false,
		"Foreign Minister": true, "foreign minister": true,
	} {
		if _, n := l.Match(strings.Fields(text), 0); n > 0 != want {
			t.Errorf("%q is known: %v, want %v", text, n > 0, want)
		}
	}
}

func TestStatesKnowTheirCapitals(t *testing.T) {
	l := carried(t)
	for code, want := range map[string]string{"NOR": "Oslo", "IND": "New Delhi", "TCD": "N'Djamena", "AUS": "Canberra"} {
		if got := l.Capital(code); got != want {
			t.Errorf("the capital of %s is %q, want %q", code, got, want)
		}
	}
	if l.StateName("XXX") != "" || l.Capital("XXX") != "" {
		t.Error("a state that is none has a name or a capital")
	}
	if got := l.BodyAt("Brussels"); got != "organisation:european-union" {
		t.Errorf("Brussels is the seat of %q", got)
	}
}

func TestAnOfficeIsHeldFromItsFirstToItsLastDay(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	o := Office{From: day("2020-01-20"), To: day("2024-01-20")}
	for s, want := range map[string]bool{"2020-01-19": false, "2020-01-20": true, "2024-01-20": true, "2024-01-21": false} {
		if o.Covers(day(s)) != want {
			t.Errorf("in office on %s: %v, want %v", s, !want, want)
		}
	}
	if !o.Covers(time.Time{}) {
		t.Error("an office covers an unknown day")
	}
	if !(Office{From: day("2020-01-20")}).Covers(day("2099-01-01")) {
		t.Error("an office without an end is still held")
	}
}

func TestTheHigherOfTwoOfficesShows(t *testing.T) {
	d := func(y int) time.Time { return time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC) }
	p := Person{Offices: []Office{
		{Title: "General Secretary", Class: "party", From: d(2012)},
		{Title: "President", Class: "head_of_state", From: d(2013), To: d(2020)},
	}}
	for year, want := range map[int]string{2012: "General Secretary", 2015: "President", 2022: "General Secretary"} {
		if o, ok := p.OfficeOn(d(year)); !ok || o.Title != want {
			t.Errorf("in %d the office is %q, want %q", year, o.Title, want)
		}
	}
	if _, ok := p.OfficeOn(d(2000)); ok {
		t.Error("an office before the first one")
	}
	if o, _ := p.OfficeOn(time.Time{}); o.Title != "President" {
		t.Errorf("on no day the office is %q, want the latest", o.Title)
	}
}

func TestSlugsAreOfLettersAndDashes(t *testing.T) {
	for name, want := range map[string]string{
		"Antony Blinken": "antony-blinken", "António Guterres": "antónio-guterres", "Sana'a": "sanaa", "J.D. Vance": "jd-vance", "  Al - Arabiya ": "al-arabiya",
		"Disney+": "disney-plus", "": "", "’": "",
	} {
		if got := Slug(name); got != want {
			t.Errorf("the slug of %q is %q, want %q", name, got, want)
		}
	}
}

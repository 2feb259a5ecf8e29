package when_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/when"
	"github.com/readout/readout/model"
)

// language is loaded once for all tests.
var language = sync.OnceValues(model.Load)

// parsed returns a text, one paragraph a line, with every layer that Read needs; published "" is unknown.
func parsed(t testing.TB, published string, words string) *text.Doc {
	t.Helper()
	a := readout.Article{Text: words}
	if published != "" {
		var err error
		if a.Published, err = readout.ParseDate(published); err != nil {
			t.Fatal(err)
		}
	}
	start := 0
	for n, line := range strings.SplitAfter(words, "\n") {
		end := start + len([]rune(line))
		a.Paragraphs = append(a.Paragraphs, readout.Paragraph{Kind: readout.Body, Number: n + 1, Start: start, End: end})
		start = end
	}
	l, err := language()
	if err != nil {
		t.Fatal(err)
	}
	d := text.New(a)
	text.Segment(d)
	l.Annotate(d)
	return d
}

// readings are the expressions of a text as "words = type value minutes".
func readings(d *text.Doc) []string {
	var out []string
	for _, x := range d.Times {
		out = append(out, d.Slice(x.Span)+" = "+reading(x))
	}
	return out
}

func reading(x text.Time) string {
	s := x.Type + " " + x.Value
	if x.Minutes != 0 {
		s += fmt.Sprint(" ", x.Minutes)
	}
	return s
}

func TestEveryRowOfThePatternsReadsItsExample(t *testing.T) {
	table, err := os.ReadFile("patterns.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(table), "\n") {
		cells := strings.Split(line, "\t")
		if line == "" || line[0] == '#' || len(cells) < 4 {
			continue
		}
		words := strings.NewReplacer("[", "", "]", "").Replace(cells[3])
		d := parsed(t, "2023-06-19", words)
		when.Read(d)
		got := readings(d)
		if len(cells) < 5 {
			if len(got) != 0 {
				t.Errorf("patterns.tsv:%d: %q: got %q, want no time", n+1, words, got)
			}
			continue
		}
		want := cells[3][strings.Index(cells[3], "[")+1:strings.Index(cells[3], "]")] + " = " + cells[4]
		if len(got) == 0 || got[len(got)-1] != want {
			t.Errorf("patterns.tsv:%d: %q: got %q, want %q", n+1, words, got, want)
		}
	}
}

func TestSentencesReadByTheDayTheyWerePublished(t *testing.T) {
	for _, c := range []struct {
		name, published, text string
		want                  []string
	}{
		{"a bare weekday of a past clause is the last one, the day itself included", "2023-06-19",
			"They met on Monday. They had met on Friday.",
			[]string{"Monday = DATE 2023-06-19", "Friday = DATE 2023-06-16"}},
		{"a bare weekday of a clause about what will be is the next one", "2023-06-20",
			"The ministers will meet on Thursday and are expected to sign on Friday.",
			[]string{"Thursday = DATE 2023-06-22", "Friday = DATE 2023-06-23"}},
		{"two weekdays are two expressions", "2023-06-20", "They met on Sunday and Monday.",
			[]string{"Sunday = DATE 2023-06-18", "Monday = DATE 2023-06-19"}},
		{"a month of a past clause is the last one", "2023-06-19", "The two men last met in November.",
			[]string{"November = DATE 2022-11"}},
		{"what was set for a month lies back", "2023-06-19", "The envoy was set to travel there in February, but he postponed the visit.",
			[]string{"February = DATE 2023-02"}},
		{"what will be in a month lies ahead", "2023-06-19", "The leaders will meet in November.",
			[]string{"November = DATE 2023-11"}},
		{"lengths in minutes", "2023-06-19",
			"After a 90-minute call and two and a half hours of talks they rested for half an hour.",
			[]string{"90-minute = DURATION PT90M 90", "two and a half hours = DURATION PT2H30M 150", "half an hour = DURATION PT30M 30"}},
		{"about five and a half hours", "2023-06-19", "It lasted about five and a half hours.",
			[]string{"about five and a half hours = DURATION PT5H30M 330"}},
		{"without a day of publication the X stay", "", "They met on Monday and last week, on June 5 and in 2018.",
			[]string{"Monday = DATE XXXX-WXX-1", "last week = DATE XXXX-WXX", "June 5 = DATE XXXX-06-05", "2018 = DATE 2018"}},
		{"a month of publication anchors years and months alone", "2023-06", "They met on Monday, last month and last year.",
			[]string{"Monday = DATE XXXX-WXX-1", "last month = DATE 2023-05", "last year = DATE 2022"}},
		{"the dateline is the day that words count from", "2023-06-20",
			"BEIJING, June 19 (Agency) - They met yesterday.",
			[]string{"June 19 = DATE 2023-06-19", "yesterday = DATE 2023-06-18"}},
		{"a dateline with a dash and a year anchors alone", "",
			"WASHINGTON, Nov. 14, 2022 — They met today.",
			[]string{"Nov. 14, 2022 = DATE 2022-11-14", "today = DATE 2022-11-14"}},
		{"a visit of two days and what follows", "2023-06-19",
			"He arrived on 5 May 2022. The following day they met, and two days later he left.",
			[]string{"5 May 2022 = DATE 2022-05-05", "The following day = DATE 2022-05-06", "two days later = DATE 2022-05-08"}},
		{"an interval over the turn of a month", "2023-06-19", "He will travel from June 28 to July 2.",
			[]string{"June 28 to July 2 = DATE 2023-06-28/2023-07-02"}},
		{"May the surname and may the verb are no month", "2023-06-19", "Theresa May may march on. May said so.", nil},
		{"what isn't there is no date", "2023-06-19", "They met on June 31 with 2018 people, 3-2 up at the G20.",
			[]string{"June = DATE 2023-06"}},
		{"the 2015 deal holds a year", "2023-06-19", "They left the 2015 deal after the September 11 attacks.",
			[]string{"2015 = DATE 2015", "September 11 = DATE 2022-09-11"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parsed(t, c.published, c.text)
			when.Read(d)
			if diff := cmp.Diff(c.want, readings(d)); diff != "" {
				t.Errorf("%q (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

func TestDatesOfTheRecord(t *testing.T) {
	for _, c := range []struct{ text, published, want string }{
		{"They met on Monday.", "2023-06-19", "2023-06-19"},
		{"They met last week.", "2023-06-19", "2023-06-12/2023-06-18"},
		{"They met in November.", "2023-06-19", "2022-11"},
		{"They met in 2018.", "", "2018"},
		{"They met in summer 2022.", "2023-06-19", "2022-06/2022-08"},
		{"It grew in the 1990s.", "2023-06-19", "1990/1999"},
		{"They met on 18–19 June.", "2023-06-19", "2023-06-18/2023-06-19"},
		{"They met on Monday.", "", ""},
		{"They met recently.", "2023-06-19", ""},
		{"They met at 3 p.m. on Friday.", "2023-06-19", "2023-06-16"},
	} {
		d := parsed(t, c.published, c.text)
		when.Read(d)
		if len(d.Times) != 1 || d.Times[0].Date.String() != c.want {
			t.Errorf("%q published %q: got %+v, want the date %q", c.text, c.published, d.Times, c.want)
		}
	}
}

func TestAnArticleWithoutADateIsOfTheDayOfItsDateline(t *testing.T) {
	for _, test := range []struct{ text, published, want string }{
		{"OSLO, March 3, 2024 - Smith spoke on Sunday.", "", "2024-03-03"},
		{"OSLO, March 3, 2024 - Smith spoke on Sunday.", "2024-03-04", "2024-03-04"},
		{"Smith spoke on Sunday.", "", ""},
	} {
		d := parsed(t, test.published, test.text)
		when.Read(d)
		if got := d.Written.String(); got != test.want {
			t.Errorf("%q of %q: written %q, want %q", test.text, test.published, got, test.want)
		}
	}
}

func TestReadingTwiceGivesTheSame(t *testing.T) {
	d := parsed(t, "2023-06-19", "They met on Monday for two hours, and will meet next week.")
	when.Read(d)
	once := slices.Clone(d.Times)
	when.Read(d)
	if diff := cmp.Diff(once, d.Times, cmp.AllowUnexported(readout.Date{})); diff != "" {
		t.Errorf("second reading (-first +second):\n%s", diff)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("They met on Monday, 18–19 June 2023, for seven-and-a-half hours.", "2023-06-19")
	f.Add("31/02/2023 '98 24:00 99 p.m. 0 June 1979-79 zero hours ago", "")
	f.Add("a million million million years later, twenty-nine hundred", "2023")
	f.Fuzz(func(t *testing.T, words, published string) {
		if _, err := readout.ParseDate(published); err != nil || !utf8.ValidString(words) || strings.ContainsRune(words, '\n') {
			published = ""
			words = strings.ToValidUTF8(strings.ReplaceAll(words, "\n", " "), "")
		}
		d := parsed(t, published, words)
		when.Read(d)
		end := 0
		for _, x := range d.Times {
			if x.Start < end || x.End <= x.Start || x.End > len(words) {
				t.Fatalf("%q: the expression at %v overlaps the one before or is empty", words, x.Span)
			}
			end = x.End
			if x.Type == "" || x.Value == "" || x.Rule == "" || x.Minutes < 0 {
				t.Fatalf("%q: %q lacks a type, a value or a rule, or has minutes below nothing: %+v", words, d.Slice(x.Span), x)
			}
			if !x.Date.IsZero() {
				if _, err := readout.ParseDate(x.Date.String()); err != nil {
					t.Fatalf("%q: %q: %v", words, d.Slice(x.Span), err)
				}
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	d := parsed(b, "2023-06-19", strings.Repeat("The ministers met in the capital on Monday for two hours and said that the talks of last week had been useful. ", 50))
	b.ReportAllocs()
	for b.Loop() {
		when.Read(d)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

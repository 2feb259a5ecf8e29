package store_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/store"
)

func TestTerms(t *testing.T) {
	word := func(texts ...string) (out []store.Term) {
		for _, text := range texts {
			out = append(out, store.Term{Text: text})
		}
		return out
	}
	tests := []struct {
		name, words string
		want        []store.Term
	}{
		{"nothing", "", nil},
		{"words", " talks  in\tGeneva\n", word("talks", "in", "Geneva")},
		{"a phrase among words", `said "follow through" on`, word("said", "follow through", "on")},
		{"a phrase next to a word", `said"follow through"on`, word("said", "follow through", "on")},
		{"a phrase left open", `said "follow through`, word("said", "follow through")},
		{"curly marks", "“follow through” «deux mots»", word("follow through", "deux mots")},
		{"an empty phrase", `"" a`, word("a")},
		{"a prefix", "poach*", []store.Term{{Text: "poach", Prefix: true}}},
		{"a prefix of a phrase", `"two por"*`, []store.Term{{Text: "two por", Prefix: true}}},
		{"a star within a phrase", `"two por*"`, []store.Term{{Text: "two por", Prefix: true}}},
		{"a star at the start is nothing", "*poach", word("poach")},
		{"signs alone are left out", `- * ** & "..." 🐟`, nil},
		{"operators are words", "a OR b", word("a", "OR", "b")},
		{"a word said twice", "talks talks talks*", []store.Term{{Text: "talks"}, {Text: "talks", Prefix: true}}},
		{"control characters part words", "a\x00b\x01c", word("a", "b", "c")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, store.Terms(test.words)); diff != "" {
				t.Errorf("Terms(%q) (-want +got):\n%s", test.words, diff)
			}
		})
	}
}

func FuzzTerms(f *testing.F) {
	for _, seed := range []string{`a "b c"* d*`, `“`, "\"*\x00", "NEAR(a, 2)"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, words string) {
		for _, term := range store.Terms(words) {
			if !utf8.ValidString(term.Text) || strings.ContainsAny(term.Text, `"“”„«»`) || strings.ContainsFunc(term.Text, unicode.IsControl) {
				t.Errorf("Terms(%q) gives %q", words, term.Text)
			}
			if strings.TrimSpace(term.Text) == "" {
				t.Errorf("Terms(%q) gives an empty term", words)
			}
		}
	})
}

func TestDaysOrderAsText(t *testing.T) {
	tests := []struct{ date, first, last string }{
		{"2023-06-19", "2023-06-19", "2023-06-19"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2018", "2018-01-01", "2018-12-31"},
		{"2023-06-18/2023-07", "2023-06-18", "2023-07-31"},
	}
	for _, test := range tests {
		d, err := readout.ParseDate(test.date)
		if err != nil {
			t.Fatal(err)
		}
		if first, last := store.Days(d); first != test.first || last != test.last {
			t.Errorf("Days(%s) = %s, %s; want %s, %s", test.date, first, last, test.first, test.last)
		}
	}
	if first, last := store.Days(readout.Date{}); first != "" || last != "" {
		t.Errorf("Days of no date = %q, %q", first, last)
	}
}

func TestPassages(t *testing.T) {
	text := "Talks\x01 resume\n\nÇa va, he said.\n\nMore talk."
	r := readout.Record{
		Article: readout.Article{Title: "Talks resume", Text: text, Paragraphs: []readout.Paragraph{
			{Kind: readout.Title, Start: 0, End: 13},
			{Kind: readout.Body, Number: 1, Start: 15, End: 30},
			{Kind: readout.Body, Number: 2, Start: 32, End: 42},
		}},
		Statements: []readout.Statement{
			{
				Entry:   readout.Entry{ID: "s1", Evidence: []readout.Evidence{{Start: 15, End: 20, Exact: "Ça va"}}},
				Speaker: readout.ActorRef{Name: "A"}, With: []readout.ActorRef{{Name: "B"}},
			},
			{Entry: readout.Entry{ID: "without evidence"}},
		},
	}
	got, err := store.Passages(r)
	if err != nil {
		t.Fatal(err)
	}
	want := []store.Passage{
		{Place: 0, Kind: readout.Title, Text: "Talks  resume"},
		{Place: 1, Kind: readout.Body, Paragraph: 1, Text: "Ça va, he said."},
		{Place: 2, Kind: readout.Body, Paragraph: 2, Text: "More talk."},
		{Place: 1, Kind: readout.Body, Paragraph: 1, Statement: "s1", Speaker: "A, B", Text: "Ça va"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("passages (-want +got):\n%s", diff)
	}
	r.Article.Paragraphs, r.Statements = r.Article.Paragraphs[1:], nil
	if got, err = store.Passages(r); err != nil || len(got) != 3 || got[2].Text != "Talks resume" || got[2].Kind != readout.Title {
		t.Errorf("an article whose title stands not in its text: %+v, %v", got, err)
	}
	for _, p := range []readout.Paragraph{{Start: 0, End: 43}, {Start: -1, End: 2}, {Start: 5, End: 4}} {
		r.Article.Paragraphs = []readout.Paragraph{p}
		if _, err := store.Passages(r); err == nil {
			t.Errorf("no error for the paragraph %+v", p)
		}
	}
}

func TestRowsKeepTheOrderOfTheRecord(t *testing.T) {
	published, err := readout.ParseDate("2023-06-19")
	if err != nil {
		t.Fatal(err)
	}
	r := readout.Record{
		Article: readout.Article{Published: published},
		Actors:  []readout.Actor{{ID: "USA", Name: "United States", Country: "USA"}},
		Events: []readout.Event{{
			Entry:  readout.Entry{ID: "e1", Evidence: []readout.Evidence{{Start: 3, End: 9, Exact: "agreed"}}},
			Source: []readout.ActorRef{{ID: "USA"}}, Target: []readout.ActorRef{{ID: "CHN"}}, Factuality: "denied", Date: readout.YearOf(2018),
		}},
	}
	rows, err := store.Rows(r)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 || rows[0].Kind != readout.KindActor || rows[0].When != published || !rows[0].Date.IsZero() {
		t.Fatalf("rows: %+v", rows)
	}
	rows[1].JSON = nil
	want := store.Row{
		Number: 1, Kind: readout.KindEvent, ID: "e1", Date: readout.YearOf(2018), When: readout.YearOf(2018), Status: "denied",
		Evidence: r.Events[0].Evidence[0],
		Parts:    []store.Part{{Role: "source", Actor: readout.ActorRef{ID: "USA"}}, {Role: "target", Actor: readout.ActorRef{ID: "CHN"}}},
	}
	if !reflect.DeepEqual(rows[1], want) {
		t.Errorf("got %+v\nwant %+v", rows[1], want)
	}
}

package storetest

import (
	"errors"
	"fmt"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/store"
)

func articleByPrefix(t *testing.T, s Store) {
	for _, id := range []string{"abcdef0000000001", "abcdef0000000002", "abcdef1000000001"} {
		r := Sample(0)
		r.Article.ID = id
		add(t, s, r)
	}
	tests := []struct {
		id, want string
		err      error
	}{
		{id: "abcdef0000000001", want: "abcdef0000000001"},
		{id: "abcdef1", want: "abcdef1000000001"},
		{id: "ABCDEF1", want: "abcdef1000000001"},
		{id: "abcdef", err: store.ErrAmbiguous},
		{id: "abcdef0", err: store.ErrAmbiguous},
		{id: "abcdef2", err: store.ErrNotFound},
		{id: "abcde", err: store.ErrNotFound}, // too short
		{id: "", err: store.ErrNotFound},
		{id: "abcdef%", err: store.ErrNotFound},
		{id: "abcdef*", err: store.ErrNotFound},
		{id: "abcdef_000000001", err: store.ErrNotFound},
		{id: "abcdef1' or 1=1 --", err: store.ErrNotFound},
	}
	for _, test := range tests {
		got, err := s.Record(t.Context(), test.id)
		if !errors.Is(err, test.err) || got.Article.ID != test.want {
			t.Errorf("Record(%q) = article %q, %v; want %q, %v", test.id, got.Article.ID, err, test.want, test.err)
		}
	}
}

func articles(t *testing.T, s Store) {
	add(t, s, samples(10)...)
	add(t, s, readout.Record{Article: readout.Article{ID: "ffffffffffffffff", Title: "Bare", Published: mustDate("2019-12")}})
	got, err := s.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 11 {
		t.Fatalf("%d articles, want 11", len(got))
	}
	for i := range got[1:] {
		if !before(got[i], got[i+1]) {
			t.Errorf("article %s of %q stands before %s of %q", got[i].ID, got[i].Published, got[i+1].ID, got[i+1].Published)
		}
	}
	r := Sample(3)
	for _, a := range got {
		switch a.ID {
		case r.Article.ID:
			want := store.Summary{Source: store.SourceOf(r.Article), Entries: map[readout.Kind]int{
				readout.KindActor: 4, readout.KindMeeting: 1, readout.KindVisit: 1, readout.KindStatement: 2,
				readout.KindAgreement: 1, readout.KindPosition: 1, readout.KindIncident: 1, readout.KindExpectation: 1,
				readout.KindAssessment: 1, readout.KindEvent: 1,
			}}
			if !reflect.DeepEqual(a, want) {
				t.Errorf("got %+v\nwant %+v", a, want)
			}
		case "ffffffffffffffff":
			if a.Entries == nil || len(a.Entries) != 0 || a.Published.String() != "2019-12" {
				t.Errorf("a bare article: %+v", a)
			}
		}
	}
}

// before is the order of articles: the later day first, then the ID.
func before(a, b store.Summary) bool {
	x, _ := store.Days(a.Published)
	y, _ := store.Days(b.Published)
	return x > y || x == y && a.ID < b.ID
}

func records(t *testing.T, s Store) {
	add(t, s, samples(50)...)
	got := all(t, s.Records(t.Context()))
	if len(got) != 50 {
		t.Fatalf("%d records, want 50", len(got))
	}
	for i := range got[1:] {
		a, _ := store.Days(got[i].Article.Published)
		b, _ := store.Days(got[i+1].Article.Published)
		if a > b || a == b && got[i].Article.ID >= got[i+1].Article.ID {
			t.Errorf("record %d, %s of %q, stands before %s of %q", i, got[i].Article.ID, a, got[i+1].Article.ID, b)
		}
	}
	byID := map[string]readout.Record{}
	for _, r := range got {
		byID[r.Article.ID] = r
	}
	for _, want := range samples(50) {
		if !reflect.DeepEqual(byID[want.Article.ID], want) {
			t.Errorf("the record of %s is not what was added", want.Article.Name)
		}
	}
}

func mustDate(s string) readout.Date {
	d, err := readout.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// queries asks about samples 0 to 4, which are between NOR and CHL, CHL and KEN,
// KEN and CIV, CIV and JPN, and, without a date, JPN and NOR.
func queries(t *testing.T, s Store) {
	add(t, s, samples(5)...)
	meeting, statement := readout.KindMeeting, readout.KindStatement
	tests := []struct {
		name  string
		query store.Query
		want  []int // the samples
	}{
		{"a kind", store.Query{Kind: meeting}, []int{0, 1, 2, 3, 4}},
		{"a country whose people met", store.Query{Kind: meeting, Actors: []string{"CHL"}}, []int{0, 1}},
		{"a country's code in lower case", store.Query{Kind: meeting, Actors: []string{"chl"}}, []int{0, 1}},
		{"the name of a state stands for its people", store.Query{Kind: meeting, Actors: []string{"Chile"}}, []int{0, 1}},
		{"letter case does not count", store.Query{Kind: meeting, Actors: []string{"CÔTE  d’ivoire"}}, []int{2, 3}},
		{"both must take part", store.Query{Kind: meeting, Actors: []string{"CHL", "Norway"}}, []int{0}},
		{"in any order", store.Query{Kind: meeting, Actors: []string{"Norway", "CHL"}}, []int{0}},
		{"two who did not meet", store.Query{Kind: meeting, Actors: []string{"CHL", "JPN"}}, nil},
		{"a person by ID", store.Query{Kind: meeting, Actors: []string{"person:chl-envoy"}}, []int{0}},
		{"a person by name", store.Query{Kind: meeting, Actors: []string{"minister of chile"}}, []int{1}},
		{"a person and the other's country", store.Query{Kind: meeting, Actors: []string{"Minister of Chile", "KEN"}}, []int{1}},
		{"nobody", store.Query{Kind: meeting, Actors: []string{"Atlantis"}}, nil},
		{"an empty name", store.Query{Kind: meeting, Actors: []string{""}}, nil},
		{"a joint speaker", store.Query{Kind: statement, Actors: []string{"organisation:harbour-union", "KEN"}}, []int{1, 2}},
		{"an audience", store.Query{Kind: statement, Actors: []string{"Minister of Chile", "KEN"}}, []int{1}},
		{"a host", store.Query{Kind: readout.KindVisit, Actors: []string{"Kenya", "Chile"}}, []int{1}},
		{"the actor itself", store.Query{Kind: readout.KindActor, Actors: []string{"person:chl-envoy"}}, []int{0}},
		{"from a day", store.Query{Kind: meeting, From: mustDate("2020-01-02")}, []int{3}},
		{"to a day", store.Query{Kind: meeting, To: mustDate("2020-01-01")}, []int{0, 1, 2}},
		{"within a month", store.Query{Kind: meeting, From: mustDate("2020-01"), To: mustDate("2020-01")}, []int{0, 1, 2, 3}},
		{"after all", store.Query{Kind: meeting, From: mustDate("2021")}, nil},
		{"an interval that overlaps", store.Query{Kind: readout.KindExpectation, From: mustDate("2031-07"), To: mustDate("2040")}, []int{0, 1, 2, 3, 4}},
		{"an entry without a date of its own has its article's", store.Query{Kind: readout.KindIncident, From: mustDate("2020-01-02")}, []int{3}},
		{"a status", store.Query{Kind: readout.KindVisit, Status: "planned"}, []int{0, 1, 2, 3, 4}},
		{"another status", store.Query{Kind: readout.KindVisit, Status: "held"}, nil},
		{"an issue", store.Query{Topic: "Ports", Actors: []string{"KEN"}}, []int{1, 2}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want, got := map[string]bool{}, map[string]bool{}
			for _, n := range test.want {
				want[Sample(n).Article.Name] = true
			}
			for _, f := range all(t, s.Entries(t.Context(), test.query)) {
				got[articleName(t, s, f.Article.ID)] = true
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("articles (-want +got):\n%s", diff)
			}
		})
	}
}

func articleName(t *testing.T, s Store, id string) string {
	r, err := s.Record(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return r.Article.Name
}

func entryOrder(t *testing.T, s Store) {
	const n, entries = 40, 14 // more than any store reads at once
	add(t, s, samples(n)...)
	got := all(t, s.Entries(t.Context(), store.Query{}))
	if len(got) != n*entries {
		t.Fatalf("%d entries, want %d", len(got), n*entries)
	}
	seen := map[string]bool{}
	for _, f := range got {
		seen[f.Article.ID+string(f.Kind)+f.ID] = true
	}
	if len(seen) != len(got) {
		t.Errorf("%d entries, of which %d differ", len(got), len(seen))
	}
	for limit := range 4 {
		few := all(t, s.Entries(t.Context(), store.Query{Limit: limit}))
		if limit > 0 && !reflect.DeepEqual(few, got[:limit]) {
			t.Errorf("with a limit of %d: %d entries, or others than the first", limit, len(few))
		}
	}
	meetings := all(t, s.Entries(t.Context(), store.Query{Kind: readout.KindMeeting}))
	for i := range meetings[1:] {
		a, _ := store.Days(meetings[i].Article.Published) // the meetings' dates are those of the articles
		b, _ := store.Days(meetings[i+1].Article.Published)
		if a < b || a == b && meetings[i].Article.ID >= meetings[i+1].Article.ID {
			t.Errorf("meeting %d of %q stands before one of %q", i, a, b)
		}
	}
	var statements []string
	for _, f := range all(t, s.Entries(t.Context(), store.Query{Kind: readout.KindStatement})) {
		if f.Article.ID == Sample(7).Article.ID {
			statements = append(statements, f.ID)
		}
	}
	if want := []string{Sample(7).Statements[0].ID, Sample(7).Statements[1].ID}; !reflect.DeepEqual(statements, want) {
		t.Errorf("statements of one article: %q, want %q", statements, want)
	}
}

func decoded(t *testing.T, s Store) {
	want := Sample(2)
	add(t, s, want)
	decodes(t, s, readout.KindActor, want.Actors)
	decodes(t, s, readout.KindMeeting, want.Meetings)
	decodes(t, s, readout.KindVisit, want.Visits)
	decodes(t, s, readout.KindStatement, want.Statements)
	decodes(t, s, readout.KindAgreement, want.Agreements)
	decodes(t, s, readout.KindPosition, want.Positions)
	decodes(t, s, readout.KindIncident, want.Incidents)
	decodes(t, s, readout.KindExpectation, want.Expectations)
	decodes(t, s, readout.KindAssessment, want.Assessments)
	decodes(t, s, readout.KindEvent, want.Events)
	found, err := s.Entry(t.Context(), want.Visits[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Decode[readout.Meeting](found); err == nil {
		t.Error("a visit was read as a meeting")
	}
}

func decodes[T store.Entry](t *testing.T, s Store, kind readout.Kind, want []T) {
	t.Helper()
	var got []T
	for _, f := range all(t, s.Entries(t.Context(), store.Query{Kind: kind})) {
		entry, err := store.Decode[T](f)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, entry)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got %+v\nwant %+v", kind, got, want)
	}
}

func entryByPrefix(t *testing.T, s Store) {
	r := Sample(0)
	r.Meetings = append(r.Meetings, r.Meetings[0], r.Meetings[0])
	for i := range r.Meetings {
		r.Meetings[i].ID = fmt.Sprintf("m00000000000%d", i)
	}
	add(t, s, r, Sample(1))
	visit := r.Visits[0].ID
	tests := []struct {
		id, want string
		err      error
	}{
		{id: visit, want: visit},
		{id: visit[:8], want: visit},
		{id: "m000000000001", want: "m000000000001"},
		{id: "m00000", err: store.ErrAmbiguous},
		{id: visit[:5], err: store.ErrNotFound},
		{id: "x00000000000", err: store.ErrNotFound},
		{id: "", err: store.ErrNotFound},
		{id: r.Actors[0].ID, err: store.ErrNotFound},
	}
	for _, test := range tests {
		got, err := s.Entry(t.Context(), test.id)
		if !errors.Is(err, test.err) || got.ID != test.want {
			t.Errorf("Entry(%q) = %q, %v; want %q, %v", test.id, got.ID, err, test.want, test.err)
		}
	}
	got, err := s.Entry(t.Context(), visit)
	want := store.Found{Article: store.SourceOf(r.Article), Kind: readout.KindVisit, ID: visit, JSON: marshal(t, r.Visits[0])}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("Entry = %+v, %v\nwant %+v", got, err, want)
	}
}

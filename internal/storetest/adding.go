package storetest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"reflect"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/store"
)

func emptyLedger(t *testing.T, s Store) {
	if got, err := s.Articles(t.Context()); err != nil || len(got) != 0 {
		t.Errorf("Articles = %v, %v", got, err)
	}
	if got := all(t, s.Records(t.Context())); len(got) != 0 {
		t.Errorf("Records = %v", got)
	}
	if got := all(t, s.Entries(t.Context(), store.Query{})); len(got) != 0 {
		t.Errorf("Entries = %v", got)
	}
	if got, err := s.Search(t.Context(), "fishing", 10); err != nil || len(got) != 0 {
		t.Errorf("Search = %v, %v", got, err)
	}
}

func recordComesBack(t *testing.T, s Store) {
	bare := readout.Record{Article: readout.Article{ID: readout.ArticleID("")}}
	for _, want := range []readout.Record{Sample(0), Sample(4), bare} {
		add(t, s, want)
		got, err := s.Record(t.Context(), want.Article.ID)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("another record:\n%s", cmp.Diff(marshal(t, want), marshal(t, got)))
		}
		if !bytes.Equal(marshal(t, got), marshal(t, want)) {
			t.Error("other bytes")
		}
	}
}

func marshal(t *testing.T, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func addedTwice(t *testing.T, s Store) {
	add(t, s, samples(3)...)
	before := everything(t, s)
	for _, r := range samples(3) {
		if got, err := s.Add(t.Context(), r); err != nil || got != store.Unchanged {
			t.Errorf("Add = %q, %v; want %q", got, err, store.Unchanged)
		}
	}
	if diff := cmp.Diff(before, everything(t, s)); diff != "" {
		t.Errorf("the ledger is another (-before +after):\n%s", diff)
	}
}

func replaced(t *testing.T, s Store) {
	add(t, s, samples(3)...)
	newer := Sample(1)
	newer.Coder.Version = "2"
	newer.Article.Title = "Trawlers come home"
	newer.Article.Paragraphs = newer.Article.Paragraphs[1:]
	newer.Meetings = nil
	newer.Statements = newer.Statements[1:]
	if got, err := s.Add(t.Context(), newer); err != nil || got != store.Replaced {
		t.Fatalf("Add = %q, %v; want %q", got, err, store.Replaced)
	}
	if got, err := s.Record(t.Context(), newer.Article.ID); err != nil || !reflect.DeepEqual(got, newer) {
		t.Errorf("the ledger holds another record than the newer, or %v", err)
	}
	if got := all(t, s.Entries(t.Context(), store.Query{Kind: readout.KindMeeting})); len(got) != 2 {
		t.Errorf("%d meetings, want the 2 of the other articles", len(got))
	}
	if hits, err := s.Search(t.Context(), `"quota 1" minister`, 0); err != nil || len(hits) != 1 || len(hits[0].Statements) != 0 {
		t.Errorf("Search finds %+v, %v; want the paragraph without the statement that is gone", hits, err)
	}
	if hits, err := s.Search(t.Context(), `"for round 1"`, 0); err != nil || len(hits) != 0 {
		t.Errorf("Search finds the old title: %+v, %v", hits, err)
	}
	if hits, err := s.Search(t.Context(), `"come home"`, 0); err != nil || len(hits) != 1 {
		t.Errorf("Search finds %+v, %v; want the new title", hits, err)
	}
}

func refused(t *testing.T, s Store) {
	outside := Sample(0)
	outside.Article.Paragraphs[2].End = 1 << 20
	for name, r := range map[string]readout.Record{"paragraph outside the text": outside, "no ID": {}} {
		if got, err := s.Add(t.Context(), r); err == nil {
			t.Errorf("%s: Add = %q without an error", name, got)
		}
	}
	emptyLedger(t, s)
}

func listingAndAdding(t *testing.T, s Store) {
	add(t, s, samples(40)...)
	n := 0
	for r, err := range s.Records(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Record(t.Context(), r.Article.ID); err != nil {
			t.Fatal(err)
		}
		for f, err := range s.Entries(t.Context(), store.Query{Kind: readout.KindMeeting}) {
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.Entry(t.Context(), f.ID); err != nil {
				t.Fatal(err)
			}
			break
		}
		if n++; n == 30 {
			break
		}
		if n < 3 {
			add(t, s, Sample(100+n))
		}
	}
	if n != 30 {
		t.Errorf("left after %d records, want 30", n)
	}
}

// anyOrder is a property: what a ledger answers depends on what was added and
// not on when.
func anyOrder(t *testing.T, s Store) {
	random := rand.New(rand.NewPCG(1, 2))
	records := samples(20)
	var want []string
	for round := range 4 {
		for i := range records { // by an older coder, so that each round replaces
			r := records[i]
			r.Coder.Version = "older"
			if _, err := s.Add(t.Context(), r); err != nil {
				t.Fatal(err)
			}
		}
		for _, i := range append(random.Perm(len(records)), random.Perm(len(records))...) {
			if _, err := s.Add(t.Context(), records[i]); err != nil {
				t.Fatal(err)
			}
		}
		got := everything(t, s)
		if round == 0 {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("round %d: the ledger answers otherwise:\n%s", round, diff)
		}
		random.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
	}
}

// everything asks a ledger all sorts of things and returns the answers as text.
func everything(t *testing.T, s Store) []string {
	t.Helper()
	var out []string
	note := func(v any, err error) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(marshal(t, v)))
	}
	note(s.Articles(t.Context()))
	for r, err := range s.Records(t.Context()) {
		note(r, err)
	}
	for _, q := range []store.Query{{}, {Kind: readout.KindStatement, Limit: 7}, {Actors: []string{"Norway", "CHL"}}} {
		for f, err := range s.Entries(t.Context(), q) {
			note(f, err)
		}
	}
	for _, words := range []string{"minister", "follow quota", "chile poach*", `"two ports"`} {
		note(s.Search(t.Context(), words, 0))
		note(s.Search(t.Context(), words, 3))
	}
	return out
}

func addingAtOnce(t *testing.T, s Store) {
	const goroutines, each = 6, 10
	results := make(chan store.Result, goroutines*each)
	var group sync.WaitGroup
	for range goroutines {
		group.Go(func() {
			for i := range each {
				got, err := s.Add(t.Context(), Sample(i))
				if err != nil {
					t.Error(err)
				}
				results <- got
			}
		})
	}
	group.Wait()
	close(results)
	count := map[store.Result]int{}
	for r := range results {
		count[r]++
	}
	want := map[store.Result]int{store.Added: each, store.Unchanged: (goroutines - 1) * each}
	if diff := cmp.Diff(want, count); diff != "" {
		t.Errorf("results (-want +got):\n%s", diff)
	}
}

func cancelled(t *testing.T, s Store) {
	add(t, s, Sample(0))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	check := func(name string, err error) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: error %v, want context.Canceled", name, err)
		}
	}
	_, err := s.Add(ctx, Sample(1))
	check("Add", err)
	_, err = s.Articles(ctx)
	check("Articles", err)
	_, err = s.Record(ctx, Sample(0).Article.ID)
	check("Record", err)
	for _, err := range s.Records(ctx) {
		check("Records", err)
	}
	for _, err := range s.Entries(ctx, store.Query{}) {
		check("Entries", err)
	}
	_, err = s.Entry(ctx, Sample(0).Meetings[0].ID)
	check("Entry", err)
	_, err = s.Search(ctx, "fishing", 0)
	check("Search", err)
	add(t, s, Sample(1)) // the store itself is as usable as before
}

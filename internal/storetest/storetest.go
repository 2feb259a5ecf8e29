// Package storetest is the contract of a ledger's store: what package store
// promises, as tests that every store must pass. It stands beside the flow and is
// used by the tests of packages sqlite and postgres alone:
//
//	func TestContract(t *testing.T) {
//		storetest.Run(t, func(t *testing.T) storetest.Store { … })
//	}
package storetest

import (
	"context"
	"iter"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/store"
)

// Store is what every store does; package sqlite documents each method.
type Store interface {
	Add(ctx context.Context, r readout.Record) (store.Result, error)
	Articles(ctx context.Context) ([]store.Summary, error)
	Record(ctx context.Context, id string) (readout.Record, error)
	Records(ctx context.Context) iter.Seq2[readout.Record, error]
	Entries(ctx context.Context, q store.Query) iter.Seq2[store.Found, error]
	Entry(ctx context.Context, id string) (store.Found, error)
	Search(ctx context.Context, words string, limit int) ([]store.Hit, error)
	Close() error
}

// Run tests the stores that open gives, each of which must be empty. Run closes them.
func Run(t *testing.T, open func(t *testing.T) Store) {
	contract := []struct {
		name string
		test func(*testing.T, Store)
	}{
		{"an empty ledger answers with nothing", emptyLedger},
		{"a record comes back as it went in", recordComesBack},
		{"a record added twice is there once", addedTwice},
		{"a record by another coder replaces the whole", replaced},
		{"a record that contradicts itself is refused and leaves nothing", refused},
		{"an article is found by the start of its ID", articleByPrefix},
		{"articles are listed latest first with their entries counted", articles},
		{"records are listed oldest first", records},
		{"a listing may be left early and the store used meanwhile", listingAndAdding},
		{"entries are narrowed by what a query says", queries},
		{"entries are listed latest first and in the order of their record", entryOrder},
		{"entries come back as the types of their kinds", decoded},
		{"an entry is found by the start of its ID", entryByPrefix},
		{"words are found where they stand", searches},
		{"a hit says where it is and what was found", hitInFull},
		{"hits as good as each other are listed latest first", hitOrder},
		{"nothing typed into a search is an error", hostileSearches},
		{"records added in any order give the same answers", anyOrder},
		{"goroutines that add at once all succeed", addingAtOnce},
		{"a cancelled context ends every method", cancelled},
	}
	for _, c := range contract {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			defer func() {
				if err := s.Close(); err != nil {
					t.Errorf("close: %v", err)
				}
			}()
			c.test(t, s)
		})
	}
}

// add puts records into a store and fails the test if one is not new to it.
func add(t *testing.T, s Store, records ...readout.Record) {
	t.Helper()
	for _, r := range records {
		got, err := s.Add(t.Context(), r)
		if err != nil || got != store.Added {
			t.Fatalf("Add(%s) = %q, %v; want %q", r.Article.ID, got, err, store.Added)
		}
	}
}

// all gathers what an iterator gives and fails the test at an error.
func all[T any](t *testing.T, seq iter.Seq2[T, error]) []T {
	t.Helper()
	var out []T
	for item, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, item)
	}
	return out
}

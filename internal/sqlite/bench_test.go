package sqlite_test

import (
	"path/filepath"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/store"
	"github.com/readout/readout/internal/storetest"
)

// BenchmarkAdd adds small records, each synced to the disk.
func BenchmarkAdd(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "a.db"))
	defer closed(b, s)
	n := 0
	for b.Loop() {
		if _, err := s.Add(b.Context(), storetest.Sample(n)); err != nil {
			b.Fatal(err)
		}
		n++
	}
}

// BenchmarkSearch looks for a few words in a thousand articles, all of which have them.
func BenchmarkSearch(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "a.db"))
	defer closed(b, s)
	for n := range 1000 {
		if _, err := s.Add(b.Context(), storetest.Sample(n)); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("words", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Search(b.Context(), `"follow through" quota`, 20); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("dyad", func(b *testing.B) {
		for b.Loop() {
			q := store.Query{Kind: readout.KindMeeting, Actors: []string{"NOR", "Chile"}}
			for _, err := range s.Entries(b.Context(), q) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}

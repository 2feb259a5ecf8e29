package sqlite_test

import (
	"testing"

	"github.com/readout/readout/internal/sqlite"
	"github.com/readout/readout/internal/storetest"
)

func FuzzSearch(f *testing.F) {
	s, err := sqlite.Open(f.Context(), sqlite.Memory)
	if err != nil {
		f.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Add(f.Context(), storetest.Sample(0)); err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{`geneva "follow through"* quo*`, "NEAR(a b)", `"`, "\x00", "é🐟\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, words string) {
		hits, err := s.Search(t.Context(), words, 5)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range hits {
			end := 0
			for _, m := range h.Snippet.Marks {
				if m.Start < end || m.End <= m.Start || m.End > len(h.Snippet.Text) {
					t.Errorf("mark %+v in %q", m, h.Snippet.Text)
				}
				end = m.End
			}
		}
	})
}

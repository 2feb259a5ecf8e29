package sqlite

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/readout/readout/internal/storetest"
)

// The log is copied into the file page by page. The file that a process leaves
// when it dies after the first page says that it has more pages than it has, and
// the log has the rest.
func TestALedgerOpensWhoseLogWasBeingCopied(t *testing.T) {
	const pageSize = 4096
	dir := t.TempDir()
	path, image := filepath.Join(dir, "a.db"), filepath.Join(dir, "image.db")
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	fill := func(from, to int) {
		for n := from; n < to; n++ {
			if _, err := s.Add(t.Context(), storetest.Sample(n)); err != nil {
				t.Fatal(err)
			}
		}
	}
	checkpoint := func() {
		if _, err := s.db.Exec("pragma wal_checkpoint(truncate)"); err != nil {
			t.Fatal(err)
		}
	}
	fill(0, 5)
	checkpoint()
	before := read(t, path)
	fill(5, 10)
	log := read(t, path+"-wal")
	checkpoint()
	after := read(t, path)
	if len(after) <= len(before) {
		t.Fatal("the ledger did not grow")
	}
	half := append(append([]byte{}, after[:pageSize]...), before[pageSize:]...)
	for name, data := range map[string][]byte{image: half, image + "-wal": log} {
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	again, err := Open(t.Context(), image)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	articles, err := again.Articles(t.Context())
	if err != nil || len(articles) != 10 {
		t.Errorf("%d articles, %v; want 10", len(articles), err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestOneProcessMayOpenALedgerTwice(t *testing.T) {
	path := older(t)
	a, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	b, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	for n := range 5 {
		for _, s := range []*Store{a, b} {
			if _, err := s.Add(t.Context(), storetest.Sample(n)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Add(t.Context(), storetest.Sample(9)); err != nil {
		t.Fatal(err)
	}
}

package sqlite_test

import (
	"path/filepath"
	"testing"

	"github.com/readout/readout/internal/sqlite"
	"github.com/readout/readout/internal/storetest"
)

func TestContract(t *testing.T) {
	t.Run("in a file", func(t *testing.T) {
		storetest.Run(t, func(t *testing.T) storetest.Store { return open(t, filepath.Join(t.TempDir(), "a.db")) })
	})
	t.Run("in memory", func(t *testing.T) {
		storetest.Run(t, func(t *testing.T) storetest.Store { return open(t, sqlite.Memory) })
	})
}

func open(t testing.TB, path string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

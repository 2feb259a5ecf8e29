package sqlite_test

import (
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/readout/readout/internal/sqlite"
	"github.com/readout/readout/internal/store"
	"github.com/readout/readout/internal/storetest"
)

func TestALedgerIsThereAgainAfterClosing(t *testing.T) {
	for _, name := range []string{"plain.db", "with space.db", "100%25 #?&=+;'\".db", "Żółw 日本.db", "-", "file:x"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, name)
			want := storetest.Sample(1)
			s := open(t, path)
			if _, err := s.Add(t.Context(), want); err != nil {
				t.Fatal(err)
			}
			closed(t, s)
			if got := listing(t, dir); len(got) != 1 || got[name] == "" {
				t.Errorf("the folder holds %v, want %q alone", got, name)
			}
			s = open(t, path)
			defer closed(t, s)
			if got, err := s.Add(t.Context(), want); err != nil || got != store.Unchanged {
				t.Errorf("Add = %q, %v; want %q", got, err, store.Unchanged)
			}
		})
	}
}

func TestAnEmptyFileBecomesALedger(t *testing.T) {
	path := filepath.Join(t.TempDir(), "empty.db")
	write(t, path, "")
	closed(t, open(t, path))
}

func TestARelativePathIsOpened(t *testing.T) {
	t.Chdir(t.TempDir())
	closed(t, open(t, "ledger.db"))
	if _, err := os.Stat("ledger.db"); err != nil {
		t.Error(err)
	}
}

// Opening what is no ledger fails with a reason and leaves the folder as it was.
func TestOpenRefuses(t *testing.T) {
	tests := []struct {
		name   string
		make   func(t *testing.T, path string)
		err    error
		reason string
	}{
		{"text", func(t *testing.T, path string) { write(t, path, strings.Repeat("Talks resumed. ", 500)) }, sqlite.ErrNotLedger, "not a SQLite database"},
		{"one byte", func(t *testing.T, path string) { write(t, path, "x") }, sqlite.ErrNotLedger, ""},
		{"zeros", func(t *testing.T, path string) { write(t, path, strings.Repeat("\x00", 8192)) }, sqlite.ErrNotLedger, ""},
		{"another program's database", func(t *testing.T, path string) { foreign(t, path, "delete", 0) }, sqlite.ErrNotLedger, "another program"},
		{"another program's database with a log", func(t *testing.T, path string) { foreign(t, path, "wal", 77) }, sqlite.ErrNotLedger, "application_id 77"},
		{"half of another program's database", func(t *testing.T, path string) {
			foreign(t, path, "delete", 77)
			if err := os.Truncate(path, 4096); err != nil {
				t.Fatal(err)
			}
		}, sqlite.ErrNotLedger, "another program"},
		{"a folder", func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o755); err != nil {
				t.Fatal(err)
			}
		}, sqlite.ErrNotLedger, "a folder"},
		{"a link to itself", func(t *testing.T, path string) {
			if err := os.Symlink(path, path); err != nil {
				t.Fatal(err)
			}
		}, nil, "symbolic links"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "a.db")
			test.make(t, path)
			before := listing(t, dir)
			s, err := sqlite.Open(t.Context(), path)
			if err == nil {
				closed(t, s)
				t.Fatal("no error")
			}
			if test.err != nil && !errors.Is(err, test.err) {
				t.Errorf("error %q is not %q", err, test.err)
			}
			if !strings.Contains(err.Error(), test.reason) || !strings.Contains(err.Error(), path) {
				t.Errorf("error %q does not name %q and %q", err, path, test.reason)
			}
			if diff := cmp.Diff(before, listing(t, dir)); diff != "" {
				t.Errorf("the folder changed (-before +after):\n%s", diff)
			}
		})
	}
}

func TestOpenNamesTheMissingFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "file"), "x")
	for _, path := range []string{filepath.Join(dir, "none", "a.db"), filepath.Join(dir, "file", "a.db"), dir + "/a\x00b.db"} {
		if _, err := sqlite.Open(t.Context(), path); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("%q", path)) {
			t.Errorf("error %v, want one that names %q", err, path)
		}
	}
	_, err := sqlite.Open(t.Context(), filepath.Join(dir, "none", "a.db"))
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "the folder it should be in") {
		t.Errorf("error %v", err)
	}
}

// foreign makes a database of another program.
func foreign(t *testing.T, path, journal string, id int) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{
		fmt.Sprintf("pragma application_id = %d", id), "pragma journal_mode = " + journal,
		"create table goose_db_version (id integer primary key, version_id integer, is_applied integer)",
		"insert into goose_db_version values (1, 1, 1)", "create table bulk (x)", "insert into bulk values (randomblob(50000))",
	} {
		if _, err := db.Exec(q); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func closed(t testing.TB, s *sqlite.Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// listing returns what is in a folder: names with sums of the files' bytes.
func listing(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range entries {
		out[e.Name()] = e.Type().String()
		if !e.Type().IsRegular() {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = fmt.Sprintf("%x", sha256.Sum256(data))
	}
	return out
}

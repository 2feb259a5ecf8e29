package sqlite

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/readout/readout/internal/storetest"
)

// with returns the migrations of this version and one more.
func with(t *testing.T, step string) fs.FS {
	t.Helper()
	out := fstest.MapFS{"00999_more.sql": {Data: []byte("-- +goose Up\n" + step)}}
	names, err := fs.Glob(schema(), "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(schema(), name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = &fstest.MapFile{Data: data}
	}
	return out
}

// older makes a ledger of this version with one record in it.
func older(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Add(t.Context(), storetest.Sample(0)); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAnOlderLedgerIsBroughtUpToDate(t *testing.T) {
	path := older(t)
	s, err := open(t.Context(), path, with(t, "create table more (x);\ninsert into more values (7);"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var x int
	if err := s.db.QueryRow("select x from more").Scan(&x); err != nil || x != 7 {
		t.Errorf("got %d, %v", x, err)
	}
	if _, err := s.Record(t.Context(), storetest.Sample(0).Article.ID); err != nil {
		t.Error(err)
	}
}

func TestALedgerOfANewerVersionIsRefused(t *testing.T) {
	path := older(t)
	s, err := open(t.Context(), path, with(t, "create table more (x);"))
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	_, err = Open(t.Context(), path)
	if !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "version 999") {
		t.Errorf("error %v, want one that names the file and version 999", err)
	}
}

func TestAMigrationThatFailsLeavesTheLedgerAsItWas(t *testing.T) {
	path := older(t)
	if _, err := open(t.Context(), path, with(t, "create table more (x);\ninsert into nowhere values (7);")); err == nil {
		t.Fatal("no error")
	}
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var n int
	if err := s.db.QueryRow("select count(*) from sqlite_schema where name = 'more'").Scan(&n); err != nil || n != 0 {
		t.Errorf("half of the migration is there: %d, %v", n, err)
	}
}

func TestALedgerWithoutItsVersionIsRefused(t *testing.T) {
	path := older(t)
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec("drop table goose_db_version"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if _, err := Open(t.Context(), path); !errors.Is(err, ErrNotLedger) {
		t.Errorf("error %v, want %v", err, ErrNotLedger)
	}
}

func TestALedgerIsSetUpForSafety(t *testing.T) {
	s, err := Open(t.Context(), older(t))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for pragma, want := range map[string]string{
		"application_id": "1380208468", "journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000",
	} {
		var got string
		if err := s.db.QueryRow("pragma " + pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s = %s, %v; want %s", pragma, got, err, want)
		}
	}
	if applicationID != 1380208468 {
		t.Error("the program and the migration disagree about application_id")
	}
}

// The indexes that a large ledger needs are used and the search index agrees with the text.
func TestTheSearchIndexFollowsReplacedRecords(t *testing.T) {
	s, err := Open(t.Context(), Memory)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, version := range []string{"1", "2", "3"} {
		for n := range 3 {
			r := storetest.Sample(n)
			r.Coder.Version = version
			r.Statements[0].Speaker.Name = "Speaker " + version
			if _, err := s.Add(t.Context(), r); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := s.db.Exec("insert into passage_words (passage_words, rank) values ('integrity-check', 1)"); err != nil {
		t.Error(err)
	}
	for _, table := range []string{"entry", "entry_actor", "passage"} {
		var n, want int
		if err := s.db.QueryRow("select count(*) from " + table).Scan(&n); err != nil {
			t.Fatal(err)
		}
		want = map[string]int{"entry": 3 * 14, "passage": 3 * 7}[table]
		if want != 0 && n != want {
			t.Errorf("%s has %d rows, want %d", table, n, want)
		}
	}
}

func TestQueriesUseTheirIndexes(t *testing.T) {
	s, err := Open(t.Context(), Memory)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for query, index := range map[string]string{
		"select number from entry where kind = 'meeting' order by first desc, article, position": "entry_by_kind",
		"select entry from entry_actor where actor = 'usa'":                                      "entry_actor_by_actor",
		"select entry from entry_actor where country = 'usa'":                                    "entry_actor_by_country",
		"select entry from entry_actor where folded = 'usa'":                                     "entry_actor_by_name",
		"select id, record from article where (day, id) > ('', '') order by day, id":             "article_by_day",
	} {
		rows, err := s.db.Query("explain query plan " + query)
		if err != nil {
			t.Fatal(err)
		}
		plan, err := collect(rows, func(scan func(...any) error) (detail string, err error) {
			var a, b, c int
			return detail, scan(&a, &b, &c, &detail)
		})
		if err != nil || !strings.Contains(strings.Join(plan, "; "), index) {
			t.Errorf("%s: %q, %v; want index %s", query, plan, err, index)
		}
	}
}

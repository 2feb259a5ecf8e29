package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// Memory is the path of a ledger that lives as long as its Store.
const Memory = ":memory:"

// Reasons for which Open refuses a file; its errors wrap them.
var (
	ErrNotLedger = errors.New("not a readout ledger")
	ErrNewer     = errors.New("ledger of a newer version of readout")
)

// connections is how many goroutines read a ledger at once; more wait for their turn.
const connections = 4

// Store is an open ledger. Its methods may be called by several goroutines at once.
type Store struct {
	db      *sql.DB
	writing chan struct{} // holds a token while one of our goroutines writes
}

// Open opens the ledger at path, which it makes if there is no such file and
// brings up to date if an older version of readout made it.
func Open(ctx context.Context, path string) (*Store, error) {
	s, err := open(ctx, path, schema())
	if err != nil {
		return nil, fmt.Errorf("open ledger %q: %w", path, err)
	}
	return s, nil
}

func open(ctx context.Context, path string, migrations fs.FS) (*Store, error) {
	if path == Memory {
		return prepare(ctx, "file::memory:", 1, migrations)
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	exists, err := lookAt(absolute)
	if err != nil {
		return nil, err
	}
	uri := fileURI(absolute)
	if exists {
		if err := mustBeLedger(ctx, uri); err != nil {
			return nil, err
		}
	}
	return prepare(ctx, uri, connections, migrations)
}

// lookAt reports whether there is something in the file. One without a byte in
// it is as good as none.
func lookAt(path string) (exists bool, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(path)); err != nil {
			return false, fmt.Errorf("the folder it should be in: %w", reason(err))
		}
		return false, nil
	case err != nil:
		return false, reason(err)
	case info.IsDir():
		return false, fmt.Errorf("%w: a folder", ErrNotLedger)
	case !info.Mode().IsRegular():
		return false, fmt.Errorf("%w: not a regular file", ErrNotLedger)
	}
	return info.Size() > 0, nil
}

// reason leaves out of an error the path, which the message names already.
func reason(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

// fileURI writes an absolute path as SQLite reads it, whatever signs are in it.
func fileURI(path string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	return "file://" + (&url.URL{Path: slashed}).EscapedPath()
}

// prepare connects to a new database or to one that is a ledger, and migrates it.
func prepare(ctx context.Context, uri string, conns int, migrations fs.FS) (_ *Store, err error) {
	db, err := sql.Open("sqlite", uri+"?_txlock=immediate&_pragma=busy_timeout(5000)&_pragma=foreign_keys(on)&_pragma=synchronous(full)")
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_ = db.Close() // the first error says more
		}
	}()
	db.SetMaxOpenConns(1) // for migrate
	if err := migrate(ctx, db, migrations); err != nil {
		return nil, err
	}
	if err := useLog(ctx, db); err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(conns)
	db.SetMaxIdleConns(conns)
	return &Store{db: db, writing: make(chan struct{}, 1)}, nil
}

// useLog gives the file a write-ahead log, with which readers and a writer do not
// wait for each other. Where the file system cannot have one, and for a ledger in
// memory, SQLite keeps its rollback journal, which is as safe. So it does while
// another process uses a ledger just made; a later Open sees to it then.
func useLog(ctx context.Context, db *sql.DB) error {
	err := whileBusy(ctx, func() error {
		var mode string
		if err := db.QueryRowContext(ctx, "pragma journal_mode").Scan(&mode); err != nil || mode == "wal" {
			return err
		}
		return db.QueryRowContext(ctx, "pragma journal_mode = wal").Scan(&mode)
	})
	if isBusy(err) {
		return nil
	}
	return err
}

// Close closes the ledger. Iterators in use end with an error.
func (s *Store) Close() error { return s.db.Close() }

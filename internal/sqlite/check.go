package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// applicationID is the number in the header of every ledger. The first migration
// writes it before the file gets its log, so that it always stands in the file
// itself.
const applicationID = 1380208468

// mustBeLedger looks at the header of a file. An immutable database is one for
// which SQLite takes no locks and neither reads nor makes any file beside it. A
// log that was being copied into the file when its process died can leave a
// header that promises more pages than there are yet; writable_schema, which
// writes nothing by itself, has SQLite read the header all the same.
//
// The file is read through SQLite and not by os.ReadFile because closing a file
// drops all the POSIX locks that this process has on it, those of another Store
// included.
func mustBeLedger(ctx context.Context, uri string) error {
	db, err := sql.Open("sqlite", uri+"?mode=ro&immutable=1&_pragma=writable_schema(on)")
	if err != nil {
		return err
	}
	defer db.Close()
	var id int32
	err = db.QueryRowContext(ctx, "pragma application_id").Scan(&id)
	switch {
	case code(err) == codes.SQLITE_NOTADB:
		return fmt.Errorf("%w: not a SQLite database", ErrNotLedger)
	case err != nil:
		return err
	case id != applicationID:
		return fmt.Errorf("%w: a database of another program (application_id %d)", ErrNotLedger, id)
	}
	return nil
}

// code returns the primary result code of an error of SQLite, 0 for any other.
func code(err error) int {
	var e *driver.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var embedded embed.FS

// schema returns the migrations that make a ledger of this version.
func schema() fs.FS {
	sub, err := fs.Sub(embedded, "migrations")
	if err != nil {
		panic(err) // only for a path that is not valid
	}
	return sub
}

// migrate brings the schema up to date, all steps in one transaction: a ledger
// is of the old version or of the new one and never between. It leaves a ledger
// alone that is up to date.
func migrate(ctx context.Context, db *sql.DB, migrations fs.FS) error {
	lock := &transaction{}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, migrations,
		goose.WithDisableGlobalRegistry(true),
		goose.WithLogger(goose.NopLogger()),
		goose.WithSessionLocker(lock),
		goose.WithIsolateDDL(true)) // goose begins no transactions within ours
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	sources := provider.ListSources()
	lock.target = sources[len(sources)-1].Version
	current, err := versionOf(ctx, db)
	switch {
	case err != nil:
		return fmt.Errorf("read the version of its schema: %w", err)
	case current > lock.target:
		return fmt.Errorf("%w: its schema has version %d, this readout knows versions up to %d", ErrNewer, current, lock.target)
	case current == lock.target:
		return nil
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("bring its schema from version %d to %d: %w", current, lock.target, err)
	}
	return nil
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// versionOf returns the version of the schema, 0 for a database without tables.
func versionOf(ctx context.Context, db querier) (version int64, err error) {
	var tables, versioned int
	const count = "select count(*), count(*) filter (where name = 'goose_db_version') from sqlite_schema"
	if err := db.QueryRowContext(ctx, count).Scan(&tables, &versioned); err != nil {
		return 0, err
	}
	switch {
	case tables == 0:
		return 0, nil
	case versioned == 0:
		return 0, fmt.Errorf("%w: it has tables but no version", ErrNotLedger)
	}
	err = db.QueryRowContext(ctx, "select coalesce(max(version_id), 0) from goose_db_version where is_applied").Scan(&version)
	return version, err
}

// transaction is the lock that goose takes before it looks for what to do: a
// write transaction on the connection that it migrates with. Another process that
// opens the ledger meanwhile waits and then finds nothing to do.
type transaction struct{ target int64 }

// SessionLock begins the transaction.
func (*transaction) SessionLock(ctx context.Context, conn *sql.Conn) error {
	return whileBusy(ctx, func() error {
		_, err := conn.ExecContext(ctx, "begin immediate")
		return err
	})
}

// SessionUnlock commits if the migrations came to their end, which is when the
// last of them is marked as applied, and else undoes them all.
func (t *transaction) SessionUnlock(ctx context.Context, conn *sql.Conn) error {
	if version, err := versionOf(ctx, conn); err == nil && version == t.target {
		_, err := conn.ExecContext(ctx, "commit")
		return err
	}
	_, err := conn.ExecContext(ctx, "rollback")
	return err
}

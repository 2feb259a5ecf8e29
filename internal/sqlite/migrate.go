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
// is of the old version or of the new one and never between, and another process
// that opens it meanwhile waits and then finds nothing to do. It leaves a ledger
// alone that is up to date.
//
// Goose has no way to put all that it does into one transaction. So the database
// must have one connection at this time, which is in a transaction already when
// goose gets it, and goose is told to begin none (WithIsolateDDL).
func migrate(ctx context.Context, db *sql.DB, migrations fs.FS) error {
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, migrations,
		goose.WithDisableGlobalRegistry(true),
		goose.WithLogger(goose.NopLogger()),
		goose.WithIsolateDDL(true))
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	sources := provider.ListSources()
	target := sources[len(sources)-1].Version
	current, err := versionOf(ctx, db)
	switch {
	case err != nil:
		return fmt.Errorf("read the version of its schema: %w", err)
	case current > target:
		return fmt.Errorf("%w: its schema has version %d, this readout knows versions up to %d", ErrNewer, current, target)
	case current == target:
		return nil
	}
	err = inOneTransaction(ctx, db, func() error {
		_, err := provider.Up(ctx)
		return err
	})
	if err != nil {
		return fmt.Errorf("bring its schema from version %d to %d: %w", current, target, err)
	}
	return nil
}

// versionOf returns the version of the schema, 0 for a database without tables.
func versionOf(ctx context.Context, db *sql.DB) (version int64, err error) {
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

// inOneTransaction has the only connection of a database in a write transaction
// while do uses it.
func inOneTransaction(ctx context.Context, db *sql.DB, do func() error) error {
	err := whileBusy(ctx, func() error {
		_, err := db.ExecContext(ctx, "begin immediate")
		return err
	})
	if err != nil {
		return err
	}
	if err := do(); err != nil {
		_, _ = db.ExecContext(context.WithoutCancel(ctx), "rollback") // the first error says more
		return err
	}
	_, err = db.ExecContext(ctx, "commit")
	return err
}

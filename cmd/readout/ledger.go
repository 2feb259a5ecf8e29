package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/sqlite"
)

func addLedgerFlag(cmd *cobra.Command, path *string) {
	cmd.Flags().StringVar(path, "db", "", "the ledger's `file`; else $READOUT_DB, else readout.db in the user's data folder")
}

// ledgerPath is the file of the ledger: what the user gave, or else $READOUT_DB, or else the user's own.
func ledgerPath(given string) (path string, own bool, err error) {
	if given == "" {
		given = os.Getenv("READOUT_DB")
	}
	if given != "" {
		return given, false, nil
	}
	folder := os.Getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(folder) { // as the XDG Base Directory Specification says
		home, err := os.UserHomeDir()
		if err != nil {
			return "", false, usagef("where is the ledger? Name it with --db or READOUT_DB (%v)", err)
		}
		folder = filepath.Join(home, ".local", "share")
	}
	return filepath.Join(folder, "readout", "readout.db"), true, nil
}

// openToWrite opens the ledger, and makes it where there is none.
func openToWrite(ctx context.Context, given string) (*sqlite.Store, error) {
	path, own, err := ledgerPath(given)
	if err != nil {
		return nil, err
	}
	if own {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return nil, fmt.Errorf("make the folder of the ledger: %w", err)
		}
	}
	return sqlite.Open(ctx, path)
}

// openToRead opens a ledger that is there.
func openToRead(ctx context.Context, given string) (*sqlite.Store, error) {
	path, own, err := ledgerPath(given)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0 && !info.IsDir() {
		where := " --db " + shellQuote(path)
		if own {
			where = ""
		}
		return nil, fmt.Errorf("there is no ledger at %s. Make it with \"readout add FILE…%s\", or name another with --db",
			printable(path), where)
	}
	return sqlite.Open(ctx, path)
}

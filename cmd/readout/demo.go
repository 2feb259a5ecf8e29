package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/coder"
	"github.com/readout/readout/examples"
	"github.com/readout/readout/internal/brief"
	"github.com/readout/readout/internal/sqlite"
	"github.com/readout/readout/internal/store"
)

// The states that the bundled examples are about.
const demoA, demoB = "USA", "CHN"

func newDemoCommand() *cobra.Command {
	var db string
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Code the bundled examples into a fresh ledger, print the brief and say what to try next",
		Args:  noArguments,
	}
	cmd.Flags().StringVar(&db, "db", "", "the `file` of the ledger to make, which must not exist; else one in a new temporary folder")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return demo(cmd, db) }
	return cmd
}

func demo(cmd *cobra.Command, db string) (err error) {
	started := time.Now()
	if db, err = freshLedger(db); err != nil {
		return err
	}
	ledger, err := sqlite.Open(cmd.Context(), db)
	if err != nil {
		return err
	}
	defer func() {
		if closing := ledger.Close(); err == nil {
			err = closing
		}
	}()
	inputs, err := bundled()
	if err != nil {
		return err
	}
	err = codeEach(cmd, inputs, coder.Options{}, facts{}, func(r readout.Record) error {
		_, err := ledger.Add(cmd.Context(), r)
		return err
	})
	if err != nil {
		return err
	}
	if isTerminal(cmd.ErrOrStderr()) {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s coded in %.1f s\n", counted(len(inputs), "article", "articles"), time.Since(started).Seconds())
	}
	return writeDemo(cmd.Context(), screenOf(cmd.OutOrStdout()), ledger, db, len(inputs))
}

// freshLedger is the path of a ledger that is not there yet.
func freshLedger(path string) (string, error) {
	if path == "" {
		folder, err := os.MkdirTemp("", "readout-demo-")
		if err != nil {
			return "", fmt.Errorf("make a folder for the ledger: %w", err)
		}
		return filepath.Join(folder, "readout.db"), nil
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		if err != nil {
			return "", fmt.Errorf("make a ledger at %s: %w", printable(path), withoutPath(err))
		}
		return "", usagef("there is something at %s already, and the demonstration wants a ledger of its own", printable(path))
	}
	return path, nil
}

// bundled is the examples that the program carries.
func bundled() ([]input, error) {
	files, err := fs.Glob(examples.Files, "*.txt")
	if err != nil {
		return nil, fmt.Errorf("list the examples: %w", err)
	}
	var out []input
	for _, name := range files {
		out = append(out, input{name: name, open: func(context.Context) (io.ReadCloser, error) { return examples.Files.Open(name) }})
	}
	return out, nil
}

func writeDemo(ctx context.Context, s screen, ledger *sqlite.Store, db string, articles int) error {
	var records []readout.Record
	for r, err := range ledger.Records(ctx) {
		if err != nil {
			return err
		}
		records = append(records, r)
	}
	if err := brief.WriteDyad(s, records, demoA, demoB, brief.Options{Width: s.width, Colour: s.colour}); err != nil {
		return err
	}
	id, err := anEntry(ctx, ledger)
	if err != nil {
		return err
	}
	return writeNext(s, db, id, articles)
}

// anEntry is the ID of an entry worth explaining: the latest meeting that the two states held, if there is one.
func anEntry(ctx context.Context, ledger *sqlite.Store) (string, error) {
	for _, kind := range []struct {
		kind   readout.Kind
		status string
	}{{readout.KindMeeting, string(readout.Held)}, {readout.KindStatement, ""}} {
		for f, err := range ledger.Entries(ctx, store.Query{Kind: kind.kind, Status: kind.status, Actors: []string{demoA, demoB}, Limit: 1}) {
			return f.ID, err
		}
	}
	return "", nil
}

// next is a command to try.
type next struct{ args, why string }

func writeNext(s screen, db, id string, articles int) error {
	commands := []next{
		{"show meetings --with US --with China", "who met whom"},
		{`search '"red line"'`, "where those words stand"},
		{"explain " + id, "why an entry is there"},
		{"serve", "the same in a browser"},
		{"add FILE", "an article of yours"},
	}
	if id == "" {
		commands = slices.DeleteFunc(commands, func(n next) bool { return strings.HasPrefix(n.args, "explain") })
	}
	var out strings.Builder
	fmt.Fprintf(&out, "\n%s\n  The ledger of these %d articles is %s\n\n", s.bold("TRY NEXT"), articles, printable(db))
	for _, c := range commands {
		fmt.Fprintf(&out, "  # %s\n  readout %s --db %s\n", c.why, c.args, shellQuote(db))
	}
	_, err := io.WriteString(s, out.String())
	return err
}

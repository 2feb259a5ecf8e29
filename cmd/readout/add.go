package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/store"
)

func newAddCommand() *cobra.Command {
	var db string
	cmd := &cobra.Command{
		Use:   "add FILE…|DIR|URL|-",
		Short: "Code articles into the ledger",
		Long: `Add codes articles as "readout code" does and keeps what it read in the ledger, which it makes if
there is none. An article that the ledger holds already changes nothing, unless it is read
differently now: then the new record takes the place of the old.`,
		Example: `  readout add reports/ --db talks.db`,
		Args:    oneOrMore("an article: a file, a folder, an address or - for standard input"),
	}
	addLedgerFlag(cmd, &db)
	read, options := addFactFlags(cmd), addCoderFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, paths []string) (err error) {
		f, err := read()
		if err != nil {
			return err
		}
		o, err := options()
		if err != nil {
			return err
		}
		inputs, err := gather(paths, cmd.InOrStdin())
		if err != nil {
			return err
		}
		ledger, err := openToWrite(cmd.Context(), db)
		if err != nil {
			return err
		}
		defer func() {
			if closing := ledger.Close(); err == nil {
				err = closing
			}
		}()
		t := tally{results: map[store.Result]int{}}
		s := screenOf(cmd.OutOrStdout())
		err = codeEach(cmd, inputs, o, f, func(r readout.Record) error {
			result, err := ledger.Add(cmd.Context(), r)
			if err != nil {
				return err
			}
			t.count(result, r)
			_, err = fmt.Fprintln(s, addedLine(result, r, s.width))
			return err
		})
		if t.articles > 0 {
			fmt.Fprintln(s, t)
		}
		return err
	}
	return cmd
}

func addedLine(result store.Result, r readout.Record, width int) string {
	front := fmt.Sprintf("%-9s  %s  ", result, r.Article.ID)
	counts := entryCounts(r)
	title := shorten(oneLine(r.Article.Title), max(20, width-columns(front)-columns(counts)-2))
	return front + title + "  " + counts
}

// entryCounts says how many entries of the main kinds a record holds.
func entryCounts(r readout.Record) string {
	var parts []string
	for _, c := range []struct {
		n         int
		one, many string
	}{
		{len(r.Meetings), "meeting", "meetings"},
		{len(r.Visits), "visit", "visits"},
		{len(r.Agreements), "agreement", "agreements"},
		{len(r.Statements), "statement", "statements"},
	} {
		if c.n > 0 {
			parts = append(parts, counted(c.n, c.one, c.many))
		}
	}
	if len(parts) == 0 {
		return "nothing found"
	}
	return strings.Join(parts, ", ")
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// tally counts what adding did.
type tally struct {
	articles, entries int
	results           map[store.Result]int
}

func (t *tally) count(result store.Result, r readout.Record) {
	t.articles++
	t.results[result]++
	t.entries += len(r.Meetings) + len(r.Visits) + len(r.Statements) + len(r.Agreements) + len(r.Positions) +
		len(r.Incidents) + len(r.Expectations) + len(r.Assessments) + len(r.Events)
}

func (t tally) String() string {
	var parts []string
	for _, result := range []store.Result{store.Added, store.Replaced, store.Unchanged} {
		if n := t.results[result]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, result))
		}
	}
	return fmt.Sprintf("%s: %s; %s", counted(t.articles, "article", "articles"), strings.Join(parts, ", "),
		counted(t.entries, "entry", "entries"))
}

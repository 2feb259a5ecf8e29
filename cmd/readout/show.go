package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/sqlite"
	"github.com/readout/readout/internal/store"
)

// showArticles is the one thing that show lists and that is no kind of entry.
const showArticles = "articles"

// showOptions are the flags of show.
type showOptions struct {
	db, format string
	with       []string
	from, to   string
	issue      string
	limit      int
	own        []fs.FS
}

func newShowCommand() *cobra.Command {
	var o showOptions
	var kinds []string
	for _, l := range lists() {
		kinds = append(kinds, l.plural)
	}
	cmd := &cobra.Command{
		Use:   "show KIND",
		Short: "List the entries of the ledger, the latest first",
		Long: `Show lists what the ledger holds of a kind, the latest first: ` + strings.Join(kinds[:6], ", ") + `,
` + strings.Join(kinds[6:], ", ") + ` or articles.

A date in brackets is that of the article: the entry has none of its own. The ID that ends a line
is what "readout explain" takes.

--with keeps entries in which an actor takes part: a country by its code or name, which stands for all who
act for it, a person or an organisation. Given several times, all of them must take part.`,
		Example: `  readout show meetings --with US --with China --from 2023
  readout show statements --with "Antony Blinken" --limit 20
  readout show positions --issue Taiwan`,
		Args:      exactlyOne("what to show"),
		ValidArgs: append(kinds, showArticles),
	}
	addLedgerFlag(cmd, &o.db)
	cmd.Flags().StringArrayVar(&o.with, "with", nil, "only entries with this `actor`: a code or a name; may be repeated")
	cmd.Flags().StringVar(&o.from, "from", "", "only from this `date` on: YYYY, YYYY-MM or YYYY-MM-DD")
	cmd.Flags().StringVar(&o.to, "to", "", "only up to this `date`")
	cmd.Flags().StringVar(&o.issue, "issue", "", "only entries whose words name this `issue`: its name in the table of issues, or a phrase for it")
	cmd.Flags().IntVar(&o.limit, "limit", 0, "at most so many; 0 for all")
	cmd.Flags().StringVar(&o.format, "format", "table", "table or jsonl")
	folders := addLexiconFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, what []string) (err error) {
		if o.own, err = folders(); err != nil {
			return err
		}
		return show(cmd, what[0], o)
	}
	return cmd
}

func show(cmd *cobra.Command, what string, o showOptions) error {
	if err := oneOf("format", o.format, "table", "jsonl"); err != nil {
		return err
	}
	if o.limit < 0 {
		return usagef("--limit: want 0 or more, not %d", o.limit)
	}
	if what == showArticles {
		return showSources(cmd, o)
	}
	l, ok := listOf(what)
	if !ok {
		return usagef("nothing to show is called %q: want %s", what, strings.Join(cmd.ValidArgs, ", "))
	}
	q, err := o.query(l.kind)
	if err != nil {
		return err
	}
	ledger, err := openToRead(cmd.Context(), o.db)
	if err != nil {
		return err
	}
	defer ledger.Close()
	found, err := showEntries(cmd.Context(), cmd.OutOrStdout(), ledger, l, q, o.format)
	if err == nil && found == 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "readout: no %s found%s\n", what, o.described())
	}
	return err
}

// query asks a store for what the flags ask for.
func (o showOptions) query(kind readout.Kind) (store.Query, error) {
	q := store.Query{Kind: kind, Limit: o.limit}
	var err error
	if q.From, q.To, err = o.days(); err != nil {
		return q, err
	}
	if len(o.with) == 0 && o.issue == "" {
		return q, nil
	}
	lex, err := lexicon.Load(o.own...)
	if err != nil {
		return q, err
	}
	for _, name := range o.with {
		if strings.TrimSpace(name) == "" {
			return q, usagef("--with: no name given")
		}
		q.Actors = append(q.Actors, actorOf(lex, name))
	}
	if o.issue != "" {
		var ok bool
		if q.Topic, ok = lex.IssueCalled(o.issue); !ok {
			return q, usagef("--issue: no issue is called %q; \"readout lexicon issues\" lists them", o.issue)
		}
	}
	return q, nil
}

func (o showOptions) days() (from, to readout.Date, err error) {
	for _, f := range []struct {
		flag, value string
		date        *readout.Date
	}{{"from", o.from, &from}, {"to", o.to, &to}} {
		if f.value == "" {
			continue
		}
		if *f.date, err = readout.ParseDate(f.value); err != nil {
			return from, to, usagef("--%s: %v", f.flag, err)
		}
	}
	if !from.IsZero() && !to.IsZero() && to.Last().Before(from.First()) {
		return from, to, usagef("--to %s is before --from %s", to, from)
	}
	return from, to, nil
}

// described says what narrowed a search that found nothing.
func (o showOptions) described() string {
	var out strings.Builder
	for i, name := range o.with {
		out.WriteString([]string{" with ", " and "}[min(i, 1)] + printable(name))
	}
	if o.issue != "" {
		out.WriteString(" on " + printable(o.issue))
	}
	if o.from != "" {
		out.WriteString(" from " + o.from)
	}
	if o.to != "" {
		out.WriteString(" to " + o.to)
	}
	return out.String()
}

func showEntries(ctx context.Context, w io.Writer, ledger *sqlite.Store, l list, q store.Query, format string) (int, error) {
	if format == "jsonl" {
		return writeEntries(ctx, w, ledger, q)
	}
	s := screenOf(w)
	t := table{header: l.header, words: l.words}
	limit := q.Limit
	if l.kind == readout.KindActor {
		q.Limit = 0 // an actor has a line for all its articles
	}
	seen := map[string]bool{}
	for f, err := range ledger.Entries(ctx, q) {
		if err != nil {
			return 0, err
		}
		if l.kind == readout.KindActor && seen[f.ID] {
			continue
		}
		if limit > 0 && len(t.rows) == limit {
			break
		}
		seen[f.ID] = true
		cells, err := l.cells(f)
		if err != nil {
			return 0, err
		}
		t.rows = append(t.rows, append(cells, f.ID))
	}
	return len(t.rows), t.write(s)
}

// entryLine is a line of JSON: an entry with the article it was read from.
type entryLine struct {
	Kind    readout.Kind    `json:"kind"`
	Article articleLine     `json:"article"`
	Entry   json.RawMessage `json:"entry"`
}

// articleLine is an article in a line of JSON.
type articleLine struct {
	ID        string               `json:"id"`
	Title     string               `json:"title"`
	Publisher string               `json:"publisher,omitempty"`
	Published readout.Date         `json:"published,omitzero"`
	URL       string               `json:"url,omitempty"`
	Entries   map[readout.Kind]int `json:"entries,omitempty"`
}

func articleLineOf(s store.Source) articleLine {
	return articleLine{ID: s.ID, Title: s.Title, Publisher: s.Publisher, Published: s.Published, URL: s.URL}
}

func writeEntries(ctx context.Context, w io.Writer, ledger *sqlite.Store, q store.Query) (n int, err error) {
	out := bufio.NewWriter(w)
	e := json.NewEncoder(out)
	for f, err := range ledger.Entries(ctx, q) {
		if err != nil {
			return n, err
		}
		n++
		if err := e.Encode(entryLine{f.Kind, articleLineOf(f.Article), f.JSON}); err != nil {
			return n, err
		}
	}
	return n, out.Flush()
}

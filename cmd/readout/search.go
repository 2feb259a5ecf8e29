package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/store"
)

func newSearchCommand() *cobra.Command {
	var db string
	var limit int
	cmd := &cobra.Command{
		Use:   "search WORDS…",
		Short: "Find paragraphs and statements of the ledger by their words",
		Long: `Search finds the paragraphs in which all the words stand, the best first. Words in quotation marks are
a phrase, and a star lets a word go on. Case and accents make no difference. Matches are bold on a terminal
and stand between *asterisks* elsewhere.`,
		Example: `  readout search red line
  readout search '"red line"' 'Taiw*'`,
		Args: oneOrMore("words to search for"),
	}
	addLedgerFlag(cmd, &db)
	cmd.Flags().IntVar(&limit, "limit", 20, "at most so many; 0 for all")
	cmd.RunE = func(cmd *cobra.Command, words []string) error {
		query := strings.Join(words, " ")
		if len(store.Terms(query)) == 0 {
			return usagef("nothing to search for in %q: give a word with a letter or a digit", query)
		}
		if limit < 0 {
			return usagef("--limit: want 0 or more, not %d", limit)
		}
		ledger, err := openToRead(cmd.Context(), db)
		if err != nil {
			return err
		}
		defer ledger.Close()
		hits, err := ledger.Search(cmd.Context(), query, limit)
		if err != nil {
			return err
		}
		if len(hits) == 0 {
			fmt.Fprintf(cmd.ErrOrStderr(), "readout: nothing found for %q\n", query)
		}
		return writeHits(screenOf(cmd.OutOrStdout()), hits)
	}
	return cmd
}

func writeHits(s screen, hits []store.Hit) error {
	out := bufio.NewWriter(s)
	for i, h := range hits {
		if i > 0 {
			out.WriteByte('\n')
		}
		where := blockName(h.Kind, h.Paragraph) + " of " + h.Article.ID
		source := sourceLine(h.Article)
		fmt.Fprintf(out, "%s  %s\n", s.bold(shorten(source, max(24, s.width-columns(where)-2))), s.dim(where))
		for _, line := range wrapMarked(marked(h.Snippet), s.width-4, s) {
			out.WriteString("    " + line + "\n")
		}
		if len(h.Statements) > 0 {
			fmt.Fprintf(out, "    %s\n", s.dim("said in "+strings.Join(h.Statements, ", ")))
		}
	}
	return out.Flush()
}

// sourceLine names an article: title, publisher, date.
func sourceLine(a store.Source) string {
	line := oneLine(a.Title)
	if line == "" {
		line = "Untitled"
	}
	var more []string
	if p := oneLine(a.Publisher); p != "" {
		more = append(more, p)
	}
	if !a.Published.IsZero() {
		more = append(more, a.Published.String())
	}
	if len(more) > 0 {
		line += " (" + strings.Join(more, ", ") + ")"
	}
	return line
}

// blockName says where in an article a paragraph stands.
func blockName(kind readout.ParagraphKind, number int) string {
	if kind == readout.Body {
		return fmt.Sprintf("paragraph %d", number)
	}
	return string(kind)
}

// marked cuts a snippet at its marks.
func marked(snippet store.Snippet) []stretch {
	var out []stretch
	at := 0
	for _, m := range snippet.Marks {
		out = append(out, stretch{snippet.Text[at:m.Start], false}, stretch{snippet.Text[m.Start:m.End], true})
		at = m.End
	}
	return append(out, stretch{snippet.Text[at:], false})
}

package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/coder"
	"github.com/readout/readout/internal/text"
)

func newTreeCommand() *cobra.Command {
	published := ""
	layers := false
	cmd := &cobra.Command{
		Use: "tree", Short: "Read text from standard input, a paragraph a line, and write its trees as CoNLL-U", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			a, err := articleOf(cmd.InOrStdin(), published)
			if err != nil {
				return err
			}
			c, err := coder.New()
			if err != nil {
				return err
			}
			d, err := c.Doc(cmd.Context(), a)
			if err != nil {
				return err
			}
			if layers {
				writeLayers(cmd.OutOrStdout(), d)
			}
			return text.WriteCoNLLU(cmd.OutOrStdout(), d)
		},
	}
	cmd.Flags().StringVar(&published, "published", "", "date of publication")
	cmd.Flags().BoolVar(&layers, "layers", false, "list mentions, times, statements and deeds first")
	return cmd
}

// articleOf makes an article of plain lines, each a paragraph of the body.
func articleOf(r io.Reader, published string) (readout.Article, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return readout.Article{}, fmt.Errorf("read standard input: %w", err)
	}
	a := readout.Article{Name: "standard input", Text: string(b)}
	a.ID = readout.ArticleID(a.Text)
	if published != "" {
		if a.Published, err = readout.ParseDate(published); err != nil {
			return readout.Article{}, err
		}
	}
	start, number := 0, 0
	runes := []rune(a.Text)
	for i := 0; i <= len(runes); i++ {
		if i < len(runes) && runes[i] != '\n' {
			continue
		}
		if i > start {
			number++
			a.Paragraphs = append(a.Paragraphs, readout.Paragraph{Kind: readout.Body, Number: number, Start: start, End: i})
		}
		start = i + 1
	}
	return a, nil
}

func writeLayers(w io.Writer, d *text.Doc) {
	for _, m := range d.Mentions {
		fmt.Fprintf(w, "# mention %-9s %q", m.Kind, d.Slice(d.TokensSpan(m.First, m.Last)))
		for _, a := range m.Actors() {
			fmt.Fprintf(w, " = %s (%s, %s)", d.Actors[a].Name, d.Actors[a].Country, d.Actors[a].Office)
		}
		fmt.Fprintln(w)
	}
	for _, t := range d.Times {
		fmt.Fprintf(w, "# time %q %s %s %d min\n", d.Slice(t.Span), t.Value, t.Date, t.Minutes)
	}
	for _, p := range d.Places {
		fmt.Fprintf(w, "# place %q %s %s\n", d.Slice(p.Span), p.Place.Name, p.Place.Country)
	}
	for _, s := range d.Statements {
		fmt.Fprintf(w, "# statement %s, %s, %s: %q\n", d.Actors[s.Speaker].Name, s.Form, s.Rule, d.Slice(s.Content))
	}
	for _, x := range d.Deeds {
		fmt.Fprintf(w, "# deed %s %s %s %s %s: %q by", x.Kind, x.Status, x.Date, x.Agreed+x.Type, x.Rule, d.Slice(x.Evidence))
		for _, a := range append(append([]int{}, x.Parties...), x.Targets...) {
			fmt.Fprintf(w, " %s", d.Actors[a].Name)
		}
		fmt.Fprintln(w)
	}
}

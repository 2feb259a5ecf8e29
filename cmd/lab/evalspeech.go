package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/coder"
	"github.com/readout/readout/internal/score"
	"github.com/readout/readout/internal/text"
)

func newEvalSpeechCommand() *cobra.Command {
	var data string
	var verbose bool
	cmd := &cobra.Command{
		Use: "speech", Short: "Score who said what on PolNeAR", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return evalSpeech(cmd.Context(), cmd.OutOrStdout(), data, verbose)
		},
	}
	cmd.Flags().StringVar(&data, "data", "", "folder with text/NAME.txt and attributions/NAME_*.ann")
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "list the errors first")
	if err := cmd.MarkFlagRequired("data"); err != nil {
		panic(err)
	}
	return cmd
}

func newPredictSpeechCommand() *cobra.Command {
	var models string
	cmd := &cobra.Command{
		Use: "speech DIR", Short: "Write who said what in DIR/text/*.txt, or DIR/*.txt, as JSON Lines, for others to score", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := modelsOption(models)
			if err != nil {
				return err
			}
			out := json.NewEncoder(cmd.OutOrStdout())
			return eachText(cmd.Context(), args[0], o, func(name string, d *text.Doc) error {
				ours := attributions(d)
				if o.Open {
					ours = statements(d)
				}
				return out.Encode(struct {
					Doc          string              `json:"doc"`
					Attributions []score.Attribution `json:"attributions"`
				}{strings.TrimSuffix(filepath.Base(name), ".txt"), ours})
			})
		},
	}
	cmd.Flags().StringVar(&models, "models", "default", "default, or open: without models that learned from research corpora")
	return cmd
}

// modelsOption reads the value of --models.
func modelsOption(models string) (coder.Options, error) {
	switch models {
	case "default":
		return coder.Options{}, nil
	case "open":
		return coder.Options{Open: true}, nil
	}
	return coder.Options{}, fmt.Errorf("--models %q: it must be default or open", models)
}

// eachText reads the texts of a folder.
func eachText(ctx context.Context, dir string, o coder.Options, use func(name string, d *text.Doc) error) error {
	files, err := filepath.Glob(filepath.Join(dir, "text", "*.txt"))
	if err == nil && len(files) == 0 {
		files, err = filepath.Glob(filepath.Join(dir, "*.txt"))
	}
	if err != nil || len(files) == 0 {
		return fmt.Errorf("list texts in %s: no file *.txt", dir)
	}
	c, err := coder.NewWith(o)
	if err != nil {
		return err
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("read text: %w", err)
		}
		s := string(b)
		d, err := c.Doc(ctx, readout.Article{ID: readout.ArticleID(s), Name: name, Text: s, Language: "en", Paragraphs: blocks(s)})
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := use(name, d); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// attributions are what a network found to be said, thought or wanted in a document, as PolNeAR would have it.
func attributions(d *text.Doc) []score.Attribution {
	return append([]score.Attribution{}, foundIn(d, d.Attributions)...) // JSON has [] for none
}

// statements are those that the ledger would hold of a document.
func statements(d *text.Doc) []score.Attribution {
	out := []score.Attribution{}
	spans := func(s text.Span) score.Spans {
		if s.End <= s.Start {
			return score.Spans{}
		}
		e := d.Evidence(s)
		return score.Spans{{e.Start, e.End}}
	}
	for _, st := range d.Statements {
		out = append(out, score.Attribution{Source: spans(st.Source), Cue: spans(st.Cue), Content: spans(st.Content)})
	}
	return out
}

// goldAttributions reads what annotators marked in a text; of two, the first by name.
func goldAttributions(name string) ([]score.Attribution, error) {
	base := strings.TrimSuffix(filepath.Base(name), ".txt")
	files, err := filepath.Glob(filepath.Join(filepath.Dir(filepath.Dir(name)), "attributions", base+"*.ann"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no file attributions/%s*.ann", base)
	}
	f, err := os.Open(slices.Min(files))
	if err != nil {
		return nil, fmt.Errorf("read attributions: %w", err)
	}
	defer f.Close()
	gold, err := score.ReadBrat(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name(), err)
	}
	return gold, nil
}

// A speechColumn is one way to read who said what, with its score.
type speechColumn struct {
	name  string
	read  func(*text.Doc) []score.Attribution
	score score.AttributionScore
}

func evalSpeech(ctx context.Context, w io.Writer, dir string, verbose bool) error {
	found := &speechColumn{name: "attributions (default)", read: attributions}
	for _, run := range []struct {
		options coder.Options
		columns []*speechColumn
	}{
		{coder.Options{}, []*speechColumn{found, {name: "statements of the ledger (default)", read: statements}}},
		{coder.Options{Open: true}, []*speechColumn{{name: "statements of the ledger (--models open)", read: statements}}},
	} {
		err := eachText(ctx, dir, run.options, func(name string, d *text.Doc) error {
			gold, err := goldAttributions(name)
			if err != nil {
				return err
			}
			for _, c := range run.columns {
				pairs := score.PairAttributions(gold, c.read(d))
				c.score.Add(score.ScoreAttributions(pairs))
				if verbose && c == found {
					listAttributions(w, filepath.Base(name), []rune(d.Text), pairs)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		for _, c := range run.columns {
			if err := c.tell(w); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *speechColumn) tell(w io.Writer) error {
	fmt.Fprintln(w, c.name)
	for _, row := range []struct {
		name   string
		counts score.Counts
	}{{"content, overlap 0.3", c.score.Near}, {"content, overlap 0.8", c.score.Close}, {"source, cue, content", c.score.Linked}} {
		n := row.counts
		fmt.Fprintf(w, "%-22s P %5.1f  R %5.1f  F1 %5.1f  (%d of %d, %d invented)\n", row.name, 100*n.Precision(), 100*n.Recall(), 100*n.F1(), n.Found, n.Gold, n.Invented)
	}
	_, err := fmt.Fprintf(w, "source right on %.1f %% of the contents found\n\n", 100*float64(c.score.Source)/float64(max(c.score.Near.Found, 1)))
	return err
}

// listAttributions writes what was missed, invented or tied to another source.
func listAttributions(w io.Writer, name string, text []rune, pairs []score.AttributionPair) {
	for _, p := range pairs {
		switch {
		case p.Ours == nil:
			fmt.Fprintf(w, "%s\tMISSED\t%s\n", name, shownAttribution(text, *p.Gold))
		case p.Gold == nil:
			fmt.Fprintf(w, "%s\tINVENTED\t%s\n", name, shownAttribution(text, *p.Ours))
		case p.Gold.Source.Shared(p.Ours.Source) == 0 || p.Gold.Cue.Shared(p.Ours.Cue) == 0 || p.Gold.Content.Overlap(p.Ours.Content) < score.Tight:
			fmt.Fprintf(w, "%s\tDIFFERS\t%s\n\tours\t%s\n", name, shownAttribution(text, *p.Gold), shownAttribution(text, *p.Ours))
		}
	}
}

func shownAttribution(text []rune, a score.Attribution) string {
	words := func(s score.Spans) string {
		var out []string
		for _, p := range s {
			out = append(out, strings.Join(strings.Fields(string(text[p[0]:min(p[1], len(text))])), " "))
		}
		return strings.Join(out, " … ")
	}
	return fmt.Sprintf("[%s] (%s) %s", words(a.Source), words(a.Cue), words(a.Content))
}

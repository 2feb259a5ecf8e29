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
			return eachText(cmd.Context(), args[0], o, o.Open, func(name, _ string, ours []score.Attribution) error {
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

// eachText reads the attributions of the texts of a folder, or, if asked, their statements.
func eachText(ctx context.Context, dir string, o coder.Options, statements bool, use func(name, text string, ours []score.Attribution) error) error {
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
		if err := use(name, s, attributions(d, statements)); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// attributions are what is said, thought or wanted in a document as PolNeAR would have it: what the network found, or the statements
// that the ledger would hold.
func attributions(d *text.Doc, statements bool) []score.Attribution {
	out := []score.Attribution{}
	if !statements {
		return append(out, foundIn(d, d.Attributions)...)
	}
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

func evalSpeech(ctx context.Context, w io.Writer, dir string, verbose bool) error {
	for k, column := range []struct {
		name       string
		options    coder.Options
		statements bool
	}{
		{"attributions (default)", coder.Options{}, false},
		{"statements of the ledger (default)", coder.Options{}, true},
		{"statements of the ledger (--models open)", coder.Options{Open: true}, true},
	} {
		var all score.AttributionScore
		err := eachText(ctx, dir, column.options, column.statements, func(name, text string, ours []score.Attribution) error {
			gold, err := goldAttributions(name)
			if err != nil {
				return err
			}
			pairs := score.PairAttributions(gold, ours)
			all.Add(score.ScoreAttributions(pairs))
			if verbose && k == 0 {
				listAttributions(w, filepath.Base(name), []rune(text), pairs)
			}
			return nil
		})
		if err != nil {
			return err
		}
		fmt.Fprintln(w, column.name)
		tellAttributionScore(w, all)
	}
	return nil
}

func tellAttributionScore(w io.Writer, s score.AttributionScore) {
	for _, row := range []struct {
		name   string
		counts score.Counts
	}{{"content, overlap 0.3", s.Near}, {"content, overlap 0.8", s.Close}, {"source, cue, content", s.Linked}} {
		c := row.counts
		fmt.Fprintf(w, "%-22s P %5.1f  R %5.1f  F1 %5.1f  (%d of %d, %d invented)\n", row.name, 100*c.Precision(), 100*c.Recall(), 100*c.F1(), c.Found, c.Gold, c.Invented)
	}
	fmt.Fprintf(w, "source right on %.1f %% of the contents found\n\n", 100*float64(s.Source)/float64(max(s.Near.Found, 1)))
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

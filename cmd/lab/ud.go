package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/train"
	"github.com/readout/readout/model"
)

func newEvalUDCommand() *cobra.Command {
	var data, weights string
	var verbose bool
	cmd := &cobra.Command{
		Use: "ud", Short: "Score tags, lemmas and trees on the dev treebanks, given words and from raw text", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return evalUD(cmd.OutOrStdout(), data, weights, verbose) },
	}
	cmd.Flags().StringVar(&data, "data", "", "folder of treebanks, *-dev.conllu")
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "also by genre and by relation")
	cmd.Flags().StringVar(&weights, "weights", "", "weights file in the place of that in the program")
	if err := cmd.MarkFlagRequired("data"); err != nil {
		panic(err)
	}
	return cmd
}

func evalUD(w io.Writer, dir, weights string, verbose bool) error {
	banks, err := devTreebanks(dir)
	if err != nil {
		return err
	}
	language, err := loadLanguage(weights)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%-24s %7s %6s %6s %6s %6s %6s %6s %12s\n", "treebank", "words", "UPOS", "XPOS", "feats", "lemma", "UAS", "LAS", "sentences/s")
	parts := &strings.Builder{}
	for _, b := range banks {
		got := given(b.gold)
		start := time.Now()
		language.Annotate(got)
		rate := float64(len(got.Sentences)) / time.Since(start).Seconds()
		fmt.Fprintf(w, "%s %12.0f\n", accuracyRow(b.name, train.Compare(b.gold, got)), rate)
		if verbose {
			writeParts(parts, b.name, b.gold, got)
		}
	}
	if err := evalRawText(w, banks, language); err != nil {
		return err
	}
	_, err = fmt.Fprint(w, parts)
	return err
}

// loadLanguage loads a weights file, or without a name that in the program.
func loadLanguage(weights string) (*model.Language, error) {
	if weights == "" {
		return model.Load()
	}
	b, err := os.ReadFile(weights)
	if err != nil {
		return nil, fmt.Errorf("read weights: %w", err)
	}
	n, err := model.Read(b)
	if err != nil {
		return nil, fmt.Errorf("read weights %s: %w", weights, err)
	}
	return n, nil
}

func accuracyRow(name string, a train.Accuracy) string {
	percent := func(n int) float64 { return 100 * float64(n) / float64(max(a.Words, 1)) }
	return fmt.Sprintf("%-24s %7d %6.2f %6.2f %6.2f %6.2f %6.2f %6.2f", name, a.Words, percent(a.UPOS), percent(a.XPOS), percent(a.Feats),
		percent(a.Lemma), percent(a.UAS), percent(a.LAS))
}

// writeParts writes the scores of a treebank by genre and by relation.
func writeParts(w *strings.Builder, name string, gold, got *text.Doc) {
	fmt.Fprintf(w, "\n%s by genre\n", name)
	for _, g := range train.Genres(gold, got) {
		fmt.Fprintln(w, accuracyRow(g.Genre, g.Accuracy))
	}
	fmt.Fprintf(w, "\n%-24s %7s %7s %6s %6s %6s\n", name+" by relation", "gold", "given", "P", "R", "F1")
	for _, r := range train.Relations(gold, got) {
		p, recall, f := 0.0, 0.0, 0.0
		if r.Given > 0 {
			p = 100 * float64(r.Both) / float64(r.Given)
		}
		if r.Gold > 0 {
			recall = 100 * float64(r.Both) / float64(r.Gold)
		}
		if r.Both > 0 {
			f = 2 * p * recall / (p + recall)
		}
		fmt.Fprintf(w, "%-24s %7d %7d %6.1f %6.1f %6.1f\n", r.Relation, r.Gold, r.Given, p, recall, f)
	}
}

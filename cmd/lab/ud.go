package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/train"
	"github.com/readout/readout/model"
)

func newEvalUDCommand() *cobra.Command {
	var data string
	cmd := &cobra.Command{
		Use: "ud", Short: "Score tags, lemmas and trees on the dev treebanks, given words and from raw text", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return evalUD(data) },
	}
	cmd.Flags().StringVar(&data, "data", "", "folder of treebanks, *-dev.conllu")
	if err := cmd.MarkFlagRequired("data"); err != nil {
		panic(err)
	}
	return cmd
}

func evalUD(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*-dev.conllu"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("list treebanks in %s: no file *-dev.conllu", dir)
	}
	language, err := model.Load()
	if err != nil {
		return err
	}
	fmt.Printf("%-24s %7s %6s %6s %6s %6s %6s %12s\n", "treebank", "words", "UPOS", "XPOS", "lemma", "UAS", "LAS", "sentences/s")
	for _, name := range files {
		gold, err := train.ReadFile(name)
		if err != nil {
			return err
		}
		got := &text.Doc{Text: gold.Text, Sentences: gold.Sentences, Tokens: slices.Clone(gold.Tokens)}
		start := time.Now()
		language.Annotate(got)
		rate := float64(len(got.Sentences)) / time.Since(start).Seconds()
		a := train.Compare(gold, got)
		percent := func(n int) float64 { return 100 * float64(n) / float64(a.Words) }
		fmt.Printf("%-24s %7d %6.2f %6.2f %6.2f %6.2f %6.2f %12.0f\n", filepath.Base(name), a.Words, percent(a.UPOS),
			percent(a.XPOS), percent(a.Lemma), percent(a.UAS), percent(a.LAS), rate)
	}
	return evalRawText(files, language)
}

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/parse"
	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/tag"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/train"
)

type trainOptions struct {
	data     string
	clusters string
	out      string
	passes   int
	seed     uint64
}

func newTrainCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "train", Short: "Train the weights of a stage"}
	var o trainOptions
	parser := newTrainStage(&o, "parse", "Train the parser on the tags of jackknifed taggers", 9, trainParse)
	parser.Flags().StringVar(&o.clusters, "clusters", "", "table of classes of words, made by train clusters; stored with the weights")
	if err := parser.MarkFlagRequired("clusters"); err != nil {
		panic(err)
	}
	cmd.AddCommand(newTrainStage(new(trainOptions), "tag", "Train the tagger and its table of lemmas", 8, trainTag),
		parser, newTrainClustersCommand())
	return cmd
}

func newTrainStage(o *trainOptions, use, short string, passes int, run func(trainOptions) error) *cobra.Command {
	cmd := &cobra.Command{Use: use, Short: short, Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error { return run(*o) }}
	cmd.Flags().StringVar(&o.data, "data", "", "folder of treebanks, *-train.conllu")
	cmd.Flags().StringVar(&o.out, "out", "", "weights file to write")
	cmd.Flags().IntVar(&o.passes, "passes", passes, "passes over the data")
	cmd.Flags().Uint64Var(&o.seed, "seed", 1, "seed of the order of sentences")
	for _, name := range []string{"data", "out"} {
		if err := cmd.MarkFlagRequired(name); err != nil {
			panic(err)
		}
	}
	return cmd
}

func trainTag(o trainOptions) error {
	d, err := train.Treebank(o.data, "train")
	if err != nil {
		return err
	}
	weights, err := tag.Train(d, o.passes, o.seed)
	if err != nil {
		return err
	}
	if err := os.WriteFile(o.out+".lemmas", []byte(tag.Lemmas(d)), 0o644); err != nil {
		return fmt.Errorf("write lemmas: %w", err)
	}
	return writeWeights(weights, d, o.out)
}

// prunedParser keeps the parser small and fast; cutting more costs accuracy, see docs/language.md.
func prunedParser() parse.Prune { return parse.Prune{Steps: 90, Updates: 4} }

func trainParse(o trainOptions) error {
	d, err := train.Treebank(o.data, "train")
	if err != nil {
		return err
	}
	table, err := os.ReadFile(o.clusters)
	if err != nil {
		return fmt.Errorf("read classes of words: %w", err)
	}
	classes, err := parse.ReadClasses(table)
	if err != nil {
		return fmt.Errorf("%s: %w", o.clusters, err)
	}
	d = text.Unquoted(d).Doc // as the stages see it
	const folds, taggerPasses, beam = 5, 5, 8
	if err := train.Jackknife(d, folds, taggerPasses, o.seed); err != nil {
		return err
	}
	weights, err := parse.Train(d, parse.Options{
		Passes: o.passes, Seed: o.seed, Beam: beam, Classes: classes,
		Prune: prunedParser(),
	})
	if err != nil {
		return err
	}
	return writeWeights(weights, d, o.out)
}

func newTrainClustersCommand() *cobra.Command {
	var data, out string
	cmd := &cobra.Command{
		Use: "clusters", Short: "Sort words into classes by what stands around them in raw text", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return trainClusters(data, out) },
	}
	cmd.Flags().StringVar(&data, "data", "", "folder with text/*.txt.zst, a paragraph a line, and ud/*-train.conllu")
	cmd.Flags().StringVar(&out, "out", "", "table to write")
	for _, name := range []string{"data", "out"} {
		if err := cmd.MarkFlagRequired(name); err != nil {
			panic(err)
		}
	}
	return cmd
}

func trainClusters(data, out string) error {
	files, err := filepath.Glob(filepath.Join(data, "text", "*.txt.zst"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("list texts in %s: no file text/*.txt.zst", data)
	}
	slices.Sort(files)
	bank, err := train.Treebank(filepath.Join(data, "ud"), "train")
	if err != nil {
		return err
	}
	table, err := parse.TrainClasses(files, text.Unquoted(bank).Doc, parse.UsualClasses())
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, table.Append(nil), 0o644); err != nil {
		return fmt.Errorf("write classes of words: %w", err)
	}
	fmt.Printf("%s: %d words\n", out, table.Len())
	return nil
}

func writeWeights(m *perceptron.Model, d *text.Doc, name string) error {
	var file bytes.Buffer
	if err := m.Write(&file); err != nil {
		return err
	}
	if err := os.WriteFile(name, file.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	fmt.Printf("%s: %d bytes, from %d words in %d sentences\n", name, file.Len(), len(d.Tokens), len(d.Sentences))
	return nil
}

package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/parse"
	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/tag"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/train"
)

type trainOptions struct {
	data   string
	out    string
	passes int
	seed   uint64
}

func newTrainCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "train", Short: "Train the weights of a stage"}
	cmd.AddCommand(newTrainStage("tag", "Train the tagger and its table of lemmas", 8, trainTag),
		newTrainStage("parse", "Train the parser on the tags of jackknifed taggers", 12, trainParse), newTrainClassesCommand(), newTrainEntityCommand())
	return cmd
}

func newTrainStage(use, short string, passes int, run func(trainOptions) error) *cobra.Command {
	var o trainOptions
	cmd := &cobra.Command{Use: use, Short: short, Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error { return run(o) }}
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

func trainParse(o trainOptions) error {
	d, err := train.Treebank(o.data, "train")
	if err != nil {
		return err
	}
	d = text.Unquoted(d).Doc // as the stages see it
	const folds, taggerPasses = 5, 5
	if err := train.Jackknife(d, folds, taggerPasses, o.seed); err != nil {
		return err
	}
	weights, err := parse.Train(d, o.passes, o.seed)
	if err != nil {
		return err
	}
	return writeWeights(weights, d, o.out)
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

package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/coref"
	"github.com/readout/readout/internal/gum"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/train"
)

func newTrainCorefCommand() *cobra.Command {
	var f trainFlags
	var tagged string
	var passes int
	var seed uint64
	cmd := &cobra.Command{
		Use: "coref", Short: "Train the ranking of antecedents on the trees of en_gum-train.conllu", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return trainCoref(cmd, f, tagged, passes, seed) },
	}
	f.add(cmd)
	cmd.Flags().StringVar(&tagged, "tagged", "", "GUM's training half with the tags and trees of networks that have not seen them, as train entity keeps it; else those of the treebank")
	cmd.Flags().IntVar(&passes, "passes", 8, "passes over the data")
	cmd.Flags().Uint64Var(&seed, "seed", 1, "seed of the order of documents")
	return cmd
}

func trainCoref(cmd *cobra.Command, f trainFlags, tagged string, passes int, seed uint64) error {
	docs, err := gum.ReadDir(f.data, "train")
	if err != nil {
		return err
	}
	if tagged != "" {
		if err := takeTrees(docs, tagged); err != nil {
			return err
		}
	}
	lex, err := lexicon.Load()
	if err != nil {
		return err
	}
	weights, err := coref.Train(train.CorefExamples(docs), lex, coref.Defaults(passes, seed))
	if err != nil {
		return err
	}
	return writePerceptron(cmd, weights, f.out)
}

// takeTrees gives the documents the tags and trees of a file of the same words.
func takeTrees(docs []gum.Document, name string) error {
	own, err := train.ReadFile(name)
	if err != nil {
		return err
	}
	words := 0
	for _, d := range docs {
		words += len(d.Doc.Tokens)
	}
	if words != len(own.Tokens) {
		return fmt.Errorf("%s holds %d words, the documents %d: make it anew", name, len(own.Tokens), words)
	}
	first := 0
	for _, d := range docs {
		for i := range d.Doc.Tokens {
			t, o := &d.Doc.Tokens[i], own.Tokens[first+i]
			t.UPOS, t.XPOS, t.Feats, t.Deprel, t.Head = o.UPOS, o.XPOS, o.Feats, o.Deprel, -1
			if o.Head >= 0 {
				t.Head = o.Head - first
			}
		}
		first += len(d.Doc.Tokens)
	}
	return nil
}

func writePerceptron(cmd *cobra.Command, m *perceptron.Model, name string) error {
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		return err
	}
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s: %d bytes\n", name, b.Len())
	return nil
}

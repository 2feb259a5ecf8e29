package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/model"
)

func newParseCommand() *cobra.Command {
	var form string
	cmd := &cobra.Command{
		Use:   "parse FILE|-",
		Short: "Write the sentences of an article with tags, lemmas and trees as CoNLL-U",
		Long: `Parse cuts an article into sentences and words, tags and parses them, and writes CoNLL-U
(https://universaldependencies.org/format.html). With --input conllu it keeps the words and
sentences of the file and gives them its own tags, lemmas and trees.`,
		Args: exactlyOne("a file, or - for standard input"),
	}
	cmd.Flags().StringVar(&form, "input", "text", "text or conllu")
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		if err := oneOf("input", form, "text", "conllu"); err != nil {
			return err
		}
		inputs, err := gather(paths, cmd.InOrStdin())
		if err != nil {
			return err
		}
		read := segmented
		if form == "conllu" {
			read = givenWords
		}
		language, err := model.Load()
		if err != nil {
			return err
		}
		for _, in := range inputs { // one, or the files of a folder
			d, err := read(cmd.Context(), in)
			if err != nil {
				return err
			}
			language.Annotate(d)
			if err := text.WriteCoNLLU(cmd.OutOrStdout(), d); err != nil {
				return err
			}
		}
		return nil
	}
	return cmd
}

func segmented(ctx context.Context, in input) (*text.Doc, error) {
	a, err := readArticle(ctx, in, facts{})
	if err != nil {
		return nil, err
	}
	d := text.New(a)
	text.Segment(d)
	return d, nil
}

func givenWords(ctx context.Context, in input) (*text.Doc, error) {
	r, err := in.open(ctx)
	if err != nil {
		return nil, failure{in.name, err}
	}
	defer r.Close()
	d, err := text.ReadCoNLLU(r)
	if err != nil {
		return nil, failure{in.name, err}
	}
	if len(d.Sentences) == 0 {
		return nil, failure{in.name, errors.New("no sentence in it")}
	}
	return d, nil
}

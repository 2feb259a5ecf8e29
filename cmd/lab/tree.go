package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/model"
)

func newTreeCommand() *cobra.Command {
	return &cobra.Command{
		Use: "tree", Short: "Read text from standard input, one paragraph, and write its trees as CoNLL-U", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			b, err := io.ReadAll(os.Stdin)
			if err != nil {
				return fmt.Errorf("read standard input: %w", err)
			}
			d := text.New(readout.Article{Text: string(b), Paragraphs: []readout.Paragraph{{Kind: readout.Body, Number: 1, End: len([]rune(string(b)))}}})
			tagger, err := model.Tagger()
			if err != nil {
				return err
			}
			parser, err := model.Parser()
			if err != nil {
				return err
			}
			text.Segment(d)
			tagger.Tag(d)
			parser.Parse(d)
			return text.WriteCoNLLU(os.Stdout, d)
		},
	}
}

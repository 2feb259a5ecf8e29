package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/train"
)

func newPredictEntityCommand() *cobra.Command {
	return &cobra.Command{
		Use: "entity FILE", Short: "Write a file in columns with a predicted BIO tag as the last column, for others to score", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			sentences, err := train.ReadColumnFile(files[0])
			if err != nil {
				return err
			}
			r, err := newNameReader()
			if err != nil {
				return err
			}
			return r.predict(cmd.OutOrStdout(), sentences)
		},
	}
}

// predict writes the rows of each sentence with the tag of our own. A file that is tagged in the types of CrossNER gets those.
func (r nameReader) predict(w io.Writer, sentences []train.Columns) error {
	out := bufio.NewWriter(w)
	crossner := train.IsCrossNER(sentences)
	for _, s := range sentences {
		r.read(s.Doc)
		names := flatNames(s.Doc)
		if crossner {
			names = train.CrossNERNames(s.Doc, r.entities.Tables())
		}
		tags := train.BIO(names, len(s.Rows))
		for i, row := range s.Rows {
			separator := "\t"
			if !strings.Contains(row, "\t") && strings.Contains(row, " ") {
				separator = " "
			}
			fmt.Fprintf(out, "%s%s%s\n", row, separator, tags[i])
		}
		fmt.Fprintln(out)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write columns: %w", err)
	}
	return nil
}

// flatNames are the entities that stand in no other, by our types.
func flatNames(d *text.Doc) []train.Tagged {
	var out []train.Tagged
	for _, e := range d.Entities {
		if e.Parent < 0 {
			out = append(out, train.Tagged{First: e.First, Last: e.Last, Type: string(e.Type)})
		}
	}
	return out
}

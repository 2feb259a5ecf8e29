package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/train"
	"github.com/readout/readout/internal/wordclass"
)

func newTrainClassesCommand() *cobra.Command {
	var data, out string
	cmd := &cobra.Command{
		Use: "classes", Short: "Sort words into classes by what stands around them in raw text", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return trainClasses(data, out) },
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

func trainClasses(data, out string) error {
	table, err := makeClasses(data)
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, table.Append(nil), 0o644); err != nil {
		return fmt.Errorf("write classes of words: %w", err)
	}
	fmt.Printf("%s: %d words\n", out, table.Len())
	return nil
}

// makeClasses counts what stands around the words of the raw text and of the treebanks.
func makeClasses(data string) (wordclass.Table, error) {
	files, err := filepath.Glob(filepath.Join(data, "text", "*.txt.zst"))
	if err != nil || len(files) == 0 {
		return wordclass.Table{}, fmt.Errorf("list texts in %s: no file text/*.txt.zst", data)
	}
	slices.Sort(files)
	bank, err := train.Treebank(filepath.Join(data, "ud"), "train")
	if err != nil {
		return wordclass.Table{}, err
	}
	return wordclass.Train(files, text.Unquoted(bank).Doc, wordclass.Usual())
}

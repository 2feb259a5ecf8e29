package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/train"
)

// devTreebank is the dev half of a treebank.
type devTreebank struct {
	name string // of its file
	gold *text.Doc
}

// devTreebanks reads the dev halves of a folder, in the order of their names.
func devTreebanks(dir string) ([]devTreebank, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*-dev.conllu"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("list treebanks in %s: no file *-dev.conllu", dir)
	}
	var out []devTreebank
	for _, file := range files {
		gold, err := train.ReadFile(file)
		if err != nil {
			return nil, err
		}
		out = append(out, devTreebank{filepath.Base(file), gold})
	}
	return out, nil
}

// given returns the words and sentences of a document, to be annotated anew.
func given(d *text.Doc) *text.Doc {
	return &text.Doc{Text: d.Text, Sentences: d.Sentences, Tokens: slices.Clone(d.Tokens)}
}

package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/readout/readout/internal/entity"
	"github.com/readout/readout/internal/gum"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/train"
	"github.com/readout/readout/internal/train/neural"
	"github.com/readout/readout/internal/wordclass"
)

// markNames says in MISC of the words of GUM's training half, which stand last in the treebank, which part of a name each is. The
// rest of the treebank does not tell.
func markNames(bank *text.Doc, ud string) error {
	docs, err := gum.ReadDir(ud, "train")
	if errors.Is(err, fs.ErrNotExist) { // other treebanks tell of no names
		return nil
	}
	if err != nil {
		return err
	}
	tables, err := entityTables(wordclass.Table{})
	if err != nil {
		return err
	}
	words := 0
	for _, d := range docs {
		words += len(d.Doc.Tokens)
	}
	at := len(bank.Tokens) - words
	if at < 0 {
		return fmt.Errorf("mark names: GUM has %d words, the treebanks of %s %d", words, ud, len(bank.Tokens))
	}
	for i := range bank.Tokens[:at] {
		bank.Tokens[i].Misc = ""
	}
	for _, e := range train.FromGUM(docs, bank.Tokens[at:], tables) {
		for _, s := range e.Doc.Sentences {
			for k, part := range entity.Parts(e.Names, s) {
				i := s.First + k
				if e.Doc.Word(i) != bank.Word(at+i) {
					return fmt.Errorf("mark names: word %d of a document of GUM is %q, %q in the treebank", i+1, e.Doc.Word(i), bank.Word(at+i))
				}
				bank.Tokens[at+i].Misc = neural.NamePart + part
			}
		}
		at += len(e.Doc.Tokens)
	}
	return nil
}

// Package train makes the weights of the language stages from treebanks. Only cmd/lab uses it.
package train

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/readout/readout/internal/text"
)

// Treebank reads all files DIR/*-SPLIT.conllu into one Doc, in the order of their names.
func Treebank(dir, split string) (*text.Doc, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*-"+split+".conllu"))
	if err != nil {
		return nil, fmt.Errorf("list treebanks in %s: %w", dir, err)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("list treebanks in %s: no file *-%s.conllu", dir, split)
	}
	slices.Sort(files)
	all := &text.Doc{}
	for _, name := range files {
		d, err := ReadFile(name)
		if err != nil {
			return nil, err
		}
		join(all, d)
	}
	return all, nil
}

// ReadFile reads one CoNLL-U file.
func ReadFile(name string) (*text.Doc, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open treebank: %w", err)
	}
	defer f.Close()
	d, err := text.ReadCoNLLU(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return d, nil
}

// join appends the sentences of d to all.
func join(all, d *text.Doc) {
	bytes, tokens := len(all.Text), len(all.Tokens)
	all.Text += d.Text
	for _, t := range d.Tokens {
		t.Start += bytes
		t.End += bytes
		if t.Head >= 0 {
			t.Head += tokens
		}
		all.Tokens = append(all.Tokens, t)
	}
	for _, s := range d.Sentences {
		s.First += tokens
		s.Last += tokens
		all.Sentences = append(all.Sentences, s)
	}
}

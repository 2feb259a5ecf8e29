// Package train makes the weights of the language stages from treebanks. Only cmd/lab uses it.
package train

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/tag"
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

// Jackknife replaces the tags of d by those of taggers trained on the other folds, so that the parser learns from
// tags as wrong as those it will see.
func Jackknife(d *text.Doc, folds, passes int, seed uint64) error {
	out := slices.Clone(d.Tokens)
	for fold := range folds {
		weights, err := tag.TrainOn(d, func(n int) bool { return n%folds != fold }, passes, seed)
		if err != nil {
			return err
		}
		if err := retag(d, weights, out, func(n int) bool { return n%folds == fold }); err != nil {
			return err
		}
	}
	d.Tokens = out
	return nil
}

// retag writes the model's tags of the chosen sentences to out.
func retag(d *text.Doc, weights *perceptron.Model, out []text.Token, use func(int) bool) error {
	m, err := tag.New(weights, "")
	if err != nil {
		return err
	}
	part := &text.Doc{Text: d.Text, Tokens: slices.Clone(d.Tokens)}
	for n, s := range d.Sentences {
		if use(n) {
			part.Sentences = append(part.Sentences, s)
		}
	}
	m.Tag(part)
	for _, s := range part.Sentences {
		for i := s.First; i < s.Last; i++ {
			out[i].UPOS, out[i].XPOS = part.Tokens[i].UPOS, part.Tokens[i].XPOS
		}
	}
	return nil
}

package entity

import (
	"fmt"
	"slices"

	"github.com/readout/readout/internal/text"
)

// Guesses is the Finder that takes the tagger's guesses (text.Guess) as they are, without tables and without the rest of the document.
type Guesses struct{ labels []label }

// NewGuesses makes a Finder of guesses that stand for those labels, in their order from 1 on.
func NewGuesses(names []string) (Guesses, error) {
	g := Guesses{labels: make([]label, len(names)+1)}
	all := Labels()
	for k, name := range names {
		at := slices.Index(all, name)
		if at < 0 {
			return Guesses{}, fmt.Errorf("label %q of the tagger is none of %q", name, all)
		}
		g.labels[k+1] = label(at)
	}
	return g, nil
}

// Find reads the best guess of each word.
func (g Guesses) Find(d *text.Doc) []Span {
	var out []Span
	var labels []label
	for _, s := range d.Sentences {
		labels = labels[:0]
		for i := s.First; i < s.Last; i++ {
			labels = append(labels, g.labels[d.Tokens[i].Guess.Best])
		}
		out = append(out, spansOf(labels, s.First)...)
	}
	return out
}

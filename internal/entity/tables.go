package entity

import (
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/wordclass"
)

// Tables is what the stage knows of the world and of words beside its weights.
type Tables struct {
	Lexicon *lexicon.Lexicon
	Names   *lexicon.Names
	Classes wordclass.Table
}

// mark notes at each word what the tables match there: the kind of the longest match from left to right, and where in the match
// the word stands.
func (t Tables) mark(w *words, s text.Sentence) {
	forms := w.forms[s.First:s.Last]
	for i := 0; i < len(forms); {
		terms, n := t.Lexicon.Match(forms, i)
		if n == 0 {
			i++
			continue
		}
		first, second := kinds(terms)
		for j := i; j < i+n; j++ {
			place := uint64(within)
			switch {
			case n == 1:
				place = alone
			case j == i:
				place = begins
			case j == i+n-1:
				place = ends
			}
			k := &w.token[s.First+j]
			k.mark = first*4 + place
			if second != 0 {
				k.mark2 = second*4 + place
			}
		}
		i += n
	}
}

// markTowns notes where names of towns stand.
func (t Tables) markTowns(w *words, s text.Sentence) {
	forms := w.forms[s.First:s.Last]
	for i := 0; i < len(forms); {
		n := 0
		if w.token[s.First+i].capital {
			n = t.Names.Town(forms, i)
		}
		for j := i; j < i+n; j++ {
			place := uint64(2)
			switch {
			case n == 1:
				place = 1
			case j == i:
				place = 3
			}
			w.token[s.First+j].town = place
		}
		i += max(n, 1)
	}
}

// kinds returns hashes of the kinds of the first two kinds of term.
func kinds(terms []lexicon.Term) (first, second uint64) {
	for _, t := range terms {
		name := string(t.Kind)
		switch t.Kind {
		case lexicon.OrganisationTerm, lexicon.Role, lexicon.PlaceTerm:
			name += t.Sort
		}
		k := perceptron.Hash(name)
		switch {
		case first == 0:
			first = k
		case k != first && second == 0:
			second = k
		}
	}
	return first, second
}

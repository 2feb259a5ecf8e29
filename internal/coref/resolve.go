package coref

import (
	"fmt"
	"math"
	"slices"

	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/text"
)

// Model resolves coreference. It is read-only and may be used from many goroutines.
type Model struct {
	weights *perceptron.Model
	lex     *lexicon.Lexicon
	words   words
}

// New returns the stage over weights and a lexicon.
func New(weights *perceptron.Model, lex *lexicon.Lexicon) (*Model, error) {
	if names := classNames(); len(weights.Classes) != len(names) {
		return nil, fmt.Errorf("make coreference: weights of %d classes, want %d", len(weights.Classes), len(names))
	}
	w, err := readWords()
	if err != nil {
		return nil, err
	}
	return &Model{weights: weights, lex: lex, words: w}, nil
}

// Resolve fills d.Chains from words, tags, trees and quotations.
func (m *Model) Resolve(d *text.Doc) { m.ResolveSpoken(d, nil) }

// ResolveSpoken does the same for a transcript that says who speaks each sentence.
func (m *Model) ResolveSpoken(d *text.Doc, speakers []string) {
	r := m.read(d, speakers)
	d.Chains = r.chains(m.link(r), r.later())
}

// read finds the mentions of a document and all that is asked of them.
func (m *Model) read(d *text.Doc, speakers []string) *reading {
	r := newReading(d, m.words, speakers)
	r.find()
	r.describe(m.lex)
	r.guess(m.weights.Score)
	r.attribute()
	r.look()
	return r
}

// link gives each mention its antecedent, -1 for none, in reading order.
func (m *Model) link(r *reading) []int {
	antecedent := make([]int, len(r.mentions))
	chains := newClusters(r)
	for j := range r.mentions {
		i, known := r.ruled(j)
		if !known {
			i = m.best(r, chains, j)
		}
		antecedent[j] = i
		chains.join(i, j)
	}
	return antecedent
}

// best returns the candidate of mention j that the weights rank first, -1 where that is to have none.
func (m *Model) best(r *reading, chains *clusters, j int) int {
	best, most, class := -1, float32(math.Inf(-1)), linkClass()
	r.eachCandidate(j, func(i int, f []uint32) {
		if i >= 0 {
			if chains.contradicts(i, j) {
				return
			}
			chains.whole(&r.scratch, i, j)
			f = r.scratch.out
		}
		if s := m.weights.Sum(f, class); s > most {
			best, most = i, s
		}
	})
	return best
}

// eachCandidate calls visit with the features of each candidate of mention j, and last with -1 and those of having none.
func (r *reading) eachCandidate(j int, visit func(i int, f []uint32)) {
	f := &r.scratch
	agreeing := 0
	for _, i := range r.candidates[j] {
		f.out = f.out[:0]
		r.pair(f, i, j, agreeing)
		visit(i, f.out)
		if r.agrees(i, j) {
			agreeing++
		}
	}
	f.out = f.out[:0]
	r.fresh(f, j)
	visit(-1, f.out)
}

// chains puts the links together, those to antecedents and those to mentions behind.
func (r *reading) chains(antecedent []int, more [][2]int) []text.Chain {
	group := make([]int, len(antecedent)) // a mention of the same chain, towards its first
	for j, i := range antecedent {
		group[j] = j
		if i >= 0 {
			group[j] = top(group, i)
		}
	}
	for _, pair := range more {
		a, b := top(group, pair[0]), top(group, pair[1])
		group[max(a, b)] = min(a, b)
	}
	members := map[int][]int{}
	var firsts []int
	for k := range group {
		t := top(group, k)
		if len(members[t]) == 0 {
			firsts = append(firsts, t)
		}
		members[t] = append(members[t], k)
	}
	var out []text.Chain
	for _, t := range firsts {
		if ks := members[t]; len(ks) > 1 {
			out = append(out, r.chain(ks))
		}
	}
	return out
}

// top follows a mention to the first of its chain, and shortens the way for the next time.
func top(group []int, k int) int {
	for group[k] != k {
		group[k] = group[group[k]]
		k = group[k]
	}
	return k
}

// chain makes a chain of mentions; its type is the one that most of them have, names and nouns before pronouns.
func (r *reading) chain(ks []int) text.Chain {
	const noun = 4 // a name or noun counts as this many pronouns
	votes := make([]int, len(types))
	var c text.Chain
	for _, k := range ks {
		m := &r.mentions[k]
		c.References = append(c.References, text.Reference{First: m.first, Last: m.last, Head: m.head})
		votes[m.etype]++
		if m.kind != isPronoun {
			votes[m.etype] += noun - 1
		}
	}
	c.Type = types[slices.Index(votes, slices.Max(votes))]
	return c
}

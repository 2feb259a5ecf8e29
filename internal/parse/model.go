// Package parse gives each sentence of a Doc its tree of Universal Dependencies. It comes after package tag, whose
// tags it reads, and before the stages that read relations.
package parse

import (
	"fmt"
	"strings"

	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/text"
)

// Model is a greedy arc-hybrid transition parser (Kuhlmann, Gómez-Rodríguez & Satta 2011) scored by an averaged
// perceptron. A parse takes two transitions a word.
type Model struct {
	scorer  scorer
	actions []action
}

type scorer interface {
	Score([]perceptron.Feature, []float32)
}

// A move is a kind of transition.
type move uint8

const (
	shift move = iota // the next word goes onto the stack
	left              // the next word becomes the head of the top of the stack
	right             // the second of the stack becomes the head of the top
)

type action struct {
	move  move
	label string
	hash  uint64
}

// New makes a parser of trained weights.
func New(weights *perceptron.Model) (*Model, error) { return newModel(weights, weights.Classes) }

func newModel(s scorer, classes []string) (*Model, error) {
	m := &Model{scorer: s}
	for _, c := range classes {
		kind, label, _ := strings.Cut(c, " ")
		a := action{label: label, hash: perceptron.Hash(label)}
		switch kind {
		case "S":
			a.move = shift
		case "L":
			a.move = left
		case "R":
			a.move = right
		default:
			return nil, fmt.Errorf("read parser: no such transition as %q", c)
		}
		m.actions = append(m.actions, a)
	}
	return m, nil
}

// longest is the number of words up to which a sentence is parsed; a longer one is a list or noise, and
// gets a flat tree, so that time stays linear.
const longest = 1000

// Parse fills Head and Deprel of every token. The words are parsed without quotation marks, which are hung on after.
func (m *Model) Parse(d *text.Doc) {
	bare := text.Unquoted(d)
	m.parse(bare.Doc)
	bare.Trees()
}

func (m *Model) parse(d *text.Doc) {
	st := &state{}
	scores := make([]float32, len(m.actions))
	for _, s := range d.Sentences {
		if s.Last-s.First > longest {
			flat(d, s)
			continue
		}
		st.reset(d, s)
		for !st.done() {
			st.apply(m.actions[m.best(st, scores)])
		}
		st.write(d)
	}
}

// flat hangs every word on the first.
func flat(d *text.Doc, s text.Sentence) {
	for i := s.First; i < s.Last; i++ {
		d.Tokens[i].Head, d.Tokens[i].Deprel = s.First, "dep"
	}
	d.Tokens[s.First].Head, d.Tokens[s.First].Deprel = -1, "root"
}

// best returns the allowed action with the highest score.
func (m *Model) best(st *state, scores []float32) int {
	clear(scores)
	m.scorer.Score(st.features(), scores)
	best := -1
	for i, a := range m.actions {
		if st.allows(a) && (best < 0 || scores[i] > scores[best]) {
			best = i
		}
	}
	return best
}

// Package parse gives each sentence of a Doc its tree of Universal Dependencies. It comes after package tag, whose
// tags it reads, and before the stages that read relations.
package parse

import (
	"fmt"
	"strings"

	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/text"
)

// Model is an arc-hybrid transition parser (Kuhlmann, Gómez-Rodríguez & Satta 2011) that follows the best few
// sequences of transitions side by side, scored by an averaged perceptron. A parse takes two transitions a word.
type Model struct {
	scorer  scorer
	actions []action
	classes Classes

	Beam   int     // states followed side by side
	Margin float64 // a state whose score is so much lower than the best is given up
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
	root  bool // its label is root
	label string
	hash  uint64 // of the label
}

// New makes a parser of trained weights.
func New(weights *perceptron.Model) (*Model, error) {
	classes, err := ReadClasses(weights.Extra)
	if err != nil {
		return nil, fmt.Errorf("read parser: %w", err)
	}
	return newModel(weights, weights.Classes, classes)
}

func newModel(s scorer, names []string, classes Classes) (*Model, error) {
	m := &Model{scorer: s, classes: classes, Beam: defaultBeam, Margin: defaultMargin}
	for _, c := range names {
		kind, label, _ := strings.Cut(c, " ")
		a := action{label: label, hash: perceptron.Hash(label), root: label == "root"}
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
	return m, m.complete()
}

// complete checks that from each state some transition leads on.
func (m *Model) complete() error {
	var shifts, roots, rights bool
	for _, a := range m.actions {
		shifts = shifts || a.move == shift
		roots = roots || a.move == left && a.root
		rights = rights || a.move == right && !a.root
	}
	if !shifts || !roots || !rights {
		return fmt.Errorf("read parser: transitions %d: one of shift, left to the root and right is missing", len(m.actions))
	}
	return nil
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
	dec := newDecoder(m)
	var path []uint8
	for _, s := range d.Sentences {
		if s.Last-s.First > longest {
			flat(d, s)
			continue
		}
		path = dec.path(dec.search(d, s), path)
		m.write(d, s, path)
	}
}

// flat hangs every word on the first.
func flat(d *text.Doc, s text.Sentence) {
	for i := s.First; i < s.Last; i++ {
		d.Tokens[i].Head, d.Tokens[i].Deprel = s.First, "dep"
	}
	d.Tokens[s.First].Head, d.Tokens[s.First].Deprel = -1, "root"
}

// write carries out the actions on the tokens of the sentence.
func (m *Model) write(d *text.Doc, s text.Sentence, path []uint8) {
	stack, next := make([]int, 0, 32), s.First
	for _, n := range path {
		a := &m.actions[n]
		if a.move == shift {
			stack = append(stack, next)
			next++
			continue
		}
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		head := next
		switch {
		case a.move == right:
			head = stack[len(stack)-1]
		case next == s.Last:
			head = -1
		}
		d.Tokens[top].Head, d.Tokens[top].Deprel = head, a.label
	}
}

package attribution

import (
	"fmt"

	"github.com/viterin/vek/vek32"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/kernel"
	"github.com/readout/readout/internal/parse"
	"github.com/readout/readout/internal/text"
)

// Roles of a word towards a cue, and parts of a cue, in the order of the classes of the weights.
const (
	None = iota
	Source
	First // of several words of a content
	Inner
	Last
	Only
	Roles // how many
)

// Parts of a cue.
const (
	Outside = iota
	Begins
	Within
	Parts // how many
)

// Words before and after the first of a cue that may be its source or content.
const (
	ReachBefore = 80
	ReachAfter  = 120
)

// Longest is how many words after its first a cue may have others.
const Longest = 12

// Window returns the words that may have a role towards a cue, of n.
func Window(cue, n int) (first, last int) { return max(0, cue-ReachBefore), min(n, cue+ReachAfter) }

// Model is a trained network. It is read-only.
type Model struct {
	dim      int // of the vectors it reads
	features encoder.Tensor
	mix      *kernel.Fixed
	layers   *encoder.Layers
	cue      *kernel.Fixed
	in       *kernel.Fixed // of a pair side by side: sum word, sum cue, product word, product cue
	near     []float32     // of each parse.Near
	ties     []float32     // of each row of Ties
	out      *kernel.Fixed
	label    int
}

// New takes the network out of a weights file, for vectors that long.
func New(f *encoder.File, dim int) (*Model, error) {
	m := &Model{dim: dim, features: f.Tensors["features"]}
	if m.features.Small == nil || m.features.Rows != FeatureRows {
		return nil, fmt.Errorf("%w: the table of features is amiss", encoder.ErrDamaged)
	}
	var err error
	if m.mix, err = f.Fixed("mix", dim+m.features.Cols, -1); err != nil {
		return nil, err
	}
	if m.layers, err = encoder.NewLayers(f, m.mix.Out); err != nil {
		return nil, err
	}
	if m.cue, err = f.Fixed("cue", m.mix.Out, Parts); err != nil {
		return nil, err
	}
	near, err := f.Dense("near", parse.Nears, -1)
	if err != nil {
		return nil, err
	}
	m.near, m.label = near.Values, near.Cols
	ties := f.Tensors["ties"]
	if ties.Small == nil || ties.Rows != TieRows || ties.Cols != m.label {
		return nil, fmt.Errorf("%w: the table of ties is amiss", encoder.ErrDamaged)
	}
	m.ties = make([]float32, TieRows*m.label)
	for r := range TieRows {
		ties.AddRow(m.ties[r*m.label:], r)
	}
	if m.in, err = f.Fixed("pair", m.mix.Out, 4*m.label); err != nil {
		return nil, err
	}
	m.out, err = f.Fixed("out", 2*m.label, Roles)
	return m, err
}

// State is the working memory of one goroutine.
type State struct {
	model                                  *Model
	layers                                 *encoder.LayersState
	raw, mixed, cues, first, hidden, roles []float32
	rows                                   kernel.Rows
	back                                   [][Roles]uint8
}

// NewState returns working memory.
func (m *Model) NewState() *State { return &State{model: m, layers: m.layers.NewState()} }

// Read finds the attributions of a document with tags, trees and a vector for each token, zeroes for a quotation mark. Lean is added to
// the score of a word that begins a cue: above zero more are found, and more of them wrong.
func (s *State) Read(d *text.Doc, vectors []float32, lean float32) []text.Attribution {
	m, n := s.model, len(d.Tokens)
	if n == 0 {
		return nil
	}
	width := m.mix.In
	s.raw = kernel.Room(s.raw, n*width)
	clear(s.raw)
	for i := range n {
		row := s.raw[i*width : (i+1)*width]
		copy(row, vectors[i*m.dim:(i+1)*m.dim])
		for _, f := range Features(d, i) {
			m.features.AddRow(row[m.dim:], int(f))
		}
	}
	s.mixed = kernel.Room(s.mixed, n*m.mix.Out)
	m.mix.Mul(s.mixed, s.raw, width, n, &s.rows)
	encoder.Leak(s.mixed)
	x := s.layers.Read(s.mixed, Ends(d))
	out := s.findCues(x, n, lean)
	if len(out) == 0 {
		return nil
	}
	s.first = kernel.Room(s.first, n*m.in.Out)
	m.in.Mul(s.first, x, m.mix.Out, n, &s.rows)
	ties := NewTies(d)
	for k := range out {
		s.relate(&out[k], ties, n)
	}
	return out
}

// findCues reads the cues off the vectors of n words.
func (s *State) findCues(x []float32, n int, lean float32) []text.Attribution {
	m := s.model
	s.cues = kernel.Room(s.cues, n*Parts)
	m.cue.Mul(s.cues, x, m.mix.Out, n, &s.rows)
	var out []text.Attribution
	for i := range n {
		row := s.cues[i*Parts : (i+1)*Parts]
		begins := row[Begins] + lean
		switch {
		case begins > row[Outside] && begins > row[Within]:
			out = append(out, text.Attribution{Cue: []int{i}})
		case row[Within] > row[Outside] && len(out) > 0 && i-out[len(out)-1].Cue[0] < Longest:
			f := &out[len(out)-1]
			f.Cue = append(f.Cue, i)
		}
	}
	return out
}

// relate finds the source and the content of a cue among n words.
func (s *State) relate(f *text.Attribution, ties *Ties, n int) {
	m, l := s.model, s.model.label
	cue := f.Cue[0]
	first, last := Window(cue, n)
	s.hidden, s.roles = kernel.Room(s.hidden, (last-first)*2*l), kernel.Room(s.roles, (last-first)*Roles)
	other := s.first[cue*m.in.Out : (cue+1)*m.in.Out]
	for i := first; i < last; i++ {
		own := s.first[i*m.in.Out : (i+1)*m.in.Out]
		to := s.hidden[(i-first)*2*l : (i-first+1)*2*l]
		near := parse.Near(cue - i)
		sum := to[:l]
		vek32.Add_Into(sum, own[:l], other[l:2*l])
		vek32.Add_Inplace(sum, m.near[near*l:(near+1)*l])
		for _, r := range ties.Rows(cue, i) {
			vek32.Add_Inplace(sum, m.ties[int(r)*l:int(r+1)*l])
		}
		encoder.Leak(sum)
		vek32.Mul_Into(to[l:], own[2*l:3*l], other[3*l:])
	}
	m.out.Mul(s.roles, s.hidden, 2*l, last-first, &s.rows)
	f.Source, f.Content = s.source(first, last), s.content(first, last)
}

// Package parse gives each sentence of a Doc its tree of Universal Dependencies, off the vectors of package encoder. It comes
// after package encoder and before the stages that read relations.
package parse

import (
	"fmt"
	"slices"

	"github.com/viterin/vek/vek32"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/kernel"
)

// Graph is a parser that scores every word as the head of every other and takes the best tree (Dozat & Manning 2017, Deep
// Biaffine Attention for Neural Dependency Parsing), over the vectors of package encoder. It is read-only.
type Graph struct {
	Labels     []string // relations; the last columns of the label scores may stand for none
	root       int      // index of the relation "root"
	dim        int
	arc, label int
	in         *kernel.Fixed // all first layers side by side: arc dep, arc head, label dep, label head, product dep, product head
	arcs       *kernel.Fixed
	near       []float32 // score of each Near
	rootHead   []float32 // what stands for the root as head: arc, label, product
	labelNear  []float32
	out        *kernel.Fixed
}

// NewGraph takes the parser out of a weights file for an encoder of vectors that long.
func NewGraph(f *encoder.File, dim int) (*Graph, error) {
	g := &Graph{Labels: f.Lists["labels"], dim: dim}
	g.root = slices.Index(g.Labels, "root")
	if g.root < 0 {
		return nil, fmt.Errorf("%w: no relation root", encoder.ErrDamaged)
	}
	var err error
	if g.arcs, err = f.Fixed("arcs", -1, -1); err != nil {
		return nil, err
	}
	g.arc = g.arcs.In
	near, err := f.Dense("label near", Nears, -1)
	if err != nil {
		return nil, err
	}
	g.label, g.labelNear = near.Cols, near.Values
	if g.in, err = f.Fixed("parse in", dim, 2*g.arc+4*g.label); err != nil {
		return nil, err
	}
	if g.out, err = f.Fixed("label out", 2*g.label, -1); err != nil {
		return nil, err
	}
	if g.near, err = row(f, "near", Nears); err != nil {
		return nil, err
	}
	if g.rootHead, err = row(f, "root", g.arc+2*g.label); err != nil {
		return nil, err
	}
	if g.arcs.Out != g.arc || g.out.Out < len(g.Labels) {
		return nil, fmt.Errorf("%w: %d×%d values of arcs, %d relations and %d scores of them", encoder.ErrDamaged, g.arc, g.arcs.Out, len(g.Labels), g.out.Out)
	}
	return g, nil
}

// row takes the values of a tensor of one row.
func row(f *encoder.File, name string, cols int) ([]float32, error) {
	t, err := f.Dense(name, 1, cols)
	return t.Values, err
}

// GraphState is the working memory of one goroutine.
type GraphState struct {
	graph                     *Graph
	first, dep, heads, scores []float32
	turned                    kernel.Fixed // the heads of a sentence as columns
	hidden, relations         []float32
	rows                      kernel.Rows
	tree                      treeState
}

// NewState returns working memory.
func (g *Graph) NewState() *GraphState { return &GraphState{graph: g} }

// Parse returns for each vector the index of its head among the vectors, -1 for the root of its sentence, and the index of
// its relation. Sentences end before ends. The results are valid until the next call.
func (s *GraphState) Parse(vectors []float32, ends []int, heads, labels []int) ([]int, []int) {
	g := s.graph
	n := len(vectors) / g.dim
	s.first = kernel.Room(s.first, n*g.in.Out)
	g.in.Mul(s.first, vectors, g.dim, n, &s.rows)
	for i := range n {
		encoder.Leak(s.first[i*g.in.Out:][:2*g.arc])
	}
	s.dep = kernel.Room(s.dep, n*g.arc)
	g.arcs.Mul(s.dep, s.first, g.in.Out, n, &s.rows)
	heads, labels = heads[:0], labels[:0]
	start := 0
	for _, end := range ends {
		for _, h := range s.sentence(start, end) {
			if h == 0 {
				heads = append(heads, -1)
			} else {
				heads = append(heads, start+h-1)
			}
		}
		start = end
	}
	return heads, s.relate(heads, labels)
}

// sentence returns the heads of the words [start, end), 0 for the root and j for the word start+j-1.
func (s *GraphState) sentence(start, end int) []int {
	g := s.graph
	n := end - start
	s.heads = append(s.heads[:0], g.rootHead[:g.arc]...)
	for i := start; i < end; i++ {
		s.heads = append(s.heads, s.first[i*g.in.Out+g.arc:i*g.in.Out+2*g.arc]...)
	}
	s.turned.SetTurned(s.heads, g.arc, n+1, &s.rows)
	s.scores = kernel.Room(s.scores, n*(n+1))
	s.turned.Mul(s.scores, s.dep[start*g.arc:end*g.arc], g.arc, n, &s.rows)
	for i := range n {
		row := s.scores[i*(n+1)+1 : (i+1)*(n+1)]
		for j := range row {
			row[j] += g.near[Near(j-i)]
		}
	}
	return s.tree.best(s.scores, n)
}

// relate appends the relation of each word to its head.
func (s *GraphState) relate(heads, labels []int) []int {
	g := s.graph
	n, l := len(heads), g.label
	s.hidden = kernel.Room(s.hidden, n*2*l)
	for i, h := range heads {
		own := s.first[i*g.in.Out+2*g.arc : (i+1)*g.in.Out]
		sum, product := s.hidden[i*2*l:i*2*l+l], s.hidden[i*2*l+l:(i+1)*2*l]
		if h < 0 {
			vek32.Add_Into(sum, own[:l], g.rootHead[g.arc:g.arc+l])
			vek32.Mul_Into(product, own[2*l:3*l], g.rootHead[g.arc+l:])
		} else {
			other := s.first[h*g.in.Out+2*g.arc : (h+1)*g.in.Out]
			vek32.Add_Into(sum, own[:l], other[l:2*l])
			near := Near(h - i)
			vek32.Add_Inplace(sum, g.labelNear[near*l:(near+1)*l])
			vek32.Mul_Into(product, own[2*l:3*l], other[3*l:4*l])
		}
		encoder.Leak(sum)
	}
	s.relations = kernel.Room(s.relations, n*g.out.Out)
	g.out.Mul(s.relations, s.hidden, 2*l, n, &s.rows)
	for i, h := range heads {
		row := s.relations[i*g.out.Out:][:len(g.Labels)]
		best := -1
		for c, v := range row {
			if (c == g.root) == (h < 0) && (best < 0 || v > row[best]) {
				best = c
			}
		}
		labels = append(labels, best)
	}
	return labels
}

// Nears is the number of values of Near.
const Nears = 23

// Near sorts a distance from dependent to head: 1 to 5 words each, then up to 7, 10, 15, 20, 30, and more; the side
// besides.
func Near(distance int) int {
	side := 11
	if distance < 0 {
		distance, side = -distance, 0
	}
	switch {
	case distance == 0:
		return 22
	case distance <= 5:
		return side + distance - 1
	case distance <= 7:
		return side + 5
	case distance <= 10:
		return side + 6
	case distance <= 15:
		return side + 7
	case distance <= 20:
		return side + 8
	case distance <= 30:
		return side + 9
	}
	return side + 10
}

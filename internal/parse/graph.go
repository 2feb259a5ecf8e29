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
	in, inAdd  []float32 // all first layers side by side: arc dep, arc head, label dep, label head, product dep, product head
	width      int
	arcs       []float32
	arcsAdd    []float32
	near       []float32 // score of each Near
	rootHead   []float32 // what stands for the root as head: arc, label, product
	labelNear  []float32
	out        []float32
	outAdd     []float32
	outs       int
}

// NewGraph takes the parser out of a weights file for an encoder of vectors that long.
func NewGraph(f *encoder.File, dim int) (*Graph, error) {
	g := &Graph{Labels: f.Lists["labels"], dim: dim}
	g.root = slices.Index(g.Labels, "root")
	if g.root < 0 {
		return nil, fmt.Errorf("%w: no relation root", encoder.ErrDamaged)
	}
	u, err := f.Dense("arcs", -1, -1)
	if err != nil {
		return nil, err
	}
	g.arc = u.Rows
	near, err := f.Dense("label near", Nears, -1)
	if err != nil {
		return nil, err
	}
	g.label = near.Cols
	g.width = 2*g.arc + 4*g.label
	for _, want := range []struct {
		name       string
		rows, cols int
		to         *[]float32
	}{
		{"parse in", dim, g.width, &g.in}, {"parse in add", 1, g.width, &g.inAdd}, {"arcs", g.arc, g.arc, &g.arcs},
		{"arcs add", 1, g.arc, &g.arcsAdd}, {"near", 1, Nears, &g.near}, {"root", 1, g.arc + 2*g.label, &g.rootHead},
		{"label near", Nears, g.label, &g.labelNear}, {"label out", 2 * g.label, -1, &g.out}, {"label out add", 1, -1, &g.outAdd},
	} {
		t, err := f.Dense(want.name, want.rows, want.cols)
		if err != nil {
			return nil, err
		}
		*want.to = t.Values
	}
	g.outs = len(g.outAdd)
	if g.outs < len(g.Labels) || len(g.out) != 2*g.label*g.outs {
		return nil, fmt.Errorf("%w: %d relations and %d scores of them", encoder.ErrDamaged, len(g.Labels), g.outs)
	}
	return g, nil
}

// GraphState is the working memory of one goroutine.
type GraphState struct {
	graph                               *Graph
	first, dep, turned, scores, compact []float32
	hidden, relations                   []float32
	tree                                treeState
}

// NewState returns working memory.
func (g *Graph) NewState() *GraphState { return &GraphState{graph: g} }

// Parse returns for each vector the index of its head among the vectors, -1 for the root of its sentence, and the index of
// its relation. Sentences end before ends. The results are valid until the next call.
func (s *GraphState) Parse(vectors []float32, ends []int, heads, labels []int) ([]int, []int) {
	g := s.graph
	n := len(vectors) / g.dim
	s.first = kernel.Room(s.first, n*g.width)
	kernel.Mul(s.first, vectors, g.in, n, g.dim, g.width)
	for i := range n {
		row := s.first[i*g.width : (i+1)*g.width]
		vek32.Add_Inplace(row, g.inAdd)
		encoder.Leak(row[:2*g.arc])
	}
	s.dep = kernel.Room(s.dep, n*g.arc)
	s.hidden = kernel.Room(s.hidden, n*g.arc)
	for i := range n {
		copy(s.hidden[i*g.arc:(i+1)*g.arc], s.first[i*g.width:])
	}
	kernel.Mul(s.dep, s.hidden, g.arcs, n, g.arc, g.arc)
	for i := range n {
		vek32.Add_Inplace(s.dep[i*g.arc:(i+1)*g.arc], g.arcsAdd)
	}
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
	cols := (n + 1 + 31) / 32 * 32 // the kernel is fastest in steps of 32 columns
	s.turned = kernel.Room(s.turned, g.arc*cols)
	clear(s.turned)
	for k := range g.arc {
		s.turned[k*cols] = g.rootHead[k]
	}
	for j := range n {
		head := s.first[(start+j)*g.width+g.arc : (start+j)*g.width+2*g.arc]
		for k, v := range head {
			s.turned[k*cols+j+1] = v
		}
	}
	s.scores = kernel.Room(s.scores, n*cols)
	kernel.Mul(s.scores, s.dep[start*g.arc:end*g.arc], s.turned, n, g.arc, cols)
	s.compact = kernel.Room(s.compact, n*(n+1))
	for i := range n {
		from, to := s.scores[i*cols:i*cols+n+1], s.compact[i*(n+1):(i+1)*(n+1)]
		to[0] = from[0]
		for j := range n {
			to[j+1] = from[j+1] + g.near[Near(j-i)]
		}
	}
	return s.tree.best(s.compact, n)
}

// relate appends the relation of each word to its head.
func (s *GraphState) relate(heads, labels []int) []int {
	g := s.graph
	n, l := len(heads), g.label
	s.hidden = kernel.Room(s.hidden, n*2*l)
	for i, h := range heads {
		own := s.first[i*g.width+2*g.arc : (i+1)*g.width]
		sum, product := s.hidden[i*2*l:i*2*l+l], s.hidden[i*2*l+l:(i+1)*2*l]
		if h < 0 {
			vek32.Add_Into(sum, own[:l], g.rootHead[g.arc:g.arc+l])
			vek32.Mul_Into(product, own[2*l:3*l], g.rootHead[g.arc+l:])
		} else {
			other := s.first[h*g.width+2*g.arc : (h+1)*g.width]
			vek32.Add_Into(sum, own[:l], other[l:2*l])
			near := Near(h - i)
			vek32.Add_Inplace(sum, g.labelNear[near*l:(near+1)*l])
			vek32.Mul_Into(product, own[2*l:3*l], other[3*l:4*l])
		}
		encoder.Leak(sum)
	}
	s.relations = kernel.Room(s.relations, n*g.outs)
	kernel.Mul(s.relations, s.hidden, g.out, n, 2*l, g.outs)
	for i, h := range heads {
		row := s.relations[i*g.outs : (i+1)*g.outs][:len(g.Labels)]
		best := -1
		for c, v := range row {
			v += g.outAdd[c]
			row[c] = v
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

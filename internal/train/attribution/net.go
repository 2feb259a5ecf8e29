// Package attribution trains the network that finds who says what: from the vectors of package encoder it tells the words of cues,
// and of every word near a cue whether it is part of its source or its content. Only cmd/lab uses it.
package attribution

import (
	"fmt"
	"math/rand/v2"

	"github.com/readout/readout/internal/grad"
	"github.com/readout/readout/internal/parse"
)

// Roles of a word towards a cue.
const (
	None = iota
	Source
	Content
	roles
)

// Parts of a cue.
const (
	Outside = iota
	Begins
	Within
	parts
)

// Reach is how many words before and after the first of a cue may be its source or content.
const reachBefore, reachAfter = 80, 120

// Example is a document as the network reads it.
type Example struct {
	Vectors  *grad.Param // a row for each word
	Features [][]int32   // rows of the table of features for each word
	Ends     []int       // of paragraphs
	Parts    []int       // of cues
	Links    []Link
}

// Link is a cue and the roles of the words around.
type Link struct {
	Cue   int // its first word
	Roles map[int]int
}

// window returns the words that may have a role towards a cue.
func (e *Example) window(cue int) (first, last int) {
	return max(0, cue-reachBefore), min(len(e.Features), cue+reachAfter)
}

// Shape holds the sizes of the network.
type Shape struct{ Feature, Mix, Half, Layers, Label int }

// Default is the shape of the shipped weights.
var Default = Shape{Feature: 32, Mix: 192, Half: 96, Layers: 2, Label: 96}

// Net is a network in training.
type Net struct {
	Shape
	params                   *grad.Params
	features                 *grad.Param
	mix, mixAdd              *grad.Param
	layers                   []layer
	norms                    []norm
	cue, cueAdd              *grad.Param
	own, ownAdd, other       *grad.Param
	near                     *grad.Param
	productOwn, productOther *grad.Param
	out, outAdd, productOut  *grad.Param
}

type layer struct{ forward, forwardAdd, backward, backwardAdd *grad.Param }

type norm struct{ gain, add *grad.Param }

// New makes a network for vectors that long and so many features.
func New(s Shape, dim, features int, seed uint64) *Net {
	p := &grad.Params{Random: rand.New(rand.NewPCG(seed, 7))}
	n := &Net{Shape: s, params: p}
	n.features = p.Table("features", features, s.Feature, 0.1)
	n.mix, n.mixAdd = p.Matrix("mix", dim+s.Feature, 2*s.Half), p.Bias("mix add", 2*s.Half, 0)
	for k := range s.Layers {
		name := fmt.Sprintf("layer %d ", k+1)
		n.layers = append(n.layers, layer{
			p.Matrix(name+"forward", 2*s.Half, 3*s.Half), p.Bias(name+"forward add", 3*s.Half, 0),
			p.Matrix(name+"backward", 2*s.Half, 3*s.Half), p.Bias(name+"backward add", 3*s.Half, 0),
		})
	}
	for k := range s.Layers + 1 {
		name := fmt.Sprintf("norm %d ", k+1)
		n.norms = append(n.norms, norm{p.Bias(name+"gain", 2*s.Half, 1), p.Bias(name+"add", 2*s.Half, 0)})
	}
	d, l := 2*s.Half, s.Label
	n.cue, n.cueAdd = p.Zeroes("cue", d, parts), p.Bias("cue add", parts, 0)
	n.own, n.ownAdd, n.other = p.Matrix("own", d, l), p.Bias("own add", l, 0), p.Matrix("other", d, l)
	n.near = p.Table("near", parse.Nears, l, 0.05)
	n.productOwn, n.productOther = p.Matrix("product own", d, l), p.Matrix("product other", d, l)
	n.out, n.outAdd, n.productOut = p.Zeroes("out", l, roles), p.Bias("out add", roles, 0), p.Zeroes("product out", l, roles)
	return n
}

// encode runs the layers over a document.
func (n *Net) encode(t *grad.Tape, e *Example, drop float64) *grad.Value {
	rows := make([]int32, len(e.Features))
	for i := range rows {
		rows[i] = int32(i)
	}
	in := t.Beside(t.Constant(e.Vectors, rows), t.Rows(n.features, e.Features))
	x := t.Leaky(t.Linear(t.Drop(in, drop, e.Ends), n.mix, n.mixAdd))
	for k, l := range n.layers {
		dropped := t.Drop(t.LayerNorm(x, n.norms[k].gain, n.norms[k].add), drop, e.Ends)
		forward := t.Recur(t.Linear(dropped, l.forward, l.forwardAdd), x, 0, e.Ends, false)
		backward := t.Recur(t.Linear(dropped, l.backward, l.backwardAdd), x, n.Half, e.Ends, true)
		x = t.Beside(forward, backward)
	}
	last := n.norms[len(n.layers)]
	return t.Drop(t.LayerNorm(x, last.gain, last.add), drop, e.Ends)
}

// pairs scores the roles of the words around cues: for each cue those of its window, one after the other.
func (n *Net) pairs(t *grad.Tape, x *grad.Value, e *Example, cues []int, drop float64) *grad.Value {
	var words, heads []int
	var near [][]int32
	for _, c := range cues {
		first, last := e.window(c)
		for i := first; i < last; i++ {
			words, heads, near = append(words, i), append(heads, c), append(near, []int32{int32(parse.Near(c - i))})
		}
	}
	own, other := t.Pick(t.Linear(x, n.own, n.ownAdd), nil, words), t.Pick(t.Linear(x, n.other, nil), nil, heads)
	sum := t.Leaky(t.Add(t.Add(own, other), t.Rows(n.near, near)))
	product := t.Mul(t.Pick(t.Linear(x, n.productOwn, nil), nil, words), t.Pick(t.Linear(x, n.productOther, nil), nil, heads))
	ends := []int{len(words)}
	return t.Add(t.Linear(t.Drop(sum, drop, ends), n.out, n.outAdd), t.Linear(t.Drop(product, drop, ends), n.productOut, nil))
}

// roleWeight is how much less the role of a word counts than its part in a cue: there are a hundred times as many.
const roleWeight = 0.2

// learn runs a document forward and its gradients back. It returns the loss.
func (n *Net) learn(t *grad.Tape, e *Example, drop float64) float64 {
	t.Reset()
	x := n.encode(t, e, drop)
	loss, _ := t.Classify(t.Linear(x, n.cue, n.cueAdd), e.Parts, 1)
	if len(e.Links) > 0 {
		var cues, right []int
		for _, l := range e.Links {
			cues = append(cues, l.Cue)
			first, last := e.window(l.Cue)
			for i := first; i < last; i++ {
				right = append(right, l.Roles[i])
			}
		}
		more, _ := t.Classify(n.pairs(t, x, e, cues, drop), right, roleWeight)
		loss += more * roleWeight
	}
	t.Backward()
	return loss
}

// Found is a cue that the network finds.
type Found struct {
	Cue, Source, Content []int // words
}

// Read finds cues with their sources and contents; lean is added to the score of a word that begins a cue.
func (n *Net) Read(t *grad.Tape, e *Example, lean float32) []Found {
	t.Reset()
	x := n.encode(t, e, 0)
	scores := t.Linear(x, n.cue, n.cueAdd)
	var out []Found
	var cues []int
	for i := range e.Features {
		row := scores.Row(i)
		row[Begins] += lean
		switch {
		case row[Begins] > row[Outside] && row[Begins] > row[Within]:
			cues, out = append(cues, i), append(out, Found{Cue: []int{i}})
		case row[Within] > row[Outside] && len(out) > 0 && i-out[len(out)-1].Cue[0] < 12:
			f := &out[len(out)-1]
			f.Cue = append(f.Cue, i)
		}
	}
	if len(cues) == 0 {
		return nil
	}
	y := n.pairs(t, x, e, cues, 0)
	row := 0
	for k, c := range cues {
		first, last := e.window(c)
		for i := first; i < last; i++ {
			v := y.Row(row)
			row++
			switch {
			case v[Source] > v[None] && v[Source] > v[Content]:
				out[k].Source = append(out[k].Source, i)
			case v[Content] > v[None]:
				out[k].Content = append(out[k].Content, i)
			}
		}
	}
	return out
}

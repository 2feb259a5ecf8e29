package neural

import (
	"math/rand/v2"

	"github.com/readout/readout/internal/attribution"
	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/grad"
	"github.com/readout/readout/internal/parse"
)

// CueExample is a document as the network of package attribution reads it.
type CueExample struct {
	Vectors  *grad.Param // a row for each word
	Features [][]int32   // rows of the table of features for each word
	Ends     []int       // of paragraphs
	Parts    []int       // of cues
	Links    []CueLink
	Ties     *attribution.Ties
}

// CueLink is a cue and the roles of the words around.
type CueLink struct {
	Cue   int // its first word
	Roles map[int]int
}

func (e *CueExample) window(cue int) (first, last int) {
	return attribution.Window(cue, len(e.Features))
}

// CueShape holds the sizes of the network of package attribution.
type CueShape struct{ Feature, Half, Layers, Label int }

// CuesDefault is the shape of the shipped weights.
var CuesDefault = CueShape{Feature: 32, Half: 96, Layers: 2, Label: 96}

// Cues is the network of package attribution in training: from the vectors of package encoder it tells the words of cues, and of every
// word near a cue whether it is part of its source or its content.
type Cues struct {
	CueShape
	params                   *grad.Params
	features                 *grad.Param
	mix, mixAdd              *grad.Param
	stack                    stack
	cue, cueAdd              *grad.Param
	own, ownAdd, other       *grad.Param
	near, ties               *grad.Param
	productOwn, productOther *grad.Param
	out, outAdd, productOut  *grad.Param
}

// NewCues makes a network for vectors that long.
func NewCues(s CueShape, dim int, seed uint64) *Cues {
	p := &grad.Params{Random: rand.New(rand.NewPCG(seed, 7))}
	n := &Cues{CueShape: s, params: p}
	n.features = p.Table("features", attribution.FeatureRows, s.Feature, 0.1)
	n.mix, n.mixAdd = p.Matrix("mix", dim+s.Feature, 2*s.Half), p.Bias("mix add", 2*s.Half, 0)
	n.stack = newStack(p, s.Half, s.Layers)
	d, l := 2*s.Half, s.Label
	n.cue, n.cueAdd = p.Zeroes("cue", d, attribution.Parts), p.Bias("cue add", attribution.Parts, 0)
	n.own, n.ownAdd, n.other = p.Matrix("own", d, l), p.Bias("own add", l, 0), p.Matrix("other", d, l)
	n.near = p.Table("near", parse.Nears, l, 0.05)
	n.ties = p.Table("ties", attribution.TieRows, l, 0.05)
	n.productOwn, n.productOther = p.Matrix("product own", d, l), p.Matrix("product other", d, l)
	n.out, n.outAdd, n.productOut = p.Zeroes("out", l, attribution.Roles), p.Bias("out add", attribution.Roles, 0), p.Zeroes("product out", l, attribution.Roles)
	return n
}

// encode runs the layers over a document.
func (n *Cues) encode(t *grad.Tape, e *CueExample, drop float64) *grad.Value {
	rows := make([]int32, len(e.Features))
	for i := range rows {
		rows[i] = int32(i)
	}
	in := t.Beside(t.Constant(e.Vectors, rows), t.Rows(n.features, e.Features))
	x := t.Leaky(t.Linear(t.Drop(in, drop, e.Ends), n.mix, n.mixAdd))
	return n.stack.run(t, x, e.Ends, drop)
}

// pairs scores the roles of the words around cues: for each cue those of its window, one after the other.
func (n *Cues) pairs(t *grad.Tape, x *grad.Value, e *CueExample, cues []int, drop float64) *grad.Value {
	var words, heads []int
	var near, ties [][]int32
	for _, c := range cues {
		first, last := e.window(c)
		for i := first; i < last; i++ {
			words, heads, near = append(words, i), append(heads, c), append(near, []int32{int32(parse.Near(c - i))})
			rows := e.Ties.Rows(c, i)
			ties = append(ties, rows[:])
		}
	}
	own, other := t.Pick(t.Linear(x, n.own, n.ownAdd), nil, words), t.Pick(t.Linear(x, n.other, nil), nil, heads)
	sum := t.Leaky(t.Add(t.Add(own, other), t.Add(t.Rows(n.near, near), t.Rows(n.ties, ties))))
	product := t.Mul(t.Pick(t.Linear(x, n.productOwn, nil), nil, words), t.Pick(t.Linear(x, n.productOther, nil), nil, heads))
	ends := []int{len(words)}
	return t.Add(t.Linear(t.Drop(sum, drop, ends), n.out, n.outAdd), t.Linear(t.Drop(product, drop, ends), n.productOut, nil))
}

// roleWeight is how much less the role of a word counts than its part in a cue: there are a hundred times as many.
const roleWeight = 0.2

// learn runs a document forward and its gradients back. It returns the loss.
func (n *Cues) learn(t *grad.Tape, e *CueExample, drop float64) float64 {
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

// File returns the network as package attribution reads it.
func (n *Cues) File() *encoder.File {
	t := map[string]encoder.Tensor{
		"features": encoder.Quantise(n.features.Rows, n.features.Cols, n.features.W),
		"mix":      beside(1, n.mix), "mix add": beside(1, n.mixAdd), "cue": beside(1, n.cue), "cue add": beside(1, n.cueAdd),
		"pair": beside(1, n.own, n.other, n.productOwn, n.productOther), "pair add": beside(1, n.ownAdd, zeroes(3*n.Label)),
		"near": beside(1, n.near), "ties": encoder.Quantise(n.ties.Rows, n.ties.Cols, n.ties.W), "out": below(beside(1, n.out), beside(1, n.productOut)), "out add": beside(1, n.outAdd),
	}
	n.stack.file(t)
	return &encoder.File{Lists: map[string][]string{}, Vocabularies: map[string]encoder.Vocabulary{}, Tensors: t}
}

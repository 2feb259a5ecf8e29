package neural

import (
	"github.com/readout/readout/internal/grad"
	"github.com/readout/readout/internal/parse"
)

// encode runs the words and the layers, as package encoder does, with dropout.
func (n *Net) encode(t *grad.Tape, b *batch, drop float64) *grad.Value {
	parts := []*grad.Value{t.Rows(n.word, b.words)}
	if n.vector != nil {
		parts = append(parts, t.Constant(n.vector, b.vectors))
	}
	in := t.Beside(append(parts, t.Rows(n.affix, b.affix))...)
	x := t.Leaky(t.Linear(t.Drop(in, drop/2, b.ends), n.mix, n.mixAdd))
	return n.stack.run(t, x, b.ends, drop)
}

// losses are sums over the words of some batches.
type losses struct {
	words                             int
	tag, feat, arc, label             float64
	tagHit, featHit, arcHit, labelHit int
	name                              float64
	nameHit, named                    int // words of which is known whether they are in a name, and of these right
}

func (l *losses) add(o losses) {
	l.words += o.words
	l.tag, l.feat, l.arc, l.label = l.tag+o.tag, l.feat+o.feat, l.arc+o.arc, l.label+o.label
	l.name, l.nameHit, l.named = l.name+o.name, l.nameHit+o.nameHit, l.named+o.named
	l.tagHit, l.featHit, l.arcHit, l.labelHit = l.tagHit+o.tagHit, l.featHit+o.featHit, l.arcHit+o.arcHit, l.labelHit+o.labelHit
}

// learn runs a batch forward and its gradients back.
func (n *Net) learn(t *grad.Tape, b *batch, drop float64) losses {
	t.Reset()
	x := n.encode(t, b, drop)
	l := losses{words: len(b.words)}
	l.tag, l.tagHit = t.Classify(t.Linear(x, n.tag, n.tagAdd), b.tags, 1)
	features := t.Drop(t.Leaky(t.Linear(x, n.feat, n.featAdd)), drop, b.ends)
	l.feat, l.featHit = t.Classify(t.Linear(features, n.feat2, n.feat2Add), b.feats, 0.5)
	if n.name != nil {
		inner := t.Drop(t.Leaky(t.Linear(x, n.name, n.nameAdd)), drop, b.ends)
		l.name, l.nameHit = t.Classify(t.Linear(inner, n.nameOut, n.nameOutAdd), b.parts, 1)
		for _, p := range b.parts {
			if p >= 0 {
				l.named++
			}
		}
	}
	start := 0
	for i, scores := range n.arcs(t, x, b.ends, drop) {
		loss, hits := t.Classify(scores, b.ranks[start:b.ends[i]], 1)
		l.arc += loss
		l.arcHit += hits
		start = b.ends[i]
	}
	l.label, l.labelHit = t.Classify(n.relations(t, x, b, drop), b.labels, 1)
	t.Backward()
	return l
}

// arcs scores the heads of each sentence, as parse.Graph does.
func (n *Net) arcs(t *grad.Tape, x *grad.Value, ends []int, drop float64) []*grad.Value {
	dep := t.Drop(t.Leaky(t.Linear(x, n.arcDep, n.arcDepAdd)), drop, ends)
	head := t.Drop(t.Leaky(t.Linear(x, n.arcHead, n.arcHeadAdd)), drop, ends)
	return t.Arcs(t.Linear(dep, n.arcs2, n.arcs2Add), head, n.root, n.near, ends, parse.Near)
}

// relations scores the relations of each word to its right head, as parse.Graph does to the head it found.
func (n *Net) relations(t *grad.Tape, x *grad.Value, b *batch, drop float64) *grad.Value {
	near := make([][]int32, len(b.heads))
	for i, h := range b.heads {
		if h >= 0 {
			near[i] = []int32{int32(parse.Near(h - i))}
		}
	}
	own := t.Linear(x, n.labelDep, n.labelDepAdd)
	other := t.Pick(t.Linear(x, n.labelHead, nil), n.labelRoot, b.heads)
	sum := t.Leaky(t.Add(t.Add(own, other), t.Rows(n.labelNear, near)))
	product := t.Mul(t.Linear(x, n.productDep, nil), t.Pick(t.Linear(x, n.productHead, nil), n.productRoot, b.heads))
	return t.Add(t.Linear(t.Drop(sum, drop, b.ends), n.labelOut, n.labelOutAdd), t.Linear(t.Drop(product, drop, b.ends), n.productOut, nil))
}

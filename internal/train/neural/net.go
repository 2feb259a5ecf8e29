// Package neural trains the network that package encoder and the heads of package tag and package parse run: first the
// encoder on raw text (Words), then all of it on treebanks (Trees). Only cmd/lab uses it.
//
// A step computes its batch in two halves, each with a tape of its own, and adds their gradients in a fixed order: two
// cores are busy, and the same seed gives the same bytes on any number of them.
package neural

import (
	"math/rand/v2"
	"strings"

	"github.com/readout/readout/internal/grad"
	"github.com/readout/readout/internal/parse"
	"github.com/readout/readout/internal/text"
)

// Shape holds the sizes of a network. The vectors of words in context have twice Half values.
type Shape struct {
	Word    int // of a word's own row
	Vector  int // of a word's vector that was learned elsewhere; 0 without any
	Affix   int // of an affix's row
	Affixes int // rows that affixes share by their hash
	Half    int // of each direction of a layer
	Layers  int
	Arc     int // of the vectors that arcs are scored by
	Label   int // of the vectors that relations are scored by
	Feat    int // of the vectors that features are scored by
	Name    int // of the vectors that parts of names are scored by
}

// Default is the shape of the shipped weights.
var Default = Shape{Word: 128, Affix: 96, Affixes: 1 << 15, Half: 160, Layers: 3, Arc: 128, Label: 96, Feat: 64, Name: 64}

// Net is a network in training.
type Net struct {
	Shape
	params     *grad.Params
	vocabulary map[string]int32 // from 1
	tags       index
	feats      index
	labels     index
	parts      index // of names; may be empty

	vectors                  *Vectors    // nil without any
	vector                   *grad.Param // their values, which stay as they are
	word, affix, mix, mixAdd *grad.Param
	stack                    stack
	tag, tagAdd              *grad.Param
	feat, featAdd            *grad.Param
	feat2, feat2Add          *grad.Param
	name, nameAdd            *grad.Param
	nameOut, nameOutAdd      *grad.Param
	arcDep, arcDepAdd        *grad.Param
	arcHead, arcHeadAdd      *grad.Param
	arcs2, arcs2Add          *grad.Param
	root, near               *grad.Param
	labelDep, labelDepAdd    *grad.Param
	labelHead, labelRoot     *grad.Param
	labelNear                *grad.Param
	labelOut, labelOutAdd    *grad.Param
	productDep, productHead  *grad.Param
	productRoot, productOut  *grad.Param
	words, wordsAdd          *grad.Param // what hidden words are named by in pretraining
}

// index numbers classes.
type index struct {
	names []string
	of    map[string]int
}

func (x *index) add(s string) {
	if _, ok := x.of[s]; ok {
		return
	}
	if x.of == nil {
		x.of = map[string]int{}
	}
	x.of[s] = len(x.names)
	x.names = append(x.names, s)
}

// find returns the number of a class, or -1.
func (x *index) find(s string) int {
	if n, ok := x.of[s]; ok {
		return n
	}
	return -1
}

// NamePart is the key in a token's MISC of which part of which sort of name it is, "Name=B-person" or "Name=O", where that is known.
const NamePart = "Name="

func namePart(t text.Token) string {
	part, ok := strings.CutPrefix(t.Misc, NamePart)
	if !ok {
		return ""
	}
	return part
}

// newEncoder makes the part of the network that reads words in context.
func newEncoder(s Shape, vocabulary map[string]int32, vectors *Vectors, seed uint64) *Net {
	p := &grad.Params{Random: rand.New(rand.NewPCG(seed, 7))}
	n := &Net{Shape: s, params: p, vocabulary: vocabulary, vectors: vectors}
	if vectors != nil {
		n.Vector = vectors.Cols
		n.vector = &grad.Param{Rows: len(vectors.Words) + 1, Cols: vectors.Cols, W: vectors.Values}
	}
	dim := 2 * s.Half
	n.word = p.Table("word", len(vocabulary)+2, s.Word, 0.1) // the first is unknown, the last hidden
	n.affix = p.Table("affix", s.Affixes, s.Affix, 0.05)
	n.mix, n.mixAdd = p.Matrix("mix", s.Word+n.Vector+s.Affix, dim), p.Bias("mix add", dim, 0)
	n.stack = newStack(p, s.Half, s.Layers)
	return n
}

// addHeads makes the heads for the classes of a treebank and the parts of names.
func (n *Net) addHeads(d *text.Doc, parts []string) {
	for _, p := range parts {
		n.parts.add(p)
	}
	for _, t := range d.Tokens {
		n.tags.add(t.UPOS + " " + t.XPOS)
		n.feats.add(t.Feats)
		n.labels.add(t.Deprel)
	}
	p, dim, arc, label := n.params, 2*n.Half, n.Arc, n.Label
	tags, feats, labels := len(n.tags.names), len(n.feats.names), len(n.labels.names)
	n.tag, n.tagAdd = p.Zeroes("tag", dim, tags), p.Bias("tag add", tags, 0)
	n.feat, n.featAdd = p.Matrix("feat", dim, n.Feat), p.Bias("feat add", n.Feat, 0)
	n.feat2, n.feat2Add = p.Zeroes("feat out", n.Feat, feats), p.Bias("feat out add", feats, 0)
	if parts := len(parts); parts > 0 {
		n.name, n.nameAdd = p.Matrix("name", dim, n.Name), p.Bias("name add", n.Name, 0)
		n.nameOut, n.nameOutAdd = p.Zeroes("name out", n.Name, parts), p.Bias("name out add", parts, 0)
	}
	n.arcDep, n.arcDepAdd = p.Matrix("arc dep", dim, arc), p.Bias("arc dep add", arc, 0)
	n.arcHead, n.arcHeadAdd = p.Matrix("arc head", dim, arc), p.Bias("arc head add", arc, 0)
	n.arcs2, n.arcs2Add = p.Zeroes("arcs", arc, arc), p.Bias("arcs add", arc, 0)
	n.root, n.near = p.Matrix("root", 1, arc), p.Bias("near", parse.Nears, 0)
	n.labelDep, n.labelDepAdd = p.Matrix("label dep", dim, label), p.Bias("label dep add", label, 0)
	n.labelHead, n.labelRoot = p.Matrix("label head", dim, label), p.Matrix("label root", 1, label)
	n.labelNear = p.Table("label near", parse.Nears, label, 0.05)
	n.labelOut, n.labelOutAdd = p.Zeroes("label out", label, labels), p.Bias("label out add", labels, 0)
	n.productDep, n.productHead = p.Matrix("product dep", dim, label), p.Matrix("product head", dim, label)
	n.productRoot, n.productOut = p.Matrix("product root", 1, label), p.Zeroes("product out", label, labels)
}

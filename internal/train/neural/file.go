package neural

import (
	"maps"
	"slices"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/grad"
)

// lanes is what the kernels take columns in; fewer are filled with zeroes.
const lanes = 32

// File returns the network as package encoder, tag.Head and parse.Graph read it: the first layers of the parser's heads side
// by side.
func (n *Net) File() *encoder.File {
	words, word := ordered(n.vocabulary, n.word)
	vocabularies := map[string]encoder.Vocabulary{"word": words}
	t := map[string]encoder.Tensor{
		"word":  word,
		"affix": encoder.Quantise(n.affix.Rows, n.affix.Cols, n.affix.W),
		"mix":   beside(1, n.mix), "mix add": beside(1, n.mixAdd),
		"tag": beside(lanes, n.tag), "tag add": beside(lanes, n.tagAdd),
		"feat": beside(1, n.feat), "feat add": beside(1, n.featAdd),
		"feat out": beside(lanes, n.feat2), "feat out add": beside(lanes, n.feat2Add),
		"parse in":     beside(1, n.arcDep, n.arcHead, n.labelDep, n.labelHead, n.productDep, n.productHead),
		"parse in add": beside(1, n.arcDepAdd, n.arcHeadAdd, n.labelDepAdd, zeroes(3*n.Label)),
		"arcs":         beside(1, n.arcs2), "arcs add": beside(1, n.arcs2Add),
		"near": beside(1, n.near), "root": beside(1, n.root, n.labelRoot, n.productRoot),
		"label near": beside(1, n.labelNear), "label out add": beside(lanes, n.labelOutAdd),
		"label out": below(beside(lanes, n.labelOut), beside(lanes, n.productOut)),
	}
	if n.vectors != nil {
		vocabularies["vector"], t["vector"] = ordered(n.vectors.rows, n.vector)
	}
	if n.name != nil {
		t["name"], t["name add"] = beside(1, n.name), beside(1, n.nameAdd)
		t["name out"], t["name out add"] = beside(lanes, n.nameOut), beside(lanes, n.nameOutAdd)
	}
	n.stack.file(t)
	return &encoder.File{
		Lists:        map[string][]string{"tags": n.tags.names, "feats": n.feats.names, "labels": n.labels.names, "names": n.parts.names},
		Vocabularies: vocabularies, Tensors: t,
	}
}

// ordered returns the words and their rows in the order of the words, after the row of words that are not among them.
func ordered(rows map[string]int32, table *grad.Param) (encoder.Vocabulary, encoder.Tensor) {
	words := slices.Sorted(maps.Keys(rows))
	values := slices.Clone(table.W[:table.Cols])
	for _, w := range words {
		r := int(rows[w])
		values = append(values, table.W[r*table.Cols:(r+1)*table.Cols]...)
	}
	return encoder.NewVocabulary(words), encoder.Quantise(len(words)+1, table.Cols, values)
}

func zeroes(cols int) *grad.Param {
	return &grad.Param{Rows: 1, Cols: cols, W: make([]float32, cols)}
}

// beside joins matrices by their columns, and fills up to a multiple of so many columns.
func beside(multiple int, parts ...*grad.Param) encoder.Tensor {
	t := encoder.Tensor{Rows: parts[0].Rows}
	for _, p := range parts {
		t.Cols += p.Cols
	}
	t.Cols = (t.Cols + multiple - 1) / multiple * multiple
	t.Values = make([]float32, t.Rows*t.Cols)
	at := 0
	for _, p := range parts {
		for r := range t.Rows {
			copy(t.Values[r*t.Cols+at:], p.W[r*p.Cols:(r+1)*p.Cols])
		}
		at += p.Cols
	}
	return t
}

// below joins two matrices by their rows.
func below(a, b encoder.Tensor) encoder.Tensor {
	return encoder.Tensor{Rows: a.Rows + b.Rows, Cols: a.Cols, Values: append(a.Values, b.Values...)}
}

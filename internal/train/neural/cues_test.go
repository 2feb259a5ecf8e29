package neural

import (
	"io"
	"slices"
	"testing"

	"github.com/readout/readout/internal/attribution"
	"github.com/readout/readout/internal/grad"
)

// The network must learn a cue with its source and content, and what package attribution reads with its weights must be that.
func TestCuesAreLearnedByHeart(t *testing.T) {
	d := read(t)
	const dim = 16
	e := CueExample{Vectors: &grad.Param{Rows: len(d.Tokens), Cols: dim, W: make([]float32, len(d.Tokens)*dim)}, Parts: make([]int, len(d.Tokens)), Ends: attribution.Ends(d), Ties: attribution.NewTies(d)}
	for i := range d.Tokens {
		e.Features = append(e.Features, attribution.Features(d, i))
		e.Vectors.W[i*dim+i%dim] = 1
	}
	const source, cue, content = 1, 2, 4 // "ministers", "met", "Oslo" of the first sentence
	e.Parts[cue] = attribution.Begins
	e.Links = []CueLink{{Cue: cue, Roles: map[int]int{source: attribution.Source, content: attribution.Only}}}
	n := NewCues(CueShape{Feature: 8, Half: 16, Layers: 1, Label: 16}, dim, 1)
	n.Learn([]CueExample{e, e}, Options{Epochs: 300, Rate: 1e-2, Seed: 1, Log: io.Discard}, nil)
	m, err := attribution.New(n.File(), dim)
	if err != nil {
		t.Fatal(err)
	}
	found := m.NewState().Read(d, e.Vectors.W, 0)
	if len(found) != 1 || !slices.Equal(found[0].Cue, []int{cue}) || !slices.Equal(found[0].Source, []int{source}) || !slices.Equal(found[0].Content, []int{content}) {
		t.Errorf("found %+v, want cue %d, source %d, content %d", found, cue, source, content)
	}
}

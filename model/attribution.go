package model

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/readout/readout/internal/attribution"
	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/kernel"
	"github.com/readout/readout/internal/text"
)

//go:embed attribution.bin
var attributionWeights []byte

// Attributions gives documents their tags and trees, as Language does, and from the same vectors who says what. It is read-only and
// may be used from many goroutines.
type Attributions struct {
	language *Language
	network  *attribution.Model
	states   sync.Pool // of *attributionState
}

type attributionState struct {
	network *attribution.State
	vectors []float32
}

// LoadAttributions loads the network that finds who says what, to be read with a language. It learned from a research corpus whose
// texts state no licence (the card says more), so it is apart from Load.
func LoadAttributions(n *Language) (*Attributions, error) {
	f, err := encoder.ReadFile(attributionWeights)
	if err != nil {
		return nil, fmt.Errorf("load attribution.bin: %w", err)
	}
	a := &Attributions{language: n}
	if a.network, err = attribution.New(f, n.Dim()); err != nil {
		return nil, fmt.Errorf("load attribution.bin: %w", err)
	}
	a.states.New = func() any { return &attributionState{network: a.network.NewState()} }
	return a, nil
}

// AttributionVersion names the weights file with the beginning of the checksum that it states.
func AttributionVersion() string { return "attribution.bin@" + stated(attributionWeights) }

// longest is how many words a document may have whose attributions are read: some twenty times a long article, with vectors of 26 MB.
const longest = 20_000

// Annotate gives a segmented document its tags, lemmas and trees, and its attributions unless it is longer than 20,000 words.
func (a *Attributions) Annotate(d *text.Doc) {
	if len(d.Tokens) > longest {
		a.language.Annotate(d)
		return
	}
	s, dim := a.states.Get().(*attributionState), a.language.Dim()
	s.vectors = kernel.Room(s.vectors, len(d.Tokens)*dim)
	clear(s.vectors)
	a.language.AnnotateWith(d, func(token int, v []float32) { copy(s.vectors[token*dim:], v) })
	d.Attributions = s.network.Read(d, s.vectors, 0)
	a.states.Put(s)
}

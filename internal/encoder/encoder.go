// Package encoder turns the words of sentences into vectors that know their context. It is the part of the network that the
// stages of language share: package tag and package parse each read their answer off the vectors by a head of their own.
//
// A word is a row of its own, a vector from elsewhere and the sum of rows of its affixes, mixed by one layer; then come layers of simple recurrent
// units that read the sentence in both directions (Lei et al. 2018, Simple Recurrent Units for Highly Parallelizable
// Recurrence). It comes after package kernel and before package tag.
package encoder

import (
	"fmt"
	"slices"
	"strings"

	"github.com/readout/readout/internal/kernel"
)

// Model is a trained encoder. It is read-only and may be used from many goroutines, each with a State of its own.
type Model struct {
	Dim        int // length of a vector
	vocabulary Vocabulary
	words      Tensor
	others     Vocabulary // of the vectors
	vectors    Tensor     // of words, learned elsewhere; may be empty
	affixes    Tensor
	mix        *kernel.Fixed
	layers     *Layers
}

// New takes the encoder out of a weights file.
func New(f *File) (*Model, error) {
	m := &Model{vocabulary: f.Vocabularies["word"]}
	m.words, m.affixes = f.Tensors["word"], f.Tensors["affix"]
	if m.words.Small == nil || m.affixes.Small == nil || m.words.Rows <= m.vocabulary.Len() || m.affixes.Rows == 0 {
		return nil, fmt.Errorf("%w: the tables of words and affixes are amiss", ErrDamaged)
	}
	if err := m.takeVectors(f); err != nil {
		return nil, err
	}
	var err error
	if m.mix, err = f.Fixed("mix", m.words.Cols+m.vectors.Cols+m.affixes.Cols, -1); err != nil {
		return nil, err
	}
	m.Dim = m.mix.Out
	m.layers, err = NewLayers(f, m.Dim)
	return m, err
}

// takeVectors takes the vectors that were learned elsewhere, if the file has some. The first is that of words that have none.
func (m *Model) takeVectors(f *File) error {
	m.others, m.vectors = f.Vocabularies["vector"], f.Tensors["vector"]
	if n := m.others.Len(); (n > 0 || m.vectors.Rows > 0) && (m.vectors.Small == nil || m.vectors.Rows != n+1) {
		return fmt.Errorf("%w: %d words and %d vectors", ErrDamaged, n, m.vectors.Rows)
	}
	return nil
}

// cached is how many forms of words a State keeps what depends on the form alone: the mixed vector and its product with the
// weights of the first layer. Most words of a text are among the commonest few thousand.
const cached = 8192

// State is the working memory of one goroutine. Its zero value is not usable; see NewState.
type State struct {
	model *Model
	slots map[string]int32
	at    []int32   // the slot of each word of the batch
	mixed []float32 // a vector for each slot
	first []float32 // and its product

	raw, normed []float32 // of forms that are new
	rows        kernel.Rows
	layers      *LayersState
}

// NewState returns working memory for the model.
func (m *Model) NewState() *State {
	return &State{model: m, slots: map[string]int32{}, layers: m.layers.NewState()}
}

// Encode returns a vector for each word, one after the other. The words are those of sentences that end before ends, in
// order. The result is valid until the next call.
func (s *State) Encode(words []string, ends []int) []float32 {
	s.find(words)
	s.layers.room(len(words))
	return s.layers.rest(rows{s.mixed, s.first, s.at}, len(words), ends)
}

// find sets the slots of the words of a batch.
func (s *State) find(words []string) {
	if len(s.slots)+len(words) > cached {
		clear(s.slots) // now, since those of the batch must all stay
	}
	s.at, s.raw = s.at[:0], s.raw[:0]
	known := len(s.slots)
	for _, w := range words {
		slot, ok := s.slots[w]
		if !ok {
			slot = int32(len(s.slots))
			s.slots[strings.Clone(w)] = slot
			s.look(w)
		}
		s.at = append(s.at, slot)
	}
	s.mix(known, len(s.slots)-known)
}

// look appends what the tables have of a form.
func (s *State) look(form string) {
	m, norm, width := s.model, Norm(form), s.model.mix.In
	s.raw = append(s.raw, make([]float32, width)...)
	raw := s.raw[len(s.raw)-width:]
	own, vector, affixes := raw[:m.words.Cols], raw[m.words.Cols:m.words.Cols+m.vectors.Cols], raw[m.words.Cols+m.vectors.Cols:]
	m.words.AddRow(own, m.vocabulary.Row(norm))
	if r := m.others.Row(norm); r > 0 {
		m.vectors.AddRow(vector, r)
	}
	for _, r := range Affixes(straight.Replace(form), m.affixes.Rows) {
		m.affixes.AddRow(affixes, int(r))
	}
}

// straight makes typewriter's apostrophes of others: their style says nothing, and most of the treebanks have these.
var straight = strings.NewReplacer("’", "'", "‘", "'")

// mix sets n slots from the first on to what was looked up.
func (s *State) mix(first, n int) {
	m := s.model
	s.mixed, s.first = slices.Grow(s.mixed[:first*m.Dim], n*m.Dim), slices.Grow(s.first[:first*3*m.Dim], n*3*m.Dim)
	s.mixed, s.first = s.mixed[:(first+n)*m.Dim], s.first[:(first+n)*3*m.Dim]
	v, p := s.mixed[first*m.Dim:], s.first[first*3*m.Dim:]
	m.mix.Mul(v, s.raw, m.mix.In, n, &s.rows)
	Leak(v)
	s.normed = kernel.Room(s.normed, n*m.Dim)
	s.layers.multiply(0, p, s.normed, v, n)
}

// Leak replaces what is below zero by a tenth of it.
func Leak(x []float32) {
	for i, v := range x {
		x[i] = max(v, v*0.1)
	}
}

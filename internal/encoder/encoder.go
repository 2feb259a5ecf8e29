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
	half       int // of each direction
	vocabulary Vocabulary
	words      Tensor
	others     Vocabulary // of the vectors
	vectors    Tensor     // of words, learned elsewhere; may be empty
	affixes    Tensor
	mix        *kernel.Fixed
	// Each layer holds the weights of both directions side by side: candidates forward and backward, then the gates that
	// forget and pass by forward, then those backward.
	layers []*kernel.Fixed
	norms  []norm // before each layer, and after the last
}

// norm holds the weights of kernel.Norm.
type norm struct{ gain, add []float32 }

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
	m.half = m.Dim / 2
	for n := 1; ; n++ {
		if _, ok := f.Tensors[fmt.Sprintf("layer %d", n)]; !ok {
			break
		}
		l, err := f.Fixed(fmt.Sprintf("layer %d", n), m.Dim, 3*m.Dim)
		if err != nil {
			return nil, err
		}
		m.layers = append(m.layers, l)
	}
	for k := range len(m.layers) + 1 {
		n, err := newNorm(f, k+1, m.Dim)
		if err != nil {
			return nil, err
		}
		m.norms = append(m.norms, n)
	}
	if len(m.layers) == 0 || m.half*2 != m.Dim {
		return nil, fmt.Errorf("%w: no layers of vectors of even length", ErrDamaged)
	}
	return m, nil
}

// takeVectors takes the vectors that were learned elsewhere, if the file has some. The first is that of words that have none.
func (m *Model) takeVectors(f *File) error {
	m.others, m.vectors = f.Vocabularies["vector"], f.Tensors["vector"]
	if n := m.others.Len(); (n > 0 || m.vectors.Rows > 0) && (m.vectors.Small == nil || m.vectors.Rows != n+1) {
		return fmt.Errorf("%w: %d words and %d vectors", ErrDamaged, n, m.vectors.Rows)
	}
	return nil
}

func newNorm(f *File, n, dim int) (norm, error) {
	gain, err := f.Dense(fmt.Sprintf("norm %d gain", n), 1, dim)
	if err != nil {
		return norm{}, err
	}
	add, err := f.Dense(fmt.Sprintf("norm %d add", n), 1, dim)
	return norm{gain.Values, add.Values}, err
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

	in, out, products, memory []float32
	raw, normed               []float32 // of forms that are new
	rows                      kernel.Rows
}

// NewState returns working memory for the model.
func (m *Model) NewState() *State {
	return &State{model: m, slots: map[string]int32{}}
}

// Encode returns a vector for each word, one after the other. The words are those of sentences that end before ends, in
// order. The result is valid until the next call.
func (s *State) Encode(words []string, ends []int) []float32 {
	m := s.model
	n := len(words)
	s.in, s.out = kernel.Room(s.in, n*m.Dim), kernel.Room(s.out, n*m.Dim)
	s.products, s.memory = kernel.Room(s.products, n*3*m.Dim), kernel.Room(s.memory, m.half)
	s.find(words)
	s.recur(ends, rows{s.mixed, s.first, s.at})
	s.in, s.out = s.out, s.in
	for k := 1; k < len(m.layers); k++ {
		s.multiply(k, s.products, s.out, s.in, n) // recur writes over s.out afterwards
		s.recur(ends, rows{s.in, s.products, nil})
		s.in, s.out = s.out, s.in
	}
	last := m.norms[len(m.layers)]
	for i := range n {
		kernel.Norm(s.out[i*m.Dim:(i+1)*m.Dim], s.in[i*m.Dim:(i+1)*m.Dim], last.gain, last.add)
	}
	return s.out[:n*m.Dim]
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
	for _, r := range Affixes(form, m.affixes.Rows) {
		m.affixes.AddRow(affixes, int(r))
	}
}

// mix sets n slots from the first on to what was looked up.
func (s *State) mix(first, n int) {
	m := s.model
	s.mixed, s.first = slices.Grow(s.mixed[:first*m.Dim], n*m.Dim), slices.Grow(s.first[:first*3*m.Dim], n*3*m.Dim)
	s.mixed, s.first = s.mixed[:(first+n)*m.Dim], s.first[:(first+n)*3*m.Dim]
	v, p := s.mixed[first*m.Dim:], s.first[first*3*m.Dim:]
	m.mix.Mul(v, s.raw, m.mix.In, n, &s.rows)
	Leak(v)
	s.normed = kernel.Room(s.normed, n*m.Dim)
	s.multiply(0, p, s.normed, v, n)
}

// multiply sets products to those of a layer with n vectors, which are scaled first.
func (s *State) multiply(layer int, products, scaled, x []float32, n int) {
	dim, before := s.model.Dim, s.model.norms[layer]
	for i := range n {
		kernel.Norm(scaled[i*dim:(i+1)*dim], x[i*dim:(i+1)*dim], before.gain, before.add)
	}
	s.model.layers[layer].Mul(products, scaled, dim, n, &s.rows)
	for i := range n {
		kernel.Logistic(products[i*3*dim+dim : (i+1)*3*dim])
	}
}

// rows are where a layer finds what goes into it, and its product, for each word: at the word's number, or at `at` of it.
type rows struct {
	in, products []float32
	at           []int32
}

// recur runs both directions of a layer over the products.
func (s *State) recur(ends []int, r rows) {
	start := 0
	for _, end := range ends {
		clear(s.memory)
		for i := start; i < end; i++ {
			s.step(i, 0, r)
		}
		clear(s.memory)
		for i := end - 1; i >= start; i-- {
			s.step(i, s.model.half, r)
		}
		start = end
	}
}

// step takes word i into the memory of a direction, whose columns start at `at`.
func (s *State) step(i, at int, r rows) {
	dim, half := s.model.Dim, s.model.half
	row := i
	if r.at != nil {
		row = int(r.at[i])
	}
	p := r.products[row*3*dim : (row+1)*3*dim]
	gates := p[dim+2*at:]
	kernel.Gates(s.out[i*dim+at:i*dim+at+half], s.memory, r.in[row*dim+at:], p[at:], gates, gates[half:])
}

// Leak replaces what is below zero by a tenth of it.
func Leak(x []float32) {
	for i, v := range x {
		x[i] = max(v, v*0.1)
	}
}

package encoder

import (
	"fmt"

	"github.com/readout/readout/internal/kernel"
)

// Layers are layers of simple recurrent units that read sentences in both directions, with the scaling before each and after the
// last. They are read-only.
type Layers struct {
	Dim int // length of a vector, half of it for each direction
	// Each layer holds the weights of both directions side by side: candidates forward and backward, then the gates that
	// forget and pass by forward, then those backward.
	layers []*kernel.Fixed
	norms  []norm
}

// norm holds the weights of kernel.Norm.
type norm struct{ gain, add []float32 }

// NewLayers takes the layers out of a weights file, all that there are, for vectors that long.
func NewLayers(f *File, dim int) (*Layers, error) {
	l := &Layers{Dim: dim}
	for n := 1; ; n++ {
		if _, ok := f.Tensors[fmt.Sprintf("layer %d", n)]; !ok {
			break
		}
		w, err := f.Fixed(fmt.Sprintf("layer %d", n), dim, 3*dim)
		if err != nil {
			return nil, err
		}
		l.layers = append(l.layers, w)
	}
	for k := range len(l.layers) + 1 {
		n, err := newNorm(f, k+1, dim)
		if err != nil {
			return nil, err
		}
		l.norms = append(l.norms, n)
	}
	if len(l.layers) == 0 || dim%2 != 0 {
		return nil, fmt.Errorf("%w: no layers of vectors of even length", ErrDamaged)
	}
	return l, nil
}

func newNorm(f *File, n, dim int) (norm, error) {
	gain, err := f.Dense(fmt.Sprintf("norm %d gain", n), 1, dim)
	if err != nil {
		return norm{}, err
	}
	add, err := f.Dense(fmt.Sprintf("norm %d add", n), 1, dim)
	return norm{gain.Values, add.Values}, err
}

// LayersState is the working memory of one goroutine.
type LayersState struct {
	layers                    *Layers
	in, out, products, memory []float32
	rows                      kernel.Rows
}

// NewState returns working memory for the layers.
func (l *Layers) NewState() *LayersState { return &LayersState{layers: l} }

// Read returns a vector for each of those given, one after the other, of sentences that end before ends. The result is valid until the
// next call.
func (s *LayersState) Read(vectors []float32, ends []int) []float32 {
	dim := s.layers.Dim
	n := len(vectors) / dim
	s.room(n)
	copy(s.in, vectors)
	s.multiply(0, s.products, s.out, s.in, n) // recur writes over s.out afterwards
	return s.rest(rows{s.in, s.products, nil}, n, ends)
}

// room makes room for n words.
func (s *LayersState) room(n int) {
	dim := s.layers.Dim
	s.in, s.out = kernel.Room(s.in, n*dim), kernel.Room(s.out, n*dim)
	s.products, s.memory = kernel.Room(s.products, n*3*dim), kernel.Room(s.memory, dim/2)
}

// rest runs the first layer from where its products stand, and the others after it.
func (s *LayersState) rest(first rows, n int, ends []int) []float32 {
	l, dim := s.layers, s.layers.Dim
	s.recur(ends, first)
	s.in, s.out = s.out, s.in
	for k := 1; k < len(l.layers); k++ {
		s.multiply(k, s.products, s.out, s.in, n)
		s.recur(ends, rows{s.in, s.products, nil})
		s.in, s.out = s.out, s.in
	}
	last := l.norms[len(l.layers)]
	for i := range n {
		kernel.Norm(s.out[i*dim:(i+1)*dim], s.in[i*dim:(i+1)*dim], last.gain, last.add)
	}
	return s.out[:n*dim]
}

// multiply sets products to those of a layer with n vectors, which are scaled first.
func (s *LayersState) multiply(layer int, products, scaled, x []float32, n int) {
	dim, before := s.layers.Dim, s.layers.norms[layer]
	for i := range n {
		kernel.Norm(scaled[i*dim:(i+1)*dim], x[i*dim:(i+1)*dim], before.gain, before.add)
	}
	s.layers.layers[layer].Mul(products, scaled, dim, n, &s.rows)
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
func (s *LayersState) recur(ends []int, r rows) {
	start := 0
	for _, end := range ends {
		clear(s.memory)
		for i := start; i < end; i++ {
			s.step(i, 0, r)
		}
		clear(s.memory)
		for i := end - 1; i >= start; i-- {
			s.step(i, s.layers.Dim/2, r)
		}
		start = end
	}
}

// step takes word i into the memory of a direction, whose columns start at `at`.
func (s *LayersState) step(i, at int, r rows) {
	dim := s.layers.Dim
	half, row := dim/2, i
	if r.at != nil {
		row = int(r.at[i])
	}
	p := r.products[row*3*dim : (row+1)*3*dim]
	gates := p[dim+2*at:]
	kernel.Gates(s.out[i*dim+at:i*dim+at+half], s.memory, r.in[row*dim+at:], p[at:], gates, gates[half:])
}

// Package grad computes gradients for the training of the language engine: a tape of operations on matrices of float32, each
// of which knows how to send its gradient back to what it was computed from.
//
// Only package train and cmd/lab use it; the program that readers run computes forward in package encoder.
package grad

import (
	"math/rand/v2"
)

// Value is a matrix on the tape and its gradient. The rows of V are one after the other.
type Value struct {
	Rows, Cols int
	V, G       []float32
}

// Row returns row i of the values.
func (v *Value) Row(i int) []float32 { return v.V[i*v.Cols : (i+1)*v.Cols] }

// Grad returns row i of the gradient.
func (v *Value) Grad(i int) []float32 { return v.G[i*v.Cols : (i+1)*v.Cols] }

// Tape records operations. It belongs to one goroutine; its memory is used again after Reset.
type Tape struct {
	Random *rand.Rand
	back   []func()
	slabs  [][]float32
	slab   int
	used   int
	grads  [][]float32 // by Param.ID
	rows   [][]int32   // rows touched, of sparse parameters
	marked [][]bool
}

const slabSize = 1 << 22

// Reset forgets all operations.
func (t *Tape) Reset() { t.back, t.slab, t.used = t.back[:0], 0, 0 }

// alloc returns n zeroes.
func (t *Tape) alloc(n int) []float32 {
	out := t.room(n)
	clear(out)
	return out
}

// room returns n values to write over.
func (t *Tape) room(n int) []float32 {
	if n > slabSize {
		return make([]float32, n)
	}
	if t.slab < len(t.slabs) && t.used+n > slabSize {
		t.slab++
		t.used = 0
	}
	if t.slab == len(t.slabs) {
		t.slabs = append(t.slabs, make([]float32, slabSize))
	}
	out := t.slabs[t.slab][t.used : t.used+n : t.used+n]
	t.used += n
	return out
}

// New returns a matrix of zeroes on the tape.
func (t *Tape) New(rows, cols int) *Value {
	return &Value{rows, cols, t.alloc(rows * cols), t.alloc(rows * cols)}
}

// over returns a matrix on the tape whose values are all to be written over.
func (t *Tape) over(rows, cols int) *Value {
	return &Value{rows, cols, t.room(rows * cols), t.alloc(rows * cols)}
}

// Backward sends the gradients back from the last operation to the first.
func (t *Tape) Backward() {
	for i := len(t.back) - 1; i >= 0; i-- {
		t.back[i]()
	}
}

func (t *Tape) do(back func()) { t.back = append(t.back, back) }

// Param is a matrix that training changes.
type Param struct {
	ID         int
	Name       string
	Rows, Cols int
	W          []float32
	Sparse     bool    // most rows have no gradient in a step
	Slow       float64 // what the rate of a step is multiplied by; 0 for 1
	m, v       []float32
}

// gradient returns the tape's gradient of p, all of it.
func (t *Tape) gradient(p *Param) []float32 {
	for len(t.grads) <= p.ID {
		t.grads = append(t.grads, nil)
		t.rows = append(t.rows, nil)
		t.marked = append(t.marked, nil)
	}
	if t.grads[p.ID] == nil {
		t.grads[p.ID] = make([]float32, len(p.W))
		if p.Sparse {
			t.marked[p.ID] = make([]bool, p.Rows)
		}
	}
	return t.grads[p.ID]
}

// touch notes that row r of a sparse parameter has a gradient and returns it.
func (t *Tape) touch(p *Param, r int32) []float32 {
	g := t.gradient(p)
	if p.Sparse && !t.marked[p.ID][r] {
		t.marked[p.ID][r] = true
		t.rows[p.ID] = append(t.rows[p.ID], r)
	}
	return g[int(r)*p.Cols : (int(r)+1)*p.Cols]
}

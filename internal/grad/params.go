package grad

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/viterin/vek/vek32"
)

// Params are the parameters of a model and the state of Adam (Kingma & Ba 2015) over them.
type Params struct {
	All    []*Param
	Random *rand.Rand
	step   int
}

// Matrix adds a dense parameter with the start of Glorot & Bengio (2010).
func (ps *Params) Matrix(name string, rows, cols int) *Param {
	return ps.add(name, rows, cols, math.Sqrt(6/float64(rows+cols)), false)
}

// Bias adds a row of the value v.
func (ps *Params) Bias(name string, cols int, v float32) *Param {
	p := ps.add(name, 1, cols, 0, false)
	for i := range p.W {
		p.W[i] = v
	}
	return p
}

// Zeroes adds a dense parameter of zeroes: a last layer that starts with no opinion.
func (ps *Params) Zeroes(name string, rows, cols int) *Param {
	return ps.add(name, rows, cols, 0, false)
}

// Table adds a sparse parameter, uniform within ±scale.
func (ps *Params) Table(name string, rows, cols int, scale float64) *Param {
	return ps.add(name, rows, cols, scale, true)
}

func (ps *Params) add(name string, rows, cols int, scale float64, sparse bool) *Param {
	p := &Param{ID: len(ps.All), Name: name, Rows: rows, Cols: cols, Sparse: sparse, W: make([]float32, rows*cols)}
	if scale > 0 {
		for i := range p.W {
			p.W[i] = float32((ps.Random.Float64()*2 - 1) * scale)
		}
	}
	ps.All = append(ps.All, p)
	return p
}

// Adam holds the settings of a step.
type Adam struct {
	Rate, Beta1, Beta2, Epsilon float64
	Clip                        float64 // of the norm of the dense gradient; 0 for none
	Share                       float64 // what the gradients are multiplied by, usually one over the words of the batch
}

// Step adds the gradients of the tapes in their order, changes the parameters and clears the gradients.
func (ps *Params) Step(a Adam, tapes ...*Tape) {
	ps.step++
	c1 := 1 - math.Pow(a.Beta1, float64(ps.step))
	c2 := 1 - math.Pow(a.Beta2, float64(ps.step))
	rate := a.Rate * math.Sqrt(c2) / c1
	scale := ps.gather(a, tapes)
	for _, p := range ps.All {
		g := tapes[0].gradient(p)
		rate := rate
		if p.Slow > 0 {
			rate *= p.Slow
		}
		if p.m == nil {
			p.m, p.v = make([]float32, len(p.W)), make([]float32, len(p.W))
		}
		if !p.Sparse {
			adam(p.W, g, p.m, p.v, a, rate, scale)
			clear(g)
			continue
		}
		for _, r := range tapes[0].rows[p.ID] {
			lo, hi := int(r)*p.Cols, (int(r)+1)*p.Cols
			adam(p.W[lo:hi], g[lo:hi], p.m[lo:hi], p.v[lo:hi], a, rate, scale)
			clear(g[lo:hi])
			tapes[0].marked[p.ID][r] = false
		}
		tapes[0].rows[p.ID] = tapes[0].rows[p.ID][:0]
	}
}

// gather adds all gradients to those of the first tape and returns the factor that clips them.
func (ps *Params) gather(a Adam, tapes []*Tape) float32 {
	sum := 0.0
	for _, p := range ps.All {
		g := tapes[0].gradient(p)
		for _, t := range tapes[1:] {
			o := t.gradient(p)
			if !p.Sparse {
				vek32.Add_Inplace(g, o)
				clear(o)
				continue
			}
			for _, r := range t.rows[p.ID] {
				part := o[int(r)*p.Cols : (int(r)+1)*p.Cols]
				vek32.Add_Inplace(tapes[0].touch(p, r), part)
				clear(part)
				t.marked[p.ID][r] = false
			}
			t.rows[p.ID] = t.rows[p.ID][:0]
		}
		if p.Sparse {
			slices.Sort(tapes[0].rows[p.ID])
			continue
		}
		sum += float64(vek32.Dot(g, g))
	}
	if norm := math.Sqrt(sum) * a.Share; a.Clip > 0 && norm > a.Clip {
		return float32(a.Share * a.Clip / norm)
	}
	return float32(a.Share)
}

func adam(w, g, m, v []float32, a Adam, rate float64, scale float32) {
	b1, b2, r, eps := float32(a.Beta1), float32(a.Beta2), float32(rate), float32(a.Epsilon)
	for i, x := range g {
		x *= scale
		m[i] += (1 - b1) * (x - m[i])
		v[i] += (1 - b2) * (x*x - v[i])
		w[i] -= r * m[i] / (float32(math.Sqrt(float64(v[i]))) + eps)
	}
}

// State is what Adam remembers of earlier steps.
type State struct {
	Step int
	M, V [][]float32 // by Param.ID
}

// State returns what Adam remembers; it shares the memory.
func (ps *Params) State() State {
	s := State{Step: ps.step}
	for _, p := range ps.All {
		s.M, s.V = append(s.M, p.m), append(s.V, p.v)
	}
	return s
}

// SetState goes on from what State gave for the same parameters.
func (ps *Params) SetState(s State) {
	ps.step = s.Step
	for i, p := range ps.All {
		if i < len(s.M) && len(s.M[i]) == len(p.W) {
			p.m, p.v = s.M[i], s.V[i]
		}
	}
}

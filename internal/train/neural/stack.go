package neural

import (
	"fmt"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/grad"
)

// stack is the layers that encoder.Layers runs, in training.
type stack struct {
	half   int
	layers []layer
	norms  []norm // before each layer, and after the last
}

type norm struct{ gain, add *grad.Param }

type layer struct{ forward, forwardAdd, backward, backwardAdd *grad.Param }

func newStack(p *grad.Params, half, layers int) stack {
	s, dim := stack{half: half}, 2*half
	for k := range layers {
		name := fmt.Sprintf("layer %d ", k+1)
		s.layers = append(s.layers, layer{
			p.Matrix(name+"forward", dim, 3*half), p.Bias(name+"forward add", 3*half, 0),
			p.Matrix(name+"backward", dim, 3*half), p.Bias(name+"backward add", 3*half, 0),
		})
	}
	for k := range layers + 1 {
		name := fmt.Sprintf("norm %d ", k+1)
		s.norms = append(s.norms, norm{p.Bias(name+"gain", dim, 1), p.Bias(name+"add", dim, 0)})
	}
	return s
}

// run reads vectors of sentences that end before ends, with dropout.
func (s stack) run(t *grad.Tape, x *grad.Value, ends []int, drop float64) *grad.Value {
	for k, l := range s.layers {
		dropped := t.Drop(t.LayerNorm(x, s.norms[k].gain, s.norms[k].add), drop, ends)
		forward := t.Recur(t.Linear(dropped, l.forward, l.forwardAdd), x, 0, ends, false)
		backward := t.Recur(t.Linear(dropped, l.backward, l.backwardAdd), x, s.half, ends, true)
		x = t.Beside(forward, backward)
	}
	last := s.norms[len(s.layers)]
	return t.Drop(t.LayerNorm(x, last.gain, last.add), drop, ends)
}

// params are all of the stack's.
func (s stack) params() []*grad.Param {
	var out []*grad.Param
	for _, l := range s.layers {
		out = append(out, l.forward, l.forwardAdd, l.backward, l.backwardAdd)
	}
	for _, m := range s.norms {
		out = append(out, m.gain, m.add)
	}
	return out
}

// file adds the tensors that encoder.NewLayers takes: the columns of both directions of a layer in the order in which they are used.
func (s stack) file(t map[string]encoder.Tensor) {
	for k, l := range s.layers {
		t[fmt.Sprintf("layer %d", k+1)] = gates(l.forward, l.backward, s.half)
		t[fmt.Sprintf("layer %d add", k+1)] = gates(l.forwardAdd, l.backwardAdd, s.half)
	}
	for k, m := range s.norms {
		t[fmt.Sprintf("norm %d gain", k+1)], t[fmt.Sprintf("norm %d add", k+1)] = beside(1, m.gain), beside(1, m.add)
	}
}

// gates joins both directions of a layer: the candidates of both, then the gates of each.
func gates(forward, backward *grad.Param, half int) encoder.Tensor {
	t := encoder.Tensor{Rows: forward.Rows, Cols: 6 * half, Values: make([]float32, forward.Rows*6*half)}
	for r := range t.Rows {
		row := t.Values[r*6*half : (r+1)*6*half]
		f, b := forward.W[r*3*half:(r+1)*3*half], backward.W[r*3*half:(r+1)*3*half]
		copy(row, f[:half])
		copy(row[half:], b[:half])
		copy(row[2*half:], f[half:])
		copy(row[4*half:], b[half:])
	}
	return t
}

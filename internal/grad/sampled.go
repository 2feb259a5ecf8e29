package grad

import (
	"math"

	"github.com/readout/readout/internal/kernel"
	"github.com/viterin/vek/vek32"
)

// Sampled adds the gradient of a softmax over the row's right class and a sample of others that all rows share (Jean et al.
// 2015). logs holds for every class the log of how often it is expected in the sample. It returns the
// loss and how often the right class is ahead of the sample.
func (t *Tape) Sampled(x *Value, out, bias *Param, right, sample []int32, logs []float32, weight float32) (loss float64, hits int) {
	n, k, d := x.Rows, len(sample), x.Cols
	if n == 0 {
		return 0, 0
	}
	rows := t.room(k * d)
	for j, c := range sample {
		copy(rows[j*d:], out.W[int(c)*d:int(c+1)*d])
	}
	turned := t.room(k * d)
	kernel.Transpose(turned, rows, k, d)
	scores := t.New(n, k+1)
	plain := t.room(n * k)
	kernel.Mul(plain, x.V, turned, n, d, k)
	adjust := t.alloc(k)
	for j, c := range sample {
		adjust[j] = bias.W[c] - logs[c]
	}
	for i, r := range right {
		row := scores.Row(i)
		for j, c := range sample {
			row[j+1] = plain[i*k+j] + adjust[j]
			if c == r {
				row[j+1] = float32(math.Inf(-1))
			}
		}
		row[0] = vek32.Dot(x.Row(i), out.W[int(r)*d:int(r+1)*d]) + bias.W[r] - logs[r]
	}
	zero := make([]int, n)
	loss, hits = t.Classify(scores, zero, weight)
	t.do(func() {
		g := t.room(n * k)
		gb := t.alloc(k)
		for i, r := range right {
			row := scores.Grad(i)
			copy(g[i*k:(i+1)*k], row[1:])
			vek32.Add_Inplace(gb, row[1:])
			w := out.W[int(r)*d : int(r+1)*d]
			dw := t.touch(out, r)
			xi, dx := x.Row(i), x.Grad(i)
			for j := range w {
				dx[j] += row[0] * w[j]
				dw[j] += row[0] * xi[j]
			}
			t.touch(bias, r)[0] += row[0]
		}
		kernel.AddMul(x.G, g, rows, n, k, d)
		dr := t.alloc(k * d)
		kernel.AddTurned(dr, g, x.V, k, n, d)
		for j, c := range sample {
			vek32.Add_Inplace(t.touch(out, c), dr[j*d:(j+1)*d])
			t.touch(bias, c)[0] += gb[j]
		}
	})
	return loss, hits
}

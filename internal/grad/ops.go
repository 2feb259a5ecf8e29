package grad

import (
	"math"

	"github.com/readout/readout/internal/kernel"
	"github.com/viterin/vek/vek32"
)

// Linear is x·w + b; b may be nil.
func (t *Tape) Linear(x *Value, w, b *Param) *Value {
	y := t.over(x.Rows, w.Cols)
	kernel.Mul(y.V, x.V, w.W, x.Rows, w.Rows, w.Cols)
	if b != nil {
		for i := range y.Rows {
			vek32.Add_Inplace(y.Row(i), b.W)
		}
	}
	t.do(func() {
		if x.Rows == 0 {
			return
		}
		turned := t.room(len(w.W))
		kernel.Transpose(turned, w.W, w.Rows, w.Cols)
		kernel.AddMul(x.G, y.G, turned, x.Rows, w.Cols, w.Rows)
		kernel.AddTurned(t.gradient(w), x.V, y.G, w.Rows, x.Rows, w.Cols)
		if b != nil {
			db := t.gradient(b)
			for i := range y.Rows {
				vek32.Add_Inplace(db, y.Grad(i))
			}
		}
	})
	return y
}

// Add is x + y.
func (t *Tape) Add(x, y *Value) *Value {
	z := t.over(x.Rows, x.Cols)
	vek32.Add_Into(z.V, x.V, y.V)
	t.do(func() {
		vek32.Add_Inplace(x.G, z.G)
		vek32.Add_Inplace(y.G, z.G)
	})
	return z
}

// Mul is x * y, element by element.
func (t *Tape) Mul(x, y *Value) *Value {
	z := t.over(x.Rows, x.Cols)
	for i, v := range x.V {
		z.V[i] = v * y.V[i]
	}
	t.do(func() {
		for i, g := range z.G {
			x.G[i] += g * y.V[i]
			y.G[i] += g * x.V[i]
		}
	})
	return z
}

// Leaky is x where x > 0 and x/10 elsewhere.
func (t *Tape) Leaky(x *Value) *Value {
	y := t.over(x.Rows, x.Cols)
	slopes := [2]float32{1, 0.1} // by the sign bit: a branch would be guessed wrong half of the time
	for i, v := range x.V {
		y.V[i] = v * slopes[math.Float32bits(v)>>31]
	}
	t.do(func() {
		for i, v := range x.V {
			x.G[i] += y.G[i] * slopes[math.Float32bits(v)>>31]
		}
	})
	return y
}

// Beside joins the columns of matrices with equal rows.
func (t *Tape) Beside(parts ...*Value) *Value {
	cols := 0
	for _, p := range parts {
		cols += p.Cols
	}
	y := t.over(parts[0].Rows, cols)
	at := 0
	for _, p := range parts {
		for i := range y.Rows {
			copy(y.Row(i)[at:], p.Row(i))
		}
		at += p.Cols
	}
	t.do(func() {
		at := 0
		for _, p := range parts {
			for i := range y.Rows {
				vek32.Add_Inplace(p.Grad(i), y.Grad(i)[at:at+p.Cols])
			}
			at += p.Cols
		}
	})
	return y
}

// Drop sets a share of the columns to zero, the same ones for all rows of a group, and scales the rest. Groups are given
// by where they end (Gal & Ghahramani 2016: one mask for a sentence).
func (t *Tape) Drop(x *Value, share float64, ends []int) *Value {
	if share == 0 || t.Random == nil {
		return x
	}
	y := t.over(x.Rows, x.Cols)
	mask := t.alloc(len(ends) * x.Cols)
	keep := float32(1 / (1 - share))
	for i := range mask {
		if t.Random.Float64() >= share {
			mask[i] = keep
		}
	}
	row := 0
	for n, end := range ends {
		m := mask[n*x.Cols : (n+1)*x.Cols]
		for ; row < end; row++ {
			vek32.Mul_Into(y.Row(row), x.Row(row), m)
		}
	}
	t.do(func() {
		row := 0
		scratch := t.alloc(x.Cols)
		for n, end := range ends {
			m := mask[n*x.Cols : (n+1)*x.Cols]
			for ; row < end; row++ {
				vek32.Mul_Into(scratch, y.Grad(row), m)
				vek32.Add_Inplace(x.Grad(row), scratch)
			}
		}
	})
	return y
}

// Rows sums rows of a table: row i of the result is the sum of the table's rows in[i]. Negative numbers are left out.
func (t *Tape) Rows(table *Param, in [][]int32) *Value {
	y := t.New(len(in), table.Cols)
	c := table.Cols
	for i, rows := range in {
		for _, r := range rows {
			if r >= 0 {
				vek32.Add_Inplace(y.Row(i), table.W[int(r)*c:(int(r)+1)*c])
			}
		}
	}
	t.do(func() {
		for i, rows := range in {
			for _, r := range rows {
				if r >= 0 {
					vek32.Add_Inplace(t.touch(table, r), y.Grad(i))
				}
			}
		}
	})
	return y
}

// Constant gathers rows of a table that does not learn.
func (t *Tape) Constant(table *Param, rows []int32) *Value {
	y := t.over(len(rows), table.Cols)
	for i, r := range rows {
		copy(y.Row(i), table.W[int(r)*table.Cols:int(r+1)*table.Cols])
	}
	return y
}

// Pick gathers rows of x; a negative number picks the row `none`.
func (t *Tape) Pick(x *Value, none *Param, rows []int) *Value {
	y := t.over(len(rows), x.Cols)
	for i, r := range rows {
		if r < 0 {
			copy(y.Row(i), none.W)
		} else {
			copy(y.Row(i), x.Row(r))
		}
	}
	t.do(func() {
		for i, r := range rows {
			if r < 0 {
				vek32.Add_Inplace(t.gradient(none), y.Grad(i))
			} else {
				vek32.Add_Inplace(x.Grad(r), y.Grad(i))
			}
		}
	})
	return y
}

// LayerNorm scales each row to mean 0 and variance 1, then by gain and bias (Ba, Kiros & Hinton 2016).
func (t *Tape) LayerNorm(x *Value, gain, bias *Param) *Value {
	y := t.over(x.Rows, x.Cols)
	norm := t.room(len(x.V))
	inv := t.alloc(x.Rows)
	n := float32(x.Cols)
	for i := range x.Rows {
		row := x.Row(i)
		mean := vek32.Sum(row) / n
		h := norm[i*x.Cols : (i+1)*x.Cols]
		for j, v := range row {
			h[j] = v - mean
		}
		inv[i] = float32(1 / math.Sqrt(float64(vek32.Dot(h, h)/n)+1e-5))
		vek32.MulNumber_Inplace(h, inv[i])
		o := y.Row(i)
		for j, v := range h {
			o[j] = v*gain.W[j] + bias.W[j]
		}
	}
	t.do(func() {
		dg, db := t.gradient(gain), t.gradient(bias)
		for i := range x.Rows {
			h, g, dx := norm[i*x.Cols:(i+1)*x.Cols], y.Grad(i), x.Grad(i)
			var s1, s2 float32
			for j, v := range g {
				dg[j] += v * h[j]
				db[j] += v
				e := v * gain.W[j]
				s1 += e
				s2 += e * h[j]
			}
			for j, v := range g {
				dx[j] += inv[i] * (v*gain.W[j] - s1/n - h[j]*s2/n)
			}
		}
	})
	return y
}

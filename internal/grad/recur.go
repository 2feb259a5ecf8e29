package grad

import "github.com/readout/readout/internal/kernel"

// Recur runs a simple recurrent unit (Lei et al. 2018) over the rows of each group, backwards where reverse is set. u has
// three parts a row: the candidate, the forget gate and the highway gate before the logistic function; from column `at` on,
// as many columns of x pass by the highway.
func (t *Tape) Recur(u, x *Value, at int, ends []int, reverse bool) *Value {
	h := u.Cols / 3
	y := t.over(u.Rows, h)
	gates := t.room(u.Rows * 2 * h)
	state := t.room(u.Rows * h)
	for i := range u.Rows {
		copy(gates[i*2*h:(i+1)*2*h], u.Row(i)[h:])
	}
	kernel.Logistic(gates)
	visit(ends, reverse, func(i, before int) {
		z, f, r := u.Row(i)[:h], gates[i*2*h:i*2*h+h], gates[i*2*h+h:(i+1)*2*h]
		c, out, skip := state[i*h:(i+1)*h], y.Row(i), x.Row(i)[at:at+h]
		if before < 0 {
			for j := range c {
				c[j] = (1 - f[j]) * z[j]
			}
		} else {
			p := state[before*h : (before+1)*h]
			for j := range c {
				c[j] = z[j] + f[j]*(p[j]-z[j])
			}
		}
		for j := range out {
			out[j] = skip[j] + r[j]*(c[j]-skip[j])
		}
	})
	t.do(func() {
		carried := t.alloc(h)
		visit(ends, !reverse, func(i, after int) {
			if after < 0 {
				clear(carried)
			}
			z, f, r := u.Row(i)[:h], gates[i*2*h:i*2*h+h], gates[i*2*h+h:(i+1)*2*h]
			c, g, skip, dskip, du := state[i*h:(i+1)*h], y.Grad(i), x.Row(i)[at:at+h], x.Grad(i)[at:at+h], u.Grad(i)
			before := previous(ends, i, reverse)
			for j, v := range g {
				dc := carried[j] + v*r[j]
				dskip[j] += v * (1 - r[j])
				du[2*h+j] += v * (c[j] - skip[j]) * r[j] * (1 - r[j])
				p := float32(0)
				if before >= 0 {
					p = state[before*h+j]
				}
				du[j] += dc * (1 - f[j])
				du[h+j] += dc * (p - z[j]) * f[j] * (1 - f[j])
				carried[j] = dc * f[j]
			}
		})
	})
	return y
}

// visit calls f for each row of each group in order, with the row visited before it in its group, or -1.
func visit(ends []int, reverse bool, f func(i, before int)) {
	start := 0
	for _, end := range ends {
		if reverse {
			for i, before := end-1, -1; i >= start; i-- {
				f(i, before)
				before = i
			}
		} else {
			for i, before := start, -1; i < end; i++ {
				f(i, before)
				before = i
			}
		}
		start = end
	}
}

// previous returns the row that row i follows in its group, or -1.
func previous(ends []int, i int, reverse bool) int {
	start := 0
	for _, end := range ends {
		if i < end {
			if reverse {
				if i+1 < end {
					return i + 1
				}
				return -1
			}
			if i > start {
				return i - 1
			}
			return -1
		}
		start = end
	}
	return -1
}

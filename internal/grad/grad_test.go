package grad

import (
	"math"
	"math/rand/v2"
	"testing"
)

// network runs every operation once over random values and returns the loss.
func network(t *Tape, ps *Params, in [][]int32) float64 {
	p := ps.All
	ends := []int{3, 7}
	x := t.Rows(p[0], in)
	x = t.LayerNorm(x, p[1], p[2])
	u := t.Linear(x, p[3], p[4])
	fw := t.Recur(u, x, 0, ends, false)
	bw := t.Recur(t.Linear(x, p[5], p[6]), x, 2, ends, true)
	x = t.Leaky(t.Beside(fw, bw))
	dep, head := t.Linear(x, p[7], nil), t.Linear(x, p[8], nil)
	loss := 0.0
	start := 0
	for i, s := range t.Arcs(dep, head, p[9], p[10], ends, func(d int) int { return d + 4 }) {
		l, _ := t.Classify(s, []int{0, 1, 2, 3}[:ends[i]-start], 1)
		loss += l
		start = ends[i]
	}
	picked := t.Pick(head, p[9], []int{-1, 0, 1, 2, 3, 4, -1})
	y := t.Add(t.Leaky(t.Mul(dep, picked)), picked)
	l, _ := t.Classify(y, []int{0, 1, 2, -1, 2, 1, 0}, 1)
	return loss + l
}

func TestGradients(t *testing.T) {
	ps := &Params{Random: rand.New(rand.NewPCG(1, 2))}
	ps.Table("table", 5, 4, 1)
	ps.Bias("gain", 4, 1)
	ps.Bias("bias", 4, 0.1)
	ps.Matrix("fw", 4, 6)
	ps.Bias("fw bias", 6, 0.2)
	ps.Matrix("bw", 4, 6)
	ps.Bias("bw bias", 6, -0.3)
	ps.Matrix("dep", 4, 3)
	ps.Matrix("head", 4, 3)
	ps.Matrix("root", 1, 3)
	ps.Bias("near", 9, 0.1)
	in := [][]int32{{0}, {1, 2}, {2}, {3, -1}, {4}, {0, 1, 2}, {3}}
	tape := &Tape{}
	network(tape, ps, in)
	tape.Backward()
	const step = 2e-3
	for _, p := range ps.All {
		g := tape.gradient(p)
		for i := range p.W {
			was := p.W[i]
			p.W[i] = was + step
			up := network(&Tape{}, ps, in)
			p.W[i] = was - step
			down := network(&Tape{}, ps, in)
			p.W[i] = was
			want := (up - down) / (2 * step)
			if math.Abs(want-float64(g[i])) > 0.02*(1+math.Abs(want)) {
				t.Errorf("gradient of %s[%d] is %.4f, want %.4f", p.Name, i, g[i], want)
			}
		}
	}
}

package grad

import (
	"github.com/readout/readout/internal/kernel"
	"github.com/viterin/vek/vek32"
)

// Arcs scores each word of a group as the head of each other (Dozat & Manning 2017). Row i of a group's matrix holds the
// scores of the root, then of the group's words, as heads of word i. near holds a score for each sort of distance.
func (t *Tape) Arcs(dep, head *Value, root, near *Param, ends []int, sort func(distance int) int) []*Value {
	var out []*Value
	start := 0
	for _, end := range ends {
		out = append(out, t.arcs(dep, head, root, near, start, end, sort))
		start = end
	}
	return out
}

func (t *Tape) arcs(dep, head *Value, root, near *Param, start, end int, sort func(int) int) *Value {
	n, a := end-start, dep.Cols
	s := t.over(n, n+1)
	heads := t.room((n + 1) * a)
	copy(heads, root.W)
	copy(heads[a:], head.V[start*a:end*a])
	turned := t.room((n + 1) * a)
	kernel.Transpose(turned, heads, n+1, a)
	d := dep.V[start*a : end*a]
	kernel.Mul(s.V, d, turned, n, a, n+1)
	for i := range n {
		row := s.Row(i)
		for j := range n {
			row[j+1] += near.W[sort(j-i)]
		}
	}
	t.do(func() {
		kernel.AddMul(dep.G[start*a:end*a], s.G, heads, n, n+1, a)
		dh := t.alloc((n + 1) * a)
		kernel.AddTurned(dh, s.G, d, n+1, n, a)
		vek32.Add_Inplace(t.gradient(root), dh[:a])
		vek32.Add_Inplace(head.G[start*a:end*a], dh[a:])
		g := t.gradient(near)
		for i := range n {
			row := s.Grad(i)
			for j := range n {
				g[sort(j-i)] += row[j+1]
			}
		}
	})
	return s
}

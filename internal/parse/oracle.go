package parse

import "github.com/readout/readout/internal/text"

// oracle finds the sequence of transitions that builds the training tree, or the tree nearest to it where arcs cross. Of the
// moves that lose the fewest arcs it takes the first of left, right and shift, so that each tree has one sequence.
type oracle struct {
	n      int
	heads  []int // n is the root
	stack  []int
	next   int
	number map[transition]uint8
}

type transition struct {
	move  move
	label string
}

func newOracle(actions []action) *oracle {
	o := &oracle{number: map[transition]uint8{}}
	for i, a := range actions {
		o.number[transition{a.move, a.label}] = uint8(i)
	}
	return o
}

// path returns the actions for the tree of the sentence.
func (o *oracle) path(d *text.Doc, s text.Sentence) []uint8 {
	out := make([]uint8, 0, 2*(s.Last-s.First))
	o.walk(d, s, func(m move, label string) { out = append(out, o.number[transition{m, label}]) })
	return out
}

// walk calls do with each transition.
func (o *oracle) walk(d *text.Doc, s text.Sentence, do func(move, string)) {
	o.n, o.next = s.Last-s.First, 0
	o.heads, o.stack = o.heads[:0], o.stack[:0]
	for i := s.First; i < s.Last; i++ {
		head := o.n
		if h := d.Tokens[i].Head; h >= 0 {
			head = h - s.First
		}
		o.heads = append(o.heads, head)
	}
	for range 2 * o.n {
		m := o.best()
		label := ""
		if m != shift {
			label = o.label(m, d.Tokens[s.First+o.top()].Deprel)
		}
		do(m, label)
		o.apply(m)
	}
}

// label is the label of the training tree, unless crossing arcs put the root elsewhere.
func (o *oracle) label(m move, gold string) string {
	atRoot := o.next == o.n && m == left
	switch {
	case atRoot:
		return "root"
	case gold == "root":
		return "dep"
	}
	return gold
}

func (o *oracle) top() int { return o.stack[len(o.stack)-1] }

func (o *oracle) best() move {
	best, least := shift, 1<<30
	for _, m := range []move{left, right, shift} {
		if !o.allows(m) {
			continue
		}
		if c := o.cost(m); c < least {
			best, least = m, c
		}
	}
	return best
}

func (o *oracle) allows(m move) bool {
	switch m {
	case shift:
		return o.next < o.n
	case left:
		return len(o.stack) > 0 && (o.next < o.n || len(o.stack) == 1)
	}
	return len(o.stack) > 1
}

func (o *oracle) apply(m move) {
	if m == shift {
		o.stack = append(o.stack, o.next)
		o.next++
		return
	}
	o.stack = o.stack[:len(o.stack)-1]
}

// cost counts the arcs of the training tree that a move puts out of reach (Goldberg & Nivre 2013).
func (o *oracle) cost(m move) int {
	if m == shift {
		return o.shiftCost()
	}
	top := o.top()
	cost := 0
	for i := o.next; i < o.n; i++ {
		if o.heads[i] == top {
			cost++
		}
	}
	second := -1
	if len(o.stack) > 1 {
		second = o.stack[len(o.stack)-2]
	}
	head := o.heads[top]
	if m == left && head != o.next && (head > o.next || head == second) || m == right && head >= o.next {
		cost++
	}
	return cost
}

func (o *oracle) shiftCost() int {
	cost := 0
	for depth, i := range o.stack {
		if o.heads[i] == o.next {
			cost++
		}
		if o.heads[o.next] == i && depth < len(o.stack)-1 {
			cost++
		}
	}
	return cost
}

package parse

import "github.com/readout/readout/internal/perceptron"

// An item is a word with the dependents it has so far. Items never change: a new dependent makes a new item, so that the
// many states of a beam share them.
type item struct {
	word  int
	below int32 // item under it on the stack, -1 for none
	left  side
	right side
}

// side is the dependents of an item to one side of it.
type side struct {
	outer, inner   int // the outermost word and the next, -1 for none
	outerL, innerL uint64
	set            uint64 // one bit a label
	count          uint64
	sig            uint64 // tells apart different dependents
}

var noSide = side{outer: -1, inner: -1}

func (s side) with(child int, a *action) side {
	return side{
		outer: child, outerL: a.hash, inner: s.outer, innerL: s.outerL,
		set: s.set | 1<<(a.hash%64), count: s.count + 1, sig: mix64(s.sig ^ uint64(child+1)<<32 ^ a.hash),
	}
}

// state is a configuration: the stack, the buffer and how it was reached.
type state struct {
	score float64
	prev  int32 // state it was reached from
	top   int32 // item on top of the stack, -1 for none
	front int32 // item of the first word of the buffer
	depth int32 // of the stack
	next  int32 // first word of the buffer
	by    uint8 // action that led here
}

// lattice holds the states and items of one sentence.
type lattice struct {
	sent   sentence
	items  []item
	states []state
}

// begin makes the first state and an item for each word.
func (l *lattice) begin() {
	l.items, l.states = l.items[:0], l.states[:0]
	for i := range l.sent.n + 1 {
		l.items = append(l.items, item{word: i, below: -1, left: noSide, right: noSide})
	}
	l.states = append(l.states, state{prev: -1, top: -1})
}

func mix64(h uint64) uint64 { return uint64(perceptron.Mix(0, h, 0, 0)) }

// allows reports whether the action keeps the tree a tree with one root.
func (l *lattice) allows(st *state, a *action) bool {
	atRoot := int(st.next) == l.sent.n
	switch a.move {
	case shift:
		return !atRoot
	case left:
		return st.depth > 0 && atRoot == a.root && (!atRoot || st.depth == 1)
	}
	return st.depth > 1 && !a.root
}

// apply returns the state that the action leads to.
func (l *lattice) apply(from int32, number int, a *action, score float64) state {
	st := l.states[from]
	st.prev, st.by, st.score = from, uint8(number), score
	switch a.move {
	case shift:
		it := l.items[st.front]
		it.below = st.top
		st.top = l.push(it)
		st.next++
		st.front = st.next // the items of bare words come first
		st.depth++
	case left:
		top, it := &l.items[st.top], l.items[st.front]
		it.left = it.left.with(top.word, a)
		st.top = top.below
		st.front = l.push(it)
		st.depth--
	case right:
		top := &l.items[st.top]
		it := l.items[top.below]
		it.right = it.right.with(top.word, a)
		st.top = l.push(it)
		st.depth--
	}
	return st
}

func (l *lattice) push(it item) int32 {
	l.items = append(l.items, it)
	return int32(len(l.items) - 1)
}

// path returns the actions that led to a state, the first first.
func (l *lattice) path(at int32, into []uint8) []uint8 {
	into = into[:0]
	for ; l.states[at].prev >= 0; at = l.states[at].prev {
		into = append(into, l.states[at].by)
	}
	for i, j := 0, len(into)-1; i < j; i, j = i+1, j-1 {
		into[i], into[j] = into[j], into[i]
	}
	return into
}

package parse

import "github.com/readout/readout/internal/perceptron"

const nothing = 0x2545F491 // stands for a word that is not there

func pick(hashes []uint64, i int) uint64 {
	if i < 0 || i >= len(hashes) {
		return nothing
	}
	return hashes[i]
}

func child(of []int, i int) int {
	if i < 0 || i >= len(of) {
		return -1
	}
	return of[i]
}

func (st *state) fromTop(n int) int {
	if n >= len(st.stack) {
		return -1
	}
	return st.stack[len(st.stack)-1-n]
}

// features of the next decision: words and tags of the top three of the stack and the first three of the
// buffer, their outermost dependents, distance and number of dependents, after Zhang & Nivre (2011). The slice is
// valid until the next call.
func (st *state) features() []perceptron.Feature {
	s0, s1, s2 := st.fromTop(0), st.fromTop(1), st.fromTop(2)
	b0, b1, b2 := st.next, st.next+1, st.next+2
	s0w, s1w, b0w, b1w := pick(st.words, s0), pick(st.words, s1), pick(st.words, b0), pick(st.words, b1)
	s0t, s1t, s2t := pick(st.tags, s0), pick(st.tags, s1), pick(st.tags, s2)
	b0t, b1t, b2t := pick(st.tags, b0), pick(st.tags, b1), pick(st.tags, b2)
	s0u, s1u, b0u := pick(st.upos, s0), pick(st.upos, s1), pick(st.upos, b0)
	distance := near(b0 - s0)
	gap := near(s0 - s1)
	mix := perceptron.Mix
	f := append(st.buffer[:0],
		mix(1, s0w, s0t, 0), mix(2, s0w, 0, 0), mix(3, s0t, 0, 0), mix(4, b0w, b0t, 0), mix(5, b0w, 0, 0), mix(6, b0t, 0, 0),
		mix(7, b1w, b1t, 0), mix(8, b1w, 0, 0), mix(9, b1t, 0, 0), mix(10, pick(st.words, b2), 0, 0), mix(11, b2t, 0, 0),
		mix(12, s1w, s1t, 0), mix(13, s1w, 0, 0), mix(14, s1t, 0, 0), mix(15, s2t, s1t, 0), mix(16, pick(st.words, s2), 0, 0),
		mix(17, s0w, b0w, 0), mix(18, s0w, b0t, 0), mix(19, s0t, b0w, 0), mix(20, s0t, b0t, 0), mix(21, s0w^s0t, b0w, b0t),
		mix(22, s1w, s0w, 0), mix(23, s1w, s0t, 0), mix(24, s1t, s0w, 0), mix(25, s1t, s0t, 0), mix(26, b0t, b1t, 0),
		mix(27, s0t, b0t, b1t), mix(28, b0t, b1t, b2t), mix(29, s1t, s0t, b0t), mix(30, s2t, s1t, s0t), mix(31, s1t, s0t, b0w),
		mix(32, s0w, distance, 0), mix(33, s0t, b0t, distance), mix(34, b0w, distance, 0), mix(35, s1t, s0t, gap), mix(36, s0w, s1w, b0t),
		mix(37, s0u, b0u, distance), mix(38, s1u, s0u, b0u),
	)
	f = st.dependents(f, s0, 50, s0t, b0t)
	f = st.dependents(f, s1, 80, s1t, s0t)
	f = st.leftDependents(f, b0, 110, b0t, s0t)
	st.buffer = f
	return f
}

// near cuts a distance to five classes.
func near(n int) uint64 {
	switch {
	case n <= 0:
		return 0
	case n < 4:
		return uint64(n)
	case n < 8:
		return 4
	}
	return 5
}

func (st *state) dependents(f []perceptron.Feature, of, base int, tag, other uint64) []perceptron.Feature {
	f = st.leftDependents(f, of, base, tag, other)
	r, r2 := child(st.rightmost, of), child(st.rightmost2, of)
	word := pick(st.words, of)
	return append(f,
		perceptron.Mix(base+11, pick(st.tags, r), tag, other), perceptron.Mix(base+12, pick(st.hashes, r), tag, other),
		perceptron.Mix(base+13, pick(st.words, r), tag, 0), perceptron.Mix(base+14, word, pick(st.hashes, r), 0),
		perceptron.Mix(base+15, tag, pick(st.tags, r), pick(st.tags, r2)),
		perceptron.Mix(base+16, tag, uint64(child(st.rights, of)+1), other), perceptron.Mix(base+17, word, uint64(child(st.rights, of)+1), 0),
		perceptron.Mix(base+18, pick(st.hashes, r), pick(st.hashes, r2), tag),
	)
}

func (st *state) leftDependents(f []perceptron.Feature, of, base int, tag, other uint64) []perceptron.Feature {
	l, l2 := child(st.leftmost, of), child(st.leftmost2, of)
	word := pick(st.words, of)
	return append(f,
		perceptron.Mix(base+1, pick(st.tags, l), tag, other), perceptron.Mix(base+2, pick(st.hashes, l), tag, other),
		perceptron.Mix(base+3, pick(st.words, l), tag, 0), perceptron.Mix(base+4, word, pick(st.hashes, l), 0),
		perceptron.Mix(base+5, tag, pick(st.tags, l), pick(st.tags, l2)),
		perceptron.Mix(base+6, tag, uint64(child(st.lefts, of)+1), other), perceptron.Mix(base+7, word, uint64(child(st.lefts, of)+1), 0),
		perceptron.Mix(base+8, pick(st.hashes, l), pick(st.hashes, l2), tag),
	)
}

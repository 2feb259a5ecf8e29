package parse

import (
	"math/bits"

	"github.com/readout/readout/internal/perceptron"
)

// The features are those of Zhang & Nivre (2011) and their like over classes of words (Koo, Carreras & Collins 2008). They
// come in groups by the words they look at, so that a group is scored once for all states that agree in those words.

// view is a state as the features see it: s0 is the top of the stack, s1 and s2 are below, b0 is the first of the buffer.
type view struct {
	sent           *sentence
	s0, s1, s2, b0 *item
}

var noItem = item{word: -1, below: -1, left: noSide, right: noSide}

func (l *lattice) view(st *state) view {
	v := view{sent: &l.sent, s0: &noItem, s1: &noItem, s2: &noItem, b0: &l.items[st.front]}
	if st.top >= 0 {
		v.s0 = &l.items[st.top]
		if v.s0.below >= 0 {
			v.s1 = &l.items[v.s0.below]
			if v.s1.below >= 0 {
				v.s2 = &l.items[v.s1.below]
			}
		}
	}
	return v
}

// A group is some features and the key of what they look at.
type group struct {
	key  func(view) uint64
	list func(view, *list)
}

// groups returns all features of a decision.
func groups() []group {
	return []group{
		{func(v view) uint64 { return keyOf(v.b0.word, -1, -1, -1) }, view.bufferFeatures},
		{func(v view) uint64 { return keyOf(v.s0.word, -1, -1, -1) }, view.topFeatures},
		{func(v view) uint64 { return keyOf(v.s1.word, -1, -1, -1) }, view.secondFeatures},
		{func(v view) uint64 { return keyOf(v.s0.word, v.b0.word, -1, -1) }, view.nextPairFeatures},
		{func(v view) uint64 { return keyOf(v.s1.word, v.s0.word, -1, -1) }, view.stackPairFeatures},
		{func(v view) uint64 { return keyOf(v.s1.word, v.s0.word, v.b0.word, -1) }, view.tripleFeatures},
		{func(v view) uint64 { return keyOf(v.s2.word, v.s1.word, v.s0.word, v.b0.word) }, view.thirdFeatures},
		{func(v view) uint64 { return v.s0.left.sig + keyOf(v.s0.word, v.b0.word, -1, -1) }, view.topLeft},
		{func(v view) uint64 { return v.s0.right.sig + keyOf(v.s0.word, v.b0.word, -1, -1) }, view.topRight},
		{func(v view) uint64 { return v.s1.left.sig + keyOf(v.s1.word, v.s0.word, -1, -1) }, view.secondLeft},
		{func(v view) uint64 { return v.s1.right.sig + keyOf(v.s1.word, v.s0.word, -1, -1) }, view.secondRight},
		{func(v view) uint64 { return v.b0.left.sig + keyOf(v.b0.word, v.s0.word, -1, -1) }, view.nextLeft},
		{func(v view) uint64 {
			return v.s0.left.sig + 3*v.s0.right.sig + keyOf(v.s0.word, v.b0.word, -1, -1)
		}, view.topFrame},
		{func(v view) uint64 {
			return v.b0.left.outerL ^ keyOf(v.b0.word, v.s0.word, v.s1.word, v.b0.left.outer)
		}, view.attachment},
	}
}

// keyOf packs up to four words; longest fits twelve bits.
func keyOf(a, b, c, d int) uint64 {
	return uint64(a+1) | uint64(b+1)<<12 | uint64(c+1)<<24 | uint64(d+1)<<36
}

// list collects features; each call of add is a template of its own. The hundreds of a template are its group's.
type list struct {
	features []perceptron.Feature
	template int
}

func (l *list) add(a, b, c uint64) {
	l.template++
	l.features = append(l.features, perceptron.Mix(l.template, a, b, c))
}

// score adds the scores of all groups of state i.
func (d *decoder) score(i int32) {
	clear(d.scores)
	v := d.view(&d.states[i])
	for n := range d.groups {
		key := uint64(perceptron.Mix(n, d.groups[n].key(v), 0, 0))
		vector, known := d.memo.vector(key)
		if !known {
			d.list.features = d.list.features[:0]
			d.fill(n, v)
			d.m.scorer.Score(d.list.features, vector)
		}
		add(d.scores, vector)
	}
}

// fill appends the features of group n.
func (d *decoder) fill(n int, v view) {
	d.list.template = 100 * (n + 1)
	d.groups[n].list(v, &d.list)
}

func (v view) bufferFeatures(l *list) {
	i := v.b0.word
	b0, b1, b2, b3, before := v.sent.at(i), v.sent.at(i+1), v.sent.at(i+2), v.sent.at(i+3), v.sent.at(i-1)
	l.add(0, 0, 0)
	l.word(b0)
	l.add(b1.form, 0, 0)
	l.add(b1.tag, 0, 0)
	l.add(b1.both, 0, 0)
	l.add(b1.class, 0, 0)
	l.add(b2.form, 0, 0)
	l.add(b2.tag, 0, 0)
	l.add(b3.tag, 0, 0)
	l.add(b0.form, b1.form, 0)
	l.add(b0.form, b1.tag, 0)
	l.add(b0.tag, b1.form, 0)
	l.add(b0.tag, b1.tag, 0)
	l.add(b0.class, b1.class, 0)
	l.add(b0.tag, b1.tag, b2.tag)
	l.add(b1.tag, b2.tag, b3.tag)
	l.add(before.tag, b0.tag, b1.tag)
	l.add(before.form, b0.tag, 0)
	l.add(b2.middle, b1.tag, b0.tag)
	l.add(b0.tag, b1.middle, b2.middle)
	l.add(b0.tag, near(v.sent.n-i), 0)
}

func (l *list) word(w *word) {
	l.add(w.form, 0, 0)
	l.add(w.tag, 0, 0)
	l.add(w.both, 0, 0)
	l.add(w.upos, w.suffix, 0)
	l.add(w.class, 0, 0)
	l.add(w.middle, 0, 0)
	l.add(w.coarse, w.tag, w.shape)
}

func (v view) topFeatures(l *list) {
	i := v.s0.word
	w, before, after := v.sent.at(i), v.sent.at(i-1), v.sent.at(i+1)
	l.word(w)
	l.add(before.tag, w.tag, after.tag)
	l.add(w.tag, after.tag, 0)
	l.add(w.tag, after.form, 0)
	l.add(w.form, after.tag, 0)
	l.add(before.form, w.tag, 0)
}

func (v view) secondFeatures(l *list) { l.word(v.sent.at(v.s1.word)) }

func (v view) nextPairFeatures(l *list) {
	s0, b0, b1 := v.sent.at(v.s0.word), v.sent.at(v.b0.word), v.sent.at(v.b0.word+1)
	l.pair(v.sent, v.s0.word, v.b0.word)
	l.add(s0.tag, b0.tag, b1.tag)
	l.add(s0.form, b0.tag, b1.tag)
	l.add(s0.tag, b0.form, b1.tag)
	l.add(s0.upos, b0.upos, b1.form)
	l.add(s0.class, b0.tag, b1.tag)
	l.add(s0.middle, b0.middle, b1.middle)
	l.add(s0.tag, near(v.sent.n-v.b0.word), b0.upos)
	l.add(s0.tag, b0.tag, v.sent.at(v.sent.n-1).form)
}

func (v view) stackPairFeatures(l *list) { l.pair(v.sent, v.s1.word, v.s0.word) }

// pair is the features of two words, the first before the second, and what stands between.
func (l *list) pair(s *sentence, i, j int) {
	a, b := s.at(i), s.at(j)
	distance, between := near(j-i), s.between(i, j)
	l.add(a.form, b.form, 0)
	l.add(a.form, b.tag, 0)
	l.add(a.tag, b.form, 0)
	l.add(a.tag, b.tag, 0)
	l.add(a.both, b.both, 0)
	l.add(a.upos, b.upos, distance)
	l.add(a.tag, b.tag, distance)
	l.add(a.form, distance, 0)
	l.add(b.form, distance, 0)
	l.add(a.class, b.class, 0)
	l.add(a.middle, b.middle, 0)
	l.add(a.class, b.tag, 0)
	l.add(a.tag, b.class, 0)
	l.add(a.form, b.class, 0)
	l.add(a.class, b.form, 0)
	l.add(a.tag, b.tag, between.marks)
	l.add(a.upos, b.upos, between.marks<<8|between.commas)
	l.add(a.form, between.marks, 0)
	l.add(b.form, between.marks, 0)
	l.add(a.upos<<1^a.suffix, b.upos, 0)
	l.add(a.upos, b.upos<<1^b.suffix, 0)
	same := uint64(0)
	if a.tag == b.tag {
		same = 1
	}
	if a.class == b.class {
		same |= 2
	}
	l.add(same, between.marks, a.upos)
}

// gap sums up what stands between two words.
type gap struct {
	marks  uint64
	commas uint64 // up to three
}

func (s *sentence) between(i, j int) gap {
	var g gap
	if i < 0 {
		return g
	}
	for k := i + 1; k < j; k++ {
		m := s.words[k].marks
		g.marks |= uint64(m)
		if m == comma && g.commas < 3 {
			g.commas++
		}
	}
	return g
}

// near cuts a distance to eight classes.
func near(n int) uint64 {
	switch {
	case n <= 0:
		return 0
	case n < 5:
		return uint64(n)
	}
	return min(uint64(bits.Len(uint(n)))+2, 8)
}

func (v view) tripleFeatures(l *list) {
	s1, s0, b0 := v.sent.at(v.s1.word), v.sent.at(v.s0.word), v.sent.at(v.b0.word)
	l.add(s1.tag, s0.tag, b0.tag)
	l.add(s1.form, s0.tag, b0.tag)
	l.add(s1.tag, s0.form, b0.tag)
	l.add(s1.tag, s0.tag, b0.form)
	l.add(s1.form, s0.form, b0.tag)
	l.add(s1.tag, s0.form, b0.form)
	l.add(s1.form, s0.tag, b0.form)
	l.add(s1.middle, s0.middle, b0.middle)
	l.add(s1.class, s0.tag, b0.tag)
	l.add(s1.tag, s0.class, b0.tag)
	l.add(s1.tag, s0.tag, b0.class)
	l.add(s1.form, b0.form, 0)
	l.add(s1.form, b0.tag, 0)
	l.add(s1.tag, b0.form, 0)
	l.add(s1.tag, b0.tag, 0)
	l.add(s1.class, b0.class, 0)
	l.add(s1.tag, b0.tag, near(v.b0.word-v.s1.word))
	l.add(s1.upos, b0.upos, v.sent.between(v.s1.word, v.b0.word).marks)
}

func (v view) thirdFeatures(l *list) {
	s2, s1, s0, b0 := v.sent.at(v.s2.word), v.sent.at(v.s1.word), v.sent.at(v.s0.word), v.sent.at(v.b0.word)
	l.add(s2.form, 0, 0)
	l.add(s2.tag, 0, 0)
	l.add(s2.tag, s1.tag, 0)
	l.add(s2.tag, s1.tag, s0.tag)
	l.add(s2.tag, s1.tag, b0.tag)
	l.add(s2.form, s0.tag, 0)
	l.add(s2.tag, s0.tag, b0.tag)
	l.add(s2.middle, s1.middle, s0.middle)
	l.add(s2.form, b0.form, 0)
}

func (v view) topLeft(l *list)  { l.dependents(v.sent, v.s0, &v.s0.left, v.b0.word) }
func (v view) topRight(l *list) { l.dependents(v.sent, v.s0, &v.s0.right, v.b0.word) }
func (v view) topFrame(l *list) { l.frame(v.sent, v.s0, v.b0.word) }

func (v view) secondLeft(l *list)  { l.dependents(v.sent, v.s1, &v.s1.left, v.s0.word) }
func (v view) secondRight(l *list) { l.dependents(v.sent, v.s1, &v.s1.right, v.s0.word) }

func (v view) nextLeft(l *list) { l.dependents(v.sent, v.b0, &v.b0.left, v.s0.word) }

// dependents is the features of the outermost dependents of an item and the word it may be joined with.
func (l *list) dependents(s *sentence, it *item, d *side, other int) {
	w, o, outer, inner := s.at(it.word), s.at(other), s.at(d.outer), s.at(d.inner)
	l.add(outer.tag, w.tag, o.tag)
	l.add(d.outerL, w.tag, o.tag)
	l.add(outer.form, w.tag, o.tag)
	l.add(w.form, d.outerL, 0)
	l.add(d.outerL, w.upos, o.form)
	l.add(w.tag, outer.tag, inner.tag)
	l.add(d.outerL, d.innerL, w.tag)
	l.add(w.tag, d.count, o.tag)
	l.add(w.tag, d.set, 0)
	l.add(w.form, d.set, 0)
	l.add(w.tag, d.set, o.tag)
	l.add(outer.class, w.tag, o.tag)
	l.add(outer.class, d.outerL, o.class)
	l.add(outer.form, w.form, 0)
	l.add(outer.form, o.form, d.outerL)
}

// frame is the dependents to both sides of an item together.
func (l *list) frame(s *sentence, it *item, other int) {
	w, o := s.at(it.word), s.at(other)
	l.add(w.tag, it.left.set, it.right.set)
	l.add(w.upos, it.left.set^it.right.set<<1, o.tag)
	l.add(w.tag, it.left.outerL, it.right.outerL)
}

// attachment is where the first word of the buffer, with the preposition or conjunction that it has, belongs: to the top of
// the stack or below.
func (v view) attachment(l *list) {
	s1, s0, b0, first := v.sent.at(v.s1.word), v.sent.at(v.s0.word), v.sent.at(v.b0.word), v.sent.at(v.b0.left.outer)
	l.add(s0.form, first.form, b0.tag)
	l.add(s0.class, first.form, b0.tag)
	l.add(s0.tag, first.form, b0.form)
	l.add(s0.tag, first.form, b0.tag)
	l.add(s1.form, first.form, b0.tag)
	l.add(s1.class, first.form, b0.tag)
	l.add(s1.tag, first.form, b0.tag)
	l.add(s1.tag^s0.tag<<1, first.form, b0.tag)
	l.add(s1.tag, s0.tag, first.form)
	l.add(s1.upos^s0.upos<<1, v.b0.left.outerL, b0.upos)
	l.add(s0.form, first.form, b0.class)
	l.add(s1.form, first.form, b0.class)
	l.add(s0.class, first.form, b0.class)
	l.add(s1.class, first.form, b0.class)
	l.add(s0.form, s1.form, first.form)
}

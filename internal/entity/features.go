package entity

import (
	"unicode/utf8"

	"github.com/readout/readout/internal/perceptron"
)

// outside stands for a word before the first or after the last of a sentence.
var outside = word{form: 0x5bd1e995, lower: 0x5bd1e995, shape: 0x5bd1e995, long: 0x5bd1e995, upos: 0x5bd1e995, xpos: 0x5bd1e995}

// featureSet collects the features of one word.
type featureSet struct {
	w     *words
	first int // tokens of the sentence
	last  int
	i     int // the word
	out   []perceptron.Feature
}

func (f *featureSet) add(template int, a, b, c uint64) {
	f.out = append(f.out, perceptron.Mix(template, a, b, c))
}

// at returns the word n places on.
func (f *featureSet) at(n int) *word {
	if j := f.i + n; j >= f.first && j < f.last {
		return &f.w.token[j]
	}
	return &outside
}

// features appends the features of token i of the sentence [first, last) to out. With second set what the first reading found in the
// rest of the document counts too.
func (w *words) features(out []perceptron.Feature, first, last, i int, second bool) (features []perceptron.Feature, own int) {
	f := featureSet{w: w, first: first, last: last, i: i, out: out}
	f.ownForm()
	own = len(f.out) - len(out)
	f.add(0, 0, 0, 0)
	f.window()
	f.affixes()
	f.known()
	f.guesses()
	f.run()
	f.wide()
	f.neighbours()
	f.document()
	if second {
		f.reading()
	}
	return f.out, own
}

// ownForm is what tells the word's own form: the form, its beginnings and endings, the pairs with its neighbours.
func (f *featureSet) ownForm() {
	c, p, n := f.at(0), f.at(-1), f.at(1)
	f.add(30, c.lower, 0, 0)
	f.add(60, c.form, 0, 0)
	f.add(64, p.lower, c.lower, 0)
	f.add(65, c.lower, n.lower, 0)
	form := f.w.forms[f.i]
	for n, end := 1, len(form); n <= 4 && end > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(form[:end])
		end -= size
		f.add(80+n, perceptron.Hash(form[end:]), 0, 0)
	}
	for n, start := 1, 0; n <= 4 && start < len(form); n++ {
		_, size := utf8.DecodeRuneInString(form[start:])
		start += size
		f.add(90+n, perceptron.Hash(form[:start]), 0, 0)
	}
	if c.runLast > c.runFirst && c.runLast-1 == f.i {
		f.add(151, c.lower, 1, 0)
	}
	if c.runFirst == f.i {
		f.add(152, c.lower, 1, 0)
	}
}

// window is the words around: forms, shapes, tags, classes.
func (f *featureSet) window() {
	c := f.at(0)
	for n := -2; n <= 2; n++ {
		o, t := f.at(n), 10*(n+3)
		if n != 0 {
			f.add(t, o.lower, 0, 0)
		}
		f.add(t+1, o.upos, 0, 0)
		f.add(t+2, o.xpos, 0, 0)
		f.add(t+3, o.shape, 0, 0)
		if o.fine != 0 {
			f.add(t+4, o.fine, 0, 0)
			f.add(t+5, o.middle, 0, 0)
			f.add(t+6, o.coarse, 0, 0)
		}
		if n != 0 {
			f.add(t+7, o.lower, c.shape, 0)
			f.add(t+8, o.middle, c.middle, c.shape)
		}
	}
	p, n := f.at(-1), f.at(1)
	start := bit(c.first) + 2*bit(c.shouted)
	f.add(61, c.long, start, 0)
	f.add(62, p.shape, c.shape, n.shape)
	f.add(63, p.xpos, c.xpos, n.xpos)
	f.add(66, p.lower, n.lower, c.shape)
	f.add(67, c.xpos, start, c.shape)
	f.add(68, f.at(-2).lower, p.lower, c.shape)
	f.add(69, n.lower, f.at(2).lower, c.shape)
	f.add(71, p.fine, n.fine, c.shape)
}

// affixes are the endings of the neighbours.
func (f *featureSet) affixes() {
	for _, d := range []int{-1, 1} {
		if j := f.i + d; j >= f.first && j < f.last {
			other := f.w.forms[j]
			f.add(100+d, perceptron.Hash(other[max(0, len(other)-3):]), f.at(0).shape, 0)
		}
	}
}

// known is what the tables say of the word and its neighbours.
func (f *featureSet) known() {
	c := f.at(0)
	for n := -1; n <= 1; n++ {
		o, t := f.at(n), 110+10*(n+1)
		names := bit(o.given) + 2*bit(o.family) + 4*bit(o.short)
		f.add(t, names, c.shape, 0)
		if o.mark != 0 {
			f.add(t+1, o.mark, 0, 0)
			f.add(t+2, o.mark, c.shape, bit(c.first))
			f.add(t+3, o.mark, c.xpos, 0)
		}
		if o.mark2 != 0 {
			f.add(t+1, o.mark2, 0, 0)
			f.add(t+4, o.mark, o.mark2, c.shape)
		}
		if o.sort != 0 {
			f.add(t+5, o.sort, c.shape, 0)
		}
		if o.town != 0 {
			f.add(t+7, o.town, c.shape, o.mark)
			f.add(t+8, o.town, nameBits(o), bit(c.first))
		}
		if o.organisation != 0 {
			f.add(t+6, o.organisation, c.shape, 0)
		}
	}
	p, n := f.at(-1), f.at(1)
	f.add(140, nameBits(p), nameBits(c), nameBits(n))
	f.add(141, p.mark, c.mark, n.mark)
	f.add(142, nameBits(c), c.mark, n.lower)
	f.add(143, p.sort, nameBits(c), n.shape)
}

// guesses is what the network that tags makes of the word and its neighbours, and of the last word of the run.
func (f *featureSet) guesses() {
	c := f.at(0)
	for n := -1; n <= 1; n++ {
		g, t := f.at(n).guess, 230+10*(n+1)
		if g.Best == 0 {
			continue
		}
		best, next, margin := uint64(g.Best), uint64(g.Next), uint64(g.Margin)
		f.add(t, best, margin, 0)
		f.add(t+1, best, next, margin)
		f.add(t+2, next, margin, 0)
		f.add(t+3, best, c.shape, margin)
	}
	if c.guess.Best == 0 {
		return
	}
	f.add(260, uint64(f.at(-1).guess.Best), uint64(c.guess.Best), uint64(f.at(1).guess.Best))
	f.add(261, uint64(c.guess.Best), c.mark, c.sort)
	f.add(262, uint64(c.guess.Best), c.organisation, nameBits(c))
	if c.runLast > c.runFirst {
		f.add(263, uint64(c.guess.Best), uint64(f.w.token[c.runLast-1].guess.Best), uint64(f.w.token[c.runFirst].guess.Best))
	}
}

func nameBits(w *word) uint64 { return bit(w.given) + 2*bit(w.family) + 4*bit(w.short) }

// run is the run of capitalised words that the word stands in: its ends, what stands before and after it.
func (f *featureSet) run() {
	c := f.at(0)
	if c.runLast <= c.runFirst {
		return
	}
	from, to := f.w.token[c.runFirst], f.w.token[c.runLast-1]
	place := uint64(within)
	switch {
	case c.runLast-c.runFirst == 1:
		place = alone
	case f.i == c.runFirst:
		place = begins
	case f.i == c.runLast-1:
		place = ends
	}
	length := uint64(min(c.runLast-c.runFirst, 5))
	f.add(150, place, length, bit(from.first))
	if c.runLast-1 != f.i {
		f.add(151, to.lower, place, 0)
	}
	if c.runFirst != f.i {
		f.add(152, from.lower, place, 0)
	}
	f.add(153, to.sort, to.organisation, place)
	f.add(154, from.sort, nameBits(&from), place)
	f.add(155, to.fine, place, 0)
	f.add(156, from.fine, place, 0)
	f.add(157, nameBits(&to), nameBits(&from), place)
	f.add(158, from.mark, to.mark, place)
	f.i, c = c.runFirst, nil
	f.add(159, f.at(-1).lower, place, length)
	f.add(160, f.at(-1).middle, place, 0)
	f.add(161, f.at(-1).xpos, f.at(-2).lower, place)
	f.i = int(from.runLast) - 1
	f.add(162, f.at(1).lower, place, length)
	f.add(163, f.at(1).middle, place, 0)
	f.add(164, f.at(1).xpos, f.at(2).lower, place)
}

// wide is the longer run, and what an acronym stands for.
func (f *featureSet) wide() {
	c := f.at(0)
	if c.acronymOf >= 0 {
		o := &f.w.token[c.acronymOf]
		f.add(190, o.lower, 0, 0)
		f.add(191, o.sort, o.organisation, o.fine)
		f.add(192, 0, 0, 0)
	}
	if c.wideLast-c.wideFirst <= c.runLast-c.runFirst || c.wideLast <= c.wideFirst {
		return
	}
	from, to := &f.w.token[c.wideFirst], &f.w.token[c.wideLast-1]
	f.add(193, to.lower, 0, 0)
	f.add(194, to.sort, to.organisation, c.shape)
	f.add(195, from.lower, c.shape, 0)
	f.add(196, from.sort, from.organisation, c.shape)
	if c.runLast < c.wideLast {
		f.add(197, f.w.token[c.runLast].lower, to.organisation, to.sort)
	}
	if c.runFirst > c.wideFirst {
		f.add(198, f.w.token[c.runFirst-1].lower, from.organisation, from.sort)
	}
}

// neighbours are the runs before and after, when only a comma, a bracket or a word or two stand between, as in enumerations.
func (f *featureSet) neighbours() {
	c := f.at(0)
	if c.runLast <= c.runFirst {
		return
	}
	for k, d := range []int{-1, 1} {
		j, between := c.runFirst-1, uint64(0)
		if d > 0 {
			j = c.runLast
		}
		steps := 0
		for ; j >= f.first && j < f.last && !f.w.token[j].capital && steps < 3; j += d {
			between = between*31 + f.w.token[j].lower
			steps++
		}
		if j < f.first || j >= f.last || !f.w.token[j].capital {
			continue
		}
		o := &f.w.token[j]
		from, to := &f.w.token[o.runFirst], &f.w.token[o.runLast-1]
		t := 200 + 10*k
		f.add(t, between, nameBits(from), nameBits(to))
		f.add(t+1, between, from.mark, to.mark)
		f.add(t+2, between, to.sort, to.organisation)
		f.add(t+3, between, to.fine, 0)
		f.add(t+4, between, uint64(min(o.runLast-o.runFirst, 4)), uint64(min(c.runLast-c.runFirst, 4)))
		f.add(t+5, between, to.town, c.town)
		f.add(t+6, between, to.lower, 0)
	}
}

// document is what the rest of the document says of the word.
func (f *featureSet) document() {
	s := f.w.memory.of[f.w.forms[f.i]]
	if s == nil {
		return
	}
	c := f.at(0)
	usual := uint64(0)
	switch {
	case s.capital > 0 && s.lower == 0:
		usual = 1
	case s.capital > s.lower:
		usual = 2
	case s.lower > 0:
		usual = 3
	}
	f.add(170, usual, bit(c.first), c.upos)
	f.add(171, uint64(min(s.titled, 2)), c.shape, 0)
	if s.mark != 0 {
		f.add(172, s.mark, c.shape, 0)
	}
	if s.run > c.runLast-c.runFirst {
		head := f.w.token[s.head]
		f.add(173, head.lower, 0, 0)
		f.add(174, head.sort, head.organisation, head.fine)
		f.add(175, nameBits(&head), uint64(min(s.run, 4)), 0)
	}
}

// reading is what the first reading made of the word in the rest of the document.
func (f *featureSet) reading() {
	c := f.at(0)
	f.add(186, f.w.memory.usual, c.shape, bit(c.first))
	f.add(187, f.w.memory.usual, c.xpos, 0)
	f.add(188, f.w.memory.usual, f.at(-1).lower, c.shape)
	s := f.w.memory.of[f.w.forms[f.i]]
	if s == nil {
		return
	}
	total, best := 0, 0
	for k, n := range s.types {
		total += n
		if n > s.types[best] {
			best = k
		}
	}
	if total == 0 {
		return
	}
	share := uint64(4 * s.types[best] / total)
	f.add(180, uint64(best), share, uint64(min(total, 3)))
	f.add(181, uint64(best), c.shape, bit(c.first))
	f.add(182, uint64(best), uint64(s.longType), uint64(min(s.long, 4)))
	if s.long > 0 {
		f.add(183, uint64(s.longType), uint64(s.longPlace), uint64(min(s.long, 4)))
		f.add(184, uint64(s.longType), uint64(s.longPlace), f.at(1).shape)
		f.add(185, uint64(s.longType), uint64(s.longPlace), f.at(-1).shape)
	}
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

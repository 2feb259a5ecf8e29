package entity

import (
	"math"

	"github.com/readout/readout/internal/text"
)

// decoder finds the best sequence of labels of a sentence (Viterbi). Its buffers are used again for the next; the cost is one
// addition for each word and pair of labels that may follow one another.
type decoder struct {
	pairs [labelCount][]label             // for each label those that it may follow
	moves [labelCount][labelCount]float32 // score of b after a
	best  [][labelCount]float32
	from  [][labelCount]label
	out   []label
}

func newDecoder() *decoder {
	d := &decoder{}
	for a := range label(labelCount) {
		for b := range label(labelCount) {
			if follows(a, b) {
				d.pairs[b] = append(d.pairs[b], a)
			}
		}
	}
	return d
}

// decode returns the labels of the words whose scores are given, valid until the next call.
func (d *decoder) decode(scores [][labelCount]float32) []label {
	n := len(scores)
	if cap(d.best) < n {
		d.best, d.from, d.out = make([][labelCount]float32, n), make([][labelCount]label, n), make([]label, n)
	}
	d.best, d.from, d.out = d.best[:n], d.from[:n], d.out[:n]
	if n == 0 {
		return nil
	}
	for i := range scores {
		for b := range label(labelCount) {
			top, at := float32(math.Inf(-1)), label(0)
			for _, a := range d.pairs[b] {
				if i == 0 && a != 0 {
					break // outside stands first among the pairs, and only it stands before a sentence
				}
				s := d.moves[a][b]
				if i > 0 {
					s += d.best[i-1][a]
				}
				if s > top {
					top, at = s, a
				}
			}
			d.best[i][b], d.from[i][b] = top+scores[i][b], at
		}
	}
	last := label(0)
	for b := range label(labelCount) {
		if (b == 0 || b.position() == ends || b.position() == alone) && d.best[n-1][b] > d.best[n-1][last] {
			last = b
		}
	}
	for i := n - 1; i >= 0; i-- {
		d.out[i] = last
		last = d.from[i][last]
	}
	return d.out
}

// margins gives each span by how much its labels are preferred to the best label of another type or none, a word.
func margins(spans []Span, scores [][labelCount]float32, s text.Sentence) {
	for k := range spans {
		n := &spans[k]
		kind := kindOf(n.Type)
		total := float32(0)
		for i := n.First; i < n.Last; i++ {
			own, other := float32(math.Inf(-1)), scores[i-s.First][0]
			for l := range label(labelCount) {
				if l == 0 {
					continue
				}
				v := scores[i-s.First][l]
				if l.kind() == kind {
					own = max(own, v)
				} else {
					other = max(other, v)
				}
			}
			total += own - other
		}
		n.Score = total / float32(n.Last-n.First)
	}
}

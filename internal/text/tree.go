package text

import (
	"sort"
	"strings"
)

// Dominates reports whether token i is a or lies below a in its sentence's tree.
func (d *Doc) Dominates(a, i int) bool {
	for steps := 0; i >= 0 && steps < MaxSentence; steps++ {
		if i == a {
			return true
		}
		i = d.Tokens[i].Head
	}
	return false
}

// Child returns the first dependent of token i with one of the relations, or -1. A relation without a
// subtype matches every subtype of it: "nsubj" matches "nsubj:pass".
func (d *Doc) Child(i int, relations ...string) int {
	s := d.Sentences[d.SentenceOf(i)]
	for j := s.First; j < s.Last; j++ {
		if d.Tokens[j].Head != i {
			continue
		}
		for _, rel := range relations {
			if have := d.Tokens[j].Deprel; have == rel || strings.HasPrefix(have, rel+":") {
				return j
			}
		}
	}
	return -1
}

// HeadOf returns the first of the tokens [first, last) whose head is none of them.
func (d *Doc) HeadOf(first, last int) int {
	for i := first; i < last; i++ {
		if h := d.Tokens[i].Head; h < first || h >= last {
			return i
		}
	}
	return first
}

// Subtree returns the outermost tokens [first, last) of the words below token i.
func (d *Doc) Subtree(i int) (first, last int) {
	s := d.Sentences[d.SentenceOf(i)]
	first, last = i, i+1
	for j := s.First; j < s.Last; j++ {
		if (j < first || j >= last) && d.Dominates(i, j) {
			first, last = min(first, j), max(last, j+1)
		}
	}
	return first, last
}

// MentionAt returns the index of the longest mention whose phrase holds token i, or -1: in "Norwegian minister Smith" every
// word stands for Smith.
func (d *Doc) MentionAt(i int) int {
	best := -1
	for k := d.firstMention(i - 40); k < len(d.Mentions) && d.Mentions[k].First <= i; k++ {
		m := d.Mentions[k]
		if i < m.Last && (best < 0 || m.Last-m.First > d.Mentions[best].Last-d.Mentions[best].First) {
			best = k
		}
	}
	return best
}

// firstMention returns the index of the first mention that begins at token i or after it.
func (d *Doc) firstMention(i int) int {
	return sort.Search(len(d.Mentions), func(k int) bool { return d.Mentions[k].First >= i })
}

// MentionsIn returns the mentions whose phrases begin within the tokens [first, last).
func (d *Doc) MentionsIn(first, last int) []Mention {
	from := d.firstMention(first)
	to := d.firstMention(last)
	return d.Mentions[from:to]
}

// TimesIn returns the time expressions that begin within the tokens [first, last).
func (d *Doc) TimesIn(first, last int) []Time {
	from, to := d.Tokens[first].Start, d.Tokens[last-1].End
	low := sort.Search(len(d.Times), func(k int) bool { return d.Times[k].Start >= from })
	high := sort.Search(len(d.Times), func(k int) bool { return d.Times[k].Start >= to })
	return d.Times[low:high]
}

// PlacesIn returns the indices [from, to) of the places that begin within the tokens [first, last).
func (d *Doc) PlacesIn(first, last int) (from, to int) {
	from = sort.Search(len(d.Places), func(k int) bool { return d.Places[k].First >= first })
	to = sort.Search(len(d.Places), func(k int) bool { return d.Places[k].First >= last })
	return from, to
}

// TokensSpan returns the words of the tokens [first, last).
func (d *Doc) TokensSpan(first, last int) Span {
	return Span{d.Tokens[first].Start, d.Tokens[last-1].End}
}

// TokenAt returns the index of the first token that ends after the byte offset.
func (d *Doc) TokenAt(offset int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > offset })
}

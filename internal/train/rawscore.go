package train

import (
	"strings"

	"github.com/readout/readout/internal/text"
)

// F1 counts what is in the gold, what was got, and what of it is right.
type F1 struct{ Gold, Got, Right int }

// Value returns F1 in percent.
func (f F1) Value() float64 {
	if f.Gold+f.Got == 0 {
		return 0
	}
	return 200 * float64(f.Right) / float64(f.Gold+f.Got)
}

// RawAccuracy is what is right of a text that was cut, tagged and parsed from its characters alone, as the CoNLL 2018
// shared task counts it (https://universaldependencies.org/conll18/evaluation.html). Words is over the words of both; the tags, lemmas and trees
// are those of aligned words, out of the words of both. LAS compares the universal part of the relation.
type RawAccuracy struct {
	Sentences, Words, UPOS, XPOS, Lemma, UAS, LAS F1
}

// CompareRaw counts what of got is as in gold; both were made of one text. A sentence is right when it begins and ends
// with the same characters, a word when it is the same stretch; the words of a multiword token are aligned by their form
// within the stretch it covers. White space is outside all of them, so that byte offsets tell what offsets without it would.
func CompareRaw(gold, got *text.Doc) RawAccuracy {
	var a RawAccuracy
	a.Sentences = F1{Gold: len(gold.Sentences), Got: len(got.Sentences), Right: sameSentences(gold, got)}
	counts := []*F1{&a.Words, &a.UPOS, &a.XPOS, &a.Lemma, &a.UAS, &a.LAS}
	for _, c := range counts {
		c.Gold, c.Got = len(gold.Tokens), len(got.Tokens)
	}
	goldOf := align(gold, got)
	for i, p := range got.Tokens {
		if goldOf[i] < 0 {
			continue
		}
		g := gold.Tokens[goldOf[i]]
		head := p.Head < 0 && g.Head < 0 || p.Head >= 0 && g.Head >= 0 && goldOf[p.Head] == g.Head
		a.Words.Right++
		a.UPOS.Right += one(g.UPOS == p.UPOS)
		a.XPOS.Right += one(g.XPOS == p.XPOS)
		a.Lemma.Right += one(g.Lemma == p.Lemma)
		a.UAS.Right += one(head)
		a.LAS.Right += one(head && universal(g.Deprel) == universal(p.Deprel))
	}
	return a
}

func sameSentences(gold, got *text.Doc) int {
	same, i := 0, 0
	for n := range gold.Sentences {
		want := gold.SentenceSpan(n)
		for i < len(got.Sentences) && got.SentenceSpan(i).Start < want.Start {
			i++
		}
		if i < len(got.Sentences) && got.SentenceSpan(i) == want {
			same++
		}
	}
	return same
}

// align returns for each word of got the word of gold that it is, or -1.
func align(gold, got *text.Doc) []int {
	goldOf := make([]int, len(got.Tokens))
	for i := range goldOf {
		goldOf[i] = -1
	}
	a := aligner{side{gold}, side{got}, goldOf}
	g, s := 0, 0
	for g < len(gold.Tokens) && s < len(got.Tokens) {
		a1, b1 := a.gold.span(g), a.got.span(s)
		switch {
		case a.gold.multiword(g) || a.got.multiword(s):
			g, s = a.multiword(g, s)
		case a1 == b1:
			goldOf[s] = g
			g, s = g+1, s+1
		case a1.Start <= b1.Start:
			g++
		default:
			s++
		}
	}
	return goldOf
}

// side is one of two cuttings of a text.
type side struct{ *text.Doc }

func (d side) multiword(i int) bool { return d.Tokens[i].Joined || d.JoinedTo(i) > i+1 }

// span is the stretch of a word, that of the whole multiword token where it is in one.
func (d side) span(i int) text.Span {
	first := i
	for first > 0 && d.Tokens[first].Joined {
		first--
	}
	return text.Span{Start: d.Tokens[first].Start, End: d.Tokens[d.JoinedTo(i)-1].End}
}

// beyond reports whether word i lies, at least in part, after a stretch that ends at end.
func (d side) beyond(i, end int) bool {
	switch {
	case i >= len(d.Tokens):
		return true
	case d.multiword(i):
		return d.span(i).Start >= end
	}
	return d.Tokens[i].End > end
}

// reach returns how far a stretch up to end reaches when word i belongs to it.
func (d side) reach(i, end int) int {
	if d.multiword(i) {
		return max(end, d.span(i).End)
	}
	return end
}

type aligner struct {
	gold, got side
	goldOf    []int
}

// multiword aligns the words of the least stretch from g and s on that no multiword token reaches out of, by their longest common
// subsequence, and returns the words after it.
func (a aligner) multiword(g, s int) (int, int) {
	end := 0
	if a.gold.multiword(g) {
		end = a.gold.span(g).End
		if !a.got.multiword(s) && a.got.span(s).Start < a.gold.span(g).Start {
			s++
		}
	} else {
		end = a.got.span(s).End
		if !a.gold.multiword(g) && a.gold.span(g).Start < a.got.span(s).Start {
			g++
		}
	}
	gEnd, sEnd := g, s
	for !a.gold.beyond(gEnd, end) || !a.got.beyond(sEnd, end) {
		if gEnd < len(a.gold.Tokens) && (sEnd == len(a.got.Tokens) || a.gold.span(gEnd).Start <= a.got.span(sEnd).Start) {
			end = a.gold.reach(gEnd, end)
			gEnd++
			continue
		}
		end = a.got.reach(sEnd, end)
		sEnd++
	}
	a.common(g, gEnd, s, sEnd)
	return gEnd, sEnd
}

// common aligns the words [g, gEnd) and [s, sEnd) by their longest common subsequence.
func (a aligner) common(g, gEnd, s, sEnd int) {
	same := func(i, j int) bool { return strings.EqualFold(a.gold.Word(g+i), a.got.Word(s+j)) }
	n, m := gEnd-g, sEnd-s
	length := make([][]int, n+1) // of the longest common subsequence from here on
	for i := range length {
		length[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			length[i][j] = max(length[i+1][j], length[i][j+1])
			if same(i, j) {
				length[i][j] = max(length[i][j], 1+length[i+1][j+1])
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case same(i, j):
			a.goldOf[s+j] = g + i
			i, j = i+1, j+1
		case length[i][j] == length[i+1][j]:
			i++
		default:
			j++
		}
	}
}

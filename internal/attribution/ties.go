package attribution

import "github.com/readout/readout/internal/text"

// TieRows is how many rows ties share by their hash.
const TieRows = 4096

// Ties tells how the words of a document stand to one another: on what way over the tree, how many sentences apart, in whose quotation.
type Ties struct {
	doc      *text.Doc
	sentence []int // of each token
	quote    []int // index of the outermost quotation that a token stands in, -1 for none
	depth    []int // steps to the root
}

// NewTies reads a document with trees and quotations.
func NewTies(d *text.Doc) *Ties {
	n := len(d.Tokens)
	t := &Ties{doc: d, sentence: make([]int, n), quote: make([]int, n), depth: make([]int, n)}
	for k, s := range d.Sentences {
		for i := s.First; i < s.Last; i++ {
			t.sentence[i] = k
			steps := 0
			for h := d.Tokens[i].Head; h >= 0 && steps < maxDepth; h = d.Tokens[h].Head {
				steps++
			}
			t.depth[i] = steps
		}
	}
	at := 0
	for i := range n {
		for at < len(d.Quotes) && d.Quotes[at].End <= d.Tokens[i].Start {
			at++
		}
		t.quote[i] = -1
		if at < len(d.Quotes) && d.Quotes[at].Span.Overlaps(d.Tokens[i].Span) {
			t.quote[i] = at
		}
	}
	return t
}

// maxDepth bounds a walk up a tree, so that a chain of a thousand words takes linear time.
const maxDepth = 40

// Rows returns the rows of a word's tie to a cue: of the way over the tree, of its last branch, of the quotation.
func (t *Ties) Rows(cue, word int) [3]int32 {
	apart := t.sentence[word] - t.sentence[cue]
	if apart != 0 {
		near := clip(apart, 3)
		return [3]int32{newHash('x').number(near).row(TieRows), newHash('y').number(near).word(t.doc.Tokens[word].Deprel).row(TieRows), t.frame(cue, word)}
	}
	up, down, cueRel, wordRel := t.meet(cue, word)
	way := newHash('w').number(min(up, 4)).number(min(down, 3)).word(cueRel).word(wordRel)
	if word < cue {
		way = way.number(-1)
	}
	return [3]int32{way.row(TieRows), newHash('b').number(min(up, 2)).word(wordRel).row(TieRows), t.frame(cue, word)}
}

// meet walks from two words of a sentence up to where their ways meet. It returns the steps of each and the relations of the last
// word of each way, empty where there is no step.
func (t *Ties) meet(cue, word int) (cueSteps, wordSteps int, cueRel, wordRel string) {
	tokens := t.doc.Tokens
	for cue != word && cueSteps+wordSteps <= 2*maxDepth {
		if t.depth[word] >= t.depth[cue] && tokens[word].Head >= 0 {
			wordRel, word = tokens[word].Deprel, tokens[word].Head
			wordSteps++
		} else if tokens[cue].Head >= 0 {
			cueRel, cue = tokens[cue].Deprel, tokens[cue].Head
			cueSteps++
		} else {
			break
		}
	}
	return cueSteps, wordSteps, cueRel, wordRel
}

// frame tells whether the word stands in a quotation, and whether the cue's sentence has a part in it.
func (t *Ties) frame(cue, word int) int32 {
	h := newHash('f').number(clip(t.sentence[word]-t.sentence[cue], 2))
	if t.doc.Sentences[t.sentence[word]].Paragraph != t.doc.Sentences[t.sentence[cue]].Paragraph {
		h = h.number(1)
	}
	q := t.quote[word]
	if q < 0 {
		return h.row(TieRows)
	}
	s := t.doc.Sentences[t.sentence[cue]]
	quote := t.doc.Quotes[q].Span
	switch first, last := t.doc.Tokens[s.First].Start, t.doc.Tokens[s.Last-1].End; {
	case t.quote[cue] == q:
		h = h.number(2)
	case quote.Overlaps(text.Span{Start: first, End: last}):
		h = h.number(3)
	case quote.Start >= last && quote.Start-last < 3:
		h = h.number(4)
	case quote.End <= first && first-quote.End < 3:
		h = h.number(5)
	default:
		h = h.number(6)
	}
	return h.row(TieRows)
}

func clip(n, most int) int { return max(-most, min(n, most)) }

package web

import (
	"fmt"
	"strings"

	"github.com/readout/readout"
)

// A column is an article's text laid out for a page. The text of its blocks,
// with the white space before each and after the last, is the article's.
type column struct {
	Blocks []block
	After  string
}

// A block is a paragraph of an article, cut into runs of words.
type block struct {
	Before string // the white space between it and the block before
	Kind   readout.ParagraphKind
	Number int
	Runs   []run
}

// A run is a stretch of words with the same entries behind it.
type run struct {
	Opens []opening // labels that stand before the words
	Class string    // w7 for each item whose words these are
	Lines []string  // classes of the lines under the words, one for each labelled item
	Text  string
}

// An opening is the label at the first word of an item, and the place that links to the words lead to.
type opening struct {
	Anchor string
	N      int
	Label  string // "" for a place without a label
	Says   string
	Kind   readout.Kind
	Line   string // the ID of the line in the brief
}

// columnOf lays out an article's text with the words behind the items marked.
func columnOf(s *items) column {
	m := marksOf(s)
	c := newCutter(s.text, m.marks)
	var out column
	at := 0
	for _, p := range whole(s.article.Paragraphs, s.text) {
		b := block{Before: string(s.text[at:p.Start]), Kind: p.Kind, Number: p.Number}
		for _, piece := range c.cut(p.Start, p.End) {
			b.Runs = append(b.Runs, m.run(piece))
		}
		out.Blocks = append(out.Blocks, b)
		at = p.End
	}
	out.After = string(s.text[at:])
	return out
}

// marked are the marks of a text, each with the item and spot it stands for.
type marked struct {
	marks  []mark
	owners []*item
	spots  []spot
	lanes  []int
}

func marksOf(s *items) marked {
	var m marked
	var lined []mark
	var at []int // where in marks each of lined stands
	for _, it := range s.order {
		for _, sp := range it.Spots {
			if it.Label != "" {
				lined, at = append(lined, mark(sp.stretch)), append(at, len(m.marks))
			}
			m.marks, m.owners, m.spots = append(m.marks, mark(sp.stretch)), append(m.owners, it), append(m.spots, sp)
		}
	}
	m.lanes = make([]int, len(m.marks))
	for i, lane := range lanes(lined) {
		m.lanes[at[i]] = lane
	}
	return m
}

// lines is how many lines fit under the words. Marks that overlap more deeply
// than that have their label and light up, but no line of their own: browsers
// and readers both give up on deep nesting.
const lines = 4

func (m marked) run(p piece) run {
	r := run{Text: p.text}
	var class []string
	for _, i := range p.marks {
		it := m.owners[i]
		class = append(class, fmt.Sprintf("w%d", it.N))
		if it.Label != "" && m.lanes[i] < lines {
			r.Lines = append(r.Lines, fmt.Sprintf("k-%s l%d", it.Kind, m.lanes[i]))
		}
	}
	r.Class = strings.Join(class, " ")
	for _, i := range p.opens {
		it := m.owners[i]
		r.Opens = append(r.Opens, opening{Anchor: m.spots[i].Anchor, N: it.N, Label: it.Label, Says: it.Says, Kind: it.Kind, Line: it.Line})
	}
	return r
}

// whole returns the paragraphs in the order of the text and, as paragraphs without a
// number, whatever words they leave out, so that a page never drops a word.
// Paragraphs that are no stretch of the text or overlap an earlier one are left out.
func whole(paragraphs []readout.Paragraph, text []rune) []readout.Paragraph {
	var out []readout.Paragraph
	at := 0
	gap := func(end int) {
		words := string(text[at:end])
		inner := strings.TrimSpace(words)
		if inner == "" {
			return
		}
		start := at + len([]rune(words[:strings.Index(words, inner)]))
		out = append(out, readout.Paragraph{Kind: readout.Body, Start: start, End: start + len([]rune(inner))})
	}
	for _, p := range paragraphs {
		if p.Start < at || p.End > len(text) || p.End <= p.Start {
			continue
		}
		gap(p.Start)
		out = append(out, p)
		at = p.End
	}
	gap(len(text))
	return out
}

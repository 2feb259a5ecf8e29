package web

import (
	"strings"
	"unicode"

	"github.com/readout/readout"
)

// A stretch is a run of code points [start, end).
type stretch struct{ start, end int }

// Words are a stretch of an article as the brief repeats it: the article's
// own words and, apart from them, words it gives in quotation marks.
type words struct {
	Text   string
	Quoted bool
}

// closingMarks pairs the marks that open a quotation with those that close it.
// The straight single mark is left out: it is an apostrophe far more often.
var closingMarks = map[rune]rune{'“': '”', '‘': '’', '«': '»', '„': '“', '"': '"'}

// quotations finds the outermost quotations of each paragraph, marks left out.
// A quotation that its paragraph leaves open runs to the paragraph's end, as
// in speech that goes on in the next one.
func quotations(text []rune, paragraphs []readout.Paragraph) []stretch {
	var out []stretch
	for _, p := range paragraphs {
		for at := p.Start; at < p.End; {
			if !opensQuotation(text, p.Start, at) {
				at++
				continue
			}
			end := closeOf(text, at, p.End)
			if end < 0 {
				break
			}
			out = append(out, stretch{at + 1, end})
			at = end + 1
		}
	}
	return out
}

func opensQuotation(text []rune, from, at int) bool {
	if _, ok := closingMarks[text[at]]; !ok {
		return false
	}
	return at == from || !isWordRune(text[at-1])
}

// closeOf returns where the quotation that opens at a mark ends; -1 where that is no quotation.
func closeOf(text []rune, open, end int) int {
	mark := closingMarks[text[open]]
	for at := open + 1; at < end; at++ {
		apostrophe := mark == '’' && at+1 < end && isWordRune(text[at+1])
		if text[at] == mark && !apostrophe {
			return at
		}
	}
	if text[open] == '“' || text[open] == '«' {
		return end
	}
	return -1
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordsIn cuts a stretch into the article's own words and quoted ones.
func wordsIn(text []rune, quoted []stretch, start, end int) []words {
	var out []words
	add := func(from, to int, isQuoted bool) {
		if from < to {
			out = append(out, words{string(text[from:to]), isQuoted})
		}
	}
	at := start
	for _, q := range quoted {
		if q.end <= at || q.start >= end {
			continue
		}
		if q.start > at {
			add(at, q.start-1, false)
		}
		add(max(q.start, start), min(q.end, end), true)
		at = min(q.end+1, end)
	}
	add(at, end, false)
	return trimEnds(out)
}

// trimEnds drops what a stretch taken out of its sentence need not keep: the
// space around it, the comma after it, and the mark of a quotation cut in half.
func trimEnds(ws []words) []words {
	const cut = " \t\n\u00a0“”\""
	for len(ws) > 0 {
		last := &ws[len(ws)-1]
		if last.Text = strings.TrimRight(last.Text, cut+","); last.Text != "" {
			break
		}
		ws = ws[:len(ws)-1]
	}
	for len(ws) > 0 {
		if ws[0].Text = strings.TrimLeft(ws[0].Text, cut); ws[0].Text != "" {
			break
		}
		ws = ws[1:]
	}
	return ws
}

// briefLength is how many code points of an entry's words the brief repeats;
// the rest is one click away.
const briefLength = 220

// shorten keeps the first code points of words, up to a limit, and whole words
// alone unless the very first is longer than that.
func shorten(ws []words, limit int) []words {
	var out []words
	for _, w := range ws {
		runes := []rune(w.Text)
		if len(runes) <= limit {
			out = append(out, w)
			limit -= len(runes)
			continue
		}
		cut := limit
		for cut > 0 && !unicode.IsSpace(runes[cut]) {
			cut--
		}
		if cut == 0 && len(out) > 0 {
			out[len(out)-1].Text = strings.TrimRight(out[len(out)-1].Text, " ,;") + " …"
			return out
		}
		if cut == 0 {
			cut = limit
		}
		return append(out, words{strings.TrimRight(string(runes[:cut]), " ,;") + " …", w.Quoted})
	}
	return out
}

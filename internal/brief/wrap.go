package brief

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// A style is how a run of text looks where colours are on.
type style string

// The styles, by their SGR codes.
const (
	plain  style = ""
	bold   style = "1"
	dim    style = "2"
	red    style = "31"
	green  style = "32"
	yellow style = "33"
	cyan   style = "36"
)

// run is a stretch of clean text in one style.
type run struct {
	text  string
	style style
}

// phrase is text in several styles.
type phrase []run

// as returns clean text in a style. All text that is printed passes through it.
func as(st style, s string) phrase {
	if s = clean(s); s == "" {
		return nil
	}
	return phrase{{s, st}}
}

// join puts phrases behind one another with the separator between those that are not empty.
func join(separator string, parts ...phrase) phrase {
	var out phrase
	for _, p := range parts {
		if len(p) == 0 {
			continue
		}
		if len(out) > 0 && separator != "" {
			out = append(out, run{separator, plain})
		}
		out = append(out, p...)
	}
	return out
}

// columns returns how many columns of a terminal the phrase takes.
func (p phrase) columns() int {
	n := 0
	for _, r := range p {
		n += columns(r.text)
	}
	return n
}

// columns returns how many columns of a terminal the text takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	if r >= ' ' && r < 0x7F {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// wrap lays a phrase out in lines of at most the given columns. A word that is wider is broken.
func wrap(p phrase, limit int) []phrase {
	var lines []phrase
	var line phrase
	used := 0
	for _, w := range words(p) {
		n := w.columns()
		if used > 0 && used+1+n > limit {
			lines, line, used = append(lines, line), nil, 0
		}
		if used > 0 {
			line = line.add(run{" ", blankStyle(line, w)})
			used++
		}
		for n > limit {
			var head phrase
			head, w = split(w, limit)
			lines = append(lines, head)
			n = w.columns()
		}
		for _, r := range w {
			line = line.add(r)
		}
		used += n
	}
	if len(line) > 0 {
		lines = append(lines, line)
	}
	return lines
}

// blankStyle is the style of a blank between a line and a word: theirs if they share one.
func blankStyle(line, word phrase) style {
	if last := line[len(line)-1].style; last == word[0].style {
		return last
	}
	return plain
}

// add puts a run at the end, as part of the last one where the style is the same.
func (p phrase) add(r run) phrase {
	if n := len(p); n > 0 && p[n-1].style == r.style {
		p[n-1].text += r.text
		return p
	}
	return append(p, r)
}

// words cuts a phrase at its blanks. A word may be of several runs, since styles change within words too.
func words(p phrase) []phrase {
	var out []phrase
	var word phrase
	for _, r := range p {
		for i, piece := range strings.Split(r.text, " ") {
			if i > 0 && len(word) > 0 {
				out, word = append(out, word), nil
			}
			if piece != "" {
				word = append(word, run{piece, r.style})
			}
		}
	}
	if len(word) > 0 {
		out = append(out, word)
	}
	return out
}

// split cuts a word so that its head takes at most the given columns, which are two or more; a combining character
// stays with its base.
func split(word phrase, limit int) (head, tail phrase) {
	used := 0
	for i, r := range word {
		for at, c := range r.text {
			if used += runeColumns(c); used > limit {
				head = append(head, run{r.text[:at], r.style})
				tail = append(phrase{{r.text[at:], r.style}}, word[i+1:]...)
				return head, tail
			}
		}
		head = append(head, r)
	}
	return head, nil
}

// rightToLeft reports whether the phrase holds letters written from right to left.
func (p phrase) rightToLeft() bool {
	for _, r := range p {
		for _, c := range r.text {
			if c >= 0x590 && unicode.In(c, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) {
				return true
			}
		}
	}
	return false
}

package article

import (
	"strings"
	"unicode"
)

// wording is the words of an extract, to tell which blocks of a page it holds.
type wording struct {
	runs  map[string]bool // each run of runLength words
	short map[string]bool // blocks of fewer words
}

const runLength = 4

func newWording(blocks []pageBlock) wording {
	w := wording{map[string]bool{}, map[string]bool{}}
	for _, b := range blocks {
		ws := words(b.text)
		if len(ws) < runLength {
			w.short[strings.Join(ws, " ")] = true
		}
		for i := 0; i+runLength <= len(ws); i++ {
			w.runs[strings.Join(ws[i:i+runLength], " ")] = true
		}
	}
	return w
}

// has reports whether at least half of a text is in the extract.
func (w wording) has(text string) bool {
	ws := words(text)
	if len(ws) < runLength {
		return len(ws) > 0 && w.short[strings.Join(ws, " ")]
	}
	found := 0
	for i := 0; i+runLength <= len(ws); i++ {
		if w.runs[strings.Join(ws[i:i+runLength], " ")] {
			found++
		}
	}
	return 2*found >= len(ws)-runLength+1
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

package entity

import (
	"unicode"
	"unicode/utf8"
)

// acronyms ties each acronym of a document to a run of capitalised words whose first letters it is: "CP" to "Civic Party".
func (w *words) acronyms() {
	runs := map[string]int{} // first letters → the last token of the first run with them
	for i := range w.token {
		t := &w.token[i]
		if t.wideLast-t.wideFirst < 2 || i != t.wideFirst || t.shouted {
			continue
		}
		for _, end := range []int{t.runLast, t.wideLast} {
			for _, all := range []bool{true, false} {
				if letters := w.initials(i, end, all); utf8.RuneCountInString(letters) > 1 {
					if _, ok := runs[letters]; !ok {
						runs[letters] = end - 1
					}
				}
			}
		}
	}
	if len(runs) == 0 {
		return
	}
	for i := range w.token {
		if at, ok := runs[w.forms[i]]; ok && !w.token[i].shouted && len(w.forms[i]) > 1 {
			w.token[i].acronymOf = at
		}
	}
}

// initials joins the first letters of the tokens [first, last), of those in capitals or of all words, as a capital each.
func (w *words) initials(first, last int, all bool) string {
	if last-first > maxInitials {
		return ""
	}
	var letters []rune
	for i := first; i < last; i++ {
		r, _ := utf8.DecodeRuneInString(w.forms[i])
		if unicode.IsUpper(r) || all && unicode.IsLetter(r) && w.forms[i] != "'s" {
			letters = append(letters, unicode.ToUpper(r))
		}
	}
	return string(letters)
}

// maxInitials is how many words an acronym may stand for.
const maxInitials = 12

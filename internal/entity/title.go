package entity

import (
	"unicode"
	"unicode/utf8"

	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

// TitleBefore returns the first token of the titles in capitals that end before token i: "Prime Minister" before "Julia Gillard".
// It is i where there is none.
func (t Tables) TitleBefore(d *text.Doc, i int) int {
	s := d.Sentences[d.SentenceOf(i)]
	for n := maxTitle; n > 0; n-- {
		if from := i - n; from >= s.First && t.isTitle(d, from, i) {
			return t.TitleBefore(d, from)
		}
	}
	return i
}

// TitleAfter returns the token after the titles in capitals that begin at token i and end before last.
func (t Tables) TitleAfter(d *text.Doc, i, last int) int {
	for n := min(maxTitle, last-i-1); n > 0; n-- {
		if t.isTitle(d, i, i+n) {
			return t.TitleAfter(d, i+n, last)
		}
	}
	return i
}

// maxTitle is how many words a title may have.
const maxTitle = 4

// isTitle reports whether the tokens [first, last) are a title, its words in capitals.
func (t Tables) isTitle(d *text.Doc, first, last int) bool {
	forms := make([]string, 0, maxTitle)
	for i := first; i < last; i++ {
		w := text.Straight(d.Word(i))
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && w != "of" {
			return false
		}
		forms = append(forms, w)
	}
	if len(forms) == 1 && t.Names.Sort(titled(forms[0])) == "title" {
		return true
	}
	terms, n := t.Lexicon.Match(forms, 0)
	return n == len(forms) && hasKind(terms, lexicon.Role)
}

// IsDemonym reports whether the tokens [first, last) are a demonym: "Chinese", "Americans".
func (t Tables) IsDemonym(d *text.Doc, first, last int) bool {
	var forms []string
	for i := first; i < last; i++ {
		forms = append(forms, text.Straight(d.Word(i)))
	}
	for _, form := range demonymForms(forms) {
		if terms, n := t.Lexicon.Match(form, 0); n == len(form) && hasKind(terms, lexicon.Demonym) {
			return true
		}
	}
	return false
}

// demonymForms are words as they stand and, where the last is a plural, with its singular: "Americans" is found as "American".
func demonymForms(forms []string) [][]string {
	out := [][]string{forms}
	if n := len(forms); n > 0 && len(forms[n-1]) > 4 && forms[n-1][len(forms[n-1])-1] == 's' {
		singular := append([]string{}, forms...)
		singular[n-1] = singular[n-1][:len(singular[n-1])-1]
		out = append(out, singular)
	}
	return out
}

func hasKind(terms []lexicon.Term, kind lexicon.TermKind) bool {
	for _, t := range terms {
		if t.Kind == kind {
			return true
		}
	}
	return false
}

package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/text"
)

// A word is what the features read of one word, hashed.
type word struct {
	form   uint64 // lower-cased
	tag    uint64 // XPOS
	upos   uint64
	both   uint64 // form and tag
	suffix uint64 // last three letters
	shape  uint64
	class  uint64 // fine class of the form, see Classes; all are 0 for an unknown one
	middle uint64
	coarse uint64
	marks  marks
}

// marks are facts about a word that matter where it stands between two others.
type marks uint8

const (
	comma marks = 1 << iota
	colon       // also a semicolon or a dash
	bracket
	conjunction
	verb
)

// sentence is the parser's view of one sentence of n words. Word n is the root, which stands at the end
// of the buffer, so that exactly one word gets it as head.
type sentence struct {
	span  text.Sentence
	n     int
	words []word
}

// nothing stands for a word that is not there.
var nothing = word{form: 1, tag: 1, upos: 1, both: 1, suffix: 1, shape: 1, class: 1, middle: 1, coarse: 1}

// at returns word i, or nothing.
func (s *sentence) at(i int) *word {
	if i < 0 || i > s.n {
		return &nothing
	}
	return &s.words[i]
}

func (s *sentence) read(d *text.Doc, span text.Sentence, c Classes) {
	s.span, s.n, s.words = span, span.Last-span.First, s.words[:0]
	for i := span.First; i < span.Last; i++ {
		s.words = append(s.words, wordOf(plain(d.Word(i)), &d.Tokens[i], c))
	}
	root := perceptron.Hash("<root>")
	s.words = append(s.words, word{form: root, tag: root, upos: root, both: root, suffix: root, shape: root, class: root, middle: root, coarse: root})
}

func wordOf(form string, t *text.Token, c Classes) word {
	lower := strings.ToLower(form)
	w := word{form: perceptron.Hash(lower), tag: perceptron.Hash(t.XPOS), upos: perceptron.Hash(t.UPOS)}
	w.both = w.form*31 + w.tag
	w.suffix = perceptron.Hash(lastLetters(lower, 3))
	w.shape = shape(form)
	w.class, w.middle, w.coarse = c.Of(lower)
	w.marks = marksOf(lower, t.UPOS)
	return w
}

func marksOf(lower, upos string) marks {
	switch {
	case lower == ",":
		return comma
	case upos == "PUNCT" && strings.ContainsAny(lower, "()[]"):
		return bracket
	case upos == "PUNCT":
		return colon
	case upos == "CCONJ":
		return conjunction
	case upos == "VERB" || upos == "AUX":
		return verb
	}
	return 0
}

// plain gives curly marks their typewriter form, so that all styles are parsed alike.
func plain(form string) string {
	switch form {
	case "“", "”", "«", "»":
		return "\""
	case "‘":
		return "'"
	}
	return strings.ReplaceAll(form, "’", "'")
}

func lastLetters(s string, n int) string {
	end := len(s)
	for ; n > 0 && end > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
	}
	return s[end:]
}

// shape tells capitals, digits and hyphens apart.
func shape(form string) uint64 {
	out := uint64(2)
	for i, r := range form {
		switch {
		case unicode.IsUpper(r) && i == 0:
			out |= 4
		case unicode.IsUpper(r):
			out |= 8
		case unicode.IsDigit(r):
			out |= 16
		case r == '-':
			out |= 32
		case unicode.IsLower(r):
			out |= 64
		}
	}
	return out
}

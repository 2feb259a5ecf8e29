// Package tag gives the words of a Doc their part of speech, morphology and lemma. It comes after package text and
// before package parse, which reads its tags.
package tag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/text"
)

// Model is a greedy left-to-right tagger: an averaged perceptron over the word, its affixes and shape, the words
// around it and the two tags before it. Its classes are pairs "UPOS XPOS".
type Model struct {
	scorer  scorer
	upos    []string // of each class
	xpos    []string
	classes []uint64 // hash of each class
	lemmas  Lemmas
}

type scorer interface {
	Score([]perceptron.Feature, []float32)
}

// New joins trained weights and a table of lemmas ("form\tUPOS\tlemma" lines).
func New(weights *perceptron.Model, lemmas string) (*Model, error) {
	m, err := newModel(weights, weights.Classes)
	if err != nil {
		return nil, err
	}
	if m.lemmas, err = ReadLemmas(lemmas); err != nil {
		return nil, err
	}
	return m, nil
}

func newModel(s scorer, classes []string) (*Model, error) {
	m := &Model{scorer: s}
	for _, c := range classes {
		upos, xpos, ok := strings.Cut(c, " ")
		if !ok {
			return nil, fmt.Errorf("read tagger: class %q is not UPOS and XPOS", c)
		}
		m.upos, m.xpos = append(m.upos, upos), append(m.xpos, xpos)
		m.classes = append(m.classes, perceptron.Hash(c))
	}
	return m, nil
}

// Tag fills UPOS, XPOS and Lemma of every token. The words are tagged without quotation marks, which need no model.
func (m *Model) Tag(d *text.Doc) {
	bare := text.Unquoted(d)
	m.tag(bare.Doc)
	bare.Tags()
}

func (m *Model) tag(d *text.Doc) {
	s := newSentence(len(m.upos))
	for n := range d.Sentences {
		s.reset(d, d.Sentences[n])
		for i := range s.forms {
			class := m.best(s, i)
			s.tags[i] = m.classes[class]
			t := &d.Tokens[d.Sentences[n].First+i]
			t.UPOS, t.XPOS = m.upos[class], m.xpos[class]
			t.Lemma = m.lemmas.Lemma(s.forms[i], t.UPOS, t.XPOS)
		}
	}
}

func (m *Model) best(s *sentence, i int) int {
	clear(s.scores)
	m.scorer.Score(s.features(i), s.scores)
	best := 0
	for c, v := range s.scores {
		if v > s.scores[best] {
			best = c
		}
	}
	return best
}

// sentence is the tagger's view of one sentence; its buffers are used again for the next.
type sentence struct {
	forms  []string
	lower  []uint64 // hash of the lower-cased form
	shapes []uint64
	tags   []uint64 // hash of the class given so far
	scores []float32
	buffer []perceptron.Feature
}

func newSentence(classes int) *sentence { return &sentence{scores: make([]float32, classes)} }

func (s *sentence) reset(d *text.Doc, span text.Sentence) {
	s.forms, s.lower, s.shapes, s.tags = s.forms[:0], s.lower[:0], s.shapes[:0], s.tags[:0]
	for i := span.First; i < span.Last; i++ {
		form := straight(d.Word(i))
		s.forms = append(s.forms, form)
		s.lower = append(s.lower, perceptron.Hash(strings.ToLower(form)))
		s.shapes = append(s.shapes, shape(form))
		s.tags = append(s.tags, 0)
	}
}

// straight gives the typewriter form of quotation marks and dashes, so that all styles are tagged alike.
func straight(form string) string {
	switch form {
	case "“", "”", "«", "»", "``", "''":
		return "\""
	case "‘", "’":
		return "'"
	case "—", "–", "--":
		return "-"
	}
	if strings.Contains(form, "’") {
		return strings.ReplaceAll(form, "’", "'")
	}
	return form
}

// shape maps letters to their case and digits to one mark, runs shortened: "Nov." is "Xx.".
func shape(form string) uint64 {
	var b [16]byte
	n := 0
	for _, r := range form {
		c := byte(r)
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '9'
		}
		if n > 0 && b[n-1] == c {
			continue
		}
		if n == len(b) {
			break
		}
		b[n] = c
		n++
	}
	return perceptron.Hash(string(b[:n]))
}

const outside = 0x5bd1e995 // stands for a word before the first or after the last

func at(hashes []uint64, i int) uint64 {
	if i < 0 || i >= len(hashes) {
		return outside
	}
	return hashes[i]
}

// features of word i; the slice is valid until the next call.
func (s *sentence) features(i int) []perceptron.Feature {
	w, p1, p2, n1, n2 := s.lower[i], at(s.lower, i-1), at(s.lower, i-2), at(s.lower, i+1), at(s.lower, i+2)
	t1, t2 := at(s.tags, i-1), at(s.tags, i-2)
	first := uint64(0)
	if i == 0 {
		first = 1
	}
	f := append(s.buffer[:0],
		perceptron.Mix(1, w, 0, 0), perceptron.Mix(2, p1, 0, 0), perceptron.Mix(3, p2, 0, 0),
		perceptron.Mix(4, n1, 0, 0), perceptron.Mix(5, n2, 0, 0), perceptron.Mix(6, t1, 0, 0),
		perceptron.Mix(7, t1, t2, 0), perceptron.Mix(8, w, t1, 0), perceptron.Mix(9, w, n1, 0),
		perceptron.Mix(10, w, p1, 0), perceptron.Mix(11, s.shapes[i], first, 0), perceptron.Mix(12, s.shapes[i], t1, 0),
		perceptron.Mix(13, at(s.shapes, i-1), s.shapes[i], at(s.shapes, i+1)), perceptron.Mix(14, perceptron.Hash(s.forms[i]), 0, 0),
		perceptron.Mix(15, t1, n1, 0), perceptron.Mix(16, 0, 0, 0), perceptron.Mix(17, p1, n1, 0),
	)
	f = s.affixes(f, i, 20)
	f = s.affixes(f, i+1, 40)
	f = s.affixes(f, i-1, 60)
	s.buffer = f
	return f
}

// affixes adds the last one to four and first one to three code points of word i under templates from the base on.
func (s *sentence) affixes(f []perceptron.Feature, i, base int) []perceptron.Feature {
	if i < 0 || i >= len(s.forms) {
		return f
	}
	form := s.forms[i]
	longest := 4
	if base != 20 {
		longest = 3
	}
	end := len(form)
	for n := 1; n <= longest && end > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(form[:end])
		end -= size
		f = append(f, perceptron.Mix(base+n, perceptron.Hash(form[end:]), 0, 0))
	}
	if base != 20 {
		return f
	}
	start := 0
	for n := 1; n <= 3 && start < len(form); n++ {
		_, size := utf8.DecodeRuneInString(form[start:])
		start += size
		f = append(f, perceptron.Mix(base+5+n, perceptron.Hash(form[:start]), 0, 0))
	}
	return f
}

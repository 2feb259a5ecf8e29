package coref

import (
	"strings"
	"unicode"

	"github.com/readout/readout/internal/lexicon"
)

// describe fills what the features ask of each mention.
func (r *reading) describe(lex *lexicon.Lexicon) {
	for k := range r.mentions {
		m := &r.mentions[k]
		m.relation = relation(r.d.Tokens[m.head].Deprel)
		if r.d.Tokens[m.head].Deprel == "nmod:poss" {
			m.relation = "poss"
		}
		m.lemma = strings.ToLower(r.d.Tokens[m.head].Lemma)
		m.number, m.gender, m.quote = r.numberOf(m), '-', -1
		m.form = r.formOf(m)
		m.det = r.determiner(m)
		r.split(m)
		switch m.kind {
		case isPronoun:
			m.pronoun = r.pronounAt(m.head)
			m.number, m.gender = m.pronoun.number, m.pronoun.gender
		case isGroup:
			m.number = 'p'
		default:
			m.gender = r.genderOf(m)
			m.code = r.codeOf(m, lex)
		}
	}
}

// pronounAt looks up a pronoun; "let 's" stands for "us".
func (r *reading) pronounAt(i int) pronoun {
	form := r.lower[i]
	if form == "'s" {
		form = "us"
	}
	if p, ok := r.words.pronouns[form]; ok {
		return p
	}
	return pronoun{form, '0', '-', '-'}
}

func (r *reading) numberOf(m *mention) byte {
	switch r.d.Tokens[m.head].XPOS {
	case "NN", "NNP", "VBG":
		return 's'
	case "NNS", "NNPS":
		return 'p'
	}
	return '-'
}

// genderOf tells men and women by a title or noun among the words up to the head.
func (r *reading) genderOf(m *mention) byte {
	for i := m.head; i >= m.first; i-- {
		if g, ok := r.words.sexes[r.lower[i]]; ok && (m.kind == isName || i == m.head) {
			return g
		}
	}
	return '-'
}

// formOf is the words of a mention without article and possessive mark.
func (r *reading) formOf(m *mention) string {
	first, last := m.first, m.last
	if first < m.head && (r.lower[first] == "the" || r.lower[first] == "a" || r.lower[first] == "an") {
		first++
	}
	if last-1 > m.head && r.d.Tokens[last-1].XPOS == "POS" {
		last--
	}
	if last-first == 1 {
		return r.lower[first]
	}
	return strings.Join(r.lower[first:last], " ")
}

func (r *reading) determiner(m *mention) byte {
	switch w := r.lower[m.first]; {
	case m.first == m.head:
		return 0
	case w == "the":
		return 'd'
	case w == "a" || w == "an":
		return 'i'
	case w == "this" || w == "that" || w == "these" || w == "those" || w == "such":
		return 't'
	case r.d.Tokens[m.first].XPOS == "PRP$":
		return 'p'
	case r.d.Tokens[m.first].XPOS == "DT":
		return 'o'
	}
	for _, c := range r.children[m.head] {
		if r.d.Tokens[c].Deprel == "nmod:poss" {
			return 'p'
		}
	}
	return 0
}

// split sorts the words around the head into those of a name and other content words.
func (r *reading) split(m *mention) {
	if m.kind == isPronoun {
		return
	}
	for i := m.first; i < m.last; i++ {
		switch t := r.d.Tokens[i]; {
		case r.isNameWord(i) && r.inName(m, i):
			m.names = append(m.names, r.lower[i])
		case i == m.head:
		case t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "ADJ" || t.UPOS == "NUM" || t.UPOS == "VERB":
			m.modifiers = append(m.modifiers, r.lower[i])
		}
	}
}

// inName reports whether token i is the head of a mention or one name with it.
func (r *reading) inName(m *mention, i int) bool {
	t := r.d.Tokens[i]
	rel := relation(t.Deprel)
	return i == m.head || t.Head == m.head && (rel == "flat" || rel == "compound") ||
		m.kind == isName && i > m.head && rel == "flat" && r.isNameWord(i-1)
}

// codeOf returns what the lexicon knows by the whole of a mention's words: a state, by its name or its seat, a person or a body.
func (r *reading) codeOf(m *mention, lex *lexicon.Lexicon) string {
	if lex == nil || m.kind != isName && m.kind != isNominal {
		return ""
	}
	first, last := m.first, m.last
	if r.lower[first] == "the" && first < m.head {
		first++
	}
	if last-1 > m.head && r.d.Tokens[last-1].XPOS == "POS" {
		last--
	}
	if last-first > 8 || first >= last {
		return ""
	}
	words := make([]string, 0, last-first)
	for i := first; i < last; i++ {
		words = append(words, r.d.Word(i))
	}
	terms, n := lex.Match(words, 0)
	if n != len(words) {
		return ""
	}
	for _, t := range terms {
		switch t.Kind {
		case lexicon.State:
			return "state:" + t.ID
		case lexicon.Seat:
			return "seat:" + t.Country
		case lexicon.PersonTerm, lexicon.OrganisationTerm:
			return t.ID
		}
	}
	return ""
}

// shape tells capitals, digits and the rest of a word.
func shape(w string) string {
	upper, digit, lower := 0, 0, 0
	for _, c := range w {
		switch {
		case unicode.IsUpper(c):
			upper++
		case unicode.IsDigit(c):
			digit++
		case unicode.IsLower(c):
			lower++
		}
	}
	switch {
	case digit > 0 && upper+lower == 0:
		if digit == 4 {
			return "year"
		}
		return "digits"
	case digit > 0:
		return "mixed"
	case upper > 1 && lower == 0:
		return "capitals"
	case upper > 0:
		return "capital"
	}
	return "small"
}

// initials is the first letters of a name's capitalised words: "European Central Bank" gives "ecb".
func initials(names []string) string {
	var b strings.Builder
	for _, n := range names {
		for _, c := range n {
			b.WriteRune(c)
			break
		}
	}
	return b.String()
}

package coref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/readout/readout/internal/text"
)

// A kind sorts mentions by what they are made of.
type kind uint8

const (
	isPronoun kind = iota
	isName
	isNominal
	isNumber // years, sums, numbers of notes
	isGroup  // "A and B"
)

// mention is a stretch that may refer to something spoken of before, with all that the features ask of it.
type mention struct {
	first, last, head int
	kind              kind
	sentence          int
	pronoun           pronoun // of a pronoun
	number            byte    // s, p or -
	gender            byte    // m, f, n, a or -
	etype             uint8   // index into types, as the model guesses it
	det               byte    // d the, i a, t this/that, p possessive, 0 none, o other
	relation          string  // of the head, without subtype
	form              string  // its words in lower case, without article and possessive mark
	lemma             string  // of the head
	names             []string
	modifiers         []string // other content words, in lower case
	code              string   // of the state, person or body that the lexicon finds in it, "" for none
	speaker           int      // index of the mention that speaks the quotation it stands in, -1
	quote             int      // index of that quotation, -1
	inside            int      // index of the mention that holds it most narrowly, -1
}

// reading is a document while its mentions are found and resolved.
type reading struct {
	d          *text.Doc
	words      words
	lower      []string // each token in lower case
	children   [][]int  // for each token its dependents, in order
	sentenceOf []int
	quoteOf    []int // for each token its innermost quotation, -1
	speakers   []string
	turns      []int // for each sentence, how often the speaker has changed before
	mentions   []mention
	nameWords  map[string]bool // words that are tagged as a name somewhere in the document
	headedBy   []int           // for each token the first mention of which it is the head, -1
	seen       []seen
	scratch    features
	candidates [][]int // for each mention those before it that it may refer to, nearest first
}

func newReading(d *text.Doc, w words, speakers []string) *reading {
	n := len(d.Tokens)
	r := &reading{d: d, words: w, lower: make([]string, n), children: make([][]int, n), sentenceOf: make([]int, n), quoteOf: make([]int, n), headedBy: make([]int, n), nameWords: map[string]bool{}}
	for i, t := range d.Tokens {
		r.lower[i] = strings.ReplaceAll(strings.ToLower(d.Word(i)), "’", "'")
		r.quoteOf[i], r.headedBy[i] = -1, -1
		if t.UPOS == "PROPN" {
			r.nameWords[d.Word(i)] = true
		}
		if t.Head >= 0 && t.Head < n {
			r.children[t.Head] = append(r.children[t.Head], i)
		}
	}
	for s, sent := range d.Sentences {
		for i := sent.First; i < sent.Last; i++ {
			r.sentenceOf[i] = s
		}
	}
	r.markQuotes()
	r.setSpeakers(speakers)
	return r
}

// find lists the mentions in the order of their first words, of those that begin together the longest first.
func (r *reading) find() {
	seen := map[[2]int]bool{}
	for _, s := range r.d.Sentences {
		for i := s.First; i < s.Last; i++ {
			if !r.refers(i) {
				continue
			}
			for _, m := range r.spans(i, s) {
				if at := [2]int{m.first, m.last}; !seen[at] {
					seen[at] = true
					r.mentions = append(r.mentions, m)
				}
			}
		}
	}
	slices.SortStableFunc(r.mentions, func(a, b mention) int { return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(b.last, a.last)) })
	for k := range r.mentions {
		if m := &r.mentions[k]; r.headedBy[m.head] < 0 || m.kind != isGroup {
			r.headedBy[m.head] = k
		}
	}
	r.nest()
}

// refers reports whether token i can head a mention.
func (r *reading) refers(i int) bool {
	t := r.d.Tokens[i]
	switch relation(t.Deprel) {
	case "flat", "fixed", "goeswith", "discourse", "reparandum":
		return false
	}
	switch t.UPOS {
	case "NOUN", "PROPN":
		return true
	case "PRON":
		p, ok := r.words.pronouns[r.lower[i]]
		switch {
		case t.XPOS == "EX" || t.XPOS == "WDT" || t.XPOS == "WP" || t.XPOS == "WP$":
			return false
		case ok && p.name == "that" && t.XPOS != "DT":
			return false
		}
		return ok || t.XPOS == "PRP" || t.XPOS == "PRP$" || r.lower[i] == "'s"
	case "NUM":
		return relation(t.Deprel) != "nummod"
	case "DET", "ADJ":
		return t.Deprel != "det" && t.Deprel != "amod" && t.Deprel != "det:predet" && t.Deprel != "advmod" && r.nominal(i)
	case "ADV":
		return r.lower[i] == "here" || r.lower[i] == "there"
	case "VERB":
		return relation(t.Deprel) == "csubj" && t.XPOS == "VBG"
	case "X", "SYM":
		return r.nominal(i)
	}
	return false
}

// nominal reports whether token i stands where a noun does.
func (r *reading) nominal(i int) bool {
	switch relation(r.d.Tokens[i].Deprel) {
	case "nsubj", "obj", "iobj", "obl", "nmod", "appos":
		return true
	}
	return false
}

// outside lists relations whose dependents are no part of the noun phrase they hang on.
var outside = map[string]bool{
	"case": true, "cc": true, "conj": true, "mark": true, "appos": true, "parataxis": true, "cop": true, "nsubj": true, "aux": true, "discourse": true,
	"orphan": true, "list": true, "dislocated": true, "csubj": true, "vocative": true, "reparandum": true, "dep": true, "expl": true, "advmod": true,
}

// spans returns the mention that token i heads and, where "and" joins others to it, the whole.
func (r *reading) spans(i int, s text.Sentence) []mention {
	first, last := r.grow(i, s, false)
	m := mention{first: first, last: last, head: i, sentence: r.sentenceOf[i], inside: -1, speaker: -1}
	m.kind = r.kindOf(i)
	out := []mention{m}
	if r.hasChild(i, "conj") && m.kind != isNumber {
		first, last = r.grow(i, s, true)
		out = append(out, mention{first: first, last: last, head: i, sentence: m.sentence, kind: isGroup, inside: -1, speaker: -1})
	}
	return out
}

func (r *reading) kindOf(i int) kind {
	switch t := r.d.Tokens[i]; t.UPOS {
	case "PRON", "DET", "ADV":
		return isPronoun
	case "NUM", "SYM":
		return isNumber
	}
	if r.isNameWord(i) {
		return isName
	}
	return isNominal
}

// isNameWord reports whether token i is tagged as a name, or as a noun where the same word is a name elsewhere: taggers take the first
// word of a sentence for a noun.
func (r *reading) isNameWord(i int) bool {
	t := r.d.Tokens[i]
	return t.UPOS == "PROPN" || t.UPOS == "NOUN" && r.lower[i] != r.d.Word(i) && r.nameWords[r.d.Word(i)]
}

func (r *reading) hasChild(i int, rel string) bool {
	return slices.ContainsFunc(r.children[i], func(c int) bool { return relation(r.d.Tokens[c].Deprel) == rel })
}

// grow returns the words around token i that belong to its phrase: all that hangs on it but what stands outside. The possessive
// mark belongs to it.
func (r *reading) grow(i int, s text.Sentence, joined bool) (first, last int) {
	s.First, s.Last = max(s.First, i-maxReach), min(s.Last, i+maxReach)
	in := make([]bool, s.Last-s.First)
	in[i-s.First] = true
	verbal := r.d.Tokens[i].UPOS == "VERB"
	for _, c := range r.children[i] {
		rel := relation(r.d.Tokens[c].Deprel)
		switch {
		case rel == "case" && r.d.Tokens[c].XPOS == "POS":
		case joined && (rel == "conj" || rel == "cc"):
		case verbal && rel != "case" && rel != "mark" && rel != "punct" && rel != "conj" && rel != "cc":
		case outside[rel]:
			continue
		}
		r.mark(c, s, in, 0)
	}
	first, last = i, i+1
	for first > s.First && in[first-1-s.First] {
		first--
	}
	for last < s.Last && in[last-s.First] {
		last++
	}
	return r.trim(i, first, last)
}

// Bounds on trees that are followed: of a sentence without end only the words about a head are looked at.
const (
	maxReach = 250
	maxDepth = 100
)

// mark marks token c and all below it.
func (r *reading) mark(c int, s text.Sentence, in []bool, depth int) {
	if c < s.First || c >= s.Last || in[c-s.First] || depth > maxDepth {
		return
	}
	in[c-s.First] = true
	for _, below := range r.children[c] {
		r.mark(below, s, in, depth+1)
	}
}

// trim takes marks and prepositions off the ends of a phrase around token i. Brackets around the whole go; a closing bracket or
// quotation mark stays where its partner is in the phrase.
func (r *reading) trim(i, first, last int) (int, int) {
	last = r.trimEnd(first, i, last)
	if w := r.lower[first]; first < i && i < last-1 && (w == "(" || w == "[") && r.lower[last-1] == partner[w] {
		return first + 1, last - 1
	}
	for first < i {
		switch relation(r.d.Tokens[first].Deprel) {
		case "case", "cc":
		case "punct":
			if closer := partner[r.lower[first]]; closer != "" && r.holds(first+1, last, closer) {
				return first, last
			}
		default:
			return first, last
		}
		first++
	}
	return first, r.trimEnd(first, i, last)
}

func (r *reading) trimEnd(first, i, last int) int {
	for last > i+1 && r.d.Tokens[last-1].UPOS == "PUNCT" {
		opened := false
		for open, closer := range partner {
			if closer == r.lower[last-1] && r.holds(first, last-1, open) {
				opened = true
			}
		}
		if opened {
			break
		}
		last--
	}
	return last
}

// partner gives each opening mark its closing one.
var partner = map[string]string{"(": ")", "[": "]", "“": "”", "\"": "\"", "``": "''", "‘": "'", "«": "»"}

func (r *reading) holds(first, last int, word string) bool {
	return slices.Contains(r.lower[first:last], word)
}

// relation is a relation without its subtype, but for possessors.
func relation(deprel string) string {
	rel, _, _ := strings.Cut(deprel, ":")
	return rel
}

// nest tells each mention the one around it.
func (r *reading) nest() {
	var open []int
	for k := range r.mentions {
		m := &r.mentions[k]
		for len(open) > 0 && r.mentions[open[len(open)-1]].last <= m.first {
			open = open[:len(open)-1]
		}
		for o := len(open) - 1; o >= 0; o-- {
			if r.mentions[open[o]].last >= m.last {
				m.inside = open[o]
				break
			}
		}
		open = append(open, k)
	}
}

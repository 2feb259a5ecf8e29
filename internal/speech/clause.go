package speech

import (
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// reported adds the reported words of a cue, by the first of its frames that fits.
func (r *reader) reported(s text.Sentence, c cue) {
	if !c.voice.known() || c.negated {
		return
	}
	if r.inQuote(c.at) {
		return
	}
	for _, f := range c.Frames {
		var found bool
		switch f {
		case Clause:
			found = r.clause(s, c)
		case Infinitive:
			found = r.infinitive(s, c)
		case FromVerb:
			found = r.fromVerb(s, c)
		}
		if found {
			return
		}
	}
}

// clause reads the clause that a cue reports, after the verb or before it.
func (r *reader) clause(s text.Sentence, c cue) bool {
	head := r.contentHead(s, c)
	if head < 0 {
		return r.clauseBefore(s, c)
	}
	if head < min(c.at, c.from) {
		return r.clauseBefore(s, c)
	}
	start := r.clauseStart(s, c, head)
	if start < 0 || start >= s.Last {
		return false
	}
	if q, ok := r.quoteAt(start); ok && r.used[q] {
		return true
	}
	end := r.clauseEnd(s, c, head, start)
	r.parts(s, c, head, start, end)
	return true
}

// contentHead returns the head of the clause that depends on the verb as its content, or -1.
func (r *reader) contentHead(s text.Sentence, c cue) int {
	best := -1
	for i := s.First; i < s.Last; i++ {
		t := r.d.Tokens[i]
		if t.Head != c.at || i == c.subject {
			continue
		}
		switch t.Deprel {
		case "ccomp":
			if i > c.at || best < 0 {
				best = i
			}
		case "parataxis":
			if best < 0 && i > c.at {
				best = i
			}
		}
	}
	if best >= 0 {
		return best
	}
	return r.afterThat(s, c)
}

// afterThat finds a clause that the tree did not tie to the verb: the first finite verb after "that", or after the
// verb itself where a subject follows.
func (r *reader) afterThat(s text.Sentence, c cue) int {
	if c.inverted || c.after >= s.Last {
		return -1
	}
	if j := r.openClause(s, c); j >= 0 {
		return j
	}
	i := c.after
	for i < s.Last && i < c.after+8 && !strings.EqualFold(r.word(i), "that") {
		if r.word(i) == "," || r.word(i) == "." || r.d.Tokens[i].UPOS == "VERB" {
			return -1
		}
		i++
	}
	if i >= s.Last || r.word(i) != "that" {
		return -1
	}
	for j := i + 1; j < s.Last; j++ {
		t := r.d.Tokens[j]
		if t.UPOS == "VERB" && t.XPOS != "VBG" || t.UPOS == "AUX" {
			if t.UPOS == "AUX" && t.Head > j {
				return t.Head
			}
			return j
		}
	}
	return -1
}

// openClause finds the finite verb of a clause that follows the cue without "that": "said China “hopes to …”". The
// clause begins with a noun phrase right after the cue.
func (r *reader) openClause(s text.Sentence, c cue) int {
	i := c.after
	for i < s.Last && (isOpenQuote(r.word(i)) || r.d.Tokens[i].UPOS == "ADV") {
		i++
	}
	if i >= s.Last {
		return -1
	}
	switch r.d.Tokens[i].UPOS {
	case "DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM":
	default:
		return -1
	}
	for j := i + 1; j < s.Last; j++ {
		if w := r.word(j); w == "," || w == ";" {
			return -1
		}
		switch r.d.Tokens[j].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			if t := r.d.Tokens[j]; t.UPOS == "AUX" && t.Head > j && t.Head < s.Last {
				return t.Head
			}
			return j
		}
		if isOpenQuote(r.word(j)) && j+1 < s.Last && strings.HasSuffix(r.d.Tokens[j+1].Lemma, "s") == false && r.d.Tokens[j+1].XPOS == "NNS" {
			return j + 1
		}
	}
	return -1
}

// clauseStart returns the first token of the content: after "that", else the leftmost word of the clause after the cue.
func (r *reader) clauseStart(s text.Sentence, c cue, head int) int {
	first, _ := r.d.Subtree(head)
	start := max(first, c.after)
	for i := c.after; i < s.Last && i <= head; i++ {
		if strings.EqualFold(r.word(i), "that") && (r.d.Tokens[i].UPOS == "SCONJ" || r.d.Tokens[i].Deprel == "mark" || i == c.after) {
			return i + 1
		}
	}
	for start < head && (r.word(start) == "," || r.word(start) == ":" || r.d.Tokens[start].Deprel == "mark" && r.word(start) == "that") {
		start++
	}
	return start
}

// clauseEnd returns the token after the content: the sentence goes on with something else after a comma or a
// conjunction that does not belong to the content's tree.
func (r *reader) clauseEnd(s text.Sentence, c cue, head, start int) int {
	end := s.Last
	for i := max(head, start) + 1; i < s.Last; i++ {
		if r.d.Dominates(head, i) || r.inQuote(i) {
			continue
		}
		if r.isBoundary(s, c, i) {
			end = i
			break
		}
	}
	return r.trimEnd(s, start, end)
}

// isBoundary reports whether the sentence leaves the content at token i.
func (r *reader) isBoundary(s text.Sentence, c cue, i int) bool {
	t := r.d.Tokens[i]
	w := strings.ToLower(r.word(i))
	before := ""
	if i > s.First {
		before = r.word(i - 1)
	}
	switch {
	case w == "according":
		return true
	case before == "," || isCloseQuote(before) && i >= 2 && r.word(i-2) == ",":
		return true
	case w == "," && i+1 < s.Last && !r.d.Dominates(c.at, i+1):
		return true
	case t.UPOS == "CCONJ":
		return true
	case t.UPOS == "SCONJ" && t.Deprel == "mark" && t.Head >= 0 && r.d.Child(t.Head, "nsubj") >= 0 && (w == "as" || w == "while" || w == "when" || w == "after" || w == "before" || w == "although" || w == "though"):
		return true
	}
	return false
}

// trimEnd drops the marks and conjunctions that end a stretch, but keeps a closing quotation mark that belongs to it.
func (r *reader) trimEnd(s text.Sentence, start, end int) int {
	for end > start+1 {
		w := r.word(end - 1)
		switch {
		case isCloseQuote(w) && r.opensWithin(start, end-1):
			return end
		case w == "," || w == "." || w == ";" || w == ":" || w == "—" || w == "–" || w == "-" || isOpenQuote(w) || isCloseQuote(w) || w == "and" || w == "but" || w == "?" || w == "!" || w == "(":
			end--
		default:
			return end
		}
	}
	return end
}

// opensWithin reports whether the quotation that closes at token i opens at start or after it.
func (r *reader) opensWithin(start, i int) bool {
	for _, q := range r.d.Quotes {
		if q.End == r.d.Tokens[i].End {
			return q.Start >= r.d.Tokens[start].Start
		}
	}
	return false
}

// parts adds a clause as one statement, or as several where "and" or "but" joins clauses that each have a subject.
func (r *reader) parts(s text.Sentence, c cue, head, start, end int) {
	from := start
	for i := head + 1; i < end; i++ {
		t := r.d.Tokens[i]
		joins := t.Deprel == "conj" && t.Head == head && (t.UPOS == "VERB" || t.UPOS == "AUX" || r.d.Child(i, "cop") >= 0) && r.d.Child(i, "nsubj", "expl", "csubj") >= 0
		if !joins || r.inQuote(i) {
			continue
		}
		cut := r.conjunctionBefore(i, from)
		if cut < 0 || r.inQuote(cut) {
			continue
		}
		r.content(s, c, from, r.trimEnd(s, from, cut), "reported clause")
		from = cut + 1
		if from < end && r.word(from) == "that" {
			from++
		}
	}
	r.content(s, c, from, end, "reported clause")
}

// conjunctionBefore returns the "and" or "but" that ties the conjunct at i, or -1.
func (r *reader) conjunctionBefore(i, from int) int {
	first, _ := r.d.Subtree(i)
	for j := first; j <= i; j++ {
		if r.d.Tokens[j].UPOS == "CCONJ" && j > from {
			return j
		}
	}
	if first-1 > from && r.d.Tokens[first-1].UPOS == "CCONJ" {
		return first - 1
	}
	return -1
}

// content adds the tokens [first, last) as words of the cue's speaker.
func (r *reader) content(s text.Sentence, c cue, first, last int, rule string) {
	first = r.passBy(first, last)
	if last <= first {
		return
	}
	span := r.d.TokensSpan(first, last)
	form := r.form(span)
	r.use(span)
	r.add(text.Statement{
		Content: span, Cue: r.d.Tokens[c.at].Span, CueToken: c.at, Audience: c.audience, Form: form, Rule: rule + " of " + c.Lemma,
	}, c.voice)
}

// passBy passes over words at the start of a stretch that are no part of what was said.
func (r *reader) passBy(first, last int) int {
	for first < last {
		switch strings.ToLower(r.word(first)) {
		case ",", ":", "that", ";", "—", "–", ".":
			first++
		default:
			return first
		}
	}
	return first
}

// form tells mixed from indirect speech by whether quoted words stand in the content; content that is quoted from a
// capital on, or as a whole after a comma, is direct.
func (r *reader) form(span text.Span) readout.Form {
	for _, q := range r.d.Quotes {
		if q.Start >= span.End {
			break
		}
		if span.Contains(q.Inner) || q.Contains(span) {
			return readout.Mixed
		}
	}
	return readout.Indirect
}

func (r *reader) use(span text.Span) {
	for i, q := range r.d.Quotes {
		if span.Overlaps(q.Span) {
			r.used[i] = true
		}
	}
}

func (r *reader) quoteAt(token int) (int, bool) {
	for i, q := range r.d.Quotes {
		if q.Start == r.d.Tokens[token].Start {
			return i, true
		}
	}
	return 0, false
}

// clauseBefore reads content that stands before its cue: "Talks went well, Smith said."
func (r *reader) clauseBefore(s text.Sentence, c cue) bool {
	comma := c.from - 1
	if c.inverted {
		comma = c.at - 1
	}
	if comma <= s.First || r.word(comma) != "," || c.after < s.Last && r.word(c.after) != "." && r.word(c.after) != "," && !r.trails(s, c.after) {
		return false
	}
	if isCloseQuote(r.word(comma)) {
		return false
	}
	first := s.First
	for i := comma - 1; i > s.First; i-- {
		if isCloseQuote(r.word(i)) && i+1 < comma && r.word(i+1) == "," {
			break
		}
	}
	if w := strings.ToLower(r.word(first)); (w == "still" || w == "but" || w == "however" || w == "meanwhile" || w == "and") && first+1 < comma {
		first++
	}
	first = r.passBy(first, comma)
	if comma-first < 3 || !r.finite(first, comma) {
		return false
	}
	r.content(s, c, first, comma, "clause before the cue")
	return true
}

// trails reports whether only a time, place or circumstance follows the cue.
func (r *reader) trails(s text.Sentence, i int) bool {
	switch r.d.Tokens[i].UPOS {
	case "ADP", "ADV", "PROPN", "SCONJ":
		return true
	}
	return false
}

// finite reports whether a finite verb stands among the tokens.
func (r *reader) finite(first, last int) bool {
	for i := first; i < last; i++ {
		switch r.d.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// infinitive reads "urged the minister (not) to open the office".
func (r *reader) infinitive(s text.Sentence, c cue) bool {
	for i := c.at + 1; i+1 < s.Last && i < c.at+14; i++ {
		w := strings.ToLower(r.word(i))
		if w == "," || w == "." || w == "that" || r.d.Tokens[i].UPOS == "VERB" {
			return false
		}
		if w != "to" && w != "not" {
			continue
		}
		start := i
		if w == "not" {
			if strings.ToLower(r.word(i+1)) != "to" {
				continue
			}
			i++
		}
		verb := i + 1
		for verb < s.Last && (isOpenQuote(r.word(verb)) || r.d.Tokens[verb].UPOS == "ADV") {
			verb++
		}
		if verb >= s.Last || r.d.Tokens[verb].XPOS != "VB" {
			continue
		}
		r.content(s, c, start, r.clauseEnd(s, c, verb, start), "infinitive")
		return true
	}
	return false
}

// fromVerb reads content that begins with the verb itself: "condemned the attack".
func (r *reader) fromVerb(s text.Sentence, c cue) bool {
	if c.at+1 >= s.Last || r.d.Tokens[c.at].XPOS == "VB" {
		return false
	}
	if r.d.Child(c.at, "obj", "obl", "xcomp", "ccomp") < 0 {
		return false
	}
	end := s.Last
	for i := c.at + 1; i < s.Last; i++ {
		if r.inQuote(i) {
			continue
		}
		t := r.d.Tokens[i]
		outside := !r.d.Dominates(c.at, i)
		joined := t.Deprel == "cc" && t.Head >= 0 && r.d.Tokens[t.Head].Head == c.at && r.d.Tokens[t.Head].UPOS == "VERB"
		_, isCue := r.cues[t.Lemma]
		said := isCue && t.UPOS == "VERB" && (t.Deprel == "advcl" || t.Deprel == "conj") && t.Head == c.at && r.word(i-1) == ","
		late := t.Deprel == "mark" && t.Head >= 0 && r.d.Tokens[t.Head].Deprel == "advcl" && r.d.Tokens[t.Head].Head == c.at && (r.word(i) == "as" || r.word(i) == "while" || r.word(i) == "when" || r.word(i) == "after")
		if outside && r.isBoundary(s, c, i) || joined || said || late {
			end = i
			break
		}
	}
	r.content(s, c, c.at, r.trimEnd(s, c.at, end), "from the verb")
	return true
}

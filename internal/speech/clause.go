package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout/readout/internal/text"
)

// reported adds the reported words of a cue, by the first of its frames that fits.
func (r *reader) reported(s text.Sentence, c cue) {
	if !c.voice.known() || c.negated {
		return
	}
	if r.inQuote(c.at) || r.ownWords(c) {
		return
	}
	for _, f := range c.Frames {
		if f == FromVerb && r.isStance(c) {
			return
		}
		var found bool
		switch f {
		case Clause:
			found = r.clause(s, c)
		case Infinitive:
			found = r.infinitive(s, c)
		case FromVerb:
			found = r.fromVerb(s, c, false)
		case Quoted:
			found = r.fromVerb(s, c, true)
		}
		if found {
			return
		}
	}
}

// ownWords reports whether the cue stands within words already laid to the same speaker: "he said he called for …".
func (r *reader) ownWords(c cue) bool {
	at := r.d.Tokens[c.at].Span
	for k := len(r.out) - 1; k >= 0 && k >= len(r.out)-8; k-- {
		if r.out[k].Speaker == c.voice.actor && r.out[k].Content.Contains(at) {
			return true
		}
	}
	return false
}

// isStance reports whether a cue within another's words tells what its subject holds and not what it said: "Smith told Jones that Norway
// rejects the plan".
func (r *reader) isStance(c cue) bool {
	if x := r.d.Tokens[c.at].XPOS; x != "VBZ" && x != "VBP" {
		return false
	}
	at := r.d.Tokens[c.at].Span
	for k := len(r.out) - 1; k >= 0 && k >= len(r.out)-8; k-- {
		if r.out[k].CueToken < c.at && r.out[k].Content.Contains(at) {
			return true
		}
	}
	return false
}

// clause reads the clause that a cue reports, after the verb or before it.
func (r *reader) clause(s text.Sentence, c cue) bool {
	start := r.clauseStart(s, c)
	if start < 0 {
		return r.clauseBefore(s, c)
	}
	if q, ok := r.quoteAt(start); ok && r.used[q] {
		return true
	}
	end := r.clauseEnd(s, c, start)
	r.parts(s, c, start, end)
	return true
}

// maxBeforeThat is how many words may stand between a cue and the "that" of its content: when, where and to whom it was said.
const maxBeforeThat = 14

// clauseStart returns the first token of a clause after the cue: after "that", or right after the cue where a noun
// phrase and a finite verb follow; -1 where there is none.
func (r *reader) clauseStart(s text.Sentence, c cue) int {
	for i := c.after; i < s.Last && i < c.after+maxBeforeThat; i++ {
		w := strings.ToLower(r.word(i))
		if w == "that" && r.d.Tokens[i].UPOS != "DET" && r.finite(i+1, s.Last) {
			return i + 1
		}
		if i == c.after && c.Lemma != "tell" && r.beginsNoun(i) && !r.isTime(i) {
			break // "noted the island that …": a clause without "that"
		}
		if w == "," && !r.thatFollows(s, i) || w == ":" || isOpenQuote(w) && i > c.after || w == ";" || r.finite(i, i+1) {
			break
		}
	}
	i := c.after
	for i < s.Last && (r.d.Tokens[i].UPOS == "ADV" || r.isTime(i)) {
		i++
	}
	first := i
	if i < s.Last && isOpenQuote(r.word(i)) {
		i++
	}
	if i >= s.Last || !r.beginsNoun(i) || !r.clauseFollows(s, c, i) {
		return -1
	}
	return first
}

// thatFollows reports whether words between commas lead to a "that" which marks content: "told them, after lunch, that".
func (r *reader) thatFollows(s text.Sentence, i int) bool {
	for j := i + 1; j < s.Last && j < i+maxBeforeThat; j++ {
		if r.word(j) == "that" {
			t := r.d.Tokens[j]
			return t.Deprel == "mark" && t.Head >= 0 && r.d.Tokens[t.Head].Deprel == "ccomp" && r.word(j-1) == ","
		}
	}
	return false
}

// beginsNoun reports whether a noun phrase can begin at token i: by its part of speech, or since somebody is named there. A capital
// within the sentence is a name, whatever the tagger takes it for.
func (r *reader) beginsNoun(i int) bool {
	switch r.d.Tokens[i].UPOS {
	case "DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM":
		return true
	}
	if k := r.d.MentionAt(i); k >= 0 && r.d.Mentions[k].First == i {
		return true
	}
	letter, _ := utf8.DecodeRuneInString(r.word(i))
	return unicode.IsUpper(letter) && !isOpenQuote(r.word(i-1))
}

// isTime reports whether the token is part of a time expression or the preposition before one: "said on Monday the …".
func (r *reader) isTime(i int) bool {
	at := r.d.Tokens[i]
	for _, t := range r.d.TimesIn(max(0, i-12), min(len(r.d.Tokens), i+2)) {
		if t.Contains(at.Span) || at.UPOS == "ADP" && t.Start == at.End+1 {
			return true
		}
	}
	return false
}

// clauseFollows reports whether a subject and its finite verb begin at token i. A subject with an apposition between
// commas counts, the verb of a relative clause does not.
func (r *reader) clauseFollows(s text.Sentence, c cue, i int) bool {
	comma := false
	for j := i; j < s.Last; j++ {
		if w := r.word(j); w == ";" || w == ":" {
			return false
		}
		comma = comma || r.word(j) == ","
		if t := r.d.Tokens[j]; t.Deprel == "mark" && j > i && subordinate[strings.ToLower(r.word(j))] {
			return false // "stressed the need for talks as they met"
		}
		if r.isFinite(j) {
			if r.relativeVerb(j) {
				continue
			}
			return j > i && (!comma || r.closesApposition(j) && !r.goesOnSaying(j))
		}
		if r.d.Tokens[j].UPOS == "ADP" && j == i+1 && r.d.Tokens[i].UPOS == "PRON" {
			return false
		}
	}
	return false
}

// goesOnSaying reports whether a verb is another cue of the speaker: "Norway recalled its envoy, urged both sides to".
func (r *reader) goesOnSaying(j int) bool {
	_, ok := r.cues[r.d.Tokens[j].Lemma]
	return ok
}

// subordinate are the conjunctions after which a finite verb is not that of the clause before.
var subordinate = map[string]bool{"as": true, "while": true, "when": true, "because": true, "although": true, "though": true, "if": true, "since": true, "unless": true}

// closesApposition reports whether a comma stands right before a verb, adverbs apart: "Taiwan, an island, remained".
func (r *reader) closesApposition(j int) bool {
	for k := j - 1; k >= 0 && k >= j-4; k-- {
		if r.word(k) == "," {
			return true
		}
		if u := r.d.Tokens[k].UPOS; u != "ADV" && u != "AUX" {
			return false
		}
	}
	return false
}

// relativeVerb reports whether a verb or its auxiliary stands in a relative clause.
func (r *reader) relativeVerb(j int) bool {
	for steps := 0; j >= 0 && steps < 3; steps++ {
		t := r.d.Tokens[j]
		if strings.HasPrefix(t.Deprel, "acl") {
			return true
		}
		if t.UPOS != "AUX" {
			return false
		}
		j = t.Head
	}
	return false
}

// describes reports whether a participle only says what a text is about: "a statement describing the visit". One that
// "calls for" or "condemns" something says it.
func (r *reader) describes(c cue) bool {
	t := r.d.Tokens[c.at]
	if !strings.HasPrefix(t.Deprel, "acl") || t.XPOS != "VBG" || r.word(c.at-1) == "," {
		return false
	}
	return t.Head < 0 || !documents[r.d.Tokens[t.Head].Lemma] || c.Lemma == "describe"
}

// finite reports whether a finite verb stands among the tokens.
func (r *reader) finite(first, last int) bool {
	for i := first; i < last; i++ {
		if r.isFinite(i) {
			return true
		}
	}
	return false
}

// isFinite reports whether a token is a finite verb. A participle with a subject and no auxiliary is a past tense that the
// tagger took for one.
func (r *reader) isFinite(i int) bool {
	switch r.d.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	case "VBN":
		return (r.d.Child(i, "nsubj") >= 0 || r.d.Tokens[i].Deprel == "ccomp") && r.d.Child(i, "aux", "cop") < 0
	}
	return false
}

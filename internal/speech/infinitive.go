package speech

import (
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// infinitive reads "urged the minister (not) to open the office".
func (r *reader) infinitive(s text.Sentence, c cue) bool {
	for i := c.at + 1; i+1 < s.Last && i < c.at+14; i++ {
		w := strings.ToLower(r.word(i))
		if w == "," || w == "." || w == "that" || r.d.Tokens[i].UPOS == "VERB" || isOpenQuote(w) {
			return false
		}
		if i == c.at+1 && c.Lemma == "ask" && (w == "to" || w == "not") {
			return false // "asked not to be named"
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
		if verb >= s.Last || r.d.Tokens[verb].XPOS != "VB" && r.d.Tokens[verb-1].XPOS != "TO" {
			continue
		}
		r.content(s, c, start, r.clauseEnd(s, c, start), "infinitive")
		return true
	}
	return false
}

// fromVerb reads content that begins with the verb itself: "condemned the attack".
func (r *reader) fromVerb(s text.Sentence, c cue, onlyQuoted bool) bool {
	if c.at+1 >= s.Last || r.d.Tokens[c.at].XPOS == "VB" || r.describes(c) {
		return false
	}
	if r.d.Child(c.at, "obj", "obl", "xcomp", "ccomp") < 0 && r.d.Tokens[c.at].Deprel != "amod" && r.d.Tokens[c.at].UPOS != "NOUN" {
		return false
	}
	end := r.clauseEnd(s, c, c.at)
	if r.hasUsedQuote(c.at, end) || onlyQuoted && r.form(r.d.TokensSpan(c.at, end)) != readout.Mixed {
		return false
	}
	r.content(s, c, c.at, r.trimEnd(s, c.at, end), "from the verb")
	return true
}

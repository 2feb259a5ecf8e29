package speech

import (
	"strings"

	"github.com/readout/readout/internal/text"
)

// clauseEnd returns the token after the content that begins at start: the sentence's end, or where the sentence goes on
// with words that are not the speaker's.
func (r *reader) clauseEnd(s text.Sentence, c cue, start int) int {
	for i := start + 1; i < s.Last; i++ {
		if r.inQuote(i) && !isOpenQuote(r.word(i)) {
			if r.word(i) == "," && i+2 < s.Last && isCloseQuote(r.word(i+1)) && r.mannerFollows(s, c, i+2) {
				return r.trimEnd(s, start, i+2) // “… strategic,” stressing that …
			}
			continue
		}
		if r.leaves(s, c, i) {
			return r.trimEnd(s, start, i)
		}
	}
	return r.trimEnd(s, start, s.Last)
}

// leaves reports whether the content of a cue ends before token i.
func (r *reader) leaves(s text.Sentence, c cue, i int) bool {
	w := strings.ToLower(r.word(i))
	switch {
	case (w == "—" || w == "–") && r.d.Tokens[i-1].SpaceAfter && !r.dashFollows(s, i) && !r.closesDash(c, i):
		return true
	case w == ";" || w == "according" && i+1 < s.Last && r.word(i+1) == "to":
		return true
	case w == ",":
		return r.aftermathFollows(s, i+1) || r.reportFollows(s, i+1) || r.mannerFollows(s, c, i+1)
	case r.d.Tokens[i].UPOS == "CCONJ":
		return r.sameSubject(s, c, i+1) || r.reporterGoesOn(s, c, i)
	case w == "as" || w == "while" || w == "when" || w == "after" || w == "before" || w == "although" || w == "though":
		t := r.d.Tokens[i]
		return t.Deprel == "mark" && t.Head >= 0 && r.d.Tokens[t.Head].Head == c.at && r.d.Child(t.Head, "nsubj") >= 0
	}
	return false
}

// dashFollows reports whether another dash comes, so that the first opens a parenthesis.
func (r *reader) dashFollows(s text.Sentence, i int) bool {
	for j := i + 1; j < s.Last; j++ {
		if r.word(j) == r.word(i) {
			return true
		}
	}
	return false
}

// closesDash reports whether an odd number of dashes stands between the cue and a dash, so that it ends a parenthesis.
func (r *reader) closesDash(c cue, i int) bool {
	open := false
	for j := c.after; j < i; j++ {
		if r.word(j) == r.word(i) {
			open = !open
		}
	}
	return open
}

// reporterGoesOn reports whether a clause with a subject of its own follows "and" that stands beside the cue and not within
// its content: "thanked the host, and the minister expressed …".
func (r *reader) reporterGoesOn(s text.Sentence, c cue, i int) bool {
	if !r.subjectFollows(i, s.Last) {
		return false
	}
	for j := i + 1; j < s.Last && j < i+12; j++ {
		if strings.HasPrefix(r.d.Tokens[j].Deprel, "nsubj") {
			verb := r.d.Tokens[j].Head
			if verb < 0 {
				return false
			}
			if r.leavesRelative(c, verb) || r.speakerActs(s, c, j) {
				return true
			}
			_, isCue := r.cues[r.d.Tokens[verb].Lemma]
			return r.d.Tokens[verb].Head == c.at && (isCue || c.Frames[0] != Clause) && r.d.Tokens[verb].XPOS == r.d.Tokens[c.at].XPOS
		}
	}
	return false
}

// leavesRelative reports whether a verb is joined to one outside the relative clause that the cue stands in: "upholds a declaration in
// which Norway voiced remorse, but he offered …".
func (r *reader) leavesRelative(c cue, verb int) bool {
	if !strings.HasPrefix(r.d.Tokens[c.at].Deprel, "acl") {
		return false
	}
	return r.d.Tokens[verb].Deprel == "conj" && r.d.Dominates(r.d.Tokens[verb].Head, c.at) && r.d.Tokens[verb].Head != c.at
}

// speakerActs reports whether a clause tells in the past what the speaker did, beside words that were said of the present: "reaffirmed
// that Norway upholds the treaty, but he offered no apology".
func (r *reader) speakerActs(s text.Sentence, c cue, subject int) bool {
	verb := r.d.Tokens[subject].Head
	said := r.d.Child(c.at, "ccomp")
	if said < 0 || r.d.Tokens[verb].Head != c.at || r.d.Tokens[verb].XPOS != "VBD" || r.d.Tokens[c.at].XPOS != "VBD" {
		return false
	}
	x := r.d.Tokens[said].XPOS
	return (x == "VBZ" || x == "VBP") && r.voiceAt(s, subject).actor == c.voice.actor
}

// reportFollows reports whether the sentence ends with who said it: ", the statement said."
func (r *reader) reportFollows(s text.Sentence, i int) bool {
	for j := i; j < s.Last && j < i+12; j++ {
		t := r.d.Tokens[j]
		if _, ok := r.cues[t.Lemma]; ok && (t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP") {
			return j > i && (j+1 >= s.Last || r.word(j+1) == "." || r.word(j+1) == "," || r.trails(s, j+1) && r.d.Tokens[j+1].UPOS != "SCONJ" && j+6 >= s.Last)
		}
		if r.finite(j, j+1) || r.word(j) == ";" {
			return false
		}
	}
	return false
}

// aftermathFollows reports whether the reporter goes on to say when it was: ", weeks after the talks", ", ahead of the vote".
func (r *reader) aftermathFollows(s text.Sentence, i int) bool {
	for j := i; j < s.Last && j < i+4; j++ {
		switch strings.ToLower(r.word(j)) {
		case "after", "before":
			return true
		case "ahead":
			return j+1 < s.Last && r.word(j+1) == "of"
		case "a", "an", "the", "few", "just", "only", "hours", "days", "weeks", "months", "years", "day", "week", "month", "year", "hour", "shortly", "soon", "minutes":
		default:
			if r.d.Tokens[j].UPOS != "NUM" {
				return false
			}
		}
	}
	return false
}

// mannerFollows reports whether a participle follows that tells more of the saying: ", adding that", ", pointing to".
func (r *reader) mannerFollows(s text.Sentence, c cue, i int) bool {
	for i < s.Last && (r.d.Tokens[i].UPOS == "ADV" || r.d.Tokens[i].UPOS == "CCONJ" || isCloseQuote(r.word(i))) {
		i++
	}
	if i >= s.Last || r.d.Tokens[i].XPOS != "VBG" {
		return false
	}
	if r.d.Tokens[i].Head == c.at {
		return true
	}
	if _, ok := r.cues[r.d.Tokens[i].Lemma]; !ok {
		return false
	}
	head := r.d.Tokens[i].Head // "in safeguarding peace, maintaining unity and …" goes on with what is said
	return head < 0 || r.d.Tokens[head].XPOS != "VBG"
}

// sameSubject reports whether a verb without a subject of its own follows "and" that the speaker is the subject of, and not
// somebody within the content: "said he was glad and urged them to", "said X and signed".
func (r *reader) sameSubject(s text.Sentence, c cue, i int) bool {
	for i < s.Last && (r.d.Tokens[i].UPOS == "ADV" || isOpenQuote(r.word(i))) {
		i++
	}
	if i >= s.Last {
		return false
	}
	t := r.d.Tokens[i]
	_, isCue := r.cues[t.Lemma]
	if isCue && strings.HasSuffix(r.word(i), "ed") && strings.HasSuffix(r.word(c.at), "d") && t.UPOS == "VERB" {
		return true
	}
	if t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" || t.UPOS == "AUX" {
		return false
	}
	if isCue && t.XPOS == r.d.Tokens[c.at].XPOS {
		return true
	}
	return t.Head == c.at && t.Deprel == "conj" || r.cues[t.Lemma].Lemma != "" && t.Head >= 0 && r.d.Dominates(c.at, i)
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

// isCircumstance reports whether a clause only tells when or on what occasion something was said: "Asked about the talks,
// he said", "When he left, …".
func (r *reader) isCircumstance(first int) bool {
	switch r.d.Tokens[first].XPOS {
	case "VBN", "VBG", "WRB":
		return true
	}
	switch strings.ToLower(r.word(first)) {
	case "after", "before", "as", "while", "when", "since", "although", "though", "asked", "speaking":
		return true
	}
	return false
}

// quoteFollows reports whether a quotation follows the cue.
func (r *reader) quoteFollows(s text.Sentence, i int) bool {
	for ; i < s.Last && i < s.First+text.MaxSentence; i++ {
		if isOpenQuote(r.word(i)) {
			return true
		}
		if u := r.d.Tokens[i].UPOS; u != "PUNCT" && u != "ADV" && u != "ADP" {
			return false
		}
	}
	return false
}

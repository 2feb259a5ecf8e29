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
	if r.inQuote(c.at) || r.ownWords(c) {
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
		if i == c.after && c.Lemma != "tell" && beginsNoun[r.d.Tokens[i].UPOS] && !r.isTime(i) {
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
	if i >= s.Last || !beginsNoun[r.d.Tokens[i].UPOS] || !r.clauseFollows(s, c, i) {
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

var beginsNoun = map[string]bool{"DET": true, "NOUN": true, "PROPN": true, "PRON": true, "ADJ": true, "NUM": true}

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
	case (w == "—" || w == "–") && r.d.Tokens[i-1].SpaceAfter && !r.dashFollows(s, i):
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
			_, isCue := r.cues[r.d.Tokens[verb].Lemma]
			return r.d.Tokens[verb].Head == c.at && (isCue || c.Frames[0] != Clause) && r.d.Tokens[verb].XPOS == r.d.Tokens[c.at].XPOS
		}
	}
	return false
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

// parts adds a clause as one statement, or as several where "and" or "but" joins clauses that each have a subject.
func (r *reader) parts(s text.Sentence, c cue, start, end int) {
	from := start
	for cut := start + 1; cut < end; cut++ {
		if r.d.Tokens[cut].UPOS != "CCONJ" || r.inQuote(cut) || !r.finite(from, cut) || !r.subjectFollows(cut, end) {
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

// subjectFollows reports whether a noun phrase that is the subject of a finite verb begins right after the conjunction.
func (r *reader) subjectFollows(cut, end int) bool {
	for j := cut + 1; j < end && j < cut+12; j++ {
		t := r.d.Tokens[j]
		if !strings.HasPrefix(t.Deprel, "nsubj") && t.Deprel != "expl" {
			if r.finite(j, j+1) {
				return false
			}
			continue
		}
		first, _ := r.d.Subtree(j)
		return first <= cut+3 && t.Head > j && r.finite(j, min(t.Head+1, end))
	}
	return false
}

// hasUsedQuote reports whether a quotation that was read on its own begins among the tokens: "reiterated his stance: “We …”".
func (r *reader) hasUsedQuote(first, last int) bool {
	for i, q := range r.d.Quotes {
		if at := q.Start; r.used[i] && at >= r.d.Tokens[first].Start && at < r.d.Tokens[last-1].End {
			return true
		}
	}
	return false
}

// describes reports whether a participle only says what a text is about: "a statement describing the visit". One that
// "calls for" or "condemns" something says it.
func (r *reader) describes(c cue) bool {
	t := r.d.Tokens[c.at]
	if !strings.HasPrefix(t.Deprel, "acl") || t.XPOS != "VBG" {
		return false
	}
	return t.Head < 0 || !documents[r.d.Tokens[t.Head].Lemma] || c.Lemma == "describe"
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
	for k := comma; k > s.First && k >= comma-4 && r.word(comma) != ","; k-- {
		if u := r.d.Tokens[k].UPOS; r.word(k) == "," {
			comma = k // "…, the country's foreign ministry said"
		} else if u != "DET" && u != "NOUN" && u != "PART" && u != "ADJ" && u != "PRON" && u != "PROPN" {
			break
		}
	}
	if comma <= s.First {
		return false // nothing stands before the cue
	}
	if isCloseQuote(r.word(comma)) && comma-1 > s.First && r.word(comma-1) == "," && !r.usedAt(comma) {
		return r.mixedBefore(s, c, comma)
	}
	if r.word(comma) != "," || c.after < s.Last && r.word(c.after) != "." && r.word(c.after) != "," && !r.trails(s, c.after) {
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
	if comma-first < 3 || !r.finite(first, comma) || r.isCircumstance(first) || r.quoteFollows(s, c.after) {
		return false
	}
	r.content(s, c, first, comma, "clause before the cue")
	return true
}

// mixedBefore reads a clause before its cue that ends with quoted words: They will “go on with talks,” the minister said.
func (r *reader) mixedBefore(s text.Sentence, c cue, quote int) bool {
	first := r.passBy(s.First, quote)
	if r.isCircumstance(first) || !r.finite(first, quote) || quote-first < 3 {
		return false
	}
	r.content(s, c, first, quote+1, "clause before the cue")
	return true
}

// usedAt reports whether the quotation that closes at token i was read on its own.
func (r *reader) usedAt(i int) bool {
	for k, q := range r.d.Quotes {
		if q.End == r.d.Tokens[i].End {
			return r.used[k]
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
		return r.d.Child(i, "nsubj") >= 0 && r.d.Child(i, "aux", "cop") < 0
	}
	return false
}

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
		if verb >= s.Last || r.d.Tokens[verb].XPOS != "VB" {
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
	if r.d.Child(c.at, "obj", "obl", "xcomp", "ccomp") < 0 {
		return false
	}
	end := r.clauseEnd(s, c, c.at)
	if r.hasUsedQuote(c.at, end) || onlyQuoted && r.form(r.d.TokensSpan(c.at, end)) != readout.Mixed {
		return false
	}
	r.content(s, c, c.at, r.trimEnd(s, c.at, end), "from the verb")
	return true
}

package speech

import (
	"cmp"
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// A cue is a reporting verb in a sentence with its subject.
type cue struct {
	Cue
	at       int // token of the verb
	subject  int // token of the subject, -1 where there is none
	voice    voice
	from, to int // tokens [from, to) from the subject phrase to the verb: the words that report
	negated  bool
	inverted bool // the subject follows the verb: "said Smith"
	audience string
	after    int // first token after the verb, its particles and the one spoken to
}

// cuesOf finds the reporting verbs of a sentence, in order. Those that only could be spoken or are not ("should
// say", "declined to comment") are left out or marked.
func (r *reader) cuesOf(s text.Sentence) []cue {
	var out []cue
	for i := s.First; i < s.Last; i++ {
		c, ok := r.cueAt(s, i)
		if !ok {
			continue
		}
		r.findSubject(s, &c, out)
		r.findAudience(s, &c)
		c.audience = cmp.Or(c.audience, r.audienceBefore(c, out))
		out = append(out, c)
	}
	return out
}

// audienceBefore returns whom the words were told that a participle goes on with: "told Jones that …, adding that".
func (r *reader) audienceBefore(c cue, before []cue) string {
	if r.d.Tokens[c.at].XPOS != "VBG" || len(before) == 0 {
		return ""
	}
	last := before[len(before)-1]
	if c.Lemma != "add" || last.voice.actor != c.voice.actor {
		return ""
	}
	return last.audience
}

func (r *reader) cueAt(s text.Sentence, i int) (cue, bool) {
	t := r.d.Tokens[i]
	row, ok := r.row(s, i)
	if !ok || t.UPOS != "VERB" && !strings.HasPrefix(t.XPOS, "VB") && !r.misreadNoun(s, i) {
		return cue{}, false
	}
	c := cue{Cue: row, at: i, subject: -1, voice: nobody}
	if !r.isSpoken(s, i) {
		return cue{}, false
	}
	if n := r.d.Child(i, "advmod"); n >= 0 && n < i {
		c.negated = isNegation(r.word(n))
	}
	for j := max(s.First, i-3); j < i; j++ {
		c.negated = c.negated || isNegation(r.word(j)) && r.d.Tokens[j].Head == i
	}
	return c, true
}

// maxRow is how many words a row of the table may have: "make_it_clear".
const maxRow = 3

// row returns the row of the table for the verb at token i, the longest that fits the words after it.
func (r *reader) row(s text.Sentence, i int) (Cue, bool) {
	lemma := r.d.Tokens[i].Lemma
	best, ok := r.cues[lemma]
	for j := i + 1; j < s.Last && j < i+maxRow; j++ {
		lemma += "_" + strings.ToLower(r.word(j))
		if longer, is := r.cues[lemma]; is {
			best, ok = longer, true
		}
	}
	return best, ok
}

// misreadNoun reports whether a present tense was taken for a noun: "Norway denies that …", which would else be all there is of the
// sentence.
func (r *reader) misreadNoun(s text.Sentence, i int) bool {
	t := r.d.Tokens[i]
	if t.XPOS != "NNS" || t.Head >= 0 || i == s.First || i+1 >= s.Last || r.word(i+1) != "that" {
		return false
	}
	k := r.d.MentionAt(i - 1)
	return k >= 0 && r.d.Mentions[k].Last == i && r.d.Mentions[k].Kind != text.Adjective
}

func isNegation(w string) bool {
	switch strings.ToLower(w) {
	case "not", "n't", "n’t", "never", "neither", "nor":
		return true
	}
	return false
}

// isSpoken reports whether the verb tells of words that were said: no infinitive after "to", no modal verb, no
// passive of another sort than "was quoted".
func (r *reader) isSpoken(s text.Sentence, i int) bool {
	t := r.d.Tokens[i]
	if t.XPOS == "VB" {
		for j := i - 1; j >= s.First && j >= i-4; j-- {
			switch w := strings.ToLower(r.word(j)); {
			case w == "to":
				return j > s.First && goesOn[r.d.Tokens[j-1].Lemma]
			case w == "did" || w == "does" || w == "do":
				return true
			case r.d.Tokens[j].XPOS == "MD":
				return false
			}
		}
		return i > s.First && r.d.Tokens[i].Deprel != "xcomp"
	}
	if t.XPOS == "VBN" && r.d.Child(i, "aux:pass") >= 0 {
		return false
	}
	if t.XPOS == "VBN" && (t.Deprel == "acl" || t.Deprel == "amod") && !r.misread(s, i) {
		return false
	}
	if t.XPOS == "VBG" && (t.Deprel == "amod" || t.Deprel == "compound" || t.Deprel == "nsubj") {
		return false
	}
	return true
}

// misread reports whether a past tense was taken for a participle: the noun before it, somebody who can speak, would be all
// there is of the sentence.
func (r *reader) misread(s text.Sentence, i int) bool {
	head := r.d.Tokens[i].Head
	if head < 0 || i == s.First || r.d.Tokens[i].Deprel == "amod" && head < i {
		return false
	}
	if r.d.Tokens[head].Head >= 0 && !r.lacksVerb(s) {
		return false
	}
	k := r.d.MentionAt(i - 1)
	return k >= 0 && r.d.Mentions[k].Last == i && r.d.Mentions[k].Kind != text.Adjective
}

// lacksVerb reports whether the sentence as parsed has no verb at its root: "Smith conveyed concern", taken for concern that Smith
// conveyed.
func (r *reader) lacksVerb(s text.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		if t := r.d.Tokens[i]; t.Head < 0 {
			return t.UPOS != "VERB" && t.UPOS != "AUX" && r.d.Child(i, "cop", "aux") < 0
		}
	}
	return false
}

// goesOn are the verbs after which an infinitive still was spoken: "went on to say".
var goesOn = map[string]bool{"go": true, "on": true, "continue": true, "proceed": true, "rush": true, "hasten": true}

// findSubject looks for who speaks: the verb's own subject, after it where the order is turned, that of the verb it is joined to,
// and last what stands right before it.
func (r *reader) findSubject(s text.Sentence, c *cue, before []cue) {
	c.from, c.to = c.at, c.at+1
	t := r.d.Tokens[c.at]
	if j := r.subjectOf(s, c.at); j >= 0 && !strings.HasSuffix(r.d.Tokens[j].Deprel, "pass") {
		if c.Lemma == "read" && !documents[r.d.Tokens[j].Lemma] {
			return // only texts read that something is so
		}
		if v := r.textBefore(s, j); v.known() {
			r.take(c, j, v)
			return
		}
		if v := r.voiceAt(s, j); v.known() {
			r.take(c, j, v)
			return
		}
		if v, k := r.appositionOf(s, j); v.known() {
			r.take(c, k, v)
			return
		}
		if r.isPassing(j) || r.isHour(j) {
			r.adjacent(s, c)
			return
		}
		if !r.isRelative(j) {
			c.subject = j
		}
	}
	if c.subject < 0 && t.XPOS != "VBG" && c.Lemma != "tell" {
		if j := r.invertedSubject(s, c.at); j >= 0 {
			if v := r.voiceAt(s, j); v.known() {
				c.inverted = true
				r.take(c, j, v)
				return
			}
		}
	}
	if c.subject >= 0 && t.Deprel != "acl:relcl" {
		return
	}
	r.inherit(s, c, before)
}

func (r *reader) take(c *cue, subject int, v voice) {
	c.subject, c.voice = subject, v
	first, last := subject, subject+1
	if k := r.d.MentionAt(subject); k >= 0 {
		first, last = r.d.Mentions[k].First, r.d.Mentions[k].Last
	} else if subject < c.at {
		first, _ = r.d.Subtree(subject) // "the statement"
	}
	c.from, c.to = min(c.at, first), max(c.at+1, last)
}

// subjectOf returns the subject of a verb, -1 where there is none: not a word of the quotation before it, as in “The border,” Smith
// said, where both may be tied to the verb.
func (r *reader) subjectOf(s text.Sentence, verb int) int {
	for j := s.First; j < s.Last; j++ {
		t := r.d.Tokens[j]
		if t.Head == verb && (t.Deprel == "nsubj" || strings.HasPrefix(t.Deprel, "nsubj:")) && (r.inQuote(verb) || !r.inQuote(j)) {
			return j
		}
	}
	return -1
}

// appositionOf returns who the apposition of a subject names: "the main opposition, the People's Party, said".
func (r *reader) appositionOf(s text.Sentence, subject int) (voice, int) {
	for j := subject + 1; j < s.Last; j++ {
		if t := r.d.Tokens[j]; t.Head == subject && t.Deprel == "appos" && !r.inQuote(j) {
			return r.voiceAt(s, j), j
		}
	}
	return nobody, -1
}

// isHour reports whether the word only tells when: "Hours before the vote, the ministry said", where it is taken for the subject.
func (r *reader) isHour(j int) bool {
	switch r.d.Tokens[j].Lemma {
	case "minute", "hour", "day", "week", "month", "year", "moment", "morning", "evening", "night":
		return true
	}
	return r.isTime(j)
}

// invertedSubject returns a mention's token right after the verb: "said Smith", "replied the minister".
func (r *reader) invertedSubject(s text.Sentence, i int) int {
	if i+1 >= s.Last || i == s.First || r.d.Tokens[i+1].UPOS == "ADP" || r.beforeApposition(s, i) >= 0 {
		return -1
	}
	before := r.word(i - 1)
	if before != "," && !isCloseQuote(before) && before != "?" && before != "!" {
		return -1
	}
	for j := i + 1; j < s.Last && j <= i+2; j++ {
		for _, m := range r.d.MentionsIn(j, j+1) {
			if m.Kind != text.Adjective {
				return m.Last - 1
			}
		}
	}
	return -1
}

func (r *reader) isRelative(j int) bool {
	switch strings.ToLower(r.word(j)) {
	case "who", "which", "that":
		return true
	}
	return false
}

// inherit takes the subject from the verb this one is joined to, from the noun it qualifies, or from the mention
// that stands right before it.
func (r *reader) inherit(s text.Sentence, c *cue, before []cue) {
	if r.leavesContent(c, before) {
		return
	}
	head := r.d.Tokens[c.at].Head
	for steps := 0; head >= 0 && steps < 4; steps++ {
		if strings.HasPrefix(r.d.Tokens[c.at].Deprel, "acl") && steps == 0 {
			if v := r.voiceAt(s, head); v.known() {
				c.subject, c.voice = head, v
				return
			}
		}
		for k := len(before) - 1; k >= 0; k-- {
			if before[k].at == head && before[k].voice.known() {
				c.subject, c.voice = before[k].subject, before[k].voice
				return
			}
		}
		if j := r.subjectOf(s, head); j >= 0 && j != c.at {
			if v := r.voiceAt(s, j); v.known() {
				c.subject, c.voice = j, v
				return
			}
		}
		head = r.d.Tokens[head].Head
	}
	if r.adjacent(s, c); !c.voice.known() {
		r.share(c, before)
	}
}

// leavesContent takes the speaker of the cue before for a past tense that the tree joins to words of another tense that were said:
// "said Norway must go and urged him to".
func (r *reader) leavesContent(c *cue, before []cue) bool {
	t := r.d.Tokens[c.at]
	if t.Deprel != "conj" || t.XPOS != "VBD" || t.Head < 0 || r.d.Tokens[c.at-1].UPOS != "CCONJ" || r.isPast(t.Head) {
		return false
	}
	for _, b := range before {
		if said := r.d.Tokens[t.Head]; said.Deprel == "ccomp" && said.Head == b.at && b.voice.known() && r.d.Tokens[b.at].XPOS == "VBD" {
			c.subject, c.voice = b.subject, b.voice
			return true
		}
	}
	return false
}

// isPast reports whether a predicate or an auxiliary of it has the past tense.
func (r *reader) isPast(i int) bool {
	s := r.d.Sentences[r.d.SentenceOf(i)]
	for j := s.First; j < s.Last; j++ {
		if t := r.d.Tokens[j]; (j == i || t.Head == i && t.UPOS == "AUX") && t.XPOS == "VBD" {
			return true
		}
	}
	return false
}

// share takes the speaker of the cue before, where "and" joins a past tense to it: "welcomed the releases and urged both men to".
func (r *reader) share(c *cue, before []cue) {
	if len(before) == 0 || c.at == 0 || r.d.Tokens[c.at-1].UPOS != "CCONJ" {
		return
	}
	last := before[len(before)-1]
	if last.voice.known() && !last.inverted && r.d.Tokens[c.at].XPOS == "VBD" && strings.HasSuffix(r.word(last.at), "d") {
		c.subject, c.voice = last.subject, last.voice
	}
}

// textBefore resolves "it said" after a sentence about a statement, a readout or the like to whoever spoke there.
func (r *reader) textBefore(s text.Sentence, j int) voice {
	silent := nobody
	if strings.ToLower(r.word(j)) != "it" || !r.last.known() || s.First == 0 {
		return silent
	}
	n := r.d.SentenceOf(s.First - 1)
	before := r.d.Sentences[n]
	if s.Paragraph-before.Paragraph > 1 || len(r.out) == 0 || r.d.SentenceOf(r.d.TokenAt(r.out[len(r.out)-1].Content.Start)) != n {
		return silent
	}
	for i := before.First; i < before.Last; i++ {
		if l := r.d.Tokens[i].Lemma; documents[l] && l != "spokesman" && l != "spokesperson" {
			return r.last
		}
	}
	return silent
}

// isPassing reports whether the word is an adverb that the tagger took for a noun: "Smith meanwhile said".
func (r *reader) isPassing(j int) bool {
	switch strings.ToLower(r.word(j)) {
	case "meanwhile", "however", "later", "afterwards", "afterward", "separately", "also", "then", "earlier", "today", "yesterday":
		return true
	}
	return false
}

// adjacent takes the mention that ends right before the verb, adverbs and a closing comma between them.
func (r *reader) adjacent(s text.Sentence, c *cue) {
	if r.d.Tokens[c.at].XPOS == "VBG" {
		return
	}
	if j := r.beforeApposition(s, c.at); j >= 0 {
		if v := r.voiceAt(s, j); v.known() {
			r.take(c, j, v)
			return
		}
	}
	last := r.beforeParenthesis(s, c.at) - 1
	for j := last; j >= s.First && j >= last-3 && !r.inQuote(j); j-- {
		if k := r.d.MentionAt(j); k >= 0 && r.d.Mentions[k].Kind != text.Adjective {
			if first := r.firstJoined(k); first >= 0 {
				r.take(c, first, r.voiceAt(s, first))
			} else if v := r.voiceOf(r.d.Mentions[k]); v.known() {
				r.take(c, j, v)
			}
			return
		}
		t := r.d.Tokens[j]
		if t.UPOS != "ADV" && t.UPOS != "AUX" && r.word(j) != "," && !r.isPassing(j) {
			return
		}
	}
}

// beforeParenthesis returns the first token of a parenthesis that ends right before the verb, the verb where there is none:
// "Smith (Oslo) said".
func (r *reader) beforeParenthesis(s text.Sentence, verb int) int {
	if verb == s.First || r.word(verb-1) != ")" {
		return verb
	}
	for j := verb - 2; j > s.First && j >= verb-maxApposition; j-- {
		if r.word(j) == "(" {
			return j
		}
	}
	return verb
}

// firstJoined returns the first of those whom "and" joins to a mention, -1 where it stands alone: "Smith and Jones said".
func (r *reader) firstJoined(k int) int {
	for i := r.d.Mentions[k].First; i < r.d.Mentions[k].Last; i++ {
		if t := r.d.Tokens[i]; t.Deprel == "conj" && t.Head >= 0 && !r.inQuote(t.Head) && r.d.MentionAt(t.Head) >= 0 && r.voiceOf(r.d.Mentions[r.d.MentionAt(t.Head)]).known() {
			return t.Head
		}
	}
	return -1
}

// maxApposition is how many words an apposition between a subject and its verb may have.
const maxApposition = 14

// beforeApposition returns the noun whose apposition stands between commas right before the verb, -1 where there is none: "Smith, the
// president, said".
func (r *reader) beforeApposition(s text.Sentence, verb int) int {
	if verb == s.First || r.word(verb-1) != "," {
		return -1
	}
	for j := verb - 2; j > s.First && j >= verb-maxApposition; j-- {
		if t := r.d.Tokens[j]; t.Deprel == "appos" && t.Head >= s.First && t.Head < j && !r.inQuote(t.Head) {
			return t.Head
		}
		if r.isFinite(j) {
			return -1
		}
	}
	return -1
}

// findAudience reads the one spoken to after "tell" and the like, and where the words after the verb begin.
func (r *reader) findAudience(s text.Sentence, c *cue) {
	i := max(c.at, c.to-1) + 1
	if c.at >= c.to {
		i = c.at + 1
	}
	if i == c.at+1 {
		i = min(s.Last, i+strings.Count(c.Lemma, "_")) // "made clear"
	}
	c.after = i
	j := i
	if j < s.Last && strings.EqualFold(r.word(j), "to") && c.Lemma != "tell" {
		j++
		if j < s.Last && !r.isHearer(j) {
			return
		}
	} else if c.Lemma != "tell" && c.Lemma != "urge" && c.Lemma != "ask" && c.Lemma != "warn" && c.Lemma != "remind" && c.Lemma != "assure" && c.Lemma != "inform" {
		return
	}
	for ; j < s.Last && j < i+8; j++ {
		if r.isHearer(j) {
			c.audience, c.after = r.word(j), j+1 // "lawmakers", "Congress"
			return
		}
		for _, m := range r.d.MentionsIn(j, j+1) {
			if k := r.d.Possessed(r.d.MentionAt(m.First)); k >= 0 && r.d.Mentions[k].First > m.First {
				m = r.d.Mentions[k] // "Pakistan's Geo News"
			}
			last := m.Last
			for last < s.Last && r.d.Tokens[last].UPOS == "NOUN" {
				last++ // "the Xinhua news agency"
			}
			if last > m.Last && m.Actor >= 0 && r.d.Actors[m.Actor].Kind != readout.Organisation {
				continue // "the US news outlet": the state only tells whose it is
			}
			if m.Actor >= 0 && m.Kind != text.Adjective {
				if c.Lemma == "tell" || m.Kind == text.Named && r.word(i) == "to" || r.isUrged(*c, m) {
					c.audience = r.d.Actors[m.Actor].Name
				}
				c.after = last
				return
			}
		}
		if w := r.word(j); w == "," || w == "that" || isOpenQuote(w) || r.d.Tokens[j].UPOS == "VERB" {
			break
		}
	}
	if obj := r.d.Child(c.at, "iobj", "obj"); c.Lemma == "tell" && obj >= i && obj < i+6 {
		_, last := r.d.Subtree(obj)
		if last < i+8 {
			c.after = last // told somebody who is no actor
		}
	}
}

// isUrged reports whether the mention is one person who is asked to do something: "urged her to".
func (r *reader) isUrged(c cue, m text.Mention) bool {
	return m.Last < len(r.d.Tokens) && r.d.Tokens[m.Last].XPOS == "TO" && len(c.Frames) > 0 && c.Frames[0] == Infinitive &&
		r.d.Actors[m.Actor].Kind == readout.Person
}

// isHearer reports whether the word names people who are told things: the press, a parliament.
func (r *reader) isHearer(j int) bool {
	switch strings.ToLower(r.word(j)) {
	case "reporters", "journalists", "lawmakers", "parliament", "parliamentarians", "legislators", "media", "diplomats", "senators", "delegates", "correspondents", "congress":
		return true
	}
	return false
}

func isOpenQuote(w string) bool {
	return w == "“" || w == "‘" || w == "\"" || w == "«" || w == "'" || w == "''" || w == "``"
}
func isCloseQuote(w string) bool {
	return w == "”" || w == "’" || w == "\"" || w == "»" || w == "'" || w == "''"
}

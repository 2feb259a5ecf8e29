package speech

import (
	"strings"

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
		out = append(out, c)
	}
	return out
}

func (r *reader) cueAt(s text.Sentence, i int) (cue, bool) {
	t := r.d.Tokens[i]
	row, ok := r.cues[t.Lemma]
	if i+1 < s.Last {
		if longer, is := r.cues[t.Lemma+"_"+strings.ToLower(r.word(i+1))]; is {
			row, ok = longer, true
		}
	}
	if !ok || t.UPOS != "VERB" && !strings.HasPrefix(t.XPOS, "VB") {
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
	if t.XPOS == "VBN" && t.Deprel == "acl" && !r.misread(s, i) {
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
	if head < 0 || r.d.Tokens[head].Head >= 0 || i == s.First {
		return false
	}
	k := r.d.MentionAt(i - 1)
	return k >= 0 && r.d.Mentions[k].Last == i && r.d.Mentions[k].Kind != text.Adjective
}

// goesOn are the verbs after which an infinitive still was spoken: "went on to say".
var goesOn = map[string]bool{"go": true, "on": true, "continue": true, "proceed": true, "rush": true, "hasten": true}

// findSubject looks for who speaks: the verb's own subject, after it where the order is turned, that of the verb it is joined to,
// and last what stands right before it.
func (r *reader) findSubject(s text.Sentence, c *cue, before []cue) {
	c.from, c.to = c.at, c.at+1
	t := r.d.Tokens[c.at]
	if j := r.d.Child(c.at, "nsubj"); j >= 0 && !strings.HasSuffix(r.d.Tokens[j].Deprel, "pass") {
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
		if r.isPassing(j) {
			r.adjacent(s, c)
			return
		}
		if !r.isRelative(j) {
			c.subject = j
		}
	}
	if c.subject < 0 && t.XPOS != "VBG" {
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

// invertedSubject returns a mention's token right after the verb: "said Smith", "replied the minister".
func (r *reader) invertedSubject(s text.Sentence, i int) int {
	if i+1 >= s.Last || i == s.First {
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
		if j := r.d.Child(head, "nsubj"); j >= 0 && j != c.at {
			if v := r.voiceAt(s, j); v.known() {
				c.subject, c.voice = j, v
				return
			}
		}
		head = r.d.Tokens[head].Head
	}
	r.adjacent(s, c)
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
	for j := c.at - 1; j >= s.First && j >= c.at-4; j-- {
		if k := r.d.MentionAt(j); k >= 0 && r.d.Mentions[k].Kind != text.Adjective {
			if v := r.voiceOf(r.d.Mentions[k]); v.known() {
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

// findAudience reads the one spoken to after "tell" and the like, and where the words after the verb begin.
func (r *reader) findAudience(s text.Sentence, c *cue) {
	i := max(c.at, c.to-1) + 1
	if c.at >= c.to {
		i = c.at + 1
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
			c.audience, c.after = strings.ToLower(r.word(j)), j+1
			return
		}
		for _, m := range r.d.MentionsIn(j, j+1) {
			if k := r.d.Possessed(r.d.MentionAt(m.First)); k >= 0 && r.d.Mentions[k].First > m.First {
				m = r.d.Mentions[k] // "Pakistan's Geo News"
			}
			if m.Last < s.Last && r.d.Tokens[m.Last].UPOS == "NOUN" {
				continue // "the US news outlet": the state only tells whose it is
			}
			if m.Actor >= 0 && m.Kind != text.Adjective {
				if c.Lemma == "tell" || m.Kind == text.Named && r.word(i) == "to" {
					c.audience = r.d.Actors[m.Actor].Name
				}
				c.after = m.Last
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

// isHearer reports whether the word names people who are told things: the press, a parliament.
func (r *reader) isHearer(j int) bool {
	switch strings.ToLower(r.word(j)) {
	case "reporters", "journalists", "lawmakers", "parliament", "parliamentarians", "legislators", "media", "diplomats", "senators", "delegates", "correspondents":
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

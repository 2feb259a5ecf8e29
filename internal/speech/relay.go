package speech

import (
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// accordingTo reads "according to X": X relays what the sentence says another said, or else says the sentence itself.
func (r *reader) accordingTo(n int, cues []cue) {
	s := r.d.Sentences[n]
	for i := s.First; i+2 < s.Last; i++ {
		if !strings.EqualFold(r.word(i), "according") || r.word(i+1) != "to" || r.inQuote(i) {
			continue
		}
		v, last := r.source(s, i+2)
		if !v.known() {
			continue
		}
		if r.relay(n, i, v.actor) {
			continue
		}
		r.attributed(s, i, last, v)
	}
}

// source returns who stands after "according to", and the token after the phrase: the last one named before a comma, so that
// in "a readout by the state news agency Xinhua" it is the agency.
func (r *reader) source(s text.Sentence, from int) (voice, int) {
	end := from
	for end < s.Last && r.word(end) != "," && r.word(end) != "." && r.word(end) != ";" && !isOpenQuote(r.word(end)) {
		end++
	}
	out := nobody
	for _, m := range r.d.MentionsIn(from, end) {
		if m.Kind == text.Adjective || m.Kind == text.Location {
			continue
		}
		if v := r.voiceOf(m); v.known() && (!out.known() || r.d.Actors[v.actor].Kind == readout.Organisation) {
			out = v
		}
	}
	if !out.known() && from < s.Last {
		for j := from; j < end; j++ {
			if documents[r.d.Tokens[j].Lemma] {
				return r.document(s, j), end
			}
		}
	}
	return out, end
}

// relay marks the statements of the sentence that stand before token i as relayed by the actor; false where there is none.
func (r *reader) relay(n, i, actor int) bool {
	span := r.d.SentenceSpan(n)
	found := false
	for k := range r.out {
		st := &r.out[k]
		if st.Content.Start >= span.Start && st.Content.End <= span.End && st.Speaker != actor {
			st.Via, found = actor, true
		}
	}
	return found
}

// attributed adds the sentence around "according to X" as X's words.
func (r *reader) attributed(s text.Sentence, i, after int, v voice) {
	first, last := s.First, i
	if i-s.First < 3 {
		first, last = after, s.Last
	}
	for first < last && (r.word(first) == "," || r.word(first) == "that") {
		first++
	}
	c := cue{at: i, voice: v, Cue: Cue{Lemma: "according to"}}
	last = r.trimEnd(s, first, last)
	if last-first < 3 || !r.finite(first, last) {
		return
	}
	span := r.d.TokensSpan(first, last)
	for q, quote := range r.d.Quotes {
		if !quote.Contains(span) {
			continue
		}
		if !r.used[q] {
			r.used[q] = true
			r.add(text.Statement{Content: quote.Span, Cue: r.d.TokensSpan(i, i+2), CueToken: c.at, Form: readout.Direct, Rule: "according to"}, v)
		}
		return
	}
	r.parts(s, c, first, last)
}

// quoted reads "the agency quoted Smith as saying …" and "Smith was quoted by the agency as saying …": Smith speaks, by way
// of the agency.
func (r *reader) quoted(s text.Sentence) {
	for i := s.First; i+3 < s.Last; i++ {
		if l := r.d.Tokens[i].Lemma; l != "quote" && l != "cite" || r.inQuote(i) {
			continue
		}
		saying := -1
		for j := i + 1; j+1 < s.Last && j < i+16; j++ {
			if r.word(j) == "as" && (r.word(j+1) == "saying" || r.word(j+1) == "telling") {
				saying = j + 1
			}
		}
		if saying < 0 {
			continue
		}
		speaker, via := r.quotedBy(s, i, saying)
		if !speaker.known() {
			continue
		}
		c := cue{at: saying, after: saying + 1, voice: speaker, from: i, to: saying + 1, Cue: Cue{Lemma: "quote", Frames: []Frame{Clause}}}
		before := len(r.out)
		if !r.quotedBefore(s, c) && r.clauseStart(s, c) >= 0 {
			r.clause(s, c)
		} else if len(r.out) == before {
			r.remainder(s, c)
		}
		if len(r.out) == before {
			c.from = r.phraseStart(s, i)
			c.after = s.Last
			r.clauseBefore(s, c)
		}
		for k := before; k < len(r.out); k++ {
			r.out[k].Via = via
		}
	}
}

// quotedBefore adds a quotation that stands before "the agency quoted Smith as saying".
func (r *reader) quotedBefore(s text.Sentence, c cue) bool {
	start := r.phraseStart(s, c.from)
	for q, quote := range r.d.Quotes {
		end := r.d.TokenAt(quote.End)
		if quote.Nested || r.used[q] || end > start || start-end > 2 || r.d.SentenceOf(r.d.TokenAt(quote.Inner.End-1)) != r.d.SentenceOf(c.at) {
			continue
		}
		r.used[q] = true
		r.add(text.Statement{Content: quote.Span, Cue: r.d.Tokens[c.at].Span, CueToken: c.at, Form: readout.Direct, Rule: "quotation, then who was quoted"}, c.voice)
		return true
	}
	return false
}

// phraseStart returns the first token of the phrase before a verb: of the one who quotes.
func (r *reader) phraseStart(s text.Sentence, verb int) int {
	for j := verb - 1; j >= s.First && j >= verb-8; j-- {
		if w := r.word(j); w == "," || isCloseQuote(w) {
			return j + 1
		}
	}
	return verb
}

// quotedBy returns who is quoted and by whom, -1 where that is not said.
func (r *reader) quotedBy(s text.Sentence, i, saying int) (voice, int) {
	quoted, by := nobody, -1
	object, subject := r.d.Child(i, "obj"), r.d.Child(i, "nsubj")
	if subject >= 0 && strings.HasSuffix(r.d.Tokens[subject].Deprel, "pass") || r.d.Child(i, "aux:pass") >= 0 {
		object, subject = subject, -1
		for j := i + 1; j+1 < saying; j++ {
			if r.word(j) == "by" || r.word(j) == "in" {
				subject = j + 1
			}
		}
	}
	for _, m := range r.d.MentionsIn(s.First, saying) {
		v := r.voiceOf(m)
		if !v.known() || m.Kind == text.Location {
			continue
		}
		isMedia := r.d.Actors[v.actor].Kind == readout.Organisation
		switch {
		case m.First <= object && object < m.Last || object < 0 && m.First > i && !isMedia:
			quoted = v
		case m.First <= subject && subject < m.Last || isMedia:
			by = v.actor
		}
	}
	if object >= 0 && !quoted.known() {
		quoted = r.voiceAt(s, object)
	}
	return quoted, by
}

// remainder adds a quotation right after "as saying".
func (r *reader) remainder(s text.Sentence, c cue) {
	for q, quote := range r.d.Quotes {
		if at := r.d.TokenAt(quote.Start); at >= c.after && at <= c.after+1 && !r.used[q] {
			r.used[q] = true
			r.add(text.Statement{Content: quote.Span, Cue: r.d.Tokens[c.at].Span, CueToken: c.at, Form: readout.Direct, Rule: "quoted as saying"}, c.voice)
			return
		}
	}
}

// reportedBy reads ", the agency reported" at the end of a sentence that says what another said.
func (r *reader) reportedBy(n int, cues []cue) {
	for _, c := range cues {
		if c.voice.known() && (c.Lemma == "report" || c.Lemma == "say" || c.Lemma == "quote") && r.d.Actors[c.voice.actor].Kind == readout.Organisation && r.endsSentence(n, c) {
			r.relay(n, c.at, c.voice.actor)
		}
	}
}

// carriedBy reads "in remarks carried by the agency": the agency relays what the sentence says another said.
func (r *reader) carriedBy(n int) {
	s := r.d.Sentences[n]
	for i := s.First + 1; i+2 < s.Last; i++ {
		t := r.d.Tokens[i]
		if !carries[t.Lemma] || t.XPOS != "VBN" || r.word(i+1) != "by" || t.Head < 0 || !remarks[r.d.Tokens[t.Head].Lemma] || r.inQuote(i) {
			continue
		}
		v, _ := r.source(s, i+2)
		if v.known() && r.d.Actors[v.actor].Kind == readout.Organisation {
			r.relay(n, i, v.actor)
		}
	}
}

// carries are the verbs for what media do with words, remarks the nouns for such words.
var (
	carries = map[string]bool{"carry": true, "report": true, "publish": true, "release": true, "broadcast": true, "air": true, "quote": true, "cite": true, "run": true}
	remarks = map[string]bool{"remark": true, "comment": true, "word": true, "statement": true, "interview": true, "speech": true, "message": true}
)

// endsSentence reports whether the cue with its subject stands after a comma at the end of the sentence.
func (r *reader) endsSentence(n int, c cue) bool {
	s := r.d.Sentences[n]
	return c.from > s.First && r.word(c.from-1) == "," && s.Last-max(c.at, c.to-1) <= 4
}

// near is how far apart in the list of statements one may lie within another.
const near = 30

// relays marks statements that stand within the words another reports: the inner speaker's words came by the outer one.
// It also reads "X quoted Y as saying".
func (r *reader) relays() {
	for i := range r.out {
		inner := &r.out[i]
		if inner.Via >= 0 {
			continue
		}
		for _, outer := range r.out[max(0, i-near):min(len(r.out), i+near)] {
			holds := outer.Content.Contains(inner.Content) && outer.Content != inner.Content
			if holds && outer.Speaker != inner.Speaker && inner.CueToken >= 0 && outer.Content.Contains(inner.Cue) {
				inner.Via = outer.Speaker
			}
		}
	}
}

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
	out := voice{actor: -1}
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
	c := cue{at: i, voice: v}
	last = r.trimEnd(s, first, last)
	if last-first < 3 || !r.finite(first, last) {
		return
	}
	span := r.d.TokensSpan(first, last)
	form := r.form(span)
	for q, quote := range r.d.Quotes {
		if quote.Contains(span) || quote.Span == span {
			if r.used[q] {
				return
			}
			form = readout.Direct
		}
	}
	r.use(span)
	r.add(text.Statement{Content: span, Cue: r.d.TokensSpan(i, i+2), CueToken: c.at, Form: form, Rule: "according to"}, v)
}

// relays marks statements that stand within the words another reports: the inner speaker's words came by the outer one.
// It also reads "X quoted Y as saying".
func (r *reader) relays() {
	for i := range r.out {
		inner := &r.out[i]
		if inner.Via >= 0 {
			continue
		}
		for _, outer := range r.out {
			holds := outer.Content.Contains(inner.Content) && outer.Content != inner.Content
			if holds && outer.Speaker != inner.Speaker && inner.CueToken >= 0 && outer.Content.Contains(inner.Cue) {
				inner.Via = outer.Speaker
			}
		}
	}
}

package speech

import "github.com/readout/readout/internal/text"

// supplement adds what the rules left out and the layer Attributions has: clauses with a finite verb, reported by verbs of the table, by
// speakers whom the article knows. Of 62 more in the dev half of PolNeAR 54 are attributions there; wishes and names of things ("called off
// a meeting"), which it sees too, are no statements.
func (r *reader) supplement() {
	for _, a := range r.d.Attributions {
		c, ok := r.cueOf(a)
		if !ok || c.Frames[0] != Clause || c.negated || r.inQuote(c.at) || r.ownWords(c) {
			continue
		}
		first, last := longestRun(a.Content)
		if !r.finite(first, last) || r.overlaps(r.d.TokensSpan(first, last)) {
			continue
		}
		s := r.d.Sentences[r.d.SentenceOf(c.at)]
		r.findAudience(s, &c)
		r.content(s, c, first, last, "network, attribution")
	}
}

// cueOf returns the reporting verb of an attribution with its source as the one who speaks.
func (r *reader) cueOf(a text.Attribution) (cue, bool) {
	if len(a.Source) == 0 || len(a.Content) == 0 {
		return cue{}, false
	}
	for _, i := range a.Cue {
		c, ok := r.cueAt(r.d.Sentences[r.d.SentenceOf(i)], i)
		if !ok {
			continue
		}
		c.subject = r.d.HeadOf(a.Source[0], a.Source[len(a.Source)-1]+1)
		c.voice = r.voiceAt(r.d.Sentences[r.d.SentenceOf(c.subject)], c.subject)
		return c, c.voice.known()
	}
	return cue{}, false
}

// longestRun returns the longest run [first, last) of tokens that stand together, the first of several.
func longestRun(tokens []int) (first, last int) {
	for _, r := range text.Runs(tokens) {
		if r[1]-r[0] > last-first {
			first, last = r[0], r[1]
		}
	}
	return first, last
}

// overlaps reports whether a statement that was read before shares words with the span.
func (r *reader) overlaps(span text.Span) bool {
	for _, st := range r.out {
		if st.Content.Overlaps(span) {
			return true
		}
	}
	return false
}

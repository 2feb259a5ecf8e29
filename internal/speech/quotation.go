package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// quotations gives each quotation that begins in the sentence and stands alone, as a clause of its own, to whoever said
// it. Quoted words within a clause are left to that clause.
func (r *reader) quotations(n int, cues []cue) {
	s := r.d.Sentences[n]
	span := r.d.SentenceSpan(n)
	for q, quote := range r.d.Quotes {
		if quote.Start < span.Start || quote.Nested || r.used[q] {
			continue
		}
		if quote.Start >= span.End {
			return
		}
		if !r.standsAlone(s, quote) {
			continue
		}
		v, c, rule := r.whoSaid(n, s, quote, cues)
		if !v.known() || c != nil && c.negated {
			r.last = nobody // whoever says this, the one before has ended
			continue
		}
		r.used[q] = true
		st := text.Statement{Content: quote.Span, Form: readout.Direct, Rule: rule, CueToken: -1}
		if c != nil {
			st.Cue, st.CueToken, st.Audience = r.d.Tokens[c.at].Span, c.at, c.audience
		}
		r.add(st, v)
	}
}

// standsAlone reports whether a quotation is a clause of its own: it begins the sentence, or follows a comma or a
// colon, or begins with a capital; and it is more than a word or a title.
func (r *reader) standsAlone(s text.Sentence, q text.Quote) bool {
	first := r.d.TokenAt(q.Start)
	inner := r.d.Slice(q.Inner)
	words := strings.Fields(inner)
	letter, _ := utf8.DecodeRuneInString(inner)
	switch {
	case len(words) < 2 && !strings.ContainsAny(inner, ".!?"):
		return false
	case first == s.First:
		return r.wholeStart(s, q)
	case len(words) < 3 && !strings.ContainsAny(inner, ".,!?"):
		return false
	}
	switch before := r.word(first - 1); {
	case before == ":" || before == "—" || before == "–" || before == "...":
		return true
	case before == ",":
		return unicode.IsUpper(letter) || r.hasVerb(q) && !r.goesOnFrom(s, q)
	case isCloseQuote(before):
		return unicode.IsUpper(letter)
	}
	if u := r.d.Tokens[first-1].UPOS; u == "DET" || u == "ADJ" || u == "ADP" || u == "PRON" || u == "PART" {
		return false
	}
	return unicode.IsUpper(letter) && r.hasVerb(q) && len(words) >= 4
}

// wholeStart reports whether a quotation at the start of a sentence is not merely its subject: “Wolf warriors” are ….
func (r *reader) wholeStart(s text.Sentence, q text.Quote) bool {
	inner := r.d.Slice(q.Inner)
	if strings.ContainsAny(inner[len(inner)-1:], ",.?!") || strings.HasSuffix(inner, "…") {
		return true
	}
	end := r.d.TokenAt(q.End)
	return end >= s.Last || isEndMark(r.word(end)) || r.word(end) == ","
}

// goesOnFrom reports whether a quotation goes on with the clause before it: said that a treaty was near, “but the map is missing”.
func (r *reader) goesOnFrom(s text.Sentence, q text.Quote) bool {
	first, comma := r.d.TokenAt(q.Inner.Start), r.d.TokenAt(q.Start)-1
	if r.d.Tokens[first].UPOS != "CCONJ" {
		return false
	}
	for i := comma - 1; i >= s.First && !r.inQuote(i); i-- {
		if _, isCue := r.cues[r.d.Tokens[i].Lemma]; r.isFinite(i) {
			return !isCue
		}
	}
	return false
}

func isEndMark(w string) bool { return w == "." || w == "!" || w == "?" || w == "…" }

func (r *reader) hasVerb(q text.Quote) bool {
	for i := r.d.TokenAt(q.Inner.Start); i < len(r.d.Tokens) && r.d.Tokens[i].End <= q.Inner.End; i++ {
		if u := r.d.Tokens[i].UPOS; u == "VERB" || u == "AUX" {
			return true
		}
	}
	return false
}

// whoSaid finds the speaker of a quotation: the cue after it in its last sentence, the cue before it in its first, the
// cue of the words between two quotations; with no cue at all, whoever spoke before.
func (r *reader) whoSaid(n int, s text.Sentence, q text.Quote, cues []cue) (voice, *cue, string) {
	last := r.d.SentenceOf(r.d.TokenAt(q.Inner.End - 1))
	lastCues := cues
	if last != n {
		lastCues = r.cuesOf(r.d.Sentences[last])
	}
	if c := r.cueAfter(r.d.Sentences[last], q, lastCues); c != nil {
		return c.voice, c, "quotation, then who said it"
	}
	if c := r.cueBefore(q, cues); c != nil {
		return c.voice, c, "who said it, then quotation"
	}
	if v, c := r.cueAhead(n, q); v.known() {
		return v, c, "who said it in the sentence before, with a colon"
	}
	if c := r.cueFar(r.d.Sentences[last], q, lastCues); c != nil {
		return c.voice, c, "quotation, then further on who said it"
	}
	return r.carriedOn(n, s, q)
}

// cueAfter returns the cue that follows the quotation directly: “…,” said Smith; “…,” Smith, the minister, said.
func (r *reader) cueAfter(s text.Sentence, q text.Quote, cues []cue) *cue {
	end := r.d.TokenAt(q.End)
	for i := range cues {
		c := &cues[i]
		start := min(c.from, c.at)
		if !c.voice.known() || start < end || r.inQuote(c.at) {
			continue
		}
		if start-end <= 2 || r.clearBetween(end, start) {
			return c
		}
		return nil
	}
	return nil
}

// clearBetween reports whether no other clause stands between the tokens: only adverbs, marks and the like.
func (r *reader) clearBetween(from, to int) bool {
	if to-from > 8 {
		return false
	}
	for i := from; i < to; i++ {
		if u := r.d.Tokens[i].UPOS; u == "VERB" || isOpenQuote(r.word(i)) && i > from {
			return false
		}
	}
	return true
}

// cueBefore returns the last cue with a speaker before the quotation in its first sentence.
func (r *reader) cueBefore(q text.Quote, cues []cue) *cue {
	start := r.d.TokenAt(q.Start)
	var best *cue
	for i := range cues {
		if c := &cues[i]; c.at < start && c.voice.known() && !r.inQuote(c.at) {
			best = c
		}
	}
	return best
}

// cueFar returns the first cue outside quotations after the quotation.
func (r *reader) cueFar(s text.Sentence, q text.Quote, cues []cue) *cue {
	end := r.d.TokenAt(q.End)
	for i := range cues {
		if c := &cues[i]; c.at >= end && c.voice.known() && !r.inQuote(c.at) {
			return c
		}
	}
	return nil
}

// cueAhead returns the cue of the sentence before, where that ends with a colon or ends the paragraph before with one.
func (r *reader) cueAhead(n int, q text.Quote) (voice, *cue) {
	if n == 0 || r.d.TokenAt(q.Start) != r.d.Sentences[n].First {
		return nobody, nil
	}
	before := r.d.Sentences[n-1]
	if r.word(before.Last-1) != ":" {
		return nobody, nil
	}
	cues := r.cuesOf(before)
	for i := len(cues) - 1; i >= 0; i-- {
		if cues[i].voice.known() {
			return cues[i].voice, &cues[i]
		}
	}
	for j := before.First; j < before.Last; j++ { // "The minister issued this statement:"
		if strings.HasPrefix(r.d.Tokens[j].Deprel, "nsubj") {
			return r.voiceAt(before, j), nil
		}
	}
	return nobody, nil
}

// carriedOn gives a quotation without a cue to the speaker before: the sentence is all quotation, and the speaker's
// words stand in this paragraph or the one before.
func (r *reader) carriedOn(n int, s text.Sentence, q text.Quote) (voice, *cue, string) {
	silent := nobody
	if r.d.TokenAt(q.Start) != s.First || !r.last.known() {
		return silent, nil, ""
	}
	end := r.d.TokenAt(q.End)
	last := r.d.Sentences[r.d.SentenceOf(r.d.TokenAt(q.Inner.End-1))]
	if end < last.Last && !isEndMark(r.word(end)) {
		return silent, nil, ""
	}
	if s.Paragraph-r.lastParagraph > 1 {
		return silent, nil, ""
	}
	return r.last, nil, "quotation that goes on with the speaker before"
}

// inQuote reports whether a token stands within a quotation.
func (r *reader) inQuote(token int) bool { return r.d.InQuote(token) }

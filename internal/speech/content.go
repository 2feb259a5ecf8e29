package speech

import (
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

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
	if k := r.d.MentionAt(cut + 1); k >= 0 && r.d.Mentions[k].First == cut+1 && r.isWithoutSubject(r.d.Mentions[k].Last, end) {
		return true // "32 servicemen and Norway will free", where Norway is taken for one of those before
	}
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

// isWithoutSubject reports whether a finite verb stands at token i to which the tree gives no subject.
func (r *reader) isWithoutSubject(i, end int) bool {
	if i >= end || !r.isFinite(i) {
		return false
	}
	if r.d.Tokens[i].UPOS == "AUX" && r.d.Tokens[i].Head > i {
		i = r.d.Tokens[i].Head
	}
	return r.d.Child(i, "nsubj", "expl") < 0
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

// content adds the tokens [first, last) as words of the cue's speaker.
func (r *reader) content(s text.Sentence, c cue, first, last int, rule string) {
	first = r.passBy(first, last)
	if last <= first {
		return
	}
	span := r.d.TokensSpan(first, last)
	form := r.form(span)
	if q, ok := r.wholeQuote(first, last); ok {
		span, form = q, readout.Direct
	}
	r.use(span)
	r.add(text.Statement{
		Content: span, Cue: r.d.Tokens[c.at].Span, CueToken: c.at, Audience: c.audience, Form: form, Rule: rule + " of " + c.Lemma,
	}, c.voice)
}

// wholeQuote returns the quotation that makes up a whole clause after "that", an article before it apart: said that the “two sides have
// met”.
func (r *reader) wholeQuote(first, last int) (text.Span, bool) {
	if first == 0 || r.word(first-1) != "that" {
		return text.Span{}, false
	}
	if r.d.Tokens[first].UPOS == "DET" && first+1 < last {
		first++
	}
	q, ok := r.quoteAt(first)
	if !ok || r.d.Quotes[q].End != r.d.Tokens[last-1].End || !r.hasVerb(r.d.Quotes[q]) {
		return text.Span{}, false
	}
	return r.d.Quotes[q].Span, true
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

// form tells mixed from indirect speech by whether quoted words stand in the content.
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

// usedAt reports whether the quotation that closes at token i was read on its own.
func (r *reader) usedAt(i int) bool {
	for k, q := range r.d.Quotes {
		if q.End == r.d.Tokens[i].End {
			return r.used[k]
		}
	}
	return false
}

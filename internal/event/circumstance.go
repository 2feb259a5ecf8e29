package event

import (
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// date returns the date that the sentence gives the deed of a trigger: the time expression nearest to it in the
// tree, unless that belongs to a verb of saying.
func (r *reader) date(s text.Sentence, trigger int) readout.Date {
	best, distance := readout.Date{}, 1<<30
	for _, t := range r.timesIn(s) {
		if t.Date.IsZero() || t.Type == "DURATION" || t.Type == "SET" {
			continue
		}
		at := r.d.TokenAt(t.Start)
		if after := r.d.TokenAt(t.End-1) + 1; after < trigger && trigger-after < 8 && r.word(after) == "when" {
			return t.Date // "today, when they are to meet"
		}
		n := 8*r.treeDistance(at, trigger) + abs(at-trigger)
		if abs(at-trigger) > 40 && r.treeDistance(at, trigger) > 2 {
			continue
		}
		if !r.sameClause(at, trigger) {
			if r.ownClause(at) {
				continue
			}
			n += 30
		}
		if r.saidThen(at, trigger) || r.sinceThen(s, at, trigger) {
			continue
		}
		if n < distance {
			best, distance = t.Date, n
		}
	}
	return best
}

func (r *reader) timesIn(s text.Sentence) []text.Time { return r.d.TimesIn(s.First, s.Last) }

// saidThen reports whether a time tells when something was said rather than done: its verb is a cue that the trigger
// does not depend on otherwise than as content.
func (r *reader) saidThen(at, trigger int) bool {
	verb := r.verbAbove(at)
	if verb < 0 {
		return false
	}
	if k, ok := r.byCue[verb]; ok && verb != trigger {
		return r.d.Statements[k].Content.Contains(r.d.Tokens[trigger].Span)
	}
	return false
}

// ownClause reports whether the verb above token i is finite with a subject of its own.
func (r *reader) ownClause(i int) bool {
	verb := r.verbAbove(r.d.Tokens[i].Head)
	return verb >= 0 && (r.d.Child(verb, "nsubj") >= 0 || r.d.Tokens[verb].XPOS == "VBD") && r.d.Tokens[verb].XPOS != "VBG"
}

// sinceThen reports whether "since" or "until" stands before a time and the trigger is not in a clause of it.
func (r *reader) sinceThen(s text.Sentence, at, trigger int) bool {
	for j := at - 1; j >= s.First && j >= at-8; j-- {
		switch r.word(j) {
		case "since":
			return j == at-1 || !r.d.Dominates(trigger, j) || r.d.Tokens[j+1].UPOS == "PROPN" || r.d.Tokens[j+1].XPOS == "VBG" // "since taking office in 2022"
		case "until", "till", "by":
			return j == at-1
		case ",", ";":
			return false
		}
	}
	return false
}

func (r *reader) verbAbove(i int) int {
	for steps := 0; i >= 0 && steps < 12; steps++ {
		if r.isVerb(i) {
			return i
		}
		i = r.d.Tokens[i].Head
	}
	return -1
}

// treeDistance counts the arcs between two tokens of one sentence.
func (r *reader) treeDistance(a, b int) int {
	depth := map[int]int{}
	for n, i := 0, a; i >= 0 && n < text.MaxSentence; n, i = n+1, r.d.Tokens[i].Head {
		depth[i] = n
	}
	for n, i := 0, b; i >= 0 && n < text.MaxSentence; n, i = n+1, r.d.Tokens[i].Head {
		if m, ok := depth[i]; ok {
			return n + m
		}
	}
	return 50
}

// place returns where the sentence says the deed of a trigger was: the nearest place after "in" or "at", or one right before
// the trigger ("the Oslo talks").
func (r *reader) place(s text.Sentence, trigger int) *readout.Place {
	var best *readout.Place
	distance := 1 << 30
	from, to := r.d.PlacesIn(s.First, s.Last)
	for k := from; k < to; k++ {
		p := &r.d.Places[k]
		before := p.Last <= trigger && trigger-p.Last <= 1 && r.d.Tokens[p.Last-1].Head == trigger
		if r.describesNoun(p.Last-1, trigger) || len(r.d.TimesIn(p.First, p.Last)) > 0 {
			continue // "the Caribbean city", "in May"
		}
		if !before && (!r.located(s, p.First) || !r.sameClause(p.Last-1, trigger)) {
			continue
		}
		n := 6*r.treeDistance(p.Last-1, trigger) + abs(p.First-trigger)
		if p.Kind == "state" {
			n += 20 // a city says more
		}
		if n < distance && n < 80 {
			best, distance = &p.Place, n
			if within := r.within(s, k); within >= 0 {
				best = &r.d.Places[within].Place
			}
		}
	}
	return best
}

// describesNoun reports whether a place's name only tells of what kind the noun after it is, unless that is the trigger.
func (r *reader) describesNoun(i, trigger int) bool {
	if i+1 >= len(r.d.Tokens) || r.d.Tokens[i+1].UPOS != "NOUN" || i+1 == trigger {
		return false
	}
	t := r.d.Tokens[i]
	return t.Head == i+1 && (t.Deprel == "amod" || t.Deprel == "compound" || strings.HasPrefix(t.Deprel, "nmod"))
}

// sameClause reports whether the verb above token i is the trigger or stands above it as well: what hangs on another verb
// tells of something else.
func (r *reader) sameClause(i, trigger int) bool {
	verb := r.verbAbove(r.d.Tokens[i].Head)
	return verb < 0 || r.d.Dominates(verb, trigger) || r.d.Dominates(trigger, verb) && (r.d.Tokens[verb].Deprel == "conj" || r.tellsWhen(verb))
}

// tellsWhen reports whether a verb in a clause about a meeting says that it takes place: "a meeting that was held on Monday".
func (r *reader) tellsWhen(verb int) bool {
	for _, c := range r.contacts[r.lemma(verb)] {
		if c.form == "light" {
			return true
		}
	}
	return r.factuality[r.lemma(verb)] == readout.Planned
}

// within returns the city that a site right before it lies in, as in "the Great Hall in Beijing", or -1.
func (r *reader) within(s text.Sentence, k int) int {
	p := r.d.Places[k]
	if p.Kind == "city" || p.Kind == "capital" || p.Kind == "state" || k+1 >= len(r.d.Places) {
		return -1
	}
	next := r.d.Places[k+1]
	if next.First < s.Last && next.First-p.Last == 1 && (r.word(p.Last) == "in" || r.word(p.Last) == ",") && next.Kind != "state" {
		return k + 1
	}
	return -1
}

// located reports whether a preposition of place stands before token i, a few describing words between: "in", "on the
// Indonesian island of".
func (r *reader) located(s text.Sentence, i int) bool {
	for j := i - 1; j >= s.First && j >= i-5; j-- {
		switch w := r.word(j); w {
		case "in", "at", "outside", "near", "inside":
			return true
		case "on":
			return j < i-1
		case "of", "the", "a", "its", "capital", "city", "island", "resort", "town":
		default:
			if u := r.d.Tokens[j].UPOS; u != "ADJ" && u != "NOUN" && u != "PROPN" || w == "," {
				return false
			}
		}
	}
	return false
}

// length returns the length in minutes that the sentence gives a meeting, and its words.
func (r *reader) length(s text.Sentence, trigger int) (minutes int, words string) {
	distance := 1 << 30
	for _, t := range r.timesIn(s) {
		if t.Minutes == 0 {
			continue
		}
		at := r.d.TokenAt(t.Start)
		verb := r.verbAbove(at)
		lasts := verb >= 0 && (r.lemma(verb) == "last" || r.lemma(verb) == "run" || r.lemma(verb) == "go" || r.lemma(verb) == "take" || r.lemma(verb) == "spend")
		head := r.d.TokenAt(t.End - 1)
		lasts = lasts || at > s.First && r.word(at-1) == "for" && r.sameClause(at, trigger)
		if n := r.treeDistance(head, trigger); n < distance && (n <= 3 || lasts && n <= 6) {
			minutes, words, distance = t.Minutes, r.d.Slice(t.Span), n
		}
	}
	if minutes == 0 {
		return r.onlyLength(s)
	}
	return minutes, words
}

// onlyLength returns the one length in a sentence that "for" or "lasting" brings in, wherever the tree hangs it.
func (r *reader) onlyLength(s text.Sentence) (minutes int, words string) {
	for _, t := range r.timesIn(s) {
		if t.Minutes == 0 {
			continue
		}
		if minutes != 0 {
			return 0, ""
		}
		at := r.d.TokenAt(t.Start)
		if at > s.First && (r.word(at-1) == "for" || r.word(at-1) == "lasting") {
			minutes, words = t.Minutes, r.d.Slice(t.Span)
		}
	}
	return minutes, words
}

package event

import (
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// expect reads the word at i as one by which something is expected: a modal verb of the future, a hope, a plan.
func (r *reader) expect(s text.Sentence, i int) {
	verb, holder, rule := -1, -1, ""
	switch {
	case r.d.Tokens[i].XPOS == "MD":
		verb, holder, rule = r.foretold(s, i)
	case scheduled[r.word(i)] && r.infinitiveOf(s, i) >= 0:
		if r.saying(i) < 0 && r.isMain(i) && r.isNow(s, i) {
			verb, rule = i, "due"
		}
	case hopes[r.lemma(i)]:
		verb, holder, rule = r.hoped(s, i)
	}
	if verb < 0 || r.isConditional(s, verb) {
		return
	}
	d := text.Deed{
		Kind: readout.KindExpectation, Trigger: verb, Evidence: r.evidence(s, verb), Date: r.date(s, verb), ClaimedBy: holder, Rule: rule + " " + r.lemma(i),
	}
	if k := r.saying(i); k >= 0 && rule != "hope" {
		c := r.d.Statements[k].Content
		d.Evidence = text.Span{Start: max(d.Evidence.Start, c.Start), End: min(d.Evidence.End, c.End)}
	}
	r.out = append(r.out, d)
}

// hopes are the words of one who hopes for or expects something.
var hopes = map[string]bool{"hope": true, "expect": true, "anticipate": true, "predict": true, "forecast": true, "foresee": true}

// scheduled are what somebody is who is to do something.
var scheduled = map[string]bool{"due": true, "set": true, "expected": true, "scheduled": true, "likely": true, "poised": true, "slated": true, "bound": true}

// foretold reads a modal verb: in somebody's words of what will or may be, in the reporter's of what will.
func (r *reader) foretold(s text.Sentence, i int) (verb, holder int, rule string) {
	verb = r.d.Tokens[i].Head
	if verb < 0 || !r.isMain(verb) || r.d.Child(verb, "aux") < 0 || r.isPerfect(verb) {
		return -1, -1, ""
	}
	word, k := r.word(i), r.saying(i)
	if k < 0 {
		if word != "will" && word != "'ll" && word != "’ll" {
			return -1, -1, ""
		}
		return verb, -1, "future"
	}
	if r.isDenied(verb) {
		return -1, -1, "" // a refusal or a reassurance, which tells of no step to come
	}
	switch word {
	case "will", "'ll", "’ll", "shall", "may":
	case "would":
		if r.d.Statements[k].Form == readout.Direct {
			return -1, -1, "" // in somebody's own words it tells of what is only thought of; in a report it is the past of "will"
		}
	case "could", "might":
		if r.date(s, verb).IsZero() {
			return -1, -1, ""
		}
	default:
		return -1, -1, ""
	}
	return verb, r.d.Statements[k].Speaker, "foretold"
}

// isPerfect reports whether the verb has "have" with it: "would have come" did not come.
func (r *reader) isPerfect(verb int) bool {
	s := r.d.Sentences[r.d.SentenceOf(verb)]
	for j := max(s.First, verb-6); j < verb; j++ {
		if r.d.Tokens[j].Head == verb && r.d.Tokens[j].UPOS == "AUX" && r.lemma(j) == "have" {
			return true
		}
	}
	return false
}

// isMain reports whether the clause of a verb tells something by itself, and does not only describe a noun or a circumstance.
func (r *reader) isMain(verb int) bool {
	for steps := 0; verb >= 0 && steps < 6; steps++ {
		relation, _, _ := strings.Cut(r.d.Tokens[verb].Deprel, ":")
		switch relation {
		case "root", "ccomp", "parataxis":
			return true
		case "conj", "xcomp":
		default:
			return false
		}
		verb = r.d.Tokens[verb].Head
	}
	return false
}

// isNow reports whether the word at i stands in the present: "is due", not "was due".
func (r *reader) isNow(s text.Sentence, i int) bool {
	for j := max(s.First, i-6); j < i; j++ {
		if t := r.d.Tokens[j]; t.Head == i && t.UPOS == "AUX" && strings.Contains(t.Feats, "Tense=Pres") {
			return true
		}
	}
	return false
}

// infinitiveOf returns the infinitive that the word at i governs, or -1.
func (r *reader) infinitiveOf(s text.Sentence, i int) int {
	for j := i + 1; j < min(s.Last, i+8); j++ {
		if t := r.d.Tokens[j]; t.Head == i && t.XPOS == "VB" {
			return j
		}
	}
	return -1
}

// hoped reads "hope" and the like: a verb with a clause or an infinitive, or a noun that somebody expresses or that there is.
func (r *reader) hoped(s text.Sentence, i int) (verb, holder int, rule string) {
	clause := r.d.Child(i, "ccomp", "xcomp", "acl", "advcl")
	if clause < 0 && r.lemma(i) != "hope" {
		clause = r.d.Child(i, "obj") // "expects a deal by spring"
	}
	if r.isNoun(i) {
		if clause < 0 && r.d.Child(i, "nmod") < 0 {
			return -1, -1, ""
		}
		holder = -1
		if head := r.d.Tokens[i].Head; head >= 0 && r.isVerb(head) {
			if who := r.agents(s, head); len(who) > 0 {
				holder = who[0]
			}
		}
		return i, holder, "hope"
	}
	if !r.isVerb(i) || clause < i || r.isDenied(i) && r.lemma(i) == "hope" || r.d.Child(i, "aux:pass") >= 0 {
		return -1, -1, ""
	}
	if who := r.agents(s, i); len(who) > 0 {
		return i, who[0], "hope"
	}
	subject, k := r.d.Child(i, "nsubj"), r.saying(i)
	if subject < 0 || k < 0 || r.d.Tokens[subject].UPOS != "PRON" || !strings.Contains(r.d.Tokens[subject].Feats, "Person=1") {
		return -1, -1, ""
	}
	return i, r.d.Statements[k].Speaker, "hope"
}

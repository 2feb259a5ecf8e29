package event

import (
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// weight orders the statuses: of several that govern a deed the heaviest counts.
var weight = map[readout.Status]int{
	readout.Held: 1, readout.Ongoing: 2, readout.Planned: 3, readout.Possible: 4, readout.Hoped: 5, readout.Postponed: 6, readout.Cancelled: 7, readout.Denied: 8,
}

// status tells how real the deed of a trigger is, by the words that govern it: from the trigger up its tree to the
// top of the clause. found is false where nothing tells.
func (r *reader) status(s text.Sentence, trigger int) (out readout.Status, found bool) {
	raise := func(st readout.Status) {
		if st != "" && weight[st] > weight[out] {
			out, found = st, true
		}
	}
	if r.isNoun(trigger) {
		raise(r.undone(s, trigger))
	}
	i := trigger
	for steps := 0; i >= 0 && steps < 12; steps++ {
		raise(r.modified(s, i))
		if r.isVerb(i) || r.d.Tokens[i].UPOS == "AUX" {
			raise(r.tense(s, i))
		} else if cop := r.d.Child(i, "cop"); cop >= 0 {
			raise(r.tense(s, cop))
		}
		if st := r.cased(i); st != "" {
			raise(st)
			break // "during a visit": what stands above tells of something else
		}
		head := r.d.Tokens[i].Head
		if head < 0 || r.leaves(i, out) {
			break
		}
		raise(r.governed(i, head))
		i = head
	}
	if !found {
		return r.following(s, trigger)
	}
	return out, found
}

// undone is the status of a noun that is the subject of "was postponed" and the like, however far off that stands.
func (r *reader) undone(s text.Sentence, i int) readout.Status {
	for j := i + 1; j < s.Last && j < i+40; j++ {
		st := r.factuality[r.phrasal(j)]
		if !r.isVerb(j) || st != readout.Postponed && st != readout.Cancelled || r.d.Child(j, "aux:pass") < 0 {
			continue
		}
		subject := r.d.Child(j, "nsubj")
		if subject < 0 || subject == i || r.d.Dominates(subject, i) || r.d.Dominates(i, subject) && subject != i {
			return st
		}
	}
	return ""
}

// following is the status that the next finite verb after a noun gives it, where the tree ties the noun to none.
func (r *reader) following(s text.Sentence, i int) (readout.Status, bool) {
	if !r.isNoun(i) {
		return "", false
	}
	for j := i + 1; j < s.Last && j < i+25; j++ {
		if x := r.d.Tokens[j].XPOS; x == "VBD" || x == "MD" || x == "VBZ" {
			st := r.tense(s, j)
			if x == "MD" {
				st = readout.Planned
			}
			return st, st != ""
		}
	}
	return "", false
}

// leaves reports whether the path up from token i leaves its clause: what stands above says nothing of the deed.
func (r *reader) leaves(i int, so readout.Status) bool {
	switch rel := r.d.Tokens[i].Deprel; rel {
	case "ccomp":
		head := r.d.Tokens[i].Head
		st, ok := r.factuality[r.lemma(head)]
		return !ok || st == readout.Planned && so == readout.Held
	case "conj":
		return so != "" || !r.isVerb(i) && !r.isNoun(i)
	case "advcl":
		return so != "" && r.d.Tokens[i].XPOS != "VBG" && r.d.Tokens[i].XPOS != "VB"
	case "parataxis", "root", "acl:relcl", "appos", "list":
		return true
	}
	return false
}

// governed is the status that a head gives what depends on it.
func (r *reader) governed(i, head int) readout.Status {
	rel := r.d.Tokens[i].Deprel
	st := r.factuality[r.phrasal(head)]
	switch {
	case rel == "nsubj:pass":
		return st // "was cancelled", "is planned"
	case rel == "nsubj":
		if !r.isVerb(head) || st == readout.Cancelled || st == readout.Postponed {
			return st // "are in preparation"
		}
		return ""
	case rel == "advcl" && r.taskOf(i) >= 0:
		return st // "invited Jones to visit", which some trees make a clause of purpose
	case rel == "advcl" || rel == "conj" || strings.HasPrefix(rel, "acl") && !r.isNoun(head):
		return ""
	}
	if st == readout.Planned && (rel == "obj" || rel == "nsubj:pass") && (r.lemma(head) == "confirm" || r.lemma(head) == "agree") {
		return ""
	}
	if (rel == "obl" || rel == "nmod") && (st == readout.Hoped || st == readout.Possible || st == readout.Planned) && !r.isNoun(head) && !r.byPreposition(i, "for", "to") {
		return ""
	}
	return st
}

func (r *reader) byPreposition(i int, prepositions ...string) bool {
	c := r.d.Child(i, "case")
	if c < 0 {
		return false
	}
	for _, p := range prepositions {
		if r.word(c) == p {
			return true
		}
	}
	return false
}

// phrasal is the lemma of a verb with its particle: "call_off".
func (r *reader) phrasal(i int) string {
	if i+1 < len(r.d.Tokens) && r.isVerb(i) {
		if joined := r.lemma(i) + "_" + r.word(i+1); r.factuality[joined] != "" {
			return joined
		}
	}
	if p := r.d.Child(i, "compound:prt"); p >= 0 {
		if joined := r.lemma(i) + "_" + r.word(p); r.factuality[joined] != "" {
			return joined
		}
	}
	return r.lemma(i)
}

// modified is the status that words right before a noun or verb give it: "planned", "possible", "no", "not".
func (r *reader) modified(s text.Sentence, i int) readout.Status {
	var out readout.Status
	_, have, _ := r.auxiliaries(s, i)
	for j := max(s.First, i-6); j < i; j++ {
		t := r.d.Tokens[j]
		if t.Head != i {
			continue
		}
		switch t.Deprel {
		case "amod", "advmod", "det", "mark":
			st := r.factuality[r.word(j)]
			if have && st == readout.Denied && r.isVerb(i) {
				continue // "had not met before" denies no meeting in particular
			}
			if t.Deprel == "det" && r.word(j) != "no" || t.Deprel == "amod" && st == readout.Denied || t.Deprel == "advmod" && st == readout.Planned && !r.isNoun(i) {
				continue
			}
			if weight[st] > weight[out] {
				out = st
			}
		}
	}
	return out
}

// cased is the status that the preposition before a noun gives it: "ahead of a meeting" is planned, "after a
// meeting" is held.
func (r *reader) cased(i int) readout.Status {
	if !r.isNoun(i) {
		return ""
	}
	c := r.d.Child(i, "case")
	if c < 0 || r.word(c) == "in" {
		c = r.beforePhrase(i)
	}
	if c < 0 {
		return ""
	}
	switch r.word(c) {
	case "after", "following", "during", "since":
		return readout.Held
	case "ahead":
		return readout.Planned
	case "before":
		return readout.Planned
	}
	return ""
}

// beforePhrase returns the word right before the noun phrase of token i, or -1: the tree may take "following" for a verb.
func (r *reader) beforePhrase(i int) int {
	for j := i - 1; j >= 0 && j >= i-8; j-- {
		switch u := r.d.Tokens[j].UPOS; u {
		case "DET", "ADJ", "PROPN", "PART", "NUM":
		case "PRON":
			if r.d.Tokens[j].XPOS != "PRP$" {
				return -1
			}
		case "NOUN":
			if r.d.Tokens[j].Head != i {
				return -1
			}
		default:
			return j
		}
	}
	return -1
}

// tense is the status that a verb's own form gives.
func (r *reader) tense(s text.Sentence, i int) readout.Status {
	t := r.d.Tokens[i]
	modal, have, be := r.auxiliaries(s, i)
	if st := r.factuality[r.word(max(i-1, s.First))]; have && st == readout.Denied && i > s.First {
		return ""
	}
	switch {
	case modal == "will" || modal == "shall" || modal == "'ll" || modal == "’ll":
		return readout.Planned
	case modal == "would":
		return readout.Planned
	case modal != "" && have:
		return readout.Possible
	case modal != "":
		return readout.Possible
	case t.XPOS == "VBD" || have || metForm(r.word(i)) && be == "":
		return readout.Held
	case t.XPOS == "VBN" && be == "" && r.d.Child(i, "nsubj") >= 0:
		return readout.Held // a past tense taken for a participle
	case t.XPOS == "VBN" && be != "":
		if be == "is" || be == "are" {
			return ""
		}
		return readout.Held
	case t.XPOS == "VBG" && be != "":
		return readout.Ongoing
	case t.XPOS == "VB" && i > s.First && r.word(i-1) == "to":
		return r.infinitive(s, i)
	case t.XPOS == "VBZ" || t.XPOS == "VBP":
		return readout.Held
	}
	return ""
}

// infinitive is the status of a verb after "to": "is to meet", "leaders to meet" are planned; else its head tells.
func (r *reader) infinitive(s text.Sentence, i int) readout.Status {
	t := r.d.Tokens[i]
	if i-2 >= s.First {
		switch r.word(i - 2) {
		case "is", "are", "was", "were", "due", "set", "scheduled", "expected", "slated", "poised":
			return readout.Planned
		}
	}
	if t.Deprel == "root" || t.Deprel == "advcl" {
		return readout.Planned
	}
	if head := t.Head; t.Deprel == "acl" && r.d.Tokens[head].Head < 0 && r.d.Tokens[head].UPOS == "PROPN" {
		return readout.Planned // a headline: "Smith to meet Jones"
	}
	return ""
}

// auxiliaries returns the modal verb of a verb, whether it has "have", and its form of "be".
func (r *reader) auxiliaries(s text.Sentence, i int) (modal string, have bool, be string) {
	for j := max(s.First, i-8); j < i; j++ {
		t := r.d.Tokens[j]
		if t.Head != i || t.UPOS != "AUX" {
			continue
		}
		switch {
		case t.XPOS == "MD":
			modal = r.word(j)
		case r.lemma(j) == "have":
			have = true
		case r.lemma(j) == "be":
			be = r.word(j)
		}
	}
	return modal, have, be
}

package event

import (
	"slices"
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// agreement reads what parties agreed, pledged, signed or reaffirmed. Only what is done counts: a deal that is hoped
// for is none.
func (r *reader) agreement(s text.Sentence, i int, row agreementRow) {
	switch {
	case row.form == "verb" && r.isVerb(i):
		r.agreeing(s, i, row)
	case row.form == "light" && r.isVerb(i) && !r.isGerund(s, i):
		if noun := r.agreementObject(i); noun >= 0 {
			status := row.status
			if a, _ := r.agreementAs(r.lemma(noun), "noun"); a.status == "pledged" {
				status = a.status
			}
			r.agreed(s, i, append(r.agents(s, i), r.partners(s, noun)...), status, "verb "+r.lemma(i)+" with "+r.lemma(noun))
		}
	case row.form == "noun" && r.isNoun(i) && row.status != "pledged":
		if st, found := r.status(s, i); found && st == readout.Held && r.lightVerb(i) < 0 && r.tellsWhat(s, i) {
			r.agreementNoun(s, i, row)
		}
	}
}

// isGerund reports whether a verb in -ing names what is only spoken of: "a condition for signing a deal".
func (r *reader) isGerund(s text.Sentence, i int) bool {
	t := r.d.Tokens[i]
	if t.XPOS != "VBG" || i == s.First {
		return false
	}
	u := r.d.Tokens[i-1].UPOS
	return u == "ADP" || u == "SCONJ" || u == "PART" || r.d.Child(i, "mark", "case") >= 0
}

// agreementObject returns the noun for an agreement that a light verb has as object or subject of a passive, or -1.
func (r *reader) agreementObject(i int) int {
	s := r.d.Sentences[r.d.SentenceOf(i)]
	for j := s.First; j < s.Last; j++ {
		t := r.d.Tokens[j]
		_, isAgreement := r.agreementAs(r.lemma(j), "noun")
		_, isSigned := r.agreementAs(r.lemma(j), "object")
		if !isAgreement && (!isSigned || r.lemma(i) != "sign" && r.lemma(i) != "ink") || !r.isNoun(j) {
			continue
		}
		if j == i+1 && isAgreement {
			return j // "made progress and reached agreement", where the tree may join the two nouns
		}
		if t.Head == i && (t.Deprel == "obj" || t.Deprel == "nsubj:pass" || t.Deprel == "obl") {
			return j
		}
		if t.Head >= 0 && r.d.Tokens[t.Head].Head == i && t.Deprel == "conj" {
			return j
		}
	}
	return -1
}

// agreeing reads the verb: "agreed to", "agreed that", "agreed on", "pledged to".
func (r *reader) agreeing(s text.Sentence, i int, row agreementRow) {
	agents := r.agents(s, i)
	if who := r.speakersWe(i); who != nil && r.d.Tokens[i].XPOS != "VBP" {
		agents = who // "we agreed", as a leader says of both sides
	}
	if r.lemma(i) == "commit" && r.d.Tokens[i].XPOS == "VBN" && r.d.Child(i, "aux", "cop") >= 0 {
		return // "is committed to" is a stance
	}
	if x := r.d.Tokens[i].XPOS; (x == "VBP" || x == "VBZ") && r.lemma(i) == "agree" && r.d.Paragraphs[s.Paragraph].Kind != readout.Title {
		return // "both sides agree on many points" is a view; in a headline it is news
	}
	if len(agents) == 0 || r.agreesWith(s, i, agents) || (r.lemma(i) == "decide" || r.lemma(i) == "affirm") && !r.abroad(agents) {
		return
	}
	status := row.status
	if status == "agreed" && r.carriesOut(s, i) {
		status = "reaffirmed"
	}
	r.agreed(s, i, agents, status, "verb "+r.lemma(i))
}

// speakersWe returns the two sides for "we" as the subject of a verb within a quotation whose speaker is of one of them, or nil.
func (r *reader) speakersWe(i int) []int {
	j := r.d.Child(i, "nsubj")
	for steps, at := 0, i; j < 0 && steps < 3 && r.d.Tokens[at].Deprel == "conj"; steps++ {
		at = r.d.Tokens[at].Head
		j = r.d.Child(at, "nsubj")
	}
	if j < 0 || r.word(j) != "we" {
		return nil
	}
	by := r.claimant(i)
	if by < 0 {
		return nil
	}
	both := r.twoSides(i)
	for _, a := range both {
		if r.d.Actors[a].Country == r.d.Actors[by].Country {
			return both
		}
	}
	return nil
}

// agreesWith reports whether one party only shares a view: "he agreed with them on the need".
func (r *reader) agreesWith(s text.Sentence, i int, agents []int) bool {
	if r.lemma(i) != "agree" || i+1 >= s.Last {
		return false
	}
	return r.word(i+1) == "with" && len(agents) < 2
}

// carryingOut are verbs that make an agreement the renewal of an earlier one.
var carryingOut = map[string]bool{"implement": true, "follow": true, "uphold": true, "honour": true, "honor": true, "abide": true, "adhere": true, "maintain": true, "fulfil": true, "fulfill": true}

// carriesOut reports whether what is agreed is to carry out what was agreed before.
func (r *reader) carriesOut(s text.Sentence, i int) bool {
	for j := i + 1; j < s.Last && j < i+4; j++ {
		if carryingOut[r.lemma(j)] {
			return true
		}
	}
	return false
}

// tellsWhat reports whether words after a noun for an agreement say what it is about.
func (r *reader) tellsWhat(s text.Sentence, i int) bool {
	if i+1 >= s.Last {
		return false
	}
	switch r.word(i + 1) {
	case "to", "on", "that", "under", "for":
		return true
	}
	return false
}

// agreementNoun reads "an agreement to open embassies" outside a light verb, where nothing says it is yet to come.
func (r *reader) agreementNoun(s text.Sentence, i int, row agreementRow) {
	parties := append(r.owners(s, i), r.partners(s, i)...)
	if len(parties) == 0 {
		for head := r.d.Tokens[i].Head; head >= 0 && len(parties) == 0; head = r.d.Tokens[head].Head {
			if r.isVerb(head) {
				parties = r.agents(s, head)
			}
		}
	}
	if det := r.d.Child(i, "det"); det >= 0 && r.word(det) == "the" {
		return // an agreement known before
	}
	r.agreed(s, i, parties, row.status, "noun "+r.lemma(i))
}

// agreed enters an agreement that is real.
func (r *reader) agreed(s text.Sentence, i int, parties []int, status, rule string) {
	st, found := r.status(s, i)
	if found && st != readout.Held && st != readout.Ongoing {
		return
	}
	if r.hedged(s, i) {
		return
	}
	parties = r.settle(parties)
	if (!r.isVerb(i) || row(rule)) && status == "agreed" && len(parties) < 2 {
		if both := r.twoSides(i); len(parties) == 0 || slices.ContainsFunc(both, func(a int) bool { return r.d.Actors[a].Country == r.d.Actors[parties[0]].Country }) {
			parties = both
		}
	}
	if len(parties) == 0 || !slices.ContainsFunc(parties, func(a int) bool { return r.isParty(a) }) {
		return
	}
	r.out = append(r.out, text.Deed{
		Kind: readout.KindAgreement, Trigger: i, Evidence: r.agreementEvidence(s, i), Parties: parties, Agreed: status, Status: readout.Held,
		Date: r.past(r.date(s, i)), ClaimedBy: r.documented(s, i), Rule: rule,
	})
}

// documented returns whose word an agreement is: the speaker's within whose words it stands, or the issuer's of a document
// that the sentence reads it from ("Beijing released a readout, which showed …").
func (r *reader) documented(s text.Sentence, i int) int {
	if by := r.claimant(i); by >= 0 {
		return by
	}
	for j := s.First; j < i; j++ {
		if l := r.lemma(j); l != "readout" && l != "statement" && l != "communique" || r.word(j-min(j, 1)) == "joint" {
			continue
		}
		who := r.owners(s, j)
		if verb := r.d.Tokens[j].Head; len(who) == 0 && verb >= 0 && r.isVerb(verb) && r.d.Tokens[j].Deprel == "obj" {
			who = r.agents(s, verb)
		}
		if len(who) == 1 {
			return who[0]
		}
	}
	return -1
}

// past drops a date after publication: it is of what was agreed, not of the agreement.
func (r *reader) past(d readout.Date) readout.Date {
	if p := r.d.Written; !p.IsZero() && d.First().After(p.Last()) {
		return readout.Date{}
	}
	return d
}

// row reports whether a rule is of a light verb with a noun: it takes two to reach an agreement.
func row(rule string) bool { return strings.Contains(rule, " with ") }

// isParty reports whether an actor can bind a state or an international body.
func (r *reader) isParty(a int) bool {
	actor := r.d.Actors[a]
	return actor.Kind == readout.State || actor.Kind == readout.Organisation || actor.Country != "" || actor.Office != ""
}

// hedged reports whether a modal verb or a negation stands right before the trigger.
func (r *reader) hedged(s text.Sentence, i int) bool {
	for j := max(s.First, i-3); j < i; j++ {
		if r.d.Tokens[j].XPOS == "MD" || r.factuality[r.word(j)] == readout.Denied {
			return true
		}
	}
	return false
}

// twoSides returns the two states that the article up to token i speaks of most.
func (r *reader) twoSides(i int) []int {
	if r.both != nil {
		return r.both
	}
	count := map[string]int{}
	for _, m := range r.d.Mentions {
		for _, a := range m.Actors() {
			if c := r.d.Actors[a].Country; c != "" {
				count[c]++
			}
		}
	}
	var codes []string
	for c := range count {
		codes = append(codes, c)
	}
	slices.SortFunc(codes, func(a, b string) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		if a < b {
			return -1
		}
		return 1
	})
	if len(codes) < 2 {
		return nil
	}
	r.both = []int{r.stateActor(codes[0]), r.stateActor(codes[1])}
	return r.both
}

// agreementEvidence runs from the one who agrees to the end of what is agreed; for a noun from its article on.
func (r *reader) agreementEvidence(s text.Sentence, i int) text.Span {
	first := i
	if !r.isVerb(i) {
		for first > s.First && r.d.Tokens[first-1].Head == i && r.d.Tokens[first-1].UPOS != "PUNCT" {
			first--
		}
	} else if j := r.d.Child(i, "nsubj"); j >= 0 && j < i {
		first, _ = r.d.Subtree(j)
	}
	last := i + 1
	for last < s.Last && !r.endsAgreement(s, last) {
		last++
	}
	for last-1 > i && isMark(r.d.Word(last-1)) {
		last--
	}
	return r.d.TokensSpan(first, last)
}

// endsAgreement reports whether what is agreed ends before token i: with the sentence, or where it goes on with a
// contrast, a circumstance, or who said so.
func (r *reader) endsAgreement(s text.Sentence, i int) bool {
	if t := r.d.Tokens[i]; t.UPOS == "CCONJ" && t.Head > i && r.isVerb(t.Head) && t.Head-i < 4 {
		switch r.d.Tokens[t.Head].XPOS {
		case "VBD", "VBZ", "VBP":
			return len(r.agreements[r.lemma(t.Head)]) > 0 // "decided to settle, and agreed to build"
		}
	}
	switch w := r.d.Word(i); {
	case w == ";" || w == "." || w == "”" || w == "—":
		return true
	case w == "although" || w == "though" || w == "whereas":
		return true
	case w == ",":
		if i+1 >= s.Last {
			return true
		}
		switch r.word(i + 1) {
		case "but", "while", "although", "though", "as", "after", "before", "when", "which", "who", "according", "despite", "amid", "following", "ending":
			return true
		}
		for j := i + 1; j < s.Last && j < i+8; j++ {
			if r.lemma(j) == "say" {
				return true // ", the statement said"
			}
		}
	}
	return false
}

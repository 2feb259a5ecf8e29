package event

import (
	"slices"
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// stanceRow is a row of stances.tsv.
type stanceRow struct {
	form, stance string
	particle     string // the preposition that the lemma has with it: "by" of "abide by"
	with         []string
	strength     int
}

func newStanceRow(cells []string) stanceRow {
	row := stanceRow{form: cells[1], stance: cells[3], strength: int(cells[4][0] - '0')}
	_, row.particle, _ = strings.Cut(cells[0], "_")
	if cells[2] != "-" {
		row.with = strings.Split(cells[2], ",")
	}
	return row
}

// stand reads the word at i as one by which somebody takes a stand.
func (r *reader) stand(s text.Sentence, i int) {
	rows := r.stances[r.lemma(i)]
	if r.d.Tokens[i].XPOS == "VBN" {
		rows = append(slices.Clone(r.stances[r.word(i)]), rows...) // "is committed", which is an adjective in the table
	}
	if i+1 < s.Last {
		rows = append(slices.Clone(r.stances[r.lemma(i)+"_"+r.word(i+1)]), rows...)
	}
	top := i
	if r.d.Tokens[i].UPOS == "AUX" && r.d.Tokens[i].Head >= 0 {
		top = r.d.Tokens[i].Head
	}
	if r.isConditional(s, top) {
		return
	}
	denied := r.isDenied(top)
	for _, row := range rows {
		if !r.fits(s, i, row, denied) {
			continue
		}
		holders, issue := r.holders(s, i, row), r.issue(s, i, row)
		if len(holders) == 0 || r.isOwn(issue, holders) {
			continue
		}
		if row.form == "noun" && r.isGivenUp(i) {
			if row.stance = givenUp[row.stance]; row.stance == "" {
				continue
			}
		}
		words := r.stanceWords(s, i, row)
		if words.Contains(text.Span{Start: issue.Start, End: issue.Start}) {
			issue.End = min(issue.End, words.End)
		}
		if issue.End <= issue.Start {
			continue
		}
		r.out = append(r.out, text.Deed{
			Kind: readout.KindPosition, Trigger: i, Evidence: words, Parties: holders, Stance: row.stance, Strength: row.strength,
			Issue: issue, Date: r.date(s, i), ClaimedBy: r.claimant(i), Rule: "stance " + r.lemma(i),
		})
		r.standEvent(s, i, row, holders, issue)
		return
	}
}

// stanceEvents are the PLOVER types of stands towards somebody; verbs have theirs in verbs.tsv.
var stanceEvents = map[readout.Stance]string{
	readout.Support: "SUPPORT", readout.Oppose: "REJECT", readout.Concern: "ACCUSE", readout.Demand: "REQUEST", readout.RedLine: "REJECT",
}

// standEvent adds the event that a stand is towards the first state named in what it is on.
func (r *reader) standEvent(s text.Sentence, i int, row stanceRow, holders []int, issue text.Span) {
	plover := stanceEvents[readout.Stance(row.stance)]
	if _, told := r.verbs[r.lemma(i)]; told && row.form == "verb" || plover == "" || row.form == "said" || row.form == "adjective" {
		return
	}
	top, from, to := i, r.d.TokenAt(issue.Start), r.d.TokenAt(issue.End-1)+1
	if head := r.d.Tokens[i].Head; head >= 0 && (row.form == "noun" || row.form == "voiced") {
		top = head
	}
	if row.form == "voiced" {
		if from, to = r.d.Subtree(i); row.strength < 2 {
			return // that something matters is no support of whoever has to do with it
		}
	}
	for _, m := range r.d.MentionsIn(from, to) {
		a := m.Actor
		if a < 0 && m.Country != "" {
			a = r.stateActor(m.Country)
		}
		if a < 0 || slices.ContainsFunc(holders, func(h int) bool {
			return h == a || r.d.Actors[h].Country != "" && r.d.Actors[h].Country == r.d.Actors[a].Country
		}) {
			continue
		}
		status, found := r.status(s, top)
		switch {
		case row.form == "not":
			status = readout.Held // what is denied is what they will not have
		case !found:
			return
		}
		r.out = append(r.out, text.Deed{
			Kind: readout.KindEvent, Trigger: i, Evidence: r.stanceWords(s, i, row), Parties: holders, Targets: []int{a}, Status: status, Type: plover,
			Date: r.date(s, i), ClaimedBy: r.claimant(i), Rule: "stance " + r.lemma(i),
		})
		return
	}
}

// isOwn reports whether the issue is one of the holders' own people: that a president praised his minister is no position.
func (r *reader) isOwn(issue text.Span, holders []int) bool {
	k := r.d.MentionAt(r.d.TokenAt(issue.Start))
	if k < 0 || r.d.Mentions[k].Actor < 0 || r.d.Tokens[r.d.Mentions[k].Last-1].End < issue.End {
		return false
	}
	country := r.d.Actors[r.d.Mentions[k].Actor].Country
	return country != "" && slices.ContainsFunc(holders, func(a int) bool { return r.d.Actors[a].Country == country })
}

// stanceWords are the clause of the word at i; of what an official said no more than that.
func (r *reader) stanceWords(s text.Sentence, i int, row stanceRow) text.Span {
	if row.form == "said" {
		words := r.evidence(s, i)
		if k := r.saying(i); k >= 0 {
			c := r.d.Statements[k].Content
			words = text.Span{Start: max(words.Start, c.Start), End: min(words.End, c.End)}
		}
		return words
	}
	if head := r.d.Tokens[i].Head; head >= 0 && (row.form == "noun" || row.form == "voiced") {
		i = head
	}
	return r.evidence(s, i)
}

// fits reports whether the word at i is used as the row says.
func (r *reader) fits(s text.Sentence, i int, row stanceRow, denied bool) bool {
	u := r.d.Tokens[i].UPOS
	switch row.form {
	case "verb":
		if obj := r.d.Child(i, "obj"); !r.isVerb(i) || denied || obj > i && (r.isDenied(obj) || strings.Contains(r.d.Tokens[obj].Feats, "Reflex=Yes")) {
			return false
		}
		st, _ := r.status(s, i)
		return r.isWith(s, i, row.with) && st != readout.Possible && st != readout.Hoped && st != readout.Denied
	case "not":
		return r.isVerb(i) && denied
	case "noun", "voiced":
		return u == "NOUN" && !denied
	case "adjective":
		return (u == "ADJ" || r.d.Tokens[i].XPOS == "VBN") && !denied
	}
	if len(row.with) > 0 { // "red line", "no room"
		return r.isWith(s, i, row.with)
	}
	return u != "NOUN" && !denied
}

// isWith reports whether one of the words hangs on the one at i or on the clause that is its object, as "no" on "room"; it does
// where no word is asked for.
func (r *reader) isWith(s text.Sentence, i int, words []string) bool {
	clause := r.d.Child(i, "ccomp")
	for j := max(s.First, i-6); j < min(s.Last, i+30) && len(words) > 0; j++ {
		t := r.d.Tokens[j]
		if t.Head < 0 || t.Head != i && t.Head != clause {
			continue
		}
		if slices.Contains(words, r.word(j)) || t.XPOS == "VB" && t.Deprel != "ccomp" && j > i && slices.Contains(words, "to") {
			return true
		}
	}
	return len(words) == 0
}

// isConditional reports whether the clause of the verb at i is one of "if" or "whether".
func (r *reader) isConditional(s text.Sentence, i int) bool {
	for j := max(s.First, i-20); j < i; j++ {
		if t := r.d.Tokens[j]; t.Head == i && t.Deprel == "mark" {
			switch r.word(j) {
			case "if", "whether", "unless":
				return true
			}
		}
	}
	return false
}

// isDenied reports whether "not", "never" or "no" hangs on the word at i.
func (r *reader) isDenied(i int) bool {
	s := r.d.Sentences[r.d.SentenceOf(i)]
	for j := max(s.First, i-8); j < min(s.Last, i+3); j++ {
		if r.d.Tokens[j].Head != i {
			continue
		}
		switch strings.ToLower(r.d.Tokens[j].Lemma) {
		case "not", "never", "no", "n't":
			return true
		}
	}
	return false
}

// holders returns whose position it is.
func (r *reader) holders(s text.Sentence, i int, row stanceRow) []int {
	switch row.form {
	case "said":
		return r.official(s, i)
	case "noun":
		if who := r.possessors(s, i); len(who) > 0 {
			return who
		}
		return r.voicing(s, i)
	case "voiced":
		return r.voicing(s, i)
	case "adjective":
		if subject := r.d.Child(i, "nsubj"); subject >= 0 {
			return r.parties(r.who(subject))
		}
		return nil
	}
	return r.partyOf(s, i)
}

// partyOf returns the states, bodies and officials who do what the verb at i says, or whose government does.
func (r *reader) partyOf(s text.Sentence, i int) []int {
	subject := r.subject(i)
	if subject >= 0 && r.lemma(subject) == "opposition" {
		return nil // "India's main opposition"
	}
	if who := r.parties(r.agents(s, i)); len(who) > 0 {
		return who
	}
	if subject < 0 || !governments[r.lemma(subject)] {
		return nil
	}
	owner := r.d.Child(subject, "nmod:poss")
	if owner < 0 {
		return nil
	}
	return r.parties(r.who(owner))
}

// parties leaves out those who speak for no party.
func (r *reader) parties(who []int) []int {
	return slices.DeleteFunc(who, func(a int) bool { return !r.speaksForAParty(a) })
}

// governments are what speaks for a party under the name of the one who heads it: "his government".
var governments = map[string]bool{"government": true, "administration": true, "cabinet": true, "ministry": true, "office": true}

// official returns those in whose words the token stands, if they speak for a party.
func (r *reader) official(s text.Sentence, i int) []int {
	k := r.saying(i)
	if top := r.clauseVerb(i); top >= 0 && len(r.stances[r.lemma(top)]) > 0 {
		return nil // "insists that it must": told by the verb already
	} else if k < 0 {
		if top >= 0 {
			return r.partyOf(s, top) // "the two sides agreed that dialogue was the only way"
		}
		if r.side >= 0 {
			return []int{r.side}
		}
		return nil
	}
	var out []int
	for _, a := range append([]int{r.d.Statements[k].Speaker}, r.d.Statements[k].With...) {
		if r.canAct(a) && r.speaksForAParty(a) {
			out = append(out, a)
		}
	}
	return out
}

// clauseVerb returns the verb whose object the clause of token i is, or -1.
func (r *reader) clauseVerb(i int) int {
	for steps := 0; i >= 0 && steps < 8; steps++ {
		t := r.d.Tokens[i]
		if t.Deprel == "ccomp" && t.Head >= 0 && r.isVerb(t.Head) {
			return t.Head
		}
		i = t.Head
	}
	return -1
}

// speaksForAParty reports whether what an actor holds is held by a state or an international body: that of its officials, not
// that of analysts, journalists, parties and their leaders.
func (r *reader) speaksForAParty(a int) bool {
	actor := r.d.Actors[a]
	switch actor.Class {
	case "analyst", "academic", "media", "outside", "opposition", "party", "family":
		return false
	}
	if actor.Kind != readout.Organisation {
		return true
	}
	o, ok := r.lex.Organisation(actor.ID)
	return !ok || !slices.Contains([]string{"party", "company", "militia", "ngo"}, o.Sort)
}

// possessors returns those whose support, concern or the like the noun at i is by the words before it: "US support", "its concern".
func (r *reader) possessors(s text.Sentence, i int) []int {
	if t := r.d.Tokens[i]; t.Deprel == "obj" && !voices[r.lemma(t.Head)] && !r.isGivenUp(i) {
		return nil // "to honour its commitment"
	}
	for j := max(s.First, i-5); j < i; j++ {
		if t := r.d.Tokens[j]; t.Head != i {
			continue
		}
		if who := r.who(j); len(who) > 0 {
			return who
		}
		for _, m := range r.d.MentionsIn(j, j+1) {
			if m.Country == "" {
				continue
			}
			if a := r.stateActor(m.Country); a >= 0 {
				return []int{a}
			}
		}
	}
	return nil
}

// voicing returns those who voice what the noun at i names: "raised concerns".
func (r *reader) voicing(s text.Sentence, i int) []int {
	head := r.d.Tokens[i].Head
	if head < 0 || !r.isVerb(head) || !voices[r.lemma(head)] || r.d.Tokens[i].Deprel != "obj" || r.isDenied(head) {
		return nil
	}
	return r.partyOf(s, head)
}

// isGivenUp reports whether the noun at i is the object of a verb that ends what it names: "dropped its objection".
func (r *reader) isGivenUp(i int) bool {
	t := r.d.Tokens[i]
	if t.Deprel != "obj" || t.Head < 0 {
		return false
	}
	switch r.lemma(t.Head) {
	case "drop", "withdraw", "abandon", "lift", "end":
		return true
	}
	return false
}

// givenUp is the stance of those who give one up.
var givenUp = map[string]string{string(readout.Support): string(readout.Oppose), string(readout.Oppose): string(readout.Support)}

// voices are the verbs whose subject holds what their object names.
var voices = map[string]bool{
	"express": true, "voice": true, "raise": true, "convey": true, "reiterate": true, "reaffirm": true, "underscore": true, "stress": true, "emphasise": true,
	"emphasize": true, "underline": true, "highlight": true, "have": true, "share": true, "repeat": true, "restate": true, "register": true, "lodge": true,
	"state": true, "note": true, "affirm": true, "declare": true, "recognise": true, "recognize": true, "acknowledge": true, "file": true,
	"maintain": true, "pledge": true, "announce": true, "offer": true, "confirm": true,
}

// issue returns what the stand is on, as far as the tree tells: what the word governs, or of what was said the subject.
func (r *reader) issue(s text.Sentence, i int, row stanceRow) text.Span {
	best, at := -1, i
	switch row.form {
	case "said":
		i, best = r.judged(s, i)
	case "noun", "voiced":
		if best = r.complement(s, i, row); best < 0 && r.d.Tokens[i].Head >= 0 {
			best = r.after(s, i, r.d.Tokens[i].Head)
		}
	default:
		best = r.complement(s, i, row)
	}
	if best < 0 {
		words := r.evidence(s, i)
		words.Start = max(words.Start, r.d.Tokens[at].Start) // "should work together"
		return words
	}
	words := r.phrase(best)
	if obj := r.d.Child(i, "obj"); obj >= 0 && obj < best && r.d.Tokens[best].XPOS == "VB" && r.d.Child(best, "mark") < 0 {
		words.Start = r.phrase(obj).Start // "let the troops stay"
	}
	return words
}

// complement returns the dependent of the word at i that tells the issue best, -1 for none.
func (r *reader) complement(s text.Sentence, i int, row stanceRow) int {
	best, rank := -1, 0
	has := r.d.Child(i, "obj") >= 0
	for j := s.First; j < s.Last; j++ {
		if r.d.Tokens[j].Head != i {
			continue
		}
		if n := r.issueRank(j, has, row.particle); n > rank && r.d.Tokens[j].UPOS != "PRON" {
			best, rank = j, n
		}
	}
	if best < 0 || r.d.MentionAt(best) < 0 {
		return best
	}
	for j := best + 1; j < s.Last; j++ { // "accused Chad of delay", "called on Chad to leave"
		t := r.d.Tokens[j]
		if (t.Head == best || t.Head == i) && (t.XPOS == "VB" || r.byPreposition(j, "of", "for") && r.d.MentionAt(j) < 0) {
			return j
		}
	}
	return best
}

// after returns the phrase with a preposition that the tree hangs on the verb over a noun and that stands after it, or -1.
func (r *reader) after(s text.Sentence, noun, verb int) int {
	for j := noun + 1; j < s.Last; j++ {
		t := r.d.Tokens[j]
		relation, _, _ := strings.Cut(t.Deprel, ":")
		if t.Head == verb && (relation == "obl" && r.byPreposition(j, stanceOn...) || relation == "advcl" && t.XPOS == "VB") {
			return j
		}
	}
	return -1
}

// stanceOn are the prepositions before what a stand is on.
var stanceOn = []string{"for", "to", "on", "over", "about", "at", "in", "with", "towards", "of", "against"}

// issueRank says how well a dependent tells what a stand is on, 0 for not at all; has is whether there is an object.
func (r *reader) issueRank(j int, has bool, particle string) int {
	t := r.d.Tokens[j]
	relation, _, _ := strings.Cut(t.Deprel, ":")
	switch relation {
	case "xcomp", "ccomp":
		return 5
	case "obl", "nmod", "advcl", "acl":
		switch {
		case r.byPreposition(j, "of", "against") || relation == "acl" && t.XPOS == "VB" || particle != "" && r.byPreposition(j, particle):
			return 4
		case r.byPreposition(j, "for") && has:
			return 4
		case !has && (r.byPreposition(j, stanceOn...) || relation == "advcl" && t.XPOS == "VB"):
			return 2
		}
	case "obj":
		return 3
	}
	return 0
}

// judged returns, of a word that an official's words have ("must", "harmed", "no room"), the word whose dependents tell the issue,
// and the issue where it is the subject.
func (r *reader) judged(s text.Sentence, i int) (top, subject int) {
	top = i
	if u := r.d.Tokens[i].UPOS; u == "AUX" && r.d.Tokens[i].Head >= 0 {
		top = r.d.Tokens[i].Head
	}
	for _, relation := range []string{"nsubj", "nsubj:pass"} {
		if j := r.d.Child(top, relation); j >= 0 && r.d.Tokens[j].UPOS != "PRON" {
			return top, j
		}
	}
	for j := i + 1; j < s.Last; j++ {
		if t := r.d.Tokens[j]; t.Head == i && t.UPOS != "PRON" && (t.Deprel == "obj" || strings.HasPrefix(t.Deprel, "nmod") || strings.HasPrefix(t.Deprel, "obl")) {
			return top, j
		}
	}
	return top, -1
}

// longestIssue is how many words of a phrase say what a stand is on.
const longestIssue = 14

// phrase returns the words of the subtree at j without the preposition or "that" before it, the clauses that only describe it and
// the marks after it.
func (r *reader) phrase(j int) text.Span {
	first, last := r.d.Subtree(j)
	for k := j + 1; k < last; k++ {
		switch r.d.Tokens[k].Deprel {
		case "acl:relcl", "parataxis", "appos":
			if from, _ := r.d.Subtree(k); from > j {
				last = min(last, from)
			}
		}
	}
	for first < j {
		t := r.d.Tokens[first]
		if t.Deprel != "case" && (t.Deprel != "mark" || t.UPOS == "PART") && !isMark(r.d.Word(first)) {
			break
		}
		first++
	}
	last = min(last, max(j+1, first+longestIssue))
	for last-1 > j && (isMark(r.d.Word(last-1)) || r.isOpen(last-1)) {
		last--
	}
	return r.d.TokensSpan(first, last)
}

// isOpen reports whether a phrase can't end with the word, as a phrase that is cut may.
func (r *reader) isOpen(i int) bool {
	switch r.d.Tokens[i].UPOS {
	case "ADP", "DET", "CCONJ", "SCONJ", "AUX":
		return true
	}
	return r.d.Tokens[i].XPOS == "TO" || r.d.Tokens[i].XPOS == "PRP$"
}

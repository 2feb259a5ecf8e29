package event

import (
	"slices"
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// meetingVerb reads "Smith met Jones", "Smith received Jones", "Smith and Jones met".
func (r *reader) meetingVerb(s text.Sentence, i int) {
	agents := r.agents(s, i)
	objects := r.objects(s, i)
	if r.d.Child(i, "aux:pass") >= 0 {
		agents = append(r.patients(i), agents...)
	}
	if j := r.d.Child(i, "obj"); j >= 0 && r.lightVerb(j) == i && r.contacts[r.lemma(j)] != nil {
		return // hosted talks: the noun tells of it
	}
	switch r.lemma(i) {
	case "welcome":
		if j := r.d.Child(i, "obj"); j < 0 || !r.arePersons(r.who(j)) || !r.arePersons(agents) || !r.takesPlace(s, i) {
			return
		}
	case "receive", "host", "call":
		if !r.arePersons(agents) || !r.arePersons(objects) || r.asksTo(s, i) {
			return
		}
	}
	if r.d.Child(i, "obj") >= 0 && len(objects) == 0 {
		return // met a demand, a deadline
	}
	if r.lemma(i) == "host" && len(objects) > 1 {
		agents, objects = append(agents, objects...), nil
	}
	if len(agents) == 1 && r.arePersons(agents) && r.arePersons(objects) && r.series(s, i, agents) {
		return
	}
	r.meeting(s, i, agents, objects, "verb "+r.lemma(i))
}

// takesPlace reports whether a place follows the verb: one is welcomed at or to somewhere, a remark is not.
func (r *reader) takesPlace(s text.Sentence, i int) bool {
	if from, to := r.d.PlacesIn(i+1, min(i+14, s.Last)); to > from {
		return true
	}
	for j := i + 1; j < s.Last && j < i+14; j++ {
		if w := r.word(j); w == "palace" || w == "office" || w == "airport" || w == "house" || w == "residence" {
			return true
		}
	}
	return false
}

// series reads one who met several in turn, with times or places between: "She met A in Oslo on Monday, B and C on Tuesday,
// and D on Wednesday". Each is a meeting; a time belongs to those named since the time before. It reports whether there were
// times to tell them apart.
func (r *reader) series(s text.Sentence, i int, host []int) bool {
	var groups [][]int
	var dates []readout.Date
	var ends []int
	var open []int
	end := r.seriesEnd(s, i)
	times := r.timesIn(s)
	for j := i + 1; j < end; j++ {
		for _, m := range r.d.MentionsIn(j, j+1) {
			if m.Kind == text.Named && m.Actor >= 0 && r.d.Actors[m.Actor].Kind == readout.Person && !slices.Contains(open, m.Actor) && m.Actor != host[0] {
				open = append(open, m.Actor)
			}
		}
		for _, t := range times {
			if t.Start == r.d.Tokens[j].Start && !t.Date.IsZero() && len(open) > 0 {
				groups, dates, ends, open = append(groups, open), append(dates, t.Date), append(ends, j), nil
			}
		}
	}
	if len(groups) < 2 || len(open) > 0 {
		return false
	}
	from := i
	for g, who := range groups {
		before := len(r.out)
		r.meeting(s, i, host, who, "verb "+r.lemma(i)+" in a series")
		for k := before; k < len(r.out); k++ {
			r.out[k].Date = dates[g]
			r.out[k].Status = r.byDate(r.out[k].Status, dates[g])
			r.out[k].Place = r.placeBetween(from, ends[g])
		}
		from = ends[g]
	}
	return true
}

// placeBetween returns the first place named after "in" or "at" among the tokens [first, last), or nil.
func (r *reader) placeBetween(first, last int) *readout.Place {
	from, to := r.d.PlacesIn(first+1, last)
	for k := from; k < to; k++ {
		if p := &r.d.Places[k]; p.Kind != "state" && (r.word(p.First-1) == "in" || r.word(p.First-1) == "at") {
			return &p.Place
		}
	}
	return nil
}

// seriesEnd returns the token where a list after a verb ends: at another finite verb or a semicolon.
func (r *reader) seriesEnd(s text.Sentence, i int) int {
	for j := i + 1; j < s.Last; j++ {
		if x := r.d.Tokens[j].XPOS; r.word(j) == ";" || x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD" || r.word(j) == "who" {
			return j
		}
	}
	return s.Last
}

// asksTo reports whether an infinitive follows within a few words: "called on him to resign" is no meeting.
func (r *reader) asksTo(s text.Sentence, i int) bool {
	for j := i + 1; j+1 < s.Last && j < i+12; j++ {
		if r.word(j) == "," {
			return false
		}
		if r.word(j) == "to" && r.d.Tokens[j+1].XPOS == "VB" {
			return true
		}
	}
	return false
}

// patients returns the subject of a passive.
func (r *reader) patients(i int) []int {
	if j := r.d.Child(i, "nsubj"); j >= 0 {
		return r.who(j)
	}
	return nil
}

func (r *reader) arePersons(actors []int) bool {
	return len(actors) > 0 && !slices.ContainsFunc(actors, func(a int) bool { return r.d.Actors[a].Kind != readout.Person })
}

// meetingNoun reads "a meeting with Jones", "talks between Smith and Jones", "their meeting", "Smith held talks with Jones".
func (r *reader) meetingNoun(s text.Sentence, i int) {
	if r.qualifies(s, i) || r.isTitle(s, i) || r.sameMeeting(s, i) {
		return
	}
	if _, by := r.partnersBy(s, i); by == "between" || by == "among" {
		if who := r.partners(s, i); len(who) < 2 {
			return // one of the two is nobody we know
		}
	}
	owners := r.owners(s, i)
	partners, by := r.partnersBy(s, i)
	if (len(partners) < 2 || by == "with") && len(owners) < 2 {
		if light := r.lightVerb(i); light >= 0 {
			owners = append(owners, r.agents(s, light)...)
		}
	}
	if by == "with" && len(partners) > 1 && len(owners) == 0 {
		if verb := r.verbAbove(r.d.Tokens[i].Head); verb >= 0 {
			owners = r.agents(s, verb) // "Speaking after meetings with Smith and Jones, Brown said"
		}
	}
	rule := "noun " + r.lemma(i)
	if i == s.First && len(partners) == 0 {
		owners = r.mainSubject(s) // "Meeting for an hour in Oslo, the two leaders agreed …"
	}
	if len(partners) < 2 && len(owners) == 0 {
		owners = r.other(s, i, partners)
		rule = nearby + rule
	}
	if len(owners)+len(partners) == 0 {
		owners = r.whoseTalks(s, i)
	}
	if len(partners) > 1 && r.isJoint(s, i) {
		owners, partners = append(owners, partners...), nil
	}
	r.meeting(s, i, owners, partners, rule)
}

// isJoint reports whether a word before the noun makes it one meeting of all: "a three-way meeting with Smith and Jones".
func (r *reader) isJoint(s text.Sentence, i int) bool {
	for j := i - 1; j >= s.First && j >= i-4; j-- {
		switch r.word(j) {
		case "trilateral", "tripartite", "quadrilateral", "four-way", "three-way", "way", "joint", "round-table":
			return true
		}
	}
	return false
}

// whoseTalks returns the parties of talks that name none: two or more of different countries who are the subject of the verb that
// the talks hang on, or of the sentence: "The presidents agreed to … after two hours of talks".
func (r *reader) whoseTalks(s text.Sentence, i int) []int {
	if !r.timely(i) {
		return nil
	}
	if verb := r.verbAbove(r.d.Tokens[i].Head); verb >= 0 {
		if who := r.agents(s, verb); len(who) > 1 && r.abroad(who) {
			return who
		}
	}
	for j := s.First; j < i; j++ {
		if strings.HasPrefix(r.d.Tokens[j].Deprel, "nsubj") {
			if who := r.who(j); len(who) > 1 && r.abroad(who) {
				return who
			}
			return nil
		}
	}
	return nil
}

// timely reports whether "after", "during" and the like stand before a noun or the measure it belongs to.
func (r *reader) timely(i int) bool {
	for steps := 0; i >= 0 && steps < 3; steps++ {
		switch r.cased(i) {
		case readout.Held:
			return true
		}
		if r.d.Tokens[i].Deprel != "nmod" {
			return false
		}
		i = r.d.Tokens[i].Head
	}
	return false
}

// isDefinite reports whether "the" or "their" stands before a noun, words that describe it between: "the two-hour meeting".
func (r *reader) isDefinite(s text.Sentence, i int) bool {
	for j := i - 1; j >= s.First && j >= i-5; j-- {
		switch w := r.word(j); {
		case w == "the" || w == "their" || w == "this":
			return true
		case w == "-" || w == "and" || r.d.Tokens[j].UPOS == "ADJ" || r.d.Tokens[j].UPOS == "NUM" || r.d.Tokens[j].UPOS == "NOUN":
		default:
			return false
		}
	}
	return false
}

// mainSubject returns the parties that the first subject after a comma stands for.
func (r *reader) mainSubject(s text.Sentence) []int {
	comma := false
	for j := s.First; j < s.Last; j++ {
		comma = comma || r.word(j) == ","
		if comma && strings.HasPrefix(r.d.Tokens[j].Deprel, "nsubj") {
			return r.who(j)
		}
	}
	return nil
}

// sameMeeting reads what a sentence adds to the meeting told of just before: "The meeting lasted two hours."
func (r *reader) sameMeeting(s text.Sentence, i int) bool {
	if i > s.First && (r.word(i-1) == "the" || r.word(i-1) == "their") && len(r.partners(s, i)) == 0 && r.calledOff(s, i, readout.KindMeeting) {
		return true
	}
	if i == s.First || !r.isDefinite(s, i) || len(r.partners(s, i)) > 0 || len(r.out) == 0 {
		return false
	}
	minutes, words := r.length(s, i)
	for k := len(r.out) - 1; k >= 0; k-- {
		d := r.out[k]
		if r.d.SentenceOf(i)-r.d.SentenceOf(d.Trigger) > 2 {
			return false
		}
		if d.Kind != readout.KindMeeting || d.Status != readout.Held || minutes == 0 {
			continue
		}
		d.Evidence, d.Trigger, d.Minutes, d.Length, d.Rule = r.evidence(s, i), i, minutes, words, "more of the meeting before"
		d.Place = nil
		r.out = append(r.out, d)
		return true
	}
	return false
}

// nearby begins the rule of a meeting whose second party is only the nearest that fits.
const nearby = "nearest party, "

// qualifies reports whether the noun only tells of what kind another is: "talks table", "summit declaration".
func (r *reader) qualifies(s text.Sentence, i int) bool {
	t := r.d.Tokens[i]
	return t.Deprel == "compound" && t.Head == i+1 && r.contacts[r.lemma(i+1)] == nil
}

// isTitle reports whether the noun ends the name of a standing or numbered event: "the G7 Foreign Ministers' Meeting".
func (r *reader) isTitle(s text.Sentence, i int) bool {
	p := r.d.Paragraphs[s.Paragraph]
	return p.Kind == readout.Body && i > s.First+1 && isCapital(r.d.Word(i)) && (isCapital(r.d.Word(i-1)) || isCapital(r.d.Word(i-2))) && len(r.partners(s, i)) == 0
}

func isCapital(w string) bool { return w[0] >= 'A' && w[0] <= 'Z' }

// lightVerb returns the verb that makes a deed of the noun, or -1.
func (r *reader) lightVerb(i int) int {
	for steps := 0; i >= 0 && steps < 3; steps++ {
		head := r.d.Tokens[i].Head
		if head < 0 {
			return -1
		}
		for _, c := range r.contacts[r.lemma(head)] {
			if c.form == "light" && r.isVerb(head) {
				return head
			}
		}
		if _, ok := r.agreementAs(r.lemma(head), "light"); ok && r.isVerb(head) {
			return head
		}
		i = head
	}
	return -1
}

// meeting enters the meetings of two lists of participants: each of the one side with each of the other, or all of
// one list where the other is empty.
func (r *reader) meeting(s text.Sentence, i int, left, right []int, rule string) {
	left, right = slices.DeleteFunc(r.settle(left), r.isUnnamed), slices.DeleteFunc(r.settle(right), r.isUnnamed)
	right = slices.DeleteFunc(right, func(a int) bool { return slices.Contains(left, a) })
	for _, pair := range r.pairs(left, right) {
		if !r.betweenStates(pair) {
			continue
		}
		status, found := r.status(s, i)
		if !found {
			continue
		}
		d := text.Deed{
			Kind: readout.KindMeeting, Trigger: i, Evidence: r.evidence(s, i), Parties: pair, Status: status,
			Date: r.date(s, i), Place: r.place(s, i), Occasion: r.occasion(s, i), ClaimedBy: r.claimant(i), Rule: rule,
			Weak: strings.HasPrefix(rule, nearby),
		}
		if status == readout.Held || status == readout.Ongoing || status == readout.Planned {
			d.Minutes, d.Length = r.length(s, i)
		}
		d.Status = r.byDate(d.Status, d.Date)
		r.out = append(r.out, d)
	}
}

// pairs joins the sides of a meeting.
func (r *reader) pairs(left, right []int) [][]int {
	switch {
	case len(left) == 0:
		return [][]int{right}
	case len(right) == 0:
		return [][]int{left}
	case len(left) == 1 && len(right) > 1:
		var out [][]int
		for _, b := range right {
			out = append(out, []int{left[0], b})
		}
		return out
	case len(right) == 1 && len(left) > 1 && !r.abroad(left):
		var out [][]int
		for _, a := range left {
			out = append(out, []int{a, right[0]})
		}
		return out
	}
	return [][]int{append(slices.Clone(left), right...)}
}

// abroad reports whether the actors are of several countries.
func (r *reader) abroad(actors []int) bool {
	for _, a := range actors {
		if r.d.Actors[a].Country != r.d.Actors[actors[0]].Country {
			return true
		}
	}
	return false
}

// settle drops repeated actors, and states beside a person of theirs.
func (r *reader) settle(actors []int) []int {
	var out []int
	for _, a := range actors {
		if slices.Contains(out, a) {
			continue
		}
		actor := r.d.Actors[a]
		if actor.Kind == readout.State && slices.ContainsFunc(actors, func(b int) bool {
			return r.d.Actors[b].Kind == readout.Person && r.d.Actors[b].Country == actor.Country
		}) {
			continue
		}
		out = append(out, a)
	}
	return out
}

// betweenStates reports whether the participants are two or more and not all of one country.
func (r *reader) betweenStates(actors []int) bool {
	if len(actors) < 2 {
		return false
	}
	return r.abroad(actors) || r.d.Actors[actors[0]].Country == ""
}

// byDate turns a held or ongoing deed of a day after publication into a planned one.
func (r *reader) byDate(st readout.Status, date readout.Date) readout.Status {
	published := r.d.Written
	if published.IsZero() || date.IsZero() || !date.First().After(published.Last()) {
		return st
	}
	if st == readout.Held || st == readout.Ongoing {
		return readout.Planned
	}
	return st
}

// occasion reads "on the sidelines of the G20 summit".
func (r *reader) occasion(s text.Sentence, i int) string {
	for j := s.First; j+2 < s.Last; j++ {
		if w := r.word(j); w != "sidelines" && w != "margins" || r.word(j+1) != "of" {
			continue
		}
		end := j + 2
		for end < s.Last && end < j+14 {
			if w := r.word(end); w == "," || w == "." || w == "in" || w == "on" || w == "at" || w == "that" {
				break
			}
			end++
		}
		if end > j+2 {
			return strings.TrimPrefix(r.d.Slice(r.d.TokensSpan(j+2, end)), "the ")
		}
	}
	return ""
}

// evidence is the clause that a trigger stands in.
func (r *reader) evidence(s text.Sentence, i int) text.Span {
	top := i
	for steps := 0; steps < 12; steps++ {
		rel := r.d.Tokens[top].Deprel
		if r.d.Tokens[top].Head < 0 || rel == "ccomp" || rel == "advcl" || rel == "parataxis" || rel == "acl:relcl" || rel == "conj" && r.isVerb(top) {
			break
		}
		top = r.d.Tokens[top].Head
	}
	first, last := r.d.Subtree(top)
	first, last = min(first, i), max(last, i+1)
	for j := i + 1; j < last; j++ { // what is joined to it is another deed
		if t := r.d.Tokens[j]; t.Deprel == "conj" && (t.Head == top || t.Head == i) && r.isVerb(j) {
			if from, _ := r.d.Subtree(j); from > i {
				last = from
			}
		}
	}
	for last-1 > i && isMark(r.d.Word(last-1)) {
		last--
	}
	for first < i && (isMark(r.d.Word(first)) || r.d.Tokens[first].UPOS == "CCONJ") {
		first++
	}
	return r.d.TokensSpan(first, last)
}

func isMark(w string) bool {
	switch w {
	case ",", ".", ";", ":", "“", "”", "\"", "‘", "’", "'", "—", "–", "-", "(", ")", "?", "!":
		return true
	}
	return false
}

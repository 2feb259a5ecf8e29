package event

import (
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// A host is the state that a visit goes to, with the place where one is named.
type host struct {
	country string
	place   *readout.Place
}

// visit reads "Smith visited Norway", "Smith's trip to Oslo", "a visit by Smith to Norway". A journey to several
// states is a visit to each.
func (r *reader) visit(s text.Sentence, i int, isVerb bool) {
	hosts := r.hosts(s, i, isVerb)
	if len(hosts) == 0 {
		if !isVerb {
			r.calledOff(s, i, readout.KindVisit)
		}
		return
	}
	status, found := r.status(s, i)
	if !found {
		return
	}
	if cop := r.d.Child(i, "cop"); cop >= 0 && status == readout.Held && (r.word(cop) == "is" || r.word(cop) == "are") {
		status = readout.Ongoing // "is on a visit to"
	}
	visitors := r.settle(r.visitors(s, i, isVerb))
	for _, h := range hosts {
		hostActor := r.stateActor(h.country)
		for _, v := range visitors {
			if hostActor < 0 || !r.canVisit(s, i, v, h) {
				continue
			}
			date := r.date(s, i)
			r.out = append(r.out, text.Deed{
				Kind: readout.KindVisit, Trigger: i, Evidence: r.evidence(s, i), Parties: []int{v}, Targets: []int{hostActor}, Status: r.byDate(status, date),
				Date: date, Place: h.place, First: r.first(s), ClaimedBy: r.claimant(i), Rule: "visit: " + r.lemma(i),
			})
		}
	}
}

// calledOff reads the end of a plan told just before: "but he postponed the visit", "the meeting was cancelled".
func (r *reader) calledOff(s text.Sentence, i int, kind readout.Kind) bool {
	status, found := r.status(s, i)
	if !found || status != readout.Cancelled && status != readout.Postponed {
		return false
	}
	for k := len(r.out) - 1; k >= 0; k-- {
		d := r.out[k]
		if r.d.SentenceOf(i)-r.d.SentenceOf(d.Trigger) > 2 {
			return false
		}
		if d.Kind != kind || d.Status == readout.Held || d.Status == readout.Ongoing {
			continue
		}
		d.Evidence, d.Trigger, d.Status, d.Rule = r.evidence(s, i), i, status, "called off: "+r.lemma(i)
		if own := r.date(s, i); !own.IsZero() {
			d.Date = own
		}
		r.out = append(r.out, d)
		return true
	}
	return false
}

// stay reads "Smith is in Norway": a visit under way.
func (r *reader) stay(s text.Sentence, i int) {
	at := i + 1
	for at+1 < s.Last && r.d.Tokens[at].UPOS == "ADV" {
		at++
	}
	if at+1 >= s.Last || r.word(at) != "in" || r.d.Tokens[i].UPOS != "AUX" && r.d.Tokens[i].UPOS != "VERB" {
		return
	}
	h, ok := r.destination(s, at+1)
	if !ok {
		return
	}
	k := r.d.MentionAt(i - 1)
	if k < 0 || r.d.Mentions[k].Last != i || r.d.Mentions[k].Kind != text.Named && r.d.Mentions[k].Kind != text.Titled {
		return
	}
	hostActor := r.stateActor(h.country)
	for _, v := range r.who(i - 1) {
		if hostActor < 0 || r.d.Actors[v].Kind != readout.Person || r.d.Actors[v].Class == "" || !r.canVisit(s, i, v, h) {
			continue
		}
		status := readout.Ongoing
		if r.word(i) == "was" || r.word(i) == "were" {
			status = readout.Held
		}
		r.out = append(r.out, text.Deed{
			Kind: readout.KindVisit, Trigger: i, Evidence: r.d.TokensSpan(r.d.Mentions[k].First, r.destinationEnd(at+1)), Parties: []int{v}, Targets: []int{hostActor},
			Status: status, Date: r.date(s, i), Place: h.place, ClaimedBy: r.claimant(i), Rule: "visit: is in",
		})
	}
}

// canVisit reports whether the actor can be a visitor of the host: a person of another country or of an international body, or
// a state whose delegation travels.
func (r *reader) canVisit(s text.Sentence, i, v int, h host) bool {
	a := r.d.Actors[v]
	switch {
	case a.Country == h.country || a.Kind == readout.Organisation:
		return false
	case a.Kind == readout.State:
		return r.delegation(s, i)
	}
	return a.Country != "" || a.Office != "" && !r.isUnnamed(v)
}

// delegation reports whether a delegation or team travels, which may be named by its state.
func (r *reader) delegation(s text.Sentence, i int) bool {
	for j := s.First; j < i; j++ {
		if w := r.lemma(j); w == "delegation" || w == "team" || w == "minister" || w == "official" || w == "envoy" || w == "leader" || w == "president" {
			return true
		}
	}
	return false
}

// visitors returns who travels.
func (r *reader) visitors(s text.Sentence, i int, isVerb bool) []int {
	if isVerb {
		return r.persons(r.agents(s, i))
	}
	if who := r.owners(s, i); len(who) > 0 {
		return who
	}
	if r.d.Child(i, "nsubj") >= 0 {
		return r.persons(r.agents(s, i))
	}
	for j := i + 1; j < s.Last && j < i+6; j++ {
		if r.word(j) == "by" {
			return r.next(s, j+1, 8)
		}
		if r.word(j) == "of" {
			if who := r.next(s, j+1, 8); r.arePersons(who) {
				return who // "a visit of the president to"
			}
		}
	}
	for head := r.d.Tokens[i].Head; head >= 0; head = r.d.Tokens[head].Head {
		if r.isVerb(head) {
			return r.persons(r.agents(s, head))
		}
	}
	return nil
}

// persons keeps the persons where there are any.
func (r *reader) persons(actors []int) []int {
	var out []int
	for _, a := range actors {
		if r.d.Actors[a].Kind == readout.Person {
			out = append(out, a)
		}
	}
	if len(out) == 0 {
		return actors
	}
	return out
}

// hosts finds where a journey goes: the places or states after "to", "in" or "of", or the verb's object.
func (r *reader) hosts(s text.Sentence, i int, isVerb bool) []host {
	direct := isVerb && (r.lemma(i) == "visit" || r.lemma(i) == "tour" || r.lemma(i) == "leave")
	reach := 10
	if r.lemma(i) == "continue" {
		reach = 3
	}
	for j := i + 1; j < s.Last && j < i+reach; j++ {
		if both := r.bothStates(j); len(both) > 1 && (direct || r.goesTo(s, i, j)) {
			return both
		}
		h, ok := r.destination(s, j)
		if !ok {
			h, ok = r.theCountry(s, j)
		}
		if ok && (direct || r.goesTo(s, i, j)) {
			return r.further(s, j, h)
		}
		w := r.word(j)
		if w == ";" || w == "." || j > i+2 && r.isVerb(j) || w == "with" || w == "from" {
			break
		}
	}
	if !isVerb {
		if h, ok := r.hostBefore(s, i); ok {
			return []host{h}
		}
	}
	return nil
}

// bothStates reads "both countries" at token j as a destination.
func (r *reader) bothStates(j int) []host {
	var out []host
	for _, m := range r.d.MentionsIn(j, j+1) {
		if m.Kind != text.Group {
			continue
		}
		for _, a := range m.Group {
			if r.d.Actors[a].Kind == readout.State {
				out = append(out, host{country: r.d.Actors[a].Country})
			}
		}
	}
	return out
}

// further adds the destinations that "and" or a comma joins to the one at token j, in other states.
func (r *reader) further(s text.Sentence, j int, h host) []host {
	out := []host{h}
	for k := r.destinationEnd(j); k+1 < s.Last && k < j+30; {
		at := k + 1
		if w := r.word(k); w != "and" && w != "," {
			return out
		}
		for at+1 < s.Last && (r.word(at) == "and" || r.word(at) == "the") {
			at++
		}
		next, ok := r.destination(s, at)
		if !ok {
			return out
		}
		if next.country != out[len(out)-1].country {
			out = append(out, next)
		}
		k = r.destinationEnd(at)
	}
	return out
}

// destinationEnd returns the token after the place or state at token j.
func (r *reader) destinationEnd(j int) int {
	from, to := r.d.PlacesIn(j, j+1)
	if from < to {
		return r.d.Places[from].Last
	}
	if m := r.d.MentionsIn(j, j+1); len(m) > 0 {
		return m[0].Last
	}
	return j + 1
}

// destination reads a place or state at token j.
func (r *reader) destination(s text.Sentence, j int) (host, bool) {
	from, to := r.d.PlacesIn(j, j+1)
	for k := from; k < to; k++ {
		p := &r.d.Places[k]
		h := host{country: p.Place.Country, place: &p.Place}
		if p.Kind == "state" {
			h.place = nil
		}
		if h.country != "" {
			return h, true
		}
	}
	for _, m := range r.d.MentionsIn(j, j+1) {
		if m.Kind == text.Adjective || m.Actor < 0 || r.d.Actors[m.Actor].Kind != readout.State {
			continue
		}
		return host{country: r.d.Actors[m.Actor].Country}, true
	}
	return host{}, false
}

// goesTo reports whether a preposition of motion stands between the trigger and token j.
func (r *reader) goesTo(s text.Sentence, i, j int) bool {
	for k := j - 1; k > i; k-- {
		switch r.word(k) {
		case "to", "in", "for", "of", "into", "at":
			return true
		}
	}
	return false
}

// theCountry reads "the country" as the state last named as a place or party that is not the visitor's own.
func (r *reader) theCountry(s text.Sentence, j int) (host, bool) {
	if r.word(j) != "country" || j == 0 || r.word(j-1) != "the" {
		return host{}, false
	}
	visitor := ""
	for _, m := range r.d.MentionsIn(s.First, j) {
		if m.Actor >= 0 && r.d.Actors[m.Actor].Kind == readout.Person {
			visitor = r.d.Actors[m.Actor].Country
		}
	}
	for k := len(r.d.Mentions) - 1; k >= 0; k-- {
		m := r.d.Mentions[k]
		if m.First >= j || m.Actor < 0 || r.d.Actors[m.Actor].Kind != readout.State {
			continue
		}
		if c := r.d.Actors[m.Actor].Country; c != visitor {
			return host{country: c}, true
		}
	}
	return host{}, false
}

// hostBefore reads a host that stands before the noun: "his Norway trip", "the Oslo visit".
func (r *reader) hostBefore(s text.Sentence, i int) (host, bool) {
	if i-1 < s.First || r.d.Tokens[i-1].Deprel != "compound" {
		return host{}, false
	}
	return r.destination(s, i-1)
}

// stateActor returns the actor of a state, adding it where the article names it only by a city of its.
func (r *reader) stateActor(country string) int {
	if r.states == nil {
		r.states = map[string]int{}
		for i, a := range r.d.Actors {
			if a.Kind == readout.State {
				r.states[a.Country] = i
			}
		}
	}
	if i, ok := r.states[country]; ok {
		return i
	}
	name := r.lex.StateName(country)
	if name == "" {
		return -1
	}
	r.d.Actors = append(r.d.Actors, readout.Actor{
		ID: country, Name: name, Kind: readout.State, Country: country,
		Made: readout.Provenance{Stage: "event", Rule: text.Unnamed, Version: readout.Version},
	})
	r.states[country] = len(r.d.Actors) - 1
	return len(r.d.Actors) - 1
}

// first returns the article's claim that a visit is the first of its kind, in its words.
func (r *reader) first(s text.Sentence) string {
	for j := s.First; j < s.Last; j++ {
		if r.word(j) != "first" || j+1 >= s.Last {
			continue
		}
		rest := s.Last
		since := false
		for k := j; k < s.Last; k++ {
			since = since || r.word(k) == "since" || r.word(k) == "in"
			if w := r.d.Word(k); w == "," || w == ";" {
				rest = k
				break
			}
		}
		if since && (strings.HasPrefix(r.word(j+1), "by") || strings.HasPrefix(r.word(j+1), "visit") || strings.HasPrefix(r.word(j+1), "trip") || strings.HasPrefix(r.word(j+1), "such")) {
			for rest-1 > j && isMark(r.d.Word(rest-1)) {
				rest--
			}
			return r.d.Slice(r.d.TokensSpan(j, rest))
		}
	}
	return ""
}

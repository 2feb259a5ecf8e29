package brief

import (
	"cmp"
	"slices"
	"strings"

	"github.com/readout/readout"
)

// summary writes up to three sentences, each made from one entry: what was done, what was agreed, what comes next.
func (b *brief) summary() {
	sentences := join(" ", b.deedSentence(), b.agreedSentence(), b.nextSentence())
	if len(sentences) == 0 {
		sentences = b.saidSentence()
	}
	if len(sentences) > 0 {
		b.page.blank()
		b.page.paragraph(indent, sentences)
	}
}

// sentence ends a sentence with where its words stand.
func sentence(words, pointer string) phrase {
	if words = strings.TrimRight(words, ".,; "); !strings.HasSuffix(words, "…") {
		words += "."
	}
	return join(" ", as(plain, words), as(cyan, pointer))
}

// deedSentence tells of the meeting of the highest rank; without one, of a visit, of a
// meeting that came to nothing, or of an incident.
func (b *brief) deedSentence() phrase {
	if m, ok := b.chiefMeeting(); ok {
		return sentence(b.meetingSentence(m), pointers(places(m, meetingEntry)))
	}
	for _, v := range b.visits {
		if statusOrder(v[0].entry.Status) == 0 && b.recent(v[0].entry.Date) {
			return sentence(b.visitSentence(v[0].entry), pointers(places(v, visitEntry)))
		}
	}
	for _, m := range b.meetings {
		if !toCome(m[0].entry.Status) && b.recent(m[0].entry.Date) {
			return sentence(b.unheldSentence(m[0].entry), pointers(places(m, meetingEntry)))
		}
	}
	if len(b.incidents) > 0 {
		i := b.incidents[0]
		return sentence(b.verbatim(i.source, i.entry.Entry, evidenceWords(i.entry.Entry)), i.source.pointer(i.entry.Entry))
	}
	return nil
}

// chiefMeeting returns the recent held meeting of the highest rank; of equals the newest, then the longest.
func (b *brief) chiefMeeting() (gathered[readout.Meeting], bool) {
	var held []gathered[readout.Meeting]
	for _, m := range b.meetings {
		if statusOrder(m[0].entry.Status) == 0 && b.recent(m[0].entry.Date) {
			held = append(held, m)
		}
	}
	if len(held) == 0 {
		return nil, false
	}
	return slices.MinFunc(held, func(x, y gathered[readout.Meeting]) int {
		m, n := x[0].entry, y[0].entry
		return cmp.Or(
			slices.Compare(b.ranks(m.Participants), b.ranks(n.Participants)),
			newestFirst(m.Date, n.Date),
			cmp.Compare(n.Minutes, m.Minutes),
		)
	}), true
}

// meetingSentence tells of a held meeting: "Xi Jinping received Antony Blinken for about 30 minutes".
func (b *brief) meetingSentence(g gathered[readout.Meeting]) string {
	m := g[0].entry
	out := enumerate(fullNames(m.Participants)) + " met"
	switch {
	case m.Status == readout.Ongoing:
		out = enumerate(fullNames(m.Participants)) + " are meeting"
	case len(m.Participants) == 2:
		host, guest := m.Participants[0], m.Participants[1]
		if b.rank(guest.ID) < b.rank(host.ID) {
			host, guest = guest, host
		}
		verb := " met "
		if b.received(m, host, guest) {
			verb = " received "
		}
		out = host.Name + verb + guest.Name
	}
	return out + b.lengthOf(g) + b.placeAndDay(m)
}

// received reports whether a host of higher rank met a guest from abroad in the host's own country.
func (b *brief) received(m readout.Meeting, host, guest readout.ActorRef) bool {
	return m.Place != nil && m.Place.Country != "" && m.Place.Country == host.Country && guest.Country != "" &&
		guest.Country != host.Country && b.rank(host.ID) < b.rank(guest.ID)
}

// lengthOf returns " for about 30 minutes"; where articles differ, all they say.
func (b *brief) lengthOf(g gathered[readout.Meeting]) string {
	var lengths []string
	for _, t := range g {
		if t.entry.Minutes == 0 {
			continue
		}
		if l := hedge(t.entry.Length) + longLength(t.entry.Minutes); !slices.Contains(lengths, l) {
			lengths = append(lengths, l)
		}
	}
	if len(lengths) == 0 {
		return ""
	}
	out := " for " + strings.Join(lengths, " or ")
	if len(lengths) > 1 {
		out += " (reports differ)"
	}
	return out
}

// placeAndDay returns what of a meeting's place and day the headline doesn't tell.
func (b *brief) placeAndDay(m readout.Meeting) string {
	out := ""
	if m.Place != nil && m.Place.Name != b.place {
		out = " in " + m.Place.Name
	}
	if !m.Date.IsZero() && m.Date != b.dates {
		preposition := " in "
		if p := m.Date.Precision(); p == readout.Day || p == readout.Interval {
			preposition = " on "
		}
		out += preposition + date(m.Date, b.year)
	}
	return out
}

func (b *brief) visitSentence(v readout.Visit) string {
	out := v.Visitor.Name + " visited " + b.the(key(v.Host))
	if v.Status == readout.Ongoing {
		out = v.Visitor.Name + " is visiting " + b.the(key(v.Host))
	}
	if !v.Date.IsZero() && v.Date != b.dates {
		out += ", " + date(v.Date, b.year)
	}
	return out
}

// isStatus says in a sentence how real a thing is.
var isStatus = map[readout.Status]string{
	readout.Ongoing: "is under way", readout.Planned: "is planned", readout.Hoped: "is hoped for", readout.Possible: "is possible",
	readout.Denied: "is denied", readout.Cancelled: "was cancelled", readout.Postponed: "was postponed",
}

// unheldSentence tells of a meeting that is to come, or that came to nothing.
func (b *brief) unheldSentence(m readout.Meeting) string {
	return "A meeting of " + enumerate(fullNames(m.Participants)) + b.statusAndDay(m.Status, m.Date)
}

func (b *brief) statusAndDay(s readout.Status, d readout.Date) string {
	out := " " + cmp.Or(isStatus[s], "is "+string(s))
	if !d.IsZero() {
		out += " (" + date(d, b.year) + ")"
	}
	return out
}

// agreementOrder is by how much weight an agreement's status has.
var agreementOrder = map[string]int{"signed": 1, "agreed": 2, "reaffirmed": 3, "pledged": 4}

// agreedSentence tells of the weightiest agreement in the article's own words; before others one of both parties
// that the reporter vouches for.
func (b *brief) agreedSentence() phrase {
	if len(b.agreements) == 0 {
		return nil
	}
	chief := slices.MinFunc(b.agreements, func(x, y told[readout.Agreement]) int {
		a, c := x.entry, y.entry
		return cmp.Or(
			-compareBool(len(keys(a.Parties...)) > 1, len(keys(c.Parties...)) > 1),
			cmp.Compare(weight(a.Status), weight(c.Status)),
			-compareBool(a.ClaimedBy == nil, c.ClaimedBy == nil),
			newestFirst(x.source.record.Article.Published, y.source.record.Article.Published),
		)
	})
	a := chief.entry
	what := b.verbatim(chief.source, a.Entry, a.What)
	words := capital(b.list(keys(a.Parties...))) + " " + clean(a.Status)
	if a.ClaimedBy != nil || !strings.HasPrefix(what, "to ") {
		words = firstUpper(clean(a.Status))
		if a.ClaimedBy != nil {
			words += ", according to " + b.inSentence(*a.ClaimedBy)
		}
		words += ":"
	}
	return sentence(words+" "+what, chief.source.pointer(a.Entry))
}

func weight(status string) int { return cmp.Or(agreementOrder[status], len(agreementOrder)+1) }

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// nextSentence tells of the next meeting or visit, or of what the reporter or a party expects.
func (b *brief) nextSentence() phrase {
	for _, m := range b.meetings {
		if toCome(m[0].entry.Status) && b.ahead(m[0].entry.Date, m[0].source) {
			return sentence(b.unheldSentence(m[0].entry), pointers(places(m, meetingEntry)))
		}
	}
	for _, v := range b.visits {
		if e := v[0].entry; toCome(e.Status) && b.ahead(e.Date, v[0].source) {
			words := "A visit by " + e.Visitor.Name + " to " + b.the(key(e.Host)) + b.statusAndDay(e.Status, e.Date)
			return sentence(words, pointers(places(v, visitEntry)))
		}
	}
	for _, e := range b.expectations {
		if b.ahead(e.entry.By, e.source) && (e.entry.Holder == nil || !b.outside[e.entry.Holder.ID]) {
			return sentence("Expected: "+cut(clean(e.entry.What)), e.source.pointer(e.entry.Entry))
		}
	}
	return nil
}

// saidSentence stands where nothing was done, agreed or is expected: what was said, by the highest rank.
func (b *brief) saidSentence() phrase {
	var said []told[readout.Statement]
	for _, s := range b.statements {
		if !b.outside[s.entry.Speaker.ID] {
			said = append(said, s)
		}
	}
	if len(said) == 0 {
		return nil
	}
	s := slices.MinFunc(said, b.compareTelling)
	return join(" ", as(plain, capital(b.inSentence(s.entry.Speaker))+":"), b.content(s), as(cyan, s.source.pointer(s.entry.Entry)))
}

package web

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/readout/readout"
)

// drafter makes the lines of one article's brief.
type drafter struct {
	record readout.Record
	items  *items
	names  countryNames
	office map[string]string // by actor
	named  map[string]bool   // the actors whose office a meeting or visit has given
}

func briefOf(r readout.Record, s *items, names countryNames) brief {
	d := drafter{record: r, items: s, names: names, office: map[string]string{}, named: map[string]bool{}}
	for _, a := range r.Actors {
		d.office[a.ID] = a.Office
	}
	// Voices come before the statements: they take out those that speak for no party.
	voices, outside := d.voices()
	meetings := d.meetings()
	return brief{
		Parties: d.parties(), Meetings: meetings, Visits: d.visits(), Said: d.said(outside), Agreed: d.agreed(),
		Positions: d.positions(), Incidents: d.incidents(), Next: d.next(), Voices: voices, NotSaid: notSaid(meetings),
		Events: d.events(), Actors: d.actors(), Made: d.made(),
	}
}

func (d drafter) parties() []string {
	codes := tallyOf(d.record).countries()
	var out []string
	for _, c := range codes[:min(2, len(codes))] {
		out = append(out, d.names.of(c))
	}
	return out
}

func (d drafter) party(a readout.ActorRef) party {
	return party{Name: d.names.actor(a), Office: d.office[a.ID]}
}

// newcomer is a party with its office the first time a line names it, and without it afterwards.
func (d drafter) newcomer(a readout.ActorRef) party {
	p := d.party(a)
	if d.named[a.ID] {
		p.Office = ""
	}
	d.named[a.ID] = true
	return p
}

func (d drafter) namesOf(refs []readout.ActorRef) []string {
	var out []string
	for _, a := range refs {
		out = append(out, d.names.actor(a))
	}
	return out
}

// optional is the name of an actor that an entry may not have.
func (d drafter) optional(a *readout.ActorRef) string {
	if a == nil {
		return ""
	}
	return d.names.actor(*a)
}

func (d drafter) meetings() []meetingLine {
	sorted := slices.SortedStableFunc(slices.Values(d.record.Meetings), func(a, b readout.Meeting) int {
		return cmp.Or(byReality(a.Status, b.Status, a.Date, b.Date), d.inText(a.ID, b.ID))
	})
	var out []meetingLine
	for _, v := range sorted {
		l := meetingLine{Ref: d.items.ref(v.ID), Badge: statusBadge(v.Status), Date: v.Date, Place: placeName(v.Place),
			Length: minutes(v.Minutes), LengthWords: v.Length, Occasion: v.Occasion}
		for _, a := range v.Participants {
			l.Participants = append(l.Participants, d.newcomer(a))
		}
		out = append(out, l)
	}
	return out
}

func (d drafter) visits() []visitLine {
	sorted := slices.SortedStableFunc(slices.Values(d.record.Visits), func(a, b readout.Visit) int {
		return cmp.Or(byReality(a.Status, b.Status, a.Date, b.Date), d.inText(a.ID, b.ID))
	})
	var out []visitLine
	for _, v := range sorted {
		out = append(out, visitLine{Ref: d.items.ref(v.ID), Badge: statusBadge(v.Status), Date: v.Date,
			Visitor: d.newcomer(v.Visitor), Host: d.names.actor(v.Host), Place: placeName(v.Place), First: v.First})
	}
	return out
}

// byReality puts what came about first and, within that, the latest; what has no date comes last.
func byReality(a, b readout.Status, aDate, bDate readout.Date) int {
	return cmp.Or(cmp.Compare(statusBadge(a).rank(), statusBadge(b).rank()), bDate.First().Compare(aDate.First()))
}

// inText compares entries of one kind by where their words start.
func (d drafter) inText(a, b string) int { return cmp.Compare(d.items.n(a), d.items.n(b)) }

func (d drafter) agreed() []agreementLine {
	var out []agreementLine
	for _, v := range d.record.Agreements {
		l := agreementLine{Ref: d.items.ref(v.ID), Badge: agreementBadge(v.Status), Date: v.Date, Parties: d.namesOf(v.Parties),
			What: d.items.words(v.Entry), Issue: v.Issue, ClaimedBy: d.optional(v.ClaimedBy)}
		out = append(out, l)
	}
	slices.SortStableFunc(out, func(a, b agreementLine) int { return cmp.Compare(a.Ref.N, b.Ref.N) })
	return out
}

// positions gathers the positions by issue, in the order in which the text comes to them.
func (d drafter) positions() []issue {
	sorted := slices.SortedStableFunc(slices.Values(d.record.Positions), func(a, b readout.Position) int {
		return d.inText(a.ID, b.ID)
	})
	var out []issue
	for _, v := range sorted {
		i := slices.IndexFunc(out, func(s issue) bool { return s.Name == v.About() })
		if i < 0 {
			i, out = len(out), append(out, issue{Name: v.About()})
		}
		out[i].Lines = append(out[i].Lines, positionLine{Ref: d.items.ref(v.ID), Holder: d.names.actor(v.Holder),
			RedLine: v.RedLine, Words: d.items.words(v.Entry)})
	}
	return out
}

func (d drafter) incidents() []incidentLine {
	var out []incidentLine
	for _, v := range d.record.Incidents {
		out = append(out, incidentLine{Ref: d.items.ref(v.ID), Date: v.Date, Parties: d.namesOf(v.Parties),
			Issue: v.Issue, Consequence: v.Consequence, Words: d.items.words(v.Entry)})
	}
	slices.SortStableFunc(out, func(a, b incidentLine) int { return cmp.Compare(a.Ref.N, b.Ref.N) })
	return out
}

func (d drafter) next() []expectationLine {
	var out []expectationLine
	for _, v := range d.record.Expectations {
		out = append(out, expectationLine{Ref: d.items.ref(v.ID), What: v.What, By: v.By, Holder: d.optional(v.Holder),
			Words: d.items.words(v.Entry)})
	}
	slices.SortStableFunc(out, func(a, b expectationLine) int { return cmp.Compare(a.Ref.N, b.Ref.N) })
	return out
}

func (d drafter) events() []eventLine {
	var out []eventLine
	for _, v := range d.record.Events {
		out = append(out, eventLine{Ref: d.items.ref(v.ID), Type: v.Type, Source: d.namesOf(v.Source),
			Target: d.namesOf(v.Target), Badge: eventBadge(v.Factuality), Date: v.Date})
	}
	slices.SortStableFunc(out, func(a, b eventLine) int { return cmp.Compare(a.Ref.N, b.Ref.N) })
	return out
}

func (d drafter) actors() []actorLine {
	var out []actorLine
	for _, a := range d.record.Actors {
		l := actorLine{Ref: d.items.ref(a.ID), Name: a.Name, Kind: a.Kind, Office: a.Office}
		if a.Kind != readout.State && a.Country != "" {
			l.Country = d.names.of(a.Country)
		}
		out = append(out, l)
	}
	slices.SortStableFunc(out, func(a, b actorLine) int { return cmp.Compare(kindRank(a.Kind), kindRank(b.Kind)) })
	return out
}

func kindRank(k readout.ActorKind) int {
	return slices.Index([]readout.ActorKind{readout.State, readout.Organisation, readout.Person}, k)
}

func placeName(p *readout.Place) string {
	if p == nil {
		return ""
	}
	return p.Name
}

// minutes writes a length: 30 min, 7 h 30 min; "" for an unknown one.
func minutes(n int) string {
	h, m := n/60, n%60
	switch {
	case n <= 0:
		return ""
	case h == 0:
		return fmt.Sprintf("%d min", m)
	case m == 0:
		return fmt.Sprintf("%d h", h)
	}
	return fmt.Sprintf("%d h %d min", h, m)
}

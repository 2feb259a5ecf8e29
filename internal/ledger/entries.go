package ledger

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

func (b *builder) meeting(c *contact) readout.Meeting {
	return readout.Meeting{
		Entry:        b.entry(readout.KindMeeting, c.spans, fmt.Sprint(b.ids(c.Parties), c.Status), "event", c.Rule),
		Participants: b.refs(c.Parties), Status: c.Status, Date: c.Date, Place: c.Place, Minutes: c.Minutes, Length: c.Length, Occasion: c.Occasion,
	}
}

func (b *builder) ids(actors []int) []string {
	return list(actors, func(a int) string { return b.d.Actors[a].ID })
}

func (b *builder) visit(c *contact) readout.Visit {
	return readout.Visit{
		Entry:   b.entry(readout.KindVisit, c.spans, fmt.Sprint(b.ids(c.Parties), b.ids(c.Targets), c.Status), "event", c.Rule),
		Visitor: b.ref(c.Parties[0]), Host: b.ref(c.Targets[0]), Status: c.Status, Date: c.Date, Place: c.Place, First: c.First,
	}
}

// agreements lists the agreements, one for each stretch of words.
func (b *builder) agreements() []text.Deed {
	var out []text.Deed
	for _, d := range b.d.Deeds {
		if d.Kind != readout.KindAgreement {
			continue
		}
		d.Parties = b.states(d.Parties)
		if len(d.Parties) == 0 || slices.ContainsFunc(out, func(o text.Deed) bool { return o.Evidence.Contains(d.Evidence) && o.Agreed == d.Agreed }) {
			continue
		}
		out = append(out, d)
	}
	return slices.DeleteFunc(out, func(d text.Deed) bool {
		return !b.inBody(d) && slices.ContainsFunc(out, func(o text.Deed) bool {
			return b.inBody(o) && o.Agreed == d.Agreed && slices.Equal(slices.Sorted(slices.Values(o.Parties)), slices.Sorted(slices.Values(d.Parties)))
		})
	})
}

// inBody reports whether a deed is told in the body: the headline only repeats it.
func (b *builder) inBody(d text.Deed) bool {
	return b.d.Paragraphs[b.d.Sentences[b.d.SentenceOf(d.Trigger)].Paragraph].Kind == readout.Body
}

func (b *builder) agreement(d text.Deed) readout.Agreement {
	out := readout.Agreement{
		Entry:   b.entry(readout.KindAgreement, []text.Span{d.Evidence}, fmt.Sprint(b.ids(d.Parties), d.Agreed), "event", d.Rule),
		Parties: b.refs(d.Parties), Status: d.Agreed, What: b.d.Slice(d.Evidence), Date: d.Date,
	}
	if d.ClaimedBy >= 0 {
		by := b.ref(b.claims(d.ClaimedBy))
		out.ClaimedBy = &by
	}
	return out
}

// claims returns the side for which a ministry or government speaks: its state, where the article names that.
func (b *builder) claims(a int) int {
	actor := b.d.Actors[a]
	if actor.Kind == readout.Organisation && actor.Country != "" {
		if s := b.state(actor.Country); s >= 0 {
			return s
		}
	}
	return a
}

func (b *builder) state(country string) int {
	return slices.IndexFunc(b.d.Actors, func(a readout.Actor) bool { return a.Kind == readout.State && a.Country == country })
}

// states replaces persons and ministries by their states; international bodies stay.
func (b *builder) states(actors []int) []int {
	var out []int
	for _, a := range actors {
		actor := b.d.Actors[a]
		if actor.Country != "" {
			if a = b.stateOf(actor.Country, a); a < 0 {
				continue
			}
		} else if actor.Kind == readout.Person {
			if actor.Body == "" {
				continue
			}
			a = b.bodyOf(actor)
		}
		if !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// bodyOf returns the actor of the international body that an official speaks for, adding it where the article names only
// the official.
func (b *builder) bodyOf(official readout.Actor) int {
	if i := slices.IndexFunc(b.d.Actors, func(a readout.Actor) bool { return a.Kind == readout.Organisation && a.Name == official.Body }); i >= 0 {
		return i
	}
	b.d.Actors = append(b.d.Actors, readout.Actor{
		ID: "organisation:" + lexicon.Slug(official.Body), Name: official.Body, Kind: readout.Organisation,
		Made: readout.Provenance{Stage: "ledger", Rule: text.Unnamed, Version: readout.Version},
	})
	return len(b.d.Actors) - 1
}

// stateOf returns the actor of a state. An article may name a state's people alone; then the actor is added.
func (b *builder) stateOf(country string, like int) int {
	if s := b.state(country); s >= 0 {
		return s
	}
	b.d.Actors = append(b.d.Actors, readout.Actor{
		ID: country, Name: cmp.Or(b.d.StateName(country), country), Kind: readout.State, Country: country,
		Made: readout.Provenance{Stage: "ledger", Rule: text.Unnamed, Version: readout.Version},
	})
	return len(b.d.Actors) - 1
}

// expected lists the meetings and visits that are yet to come.
func (b *builder) expected(meetings, visits []*contact) []*contact {
	var out []*contact
	for _, c := range slices.Concat(meetings, visits) {
		if real(c.Status) == "plan" {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(x, y *contact) int { return cmp.Compare(x.spans[0].Start, y.spans[0].Start) })
	return out
}

func (b *builder) expectation(c *contact) readout.Expectation {
	out := readout.Expectation{
		Entry: b.entry(readout.KindExpectation, c.spans[:1], key(c.Deed), "ledger", "a meeting or visit to come"), What: b.title(c), By: c.Date,
	}
	if c.ClaimedBy >= 0 {
		by := b.ref(c.ClaimedBy)
		out.Holder = &by
	}
	return out
}

func (b *builder) title(c *contact) string {
	if c.Kind == readout.KindVisit {
		return b.d.Actors[c.Parties[0]].Name + " to " + b.d.Actors[c.Targets[0]].Name
	}
	name := ""
	for i, a := range c.Parties {
		if i > 0 {
			name += "–"
		}
		name += b.d.Actors[a].Name
	}
	return name + " meeting"
}

// events lists the PLOVER events: meetings and visits as CONSULT, agreements as AGREE, and the acts of the verbs.
func (b *builder) events(meetings, visits []*contact) []readout.Event {
	out := []readout.Event{}
	add := func(d text.Deed, spans []text.Span, plover string, source, target []int) {
		source, target = b.states(source), b.states(target)
		target = slices.DeleteFunc(target, func(a int) bool { return slices.Contains(source, a) })
		if len(source)+len(target) < 2 || len(source) == 0 {
			return
		}
		out = append(out, readout.Event{
			Entry: b.entry(readout.KindEvent, spans, fmt.Sprint(plover, b.ids(source), b.ids(target), d.Status), "event", d.Rule),
			Type:  plover, Source: b.refs(source), Target: b.refs(target), Factuality: factuality(d.Status), Date: d.Date,
		})
	}
	for _, m := range meetings {
		add(m.Deed, m.spans, "CONSULT", m.Parties, nil)
	}
	for _, v := range visits {
		add(v.Deed, v.spans, "CONSULT", v.Parties, v.Targets)
	}
	for _, d := range b.d.Deeds {
		switch d.Kind {
		case readout.KindAgreement:
			add(d, []text.Span{d.Evidence}, "AGREE", d.Parties, nil)
		case readout.KindEvent:
			add(d, []text.Span{d.Evidence}, d.Type, d.Parties, d.Targets)
		}
	}
	slices.SortStableFunc(out, func(x, y readout.Event) int { return cmp.Compare(x.Evidence[0].Start, y.Evidence[0].Start) })
	return slices.CompactFunc(out, func(x, y readout.Event) bool { return x.ID == y.ID })
}

func factuality(s readout.Status) string {
	if s == readout.Held {
		return "happened"
	}
	return string(s)
}

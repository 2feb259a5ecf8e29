package brief

import (
	"cmp"
	"slices"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

// rankOf orders the classes of offices in the lexicon's table of roles, as protocol does. Those not named come last.
var rankOf = map[string]int{
	"head_of_state": 1, "head_of_government": 1, "party": 1, "leader": 1,
	"deputy_head": 2, "body_head": 2,
	"foreign_minister": 3, "defence_minister": 3, "finance_minister": 3, "trade_minister": 3, "interior_minister": 3, "minister": 3,
	"director": 4, "legislature": 4, "other": 4,
	"deputy_minister": 5, "envoy": 5, "military": 5, "regional": 5,
	"spokesperson": 6,
}

// lowest is the rank of those without a known office.
const lowest = 7

// rank returns the rank of an actor by the office it holds, 1 for the highest.
func (b *brief) rank(id string) int {
	best := lowest
	for _, class := range b.classes(b.actors[id]) {
		if r := rankOf[class]; r > 0 && r < best {
			best = r
		}
	}
	return best
}

// ranks returns the ranks of actors, the highest first.
func (b *brief) ranks(refs []readout.ActorRef) []int {
	var out []int
	for _, r := range refs {
		out = append(out, b.rank(r.ID))
	}
	slices.Sort(out)
	return out
}

// classes returns the class of an actor's office; where the record has none, those of the roles that the office's name
// holds. A role that is part of a longer one does not count: "vice president" is not "president".
func (b *brief) classes(a readout.Actor) []string {
	if a.Class != "" {
		return []string{a.Class}
	}
	var out []string
	words := text.Words(clean(a.Office))
	for i := 0; i < len(words); {
		terms, n := b.lex.Match(words, i)
		for _, t := range terms {
			if t.Kind == lexicon.Role {
				out = append(out, t.ID)
			}
		}
		i += max(n, 1)
	}
	return out
}

// Those who speak for no party, by the classes of roles and the sorts of organisations in the lexicon's tables.
var (
	outsideClasses = []string{"analyst", "academic", "media", "outside"}
	outsideSorts   = []string{"media", "thinktank", "university"}
)

// speaksForNone reports whether an actor is a scholar, analyst, journalist or the like, or the house of one.
func (b *brief) speaksForNone(a readout.Actor) bool {
	switch a.Kind {
	case readout.Organisation:
		o, ok := b.lex.Organisation(a.ID)
		return ok && slices.Contains(outsideSorts, o.Sort)
	case readout.Person:
		classes := b.classes(a)
		return len(classes) > 0 && !slices.ContainsFunc(classes, func(c string) bool { return !slices.Contains(outsideClasses, c) })
	}
	return false
}

// statusOrder orders statuses in a list: what was, what may come, what came to nothing.
func statusOrder(s readout.Status) int {
	switch s {
	case readout.Held, readout.Ongoing:
		return 0
	case readout.Planned, readout.Hoped, readout.Possible:
		return 1
	}
	return 2
}

// toCome reports whether a thing of that status lies ahead.
func toCome(s readout.Status) bool { return statusOrder(s) == 1 }

func (b *brief) compareMeetings(x, y gathered[readout.Meeting]) int {
	m, n := x[0].entry, y[0].entry
	return cmp.Or(
		cmp.Compare(statusOrder(m.Status), statusOrder(n.Status)),
		newestFirst(m.Date, n.Date),
		slices.Compare(b.ranks(m.Participants), b.ranks(n.Participants)),
	)
}

func (b *brief) compareVisits(x, y gathered[readout.Visit]) int {
	v, w := x[0].entry, y[0].entry
	return cmp.Or(
		cmp.Compare(statusOrder(v.Status), statusOrder(w.Status)),
		newestFirst(v.Date, w.Date),
		cmp.Compare(b.rank(v.Visitor.ID), b.rank(w.Visitor.ID)),
	)
}

// newestFirst orders dates by their last day, the newest first and unknown ones last.
func newestFirst(a, b readout.Date) int {
	if a.IsZero() || b.IsZero() {
		return compareDates(a, b)
	}
	return compareDates(b, a)
}

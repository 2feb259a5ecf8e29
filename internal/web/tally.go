package web

import (
	"cmp"
	"maps"
	"slices"

	"github.com/readout/readout"
)

// A tally counts how often entries name each actor and country.
type tally struct {
	byActor   map[string]int
	byCountry map[string]int
	refs      map[string]readout.ActorRef
}

func newTally() *tally {
	return &tally{byActor: map[string]int{}, byCountry: map[string]int{}, refs: map[string]readout.ActorRef{}}
}

// tallyOf counts over the entries that say who dealt with whom and who spoke.
// Outside voices speak for no party and are left out.
func tallyOf(r readout.Record) *tally {
	t := newTally()
	outside := map[string]bool{}
	for _, v := range r.Assessments {
		outside[v.Statement] = true
	}
	for _, v := range r.Meetings {
		t.count(v.Participants...)
	}
	for _, v := range r.Visits {
		t.count(v.Visitor, v.Host)
	}
	for _, v := range r.Statements {
		if !outside[v.ID] {
			t.count(v.Speaker)
		}
	}
	for _, v := range r.Agreements {
		t.count(v.Parties...)
	}
	for _, v := range r.Positions {
		t.count(v.Holder)
	}
	for _, v := range r.Incidents {
		t.count(v.Parties...)
	}
	return t
}

func (t *tally) count(refs ...readout.ActorRef) {
	for _, a := range refs {
		if code := countryOf(a); code != "" {
			t.byCountry[code]++
		}
		if !isState(a) && a.ID != "" {
			t.byActor[a.ID]++
			t.refs[a.ID] = a
		}
	}
}

// countries returns the codes of the countries, the most named first.
func (t *tally) countries() []string { return byCount(t.byCountry) }

// actors returns the persons and bodies, the most named first.
func (t *tally) actors() []readout.ActorRef {
	var out []readout.ActorRef
	for _, id := range byCount(t.byActor) {
		out = append(out, t.refs[id])
	}
	return out
}

func byCount(n map[string]int) []string {
	return slices.SortedFunc(maps.Keys(n), func(a, b string) int {
		return cmp.Or(cmp.Compare(n[b], n[a]), cmp.Compare(a, b))
	})
}

// isState reports whether a reference is to a state: its ID is a country's code.
func isState(a readout.ActorRef) bool {
	if len(a.ID) != 3 {
		return false
	}
	for _, c := range a.ID {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

// countryOf is the code of the country an actor is of, a state's own; "" where it has none.
func countryOf(a readout.ActorRef) string {
	if a.Country == "" && isState(a) {
		return a.ID
	}
	return a.Country
}

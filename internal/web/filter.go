package web

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"github.com/readout/readout"
)

// A filter narrows the timeline to lines that name every actor or country asked for: ?with=CHN&with=USA.
type filter struct {
	With      []choice // what is asked for
	Countries []choice // what may be asked for
	Actors    []choice
}

// A choice is a country or an actor to filter by.
type choice struct {
	ID   string // a country's code or an actor's ID
	Name string
	N    int // lines that name it
}

// maxWith is how many actors a filter asks for; the rest of a query is left
// unread. choices is how many actors the form offers; others may still be asked for by address.
const (
	maxWith = 4
	choices = 300
)

func filterOf(q url.Values, lines []timelineLine, names countryNames) filter {
	var f filter
	f.Countries, f.Actors = choicesOf(lines, names)
	for _, id := range q["with"] {
		if id == "" || len(f.With) == maxWith || slices.ContainsFunc(f.With, func(c choice) bool { return c.ID == id }) {
			continue
		}
		c := choice{ID: id, Name: id}
		for _, known := range slices.Concat(f.Countries, f.Actors) {
			if known.ID == id {
				c = known
			}
		}
		f.With = append(f.With, c)
	}
	f.Actors = f.Actors[:min(len(f.Actors), choices)]
	byName(f.Countries)
	byName(f.Actors)
	return f
}

// choicesOf counts the countries and the other actors of the lines, the most frequent first.
func choicesOf(lines []timelineLine, names countryNames) (countries, actors []choice) {
	t := newTally()
	for _, l := range lines {
		t.count(l.Actors...)
	}
	for _, code := range t.countries() {
		countries = append(countries, choice{code, names.of(code), t.byCountry[code]})
	}
	for _, a := range t.actors() {
		actors = append(actors, choice{a.ID, a.Name, t.byActor[a.ID]})
	}
	return countries, actors
}

func byName(cs []choice) {
	slices.SortFunc(cs, func(a, b choice) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.ID, b.ID))
	})
}

// lets reports whether each of what is asked for is among the actors or their countries.
func (f filter) lets(actors []readout.ActorRef) bool {
	for _, c := range f.With {
		if !slices.ContainsFunc(actors, func(a readout.ActorRef) bool { return a.ID == c.ID || countryOf(a) == c.ID }) {
			return false
		}
	}
	return true
}

// A choiceBox is one of the form's boxes to choose in.
type choiceBox struct {
	filter
	Label  string
	Any    string // what choosing nobody is called
	Chosen string // ID; "" for nobody
}

// Select is the nth box of the form.
func (p timelinePage) Select(n int, label, anybody string) choiceBox {
	b := choiceBox{filter: p.Filter, Label: label, Any: anybody}
	if n < len(p.Filter.With) {
		b.Chosen = p.Filter.With[n].ID
	}
	return b
}

// Names are the names of what is asked for.
func (f filter) Names() string {
	var out []string
	for _, c := range f.With {
		out = append(out, c.Name)
	}
	return strings.Join(out, " – ")
}

func (f filter) title() string {
	if len(f.With) == 0 {
		return "Timeline"
	}
	return "Timeline: " + f.Names()
}

package lexicon

import (
	"strings"

	"github.com/readout/readout/internal/text"
)

func (l *Lexicon) enterState(r row) error {
	code, name := r.get("code"), r.get("name")
	if len(code) != 3 || strings.ToUpper(code) != code {
		return r.errorf("want an ISO 3166-1 alpha-3 code, not %q", code)
	}
	if _, ok := l.states[code]; ok {
		return r.errorf("state %q stands twice", code)
	}
	l.states[code] = name
	if r.get("status") == "territory" {
		l.enterTerritory(code, name, r)
		return nil
	}
	l.enterNames(State, code, append([]string{name}, r.list("aliases")...))
	l.enterNames(Demonym, code, r.list("demonyms"))
	for i, capital := range r.list("capitals") {
		if i == 0 {
			l.capitals[code] = capital
		}
		l.seat(capital, code, "capital")
	}
	return nil
}

// enterTerritory enters a territory that another state governs: a place with people of its own.
func (l *Lexicon) enterTerritory(code, name string, r row) {
	id := placeID(name, code)
	l.places[id] = Place{Name: name, Country: code, Kind: "territory"}
	for _, n := range append([]string{name}, r.list("aliases")...) {
		l.terms.add(text.Words(n), Term{Kind: PlaceTerm, ID: id, Name: name, Country: code, Sort: "territory", Cased: true})
	}
	l.enterNames(Demonym, code, r.list("demonyms"))
}

func (l *Lexicon) enterStateNames(r row) error {
	code := r.get("code")
	if _, ok := l.states[code]; !ok {
		return r.errorf("no state %q in states.tsv", code)
	}
	l.enterNames(State, code, r.list("aliases"))
	l.enterNames(Demonym, code, r.list("demonyms"))
	return nil
}

// enterNames enters names of a state that are matched as they are written.
func (l *Lexicon) enterNames(kind TermKind, code string, names []string) {
	for _, name := range names {
		l.terms.add(text.Words(name), Term{Kind: kind, ID: code, Name: l.states[code], Country: code, Cased: true})
	}
}

func (l *Lexicon) enterSeat(r row) error {
	if _, ok := l.states[r.get("country")]; !ok {
		return r.errorf("no state %q in states.tsv", r.get("country"))
	}
	if body := r.get("body"); body != "" {
		l.bodies[r.get("name")] = body
		return nil
	}
	l.seat(r.get("name"), r.get("country"), r.get("kind"))
	return nil
}

// BodyAt returns the ID of the international body that the name of its seat stands for, or "".
func (l *Lexicon) BodyAt(seat string) string {
	if body, ok := l.bodies[seat]; ok {
		return "organisation:" + Slug(body)
	}
	return ""
}

// seat enters a capital or a building that stands for a government. A capital of the name of its
// state, such as Singapore, is left to the state.
func (l *Lexicon) seat(name, code, sort string) {
	if name == l.states[code] {
		return
	}
	l.terms.add(text.Words(name), Term{Kind: Seat, ID: code, Name: name, Country: code, Sort: sort, Cased: true})
}

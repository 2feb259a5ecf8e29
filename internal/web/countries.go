package web

import "github.com/readout/readout"

// countryNames names countries by code.
type countryNames struct {
	own   map[string]string // as records name their states
	known func(code string) string
}

func (s *site) countryNames() countryNames {
	return countryNames{own: map[string]string{}, known: s.names}
}

// learn takes up the names that a record gives its states.
func (c countryNames) learn(r readout.Record) {
	for _, a := range r.Actors {
		if a.Kind == readout.State && a.Name != "" && c.own[a.ID] == "" {
			c.own[a.ID] = a.Name
		}
	}
}

// of returns the name of a country: the one in general use, a record's, or else the code.
func (c countryNames) of(code string) string {
	if name := c.known(code); name != "" {
		return name
	}
	if name := c.own[code]; name != "" {
		return name
	}
	return code
}

// actor returns the name of an actor, a state's by its code where the reference gives none.
func (c countryNames) actor(a readout.ActorRef) string {
	if a.Name == "" {
		return c.of(a.ID)
	}
	return a.Name
}

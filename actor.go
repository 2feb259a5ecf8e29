package readout

// An ActorKind says what sort of actor a name stands for.
type ActorKind string

// The kinds of actor.
const (
	Person       ActorKind = "person"
	Organisation ActorKind = "organisation"
	State        ActorKind = "state"
)

// Actor is a person, an organisation or a state named by an article.
type Actor struct {
	ID       string     `json:"id"`   // "USA" for a state, "person:antony-blinken", "organisation:xinhua"
	Name     string     `json:"name"` // after resolution: the fullest or the lexicon's name
	Kind     ActorKind  `json:"kind"`
	Country  string     `json:"country,omitempty"` // ISO 3166-1 alpha-3; empty for international bodies and where unknown
	Office   string     `json:"office,omitempty"`  // the office held on the day, or the role the text gives
	Body     string     `json:"body,omitempty"`    // the international body an official without a country speaks for: "European Union"
	Class    string     `json:"class,omitempty"`   // what sort of office: "foreign_minister", "spokesperson", "analyst"
	Evidence []Evidence `json:"evidence"`          // the mentions; the first is the first full one
	Made     Provenance `json:"made"`
}

// Ref returns the short form of the actor that other entries hold.
func (a Actor) Ref() ActorRef { return ActorRef{ID: a.ID, Name: a.Name, Country: a.Country} }

// ActorRef points at an Actor of the same record.
type ActorRef struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Country string `json:"country,omitempty"`
}

// Place is a place named by an article.
type Place struct {
	Name    string  `json:"name"`
	Country string  `json:"country,omitempty"` // ISO 3166-1 alpha-3
	Lat     float64 `json:"lat,omitempty"`     // degrees north; 0 with Lon 0 where unknown
	Lon     float64 `json:"lon,omitempty"`     // degrees east
}

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
	Sector   string     `json:"sector,omitempty"`  // as PLOVER and CAMEO name it: "GOV", "MIL", "MED", "IGO"; empty for states and where unknown
	Code     string     `json:"code,omitempty"`    // CAMEO's: country or international body, then the sector: "USA", "USAGOV", "IGOUNO", "CHNMED"
	Evidence []Evidence `json:"evidence"`          // the mentions; the first is the first full one
	Made     Provenance `json:"made"`

	// Candidates are those whom the name may stand for where there are several, the likeliest first. Unsure says that the article does not
	// tell which of them: then the actor has the office and country of none.
	Candidates []Candidate `json:"candidates,omitempty"`
	Unsure     bool        `json:"unsure,omitempty"`
}

// Candidate is somebody whom a name may stand for.
type Candidate struct {
	ActorRef
	Score float64 `json:"score"` // share of all candidates' scores, of two decimals
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

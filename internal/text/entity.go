package text

// Entity is a name or a date at the tokens [First, Last), with what stands inside it listed after it.
type Entity struct {
	Span
	First, Last int
	Type        EntityType
	Parent      int     // index into Doc.Entities of the entity it stands in, -1 for none
	Score       float32 // by how much the model prefers the type over the next best, a word; 0 for what a rule found. No probability
	Rule        string  // the rule or model that found it
}

// An EntityType says what sort of thing a name stands for.
type EntityType string

// The types of entity.
const (
	Person       EntityType = "person"       // "Antony Blinken", with a title before the name: "President Xi Jinping"
	Organisation EntityType = "organisation" // "European Union", "Democratic Party"
	Geographic   EntityType = "place"        // what has no government: "South China Sea", "Mount Everest"
	Polity       EntityType = "gpe"          // a state, city or region with a government: "China", "Bavaria", "Berlin"
	Facility     EntityType = "facility"     // what people built: "Brandenburg Gate", "Heathrow Airport"
	Happening    EntityType = "event"        // "Munich Security Conference", "World War II", "2019 Canadian federal election"
	Day          EntityType = "date"         // "18 February", "last week"
	Nationality  EntityType = "nationality"  // "Chinese", "Americans"
	Office       EntityType = "office"       // a title inside a person's name: "President"
)

// Package readout is the domain of the program of the same name: the plain
// types of a sourced ledger of relations between states. A report (Article) is
// coded into a Record, which lists who met whom, who said what and what was
// agreed; each entry carries the exact words it was read from (Evidence) and
// what made it (Provenance).
//
// The package depends on the standard library alone and every other package of
// the module may import it. Coding an article is the work of package coder:
//
//	c, err := coder.New()
//	record, err := c.Code(ctx, article)
//
// Positions in a text are counted in Unicode code points, as the W3C Web
// Annotation model asks, and countries are ISO 3166-1 alpha-3 codes.
package readout

// Version is the version of the program; every Record names it.
const Version = "0.1.0"

// SchemaRecord names the JSON form of Record that this version writes.
const SchemaRecord = "readout-record/1"

// Record is all that was read out of one article. Coding the same article with
// the same version gives the same bytes.
type Record struct {
	Schema       string        `json:"schema"`
	Article      Article       `json:"article"`
	Actors       []Actor       `json:"actors"`
	Meetings     []Meeting     `json:"meetings"`
	Visits       []Visit       `json:"visits"`
	Statements   []Statement   `json:"statements"`
	Agreements   []Agreement   `json:"agreements"`
	Positions    []Position    `json:"positions"`
	Incidents    []Incident    `json:"incidents"`
	Expectations []Expectation `json:"expectations"`
	Assessments  []Assessment  `json:"assessments"`
	Events       []Event       `json:"events"`
	Coder        Coder         `json:"coder"`
}

// Coder names what made a Record, so that it can be made again.
type Coder struct {
	Version  string   `json:"version"`
	Models   []string `json:"models"`   // name@checksum of each weights file
	Lexicons []string `json:"lexicons"` // name@checksum of each table
}

// Provenance says which part of the coder made an entry.
type Provenance struct {
	Stage   string  `json:"stage"`           // the stage: "speech", "event", "ledger"
	Rule    string  `json:"rule"`            // the rule or model within the stage
	Version string  `json:"version"`         // version of the program
	Score   float64 `json:"score,omitempty"` // a model's confidence in [0,1]; 0 for rules
}

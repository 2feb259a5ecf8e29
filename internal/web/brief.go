package web

import "github.com/readout/readout"

// A brief is what a record says, laid out for reading: each line holds a ref,
// the way to its words.
type brief struct {
	Parties   []string // the countries most concerned, two at most
	Meetings  []meetingLine
	Visits    []visitLine
	Said      []side
	Agreed    []agreementLine
	Positions []issue
	Incidents []incidentLine
	Next      []expectationLine
	Voices    []voice
	NotSaid   []gap
	Events    []eventLine
	Actors    []actorLine
	Made      []madeLine
}

// A party is an actor as a line names it.
type party struct {
	Name   string
	Office string
}

type meetingLine struct {
	Ref          ref
	Badge        badge
	Date         readout.Date
	Participants []party
	Place        string
	Length       string // "30 min"
	LengthWords  string // the article's words for it
	Occasion     string
}

type visitLine struct {
	Ref     ref
	Badge   badge
	Date    readout.Date
	Visitor party
	Host    string
	Place   string
	First   string
}

type agreementLine struct {
	Ref       ref
	Badge     badge
	Date      readout.Date
	Parties   []string
	What      []words
	Issue     string
	ClaimedBy string // whose word it is; "" for the report’s own
}

// An issue gathers where the parties stand on one thing.
type issue struct {
	Name  string
	Lines []positionLine
}

type positionLine struct {
	Ref     ref
	Holder  string
	RedLine bool
	Words   []words
}

type incidentLine struct {
	Ref         ref
	Date        readout.Date
	Parties     []string
	Issue       string
	Consequence string
	Words       []words
}

type expectationLine struct {
	Ref    ref
	What   string
	By     readout.Date
	Holder string // "" for the report's own
	Words  []words
}

type eventLine struct {
	Ref    ref
	Type   string
	Source []string
	Target []string
	Badge  badge
	Date   readout.Date
}

type actorLine struct {
	Ref     ref
	Name    string
	Kind    readout.ActorKind
	Office  string
	Country string
}

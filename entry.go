package readout

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// A Kind is a kind of ledger entry.
type Kind string

// The kinds of entry, in the order in which a Record lists them.
const (
	KindActor       Kind = "actor"
	KindMeeting     Kind = "meeting"
	KindVisit       Kind = "visit"
	KindStatement   Kind = "statement"
	KindAgreement   Kind = "agreement"
	KindPosition    Kind = "position"
	KindIncident    Kind = "incident"
	KindExpectation Kind = "expectation"
	KindAssessment  Kind = "assessment"
	KindEvent       Kind = "event"
)

// Entry is what the entries of all kinds have in common.
type Entry struct {
	ID       string     `json:"id"`       // EntryID
	Evidence []Evidence `json:"evidence"` // never empty; the first is the main one
	Made     Provenance `json:"made"`
	Topics   []string   `json:"topics,omitempty"` // the issues that the words of the evidence name, as the lexicon's table of issues calls them
}

// EntryID gives an entry a short stable name: its kind's letter and twelve
// hexadecimal digits over the article, the kind, the span of its main evidence and a
// discriminator for entries that share a span.
func EntryID(k Kind, e Evidence, discriminator string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%d\x00%d\x00%s", e.Article, k, e.Start, e.End, discriminator))
	return string(k[0]) + hex.EncodeToString(sum[:6])
}

// A Status says how real a meeting or visit is. Deeds, plans, hopes and
// denials are different things.
type Status string

// The statuses of a meeting or a visit.
const (
	Held      Status = "held"
	Ongoing   Status = "ongoing"
	Planned   Status = "planned"
	Hoped     Status = "hoped"
	Possible  Status = "possible"
	Denied    Status = "denied"
	Cancelled Status = "cancelled"
	Postponed Status = "postponed"
)

// Meeting is an encounter of named participants.
type Meeting struct {
	Entry
	Participants []ActorRef `json:"participants"`
	Status       Status     `json:"status"`
	Date         Date       `json:"date,omitzero"`
	Place        *Place     `json:"place,omitempty"`
	Minutes      int        `json:"minutes,omitempty"`  // length; 0 where the text gives none
	Length       string     `json:"length,omitempty"`   // the words that give the length: "roughly 30-minute"
	Occasion     string     `json:"occasion,omitempty"` // "G20 summit": met on the sidelines of it
}

// Visit is a journey of a person, or of a state's delegation, to a host state.
type Visit struct {
	Entry
	Visitor ActorRef `json:"visitor"`
	Host    ActorRef `json:"host"` // a state
	Status  Status   `json:"status"`
	Date    Date     `json:"date,omitzero"` // a day, month or year, or the interval of the stay
	Place   *Place   `json:"place,omitempty"`
	First   string   `json:"first,omitempty"` // the article's own claim: "first by a US secretary of state since 2018"
}

// A Form says how the words of a statement are given.
type Form string

// The forms of a statement.
const (
	Direct   Form = "direct"   // all content stands in quotation marks
	Mixed    Form = "mixed"    // paraphrase with quoted words in it
	Indirect Form = "indirect" // paraphrase alone
)

// Statement is something said or written by a speaker. Its main evidence is the content.
type Statement struct {
	Entry
	Speaker  ActorRef   `json:"speaker"`
	With     []ActorRef `json:"with,omitempty"` // further joint speakers
	Form     Form       `json:"form"`
	Cue      *Evidence  `json:"cue,omitempty"`      // "told", "according to"
	Via      *ActorRef  `json:"via,omitempty"`      // who relayed it
	Audience string     `json:"audience,omitempty"` // to whom: an actor's name, or "reporters"
	Date     Date       `json:"date,omitzero"`
}

// Agreement is something parties agreed on, or that one of them pledged.
type Agreement struct {
	Entry
	Parties   []ActorRef `json:"parties"` // states and international bodies
	Status    string     `json:"status"`  // agreed, pledged, reaffirmed, signed
	Issue     string     `json:"issue,omitempty"`
	What      string     `json:"what"`                 // the words that say what was agreed
	ClaimedBy *ActorRef  `json:"claimed_by,omitempty"` // whose word it is; nil for the reporter's own
	Date      Date       `json:"date,omitzero"`
}

// A Stance is how a party stands to an issue.
type Stance string

// The stances.
const (
	Support Stance = "support"
	Oppose  Stance = "oppose"
	Concern Stance = "concern"
	Demand  Stance = "demand"
	RedLine Stance = "red line" // will not have it
	Offer   Stance = "offer"    // would do it
	Reserve Stance = "reserve"  // denies it, or leaves it open
)

// Position is where a party stands on an issue.
type Position struct {
	Entry
	Holder   ActorRef `json:"holder"` // a state or an international body
	Issue    string   `json:"issue"`  // the words that say what it is about
	Stance   Stance   `json:"stance,omitempty"`
	Strength int      `json:"strength,omitempty"` // 1 weak, 2 plain, 3 strong; 0 where nothing tells
	RedLine  bool     `json:"red_line,omitempty"`
	Date     Date     `json:"date,omitzero"`
}

// About is the first issue that the words name, or else the words that say what it is about.
func (p Position) About() string {
	if len(p.Topics) > 0 {
		return p.Topics[0]
	}
	return p.Issue
}

// Incident is a thing that happened between parties and what it led to.
type Incident struct {
	Entry
	Parties     []ActorRef `json:"parties"`
	Issue       string     `json:"issue"`
	Consequence string     `json:"consequence,omitempty"`
	Date        Date       `json:"date,omitzero"`
}

// Expectation is a hope, a forecast or an announced next step.
type Expectation struct {
	Entry
	What   string    `json:"what"`
	By     Date      `json:"by,omitzero"`
	Holder *ActorRef `json:"holder,omitempty"` // nil for the reporter's own
}

// Assessment is the judgement of someone who speaks for no party.
type Assessment struct {
	Entry
	Speaker     ActorRef `json:"speaker"`
	Affiliation string   `json:"affiliation,omitempty"`
	Statement   string   `json:"statement"` // ID of the statement
}

// Event is a PLOVER event.
type Event struct {
	Entry
	Type       string     `json:"type"` // AGREE, CONSULT, …
	Source     []ActorRef `json:"source"`
	Target     []ActorRef `json:"target,omitempty"`
	Factuality string     `json:"factuality"` // happened, ongoing, planned, hoped, possible, denied, cancelled, postponed
	Date       Date       `json:"date,omitzero"`
}

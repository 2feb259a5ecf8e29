package score

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// entry is an entry of any kind, seen as evidence and named fields.
type entry struct {
	evidence string
	fields   []field
}

// field is a named value, or a set of values, of an entry.
type field struct {
	name  string
	value []string // nil where the entry leaves it out; not compared then
	flags flag
	among []string // the words it may hold; nil for any
}

type flag uint

const (
	required  flag = 1 << iota // must be there
	date                       // an ISO date
	reference                  // names an actor: a state may go by name or by code
	anyOf                      // one of gold's values is enough
	own                        // compared only where gold has no better field: see eventEntry
	label                      // shown to the reader, never compared
)

// kind is one row of the table of what is compared.
type kind struct {
	name    string
	open    bool // a reader may fairly see more than gold lists: no precision
	bare    bool // has no evidence; fields alone decide
	content bool // the evidence itself must agree in extent
	entries func(Gold) []entry
}

// The names of the kinds that something asks for by name.
const (
	actorKind     = "actors"
	statementKind = "statements"
)

// kinds is what is scored, in the order of the report.
var kinds = []kind{
	{name: actorKind, bare: true, entries: each(func(g Gold) []Actor { return g.Actors }, actorEntry)},
	{name: "meetings", entries: each(func(g Gold) []Meeting { return g.Meetings }, meetingEntry)},
	{name: "visits", entries: each(func(g Gold) []Visit { return g.Visits }, visitEntry)},
	{name: statementKind, content: true, entries: each(func(g Gold) []Statement { return g.Statements }, statementEntry)},
	{name: "agreements", entries: each(func(g Gold) []Agreement { return g.Agreements }, agreementEntry)},
	{name: "positions", open: true, entries: each(func(g Gold) []Position { return g.Positions }, positionEntry)},
	{name: "incidents", entries: each(func(g Gold) []Incident { return g.Incidents }, incidentEntry)},
	{name: "expectations", entries: each(func(g Gold) []Expectation { return g.Expectations }, expectationEntry)},
	{name: "events", open: true, entries: each(func(g Gold) []Event { return g.Events }, eventEntry)},
}

func each[T any](list func(Gold) []T, convert func(T) entry) func(Gold) []entry {
	return func(g Gold) []entry {
		var out []entry
		for _, t := range list(g) {
			out = append(out, convert(t))
		}
		return out
	}
}

// The words that fields with a fixed vocabulary may hold.
var (
	actorKinds = []string{"person", "organisation", "state"}
	forms      = []string{"direct", "mixed", "indirect"}
	statuses   = []string{"held", "ongoing", "planned", "hoped", "possible", "denied", "cancelled", "postponed"}
	factuals   = []string{"happened", "ongoing", "planned", "hoped", "possible", "denied", "cancelled", "postponed"}
)

func actorEntry(a Actor) entry {
	// A country that gold gives as null is a statement of its own: the actor has none.
	country := ""
	if a.Country != nil {
		country = *a.Country
	}
	return entry{fields: []field{
		{name: "name", value: one(a.Name), flags: required},
		{name: "country", value: []string{country}},
		{name: "kind", value: one(a.Kind), flags: required, among: actorKinds},
	}}
}

func meetingEntry(m Meeting) entry {
	var minutes []string
	if m.Minutes != 0 {
		minutes = one(strconv.Itoa(m.Minutes))
	}
	return entry{m.Evidence, []field{
		{name: "participants", value: m.Participants, flags: required | reference},
		{name: "status", value: one(m.Status), flags: required, among: statuses},
		{name: "date", value: one(m.Date), flags: date},
		{name: "place", value: one(m.Place)},
		{name: "minutes", value: minutes},
	}}
}

func visitEntry(v Visit) entry {
	return entry{v.Evidence, []field{
		{name: "visitor", value: one(v.Visitor), flags: required | reference},
		{name: "host", value: one(v.Host), flags: required | reference},
		{name: "status", value: one(v.Status), flags: required, among: statuses},
		{name: "date", value: one(v.Date), flags: date},
		{name: "place", value: one(v.Place), flags: label},
	}}
}

func statementEntry(s Statement) entry {
	return entry{s.Evidence, []field{
		{name: "speaker", value: append(one(s.Speaker), s.With...), flags: required | reference | anyOf},
		{name: "form", value: one(s.Form), flags: required, among: forms},
		{name: "via", value: one(s.Via), flags: reference},
		{name: "audience", value: one(s.Audience), flags: reference},
		{name: "date", value: one(s.Date), flags: date | label},
	}}
}

func agreementEntry(a Agreement) entry {
	return entry{a.Evidence, []field{
		{name: "parties", value: a.Parties, flags: required | reference},
		{name: "status", value: one(a.Status), flags: required},
		{name: "claimed_by", value: one(a.ClaimedBy), flags: reference},
		{name: "issue", value: one(a.Issue), flags: label},
		{name: "date", value: one(a.Date), flags: date | label},
	}}
}

func positionEntry(p Position) entry {
	return entry{p.Evidence, []field{
		{name: "holder", value: one(p.Holder), flags: required | reference},
		{name: "issue", value: one(p.Issue), flags: label},
		{name: "date", value: one(p.Date), flags: date | label},
	}}
}

func incidentEntry(i Incident) entry {
	return entry{i.Evidence, []field{
		{name: "parties", value: i.Parties, flags: required | reference},
		{name: "date", value: one(i.Date), flags: date},
		{name: "issue", value: one(i.Issue), flags: label},
	}}
}

func expectationEntry(e Expectation) entry {
	return entry{e.Evidence, []field{
		{name: "holder", value: one(e.Holder), flags: reference},
		{name: "what", value: one(e.What), flags: label},
		{name: "by", value: one(e.By), flags: date | label},
	}}
}

// eventEntry gives the parties of a reciprocal event as one set, since neither
// side of a meeting or an agreement did it to the other: two sides that meet are
// equal, and three or more equal parties all stand as source.
func eventEntry(e Event) entry {
	oneWay, together := flag(0), label
	if reciprocal(e) {
		oneWay, together = label, 0
	}
	parties := append(slices.Clone(e.Source), e.Target...)
	return entry{e.Evidence, []field{
		{name: "type", value: one(e.Type), flags: required},
		{name: "source", value: e.Source, flags: required | reference | oneWay},
		{name: "target", value: e.Target, flags: reference | oneWay},
		{name: "parties", value: parties, flags: reference | together | own},
		{name: "factuality", value: one(e.Factuality), flags: required, among: factuals},
		{name: "date", value: one(e.Date), flags: date | label},
	}}
}

// reciprocal reports whether source and target of the event are equals.
func reciprocal(e Event) bool {
	return e.Type == "CONSULT" || e.Type == "AGREE" || (len(e.Source) > 1 && len(e.Target) == 0)
}

// one returns a set of one value, or nil for an empty one.
func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// check complains of the first field that no comparison could use.
func (e entry) check(at string) error {
	for _, f := range e.fields {
		if f.flags&required != 0 && len(f.value) == 0 {
			return fmt.Errorf("%s.%s: is missing or empty", at, f.name)
		}
		for _, v := range f.value {
			if err := f.checkValue(v); err != nil {
				return fmt.Errorf("%s.%s: %w", at, f.name, err)
			}
		}
	}
	return nil
}

func (f field) checkValue(v string) error {
	if f.flags&required != 0 && strings.TrimSpace(v) == "" {
		return fmt.Errorf("is missing or empty")
	}
	if f.among != nil && !slices.Contains(f.among, v) {
		return fmt.Errorf("want one of %s, found %q", strings.Join(f.among, ", "), v)
	}
	if f.flags&date != 0 {
		return checkDate("date", v)
	}
	return nil
}

// String shows the entry on one line: its values, named where a value alone would puzzle.
func (e entry) String() string {
	var parts []string
	for _, f := range e.fields {
		if f.flags&own != 0 || len(f.value) == 0 {
			continue
		}
		parts = append(parts, f.name+": "+strings.Join(f.value, " + "))
	}
	return strings.Join(parts, "; ")
}

// get returns the values of the named field.
func (e entry) get(name string) []string {
	for _, f := range e.fields {
		if f.name == name {
			return f.value
		}
	}
	return nil
}

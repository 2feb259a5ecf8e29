package store

import (
	"encoding/json"
	"fmt"

	"github.com/readout/readout"
)

// Row is an entry laid out for a table: what one filters by in columns, all of
// it as JSON.
type Row struct {
	Number   int // over all entries of the record, from 0, in its order
	Kind     readout.Kind
	ID       string
	Date     readout.Date // the entry's own; zero where it has none
	When     readout.Date // Date, or else the article's date of publication
	Status   string
	Topics   []string
	Evidence readout.Evidence // the main one; zero for an actor without mentions
	Parts    []Part
	JSON     []byte
}

// Part is an actor's part in an entry.
type Part struct {
	Role  string // participant, visitor, host, speaker, via, …
	Actor readout.ActorRef
}

// Rows lays out the entries of a record.
func Rows(r readout.Record) ([]Row, error) {
	l := layout{published: r.Article.Published, actors: r.Actors}
	for _, a := range r.Actors {
		l.add(readout.KindActor, readout.Entry{ID: a.ID, Evidence: a.Evidence}, a, Row{Parts: parts("actor", a.Ref())})
	}
	for _, m := range r.Meetings {
		l.add(readout.KindMeeting, m.Entry, m, meetingRow(m))
	}
	for _, v := range r.Visits {
		l.add(readout.KindVisit, v.Entry, v, visitRow(v))
	}
	for _, s := range r.Statements {
		l.add(readout.KindStatement, s.Entry, s, l.statementRow(s))
	}
	for _, a := range r.Agreements {
		l.add(readout.KindAgreement, a.Entry, a, agreementRow(a))
	}
	for _, p := range r.Positions {
		l.add(readout.KindPosition, p.Entry, p, Row{Date: p.Date, Parts: parts("holder", p.Holder)})
	}
	for _, i := range r.Incidents {
		l.add(readout.KindIncident, i.Entry, i, Row{Date: i.Date, Parts: parts("party", i.Parties...)})
	}
	for _, e := range r.Expectations {
		l.add(readout.KindExpectation, e.Entry, e, Row{Date: e.By, Parts: part("holder", e.Holder)})
	}
	for _, a := range r.Assessments {
		l.add(readout.KindAssessment, a.Entry, a, Row{Parts: parts("speaker", a.Speaker)})
	}
	for _, e := range r.Events {
		l.add(readout.KindEvent, e.Entry, e, eventRow(e))
	}
	return l.rows, l.err
}

func meetingRow(m readout.Meeting) Row {
	return Row{Date: m.Date, Status: string(m.Status), Parts: parts("participant", m.Participants...)}
}

func visitRow(v readout.Visit) Row {
	return Row{Date: v.Date, Status: string(v.Status), Parts: append(parts("visitor", v.Visitor), parts("host", v.Host)...)}
}

// statementRow counts the audience among the actors when it is one of the record's.
func (l *layout) statementRow(s readout.Statement) Row {
	row := Row{Date: s.Date, Parts: parts("speaker", s.Speaker)}
	row.Parts = append(row.Parts, parts("speaker", s.With...)...)
	row.Parts = append(row.Parts, part("via", s.Via)...)
	for _, a := range l.actors {
		if s.Audience != "" && a.Name == s.Audience {
			row.Parts = append(row.Parts, parts("audience", a.Ref())...)
			break
		}
	}
	return row
}

func agreementRow(a readout.Agreement) Row {
	return Row{
		Date: a.Date, Status: a.Status,
		Parts: append(parts("party", a.Parties...), part("claimed_by", a.ClaimedBy)...),
	}
}

func eventRow(e readout.Event) Row {
	return Row{
		Date: e.Date, Status: e.Factuality,
		Parts: append(parts("source", e.Source...), parts("target", e.Target...)...),
	}
}

func parts(role string, actors ...readout.ActorRef) []Part {
	out := make([]Part, 0, len(actors))
	for _, a := range actors {
		out = append(out, Part{Role: role, Actor: a})
	}
	return out
}

func part(role string, actor *readout.ActorRef) []Part {
	if actor == nil {
		return nil
	}
	return parts(role, *actor)
}

// layout gathers the rows of a record up to the first error.
type layout struct {
	published readout.Date
	actors    []readout.Actor
	rows      []Row
	err       error
}

// add completes a row with what entries of all kinds have.
func (l *layout) add(kind readout.Kind, e readout.Entry, entry any, row Row) {
	if l.err != nil {
		return
	}
	if row.JSON, l.err = json.Marshal(entry); l.err != nil {
		l.err = fmt.Errorf("write %s %q as JSON: %w", kind, e.ID, l.err)
		return
	}
	row.Number, row.Kind, row.ID, row.Topics = len(l.rows), kind, e.ID, e.Topics
	if len(e.Evidence) > 0 {
		row.Evidence = e.Evidence[0]
	}
	row.When = row.Date
	if row.When.IsZero() {
		row.When = l.published
	}
	l.rows = append(l.rows, row)
}

package main

import (
	"fmt"
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/store"
)

// list says how show lists a kind of entry.
type list struct {
	plural string
	kind   readout.Kind
	header []string // of the cells and, last, of the ID
	words  int      // the column with the words, which may be long
	cells  func(store.Found) ([]string, error)
}

// lists is the kinds of entry that show knows, in its order.
func lists() []list {
	return []list{
		{"meetings", readout.KindMeeting, []string{"DATE", "STATUS", "PARTICIPANTS", "PLACE", "WORDS", "ID"}, 4, cellsOf(meetingCells)},
		{"visits", readout.KindVisit, []string{"DATE", "STATUS", "VISITOR", "HOST", "WORDS", "ID"}, 4, cellsOf(visitCells)},
		{"statements", readout.KindStatement, []string{"DATE", "SPEAKER", "FORM", "WORDS", "ID"}, 3, cellsOf(statementCells)},
		{"agreements", readout.KindAgreement, []string{"DATE", "STATUS", "PARTIES", "WORDS", "ID"}, 3, cellsOf(agreementCells)},
		{"positions", readout.KindPosition, []string{"DATE", "HOLDER", "STANCE", "ISSUE", "WORDS", "ID"}, 4, cellsOf(positionCells)},
		{"incidents", readout.KindIncident, []string{"DATE", "PARTIES", "ISSUE", "WORDS", "ID"}, 3, cellsOf(incidentCells)},
		{"expectations", readout.KindExpectation, []string{"BY", "HOLDER", "WORDS", "ID"}, 2, cellsOf(expectationCells)},
		{"assessments", readout.KindAssessment, []string{"DATE", "SPEAKER", "AFFILIATION", "WORDS", "ID"}, 3, cellsOf(assessmentCells)},
		{"events", readout.KindEvent, []string{"DATE", "TYPE", "STATUS", "SOURCE", "TARGET", "WORDS", "ID"}, 5, cellsOf(eventCells)},
		{"actors", readout.KindActor, []string{"NAME", "KIND", "STATE", "OFFICE", "ID"}, 3, cellsOf(actorCells)},
	}
}

func listOf(plural string) (list, bool) {
	for _, l := range lists() {
		if l.plural == plural || string(l.kind) == plural {
			return l, true
		}
	}
	return list{}, false
}

// cellsOf makes cells of a found entry by way of its type.
func cellsOf[T store.Entry](cells func(T, store.Source) []string) func(store.Found) ([]string, error) {
	return func(f store.Found) ([]string, error) {
		e, err := store.Decode[T](f)
		if err != nil {
			return nil, err
		}
		return cells(e, f.Article), nil
	}
}

func meetingCells(m readout.Meeting, s store.Source) []string {
	return []string{dateCell(m.Date, s), string(m.Status), names(m.Participants), placeCell(m.Place), words(m.Entry)}
}

func visitCells(v readout.Visit, s store.Source) []string {
	return []string{dateCell(v.Date, s), string(v.Status), v.Visitor.Name, v.Host.Name, words(v.Entry)}
}

func statementCells(st readout.Statement, s store.Source) []string {
	return []string{dateCell(st.Date, s), names(append([]readout.ActorRef{st.Speaker}, st.With...)), string(st.Form), words(st.Entry)}
}

func agreementCells(a readout.Agreement, s store.Source) []string {
	return []string{dateCell(a.Date, s), a.Status, names(a.Parties), words(a.Entry)}
}

func positionCells(p readout.Position, s store.Source) []string {
	stance := string(p.Stance)
	if stance == "" && p.RedLine {
		stance = string(readout.RedLine)
	}
	return []string{dateCell(p.Date, s), p.Holder.Name, stance, p.Issue, words(p.Entry)}
}

func incidentCells(i readout.Incident, s store.Source) []string {
	return []string{dateCell(i.Date, s), names(i.Parties), i.Issue, words(i.Entry)}
}

func expectationCells(e readout.Expectation, s store.Source) []string {
	holder := ""
	if e.Holder != nil {
		holder = e.Holder.Name
	}
	return []string{dateCell(e.By, s), holder, words(e.Entry)}
}

func assessmentCells(a readout.Assessment, s store.Source) []string {
	return []string{dateCell(readout.Date{}, s), a.Speaker.Name, a.Affiliation, words(a.Entry)}
}

func eventCells(e readout.Event, s store.Source) []string {
	return []string{dateCell(e.Date, s), e.Type, e.Factuality, names(e.Source), names(e.Target), words(e.Entry)}
}

func actorCells(a readout.Actor, _ store.Source) []string {
	return []string{a.Name, string(a.Kind), a.Country, a.Office}
}

// dateCell is the entry's own date, or the article's in brackets.
func dateCell(d readout.Date, s store.Source) string {
	if d.IsZero() && !s.Published.IsZero() {
		return fmt.Sprintf("(%s)", s.Published)
	}
	return briefInterval(d.String())
}

// briefInterval leaves out of the end of an interval what it has in common with the start, as ISO 8601 allows:
// 2023-06-18/19, 2024-01/06.
func briefInterval(date string) string {
	from, to, ok := strings.Cut(date, "/")
	if !ok || len(from) != len(to) {
		return date
	}
	for i := strings.LastIndexByte(to, '-') + 1; i > 0; i = strings.LastIndexByte(to[:i-1], '-') + 1 {
		if from[:i] == to[:i] {
			return from + "/" + to[i:]
		}
	}
	return date
}

func placeCell(p *readout.Place) string {
	if p == nil {
		return ""
	}
	return p.Name
}

func names(refs []readout.ActorRef) string {
	out := make([]string, len(refs))
	for i, r := range refs {
		out[i] = r.Name
	}
	return strings.Join(out, ", ")
}

// words is the main evidence of an entry.
func words(e readout.Entry) string {
	if len(e.Evidence) == 0 {
		return ""
	}
	return e.Evidence[0].Exact
}

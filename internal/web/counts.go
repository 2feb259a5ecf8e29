package web

import "github.com/readout/readout"

// kindCount is how many entries of a kind an article has.
type kindCount struct {
	Kind    readout.Kind
	N       int
	Noun    string
	Section string // ID of the part of an article's brief that shows them
}

// kindCounts lists the kinds that a brief shows and an article has entries of.
func kindCounts(n map[readout.Kind]int) []kindCount {
	nouns := []struct {
		kind               readout.Kind
		one, many, section string
	}{
		{readout.KindMeeting, "meeting", "meetings", "meetings"},
		{readout.KindVisit, "visit", "visits", "visits"},
		{readout.KindStatement, "statement", "statements", "said"},
		{readout.KindAgreement, "agreement", "agreements", "agreed"},
		{readout.KindPosition, "position", "positions", "positions"},
		{readout.KindIncident, "incident", "incidents", "incidents"},
		{readout.KindExpectation, "next step", "next steps", "next"},
		{readout.KindAssessment, "outside voice", "outside voices", "voices"},
		{readout.KindEvent, "event", "events", "events"},
	}
	var out []kindCount
	for _, k := range nouns {
		switch n[k.kind] {
		case 0:
		case 1:
			out = append(out, kindCount{k.kind, 1, k.one, k.section})
		default:
			out = append(out, kindCount{k.kind, n[k.kind], k.many, k.section})
		}
	}
	return out
}

// entryCounts counts the entries of a record.
func entryCounts(r readout.Record) map[readout.Kind]int {
	return map[readout.Kind]int{
		readout.KindMeeting:     len(r.Meetings),
		readout.KindVisit:       len(r.Visits),
		readout.KindStatement:   len(r.Statements),
		readout.KindAgreement:   len(r.Agreements),
		readout.KindPosition:    len(r.Positions),
		readout.KindIncident:    len(r.Incidents),
		readout.KindExpectation: len(r.Expectations),
		readout.KindAssessment:  len(r.Assessments),
		readout.KindEvent:       len(r.Events),
	}
}

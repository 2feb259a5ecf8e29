package store

import (
	"encoding/json"
	"fmt"

	"github.com/readout/readout"
)

// Entry is any of the types of entry.
type Entry interface {
	readout.Actor | readout.Meeting | readout.Visit | readout.Statement | readout.Agreement |
		readout.Position | readout.Incident | readout.Expectation | readout.Assessment | readout.Event
}

// Decode reads a found entry as the type of its kind; another type is an error.
func Decode[T Entry](f Found) (T, error) {
	var entry T
	if want := kindOf(entry); f.Kind != want {
		return entry, fmt.Errorf("read %s %q as %s", f.Kind, f.ID, want)
	}
	if err := json.Unmarshal(f.JSON, &entry); err != nil {
		return entry, fmt.Errorf("read %s %q of article %q: %w", f.Kind, f.ID, f.Article.ID, err)
	}
	return entry, nil
}

func kindOf(entry any) readout.Kind {
	switch entry.(type) {
	case readout.Actor:
		return readout.KindActor
	case readout.Meeting:
		return readout.KindMeeting
	case readout.Visit:
		return readout.KindVisit
	case readout.Statement:
		return readout.KindStatement
	case readout.Agreement:
		return readout.KindAgreement
	case readout.Position:
		return readout.KindPosition
	case readout.Incident:
		return readout.KindIncident
	case readout.Expectation:
		return readout.KindExpectation
	case readout.Assessment:
		return readout.KindAssessment
	}
	return readout.KindEvent
}

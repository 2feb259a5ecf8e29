package web

import "github.com/readout/readout"

// A badge says in a word how real something is. Its class sets deeds, things
// still open and things that did not come about apart to the eye as well.
type badge struct {
	Word  string
	Class string
}

// The classes of badges.
const (
	isReal = "is-real" // it came about
	isOpen = "is-open" // it may
	isOff  = "is-off"  // it did not
)

// statusBadge is the badge of a meeting or visit.
func statusBadge(s readout.Status) badge {
	switch s {
	case readout.Held, readout.Ongoing:
		return badge{string(s), isReal}
	case readout.Denied, readout.Cancelled, readout.Postponed:
		return badge{string(s), isOff}
	case "":
		return badge{"status unknown", isOpen}
	}
	return badge{string(s), isOpen}
}

// eventBadge is the badge of an event's factuality, whose deeds are "happened".
func eventBadge(factuality string) badge {
	if factuality == "happened" {
		return badge{factuality, isReal}
	}
	return statusBadge(readout.Status(factuality))
}

// agreementBadge is the badge of an agreement: a pledge is the word of one side and open.
func agreementBadge(status string) badge {
	switch status {
	case "agreed", "signed", "reaffirmed":
		return badge{status, isReal}
	}
	return statusBadge(readout.Status(status))
}

// rank orders badges: what came about, what may, what did not.
func (b badge) rank() int {
	switch b.Class {
	case isReal:
		return 0
	case isOpen:
		return 1
	}
	return 2
}

package store

import (
	"time"

	"github.com/readout/readout"
)

// Days returns the first and the last day that a date covers as YYYY-MM-DD, so
// that their order as text is their order in time. Both are empty for an
// unknown date, which so stands before every known one.
func Days(d readout.Date) (first, last string) {
	if d.IsZero() {
		return "", ""
	}
	return d.First().Format(time.DateOnly), d.Last().Format(time.DateOnly)
}

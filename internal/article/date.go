package article

import (
	"regexp"
	"strings"
	"time"

	"github.com/readout/readout"
)

// dateLayouts are the written forms of a day, without day of week or time.
var dateLayouts = []string{"2006-01-02", "2006/01/02", "20060102", "2 January 2006", "January 2, 2006",
	"January 2 2006", "2 Jan 2006", "Jan 2, 2006", "Jan 2 2006", "2-Jan-2006", "2006-1-2"}

var (
	weekdayAhead = regexp.MustCompile(`^(?i:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?i:day)?[.,]? `)
	timeBehind   = regexp.MustCompile(`(?:T|,? (?:at )?|: ?)\d{1,2}[:.]\d{2}.*$`)
	abbreviated  = regexp.MustCompile(`\b(?:(Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec)\.|(Sep)t\.?|(Jun)e?\.|(Jul)y?\.) `)
	ordinal      = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)\b`)
)

// parseDate reads a calendar date: ISO 8601 of any precision, "19 June 2023",
// "June 19, 2023" or their short forms, with or without a day of the week before
// and a time behind. The day is the one that is written, whatever time zone goes
// with it. It returns the zero date for all else.
func parseDate(s string) readout.Date {
	s = strings.TrimSpace(s)
	if d, err := readout.ParseDate(s); err == nil {
		return d
	}
	s = timeBehind.ReplaceAllString(weekdayAhead.ReplaceAllString(s, ""), "")
	s = abbreviated.ReplaceAllString(ordinal.ReplaceAllString(s, "$1"), "$1$2$3$4 ")
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return readout.DayOf(t)
		}
	}
	return readout.Date{}
}

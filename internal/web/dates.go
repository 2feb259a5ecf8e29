package web

import (
	"time"

	"github.com/readout/readout"
)

// dateWords writes a date as readers write it: 19 June 2023, November 2022,
// 18–19 June 2023, 30 June – 2 July 2023. An unknown date is "".
func dateWords(d readout.Date) string {
	if d.Precision() != readout.Interval {
		return oneDate(d.First(), d.Precision())
	}
	a, b := d.Ends()
	if a.Precision() != b.Precision() {
		return dateWords(a) + " – " + dateWords(b)
	}
	first, last := a.First(), b.First()
	sameYear := first.Year() == last.Year()
	switch {
	case a.Precision() == readout.Year:
		return first.Format("2006") + "–" + last.Format("2006")
	case !sameYear:
		return dateWords(a) + " – " + dateWords(b)
	case a.Precision() == readout.Month:
		return first.Format("January") + "–" + last.Format("January 2006")
	case first.Month() == last.Month():
		return first.Format("2") + "–" + last.Format("2 January 2006")
	}
	return first.Format("2 January") + " – " + last.Format("2 January 2006")
}

func oneDate(t time.Time, p readout.Precision) string {
	switch p {
	case readout.Day:
		return t.Format("2 January 2006")
	case readout.Month:
		return t.Format("January 2006")
	case readout.Year:
		return t.Format("2006")
	}
	return ""
}

// machineDate is the date for the datetime attribute of a time element, which
// knows no intervals: there it is "".
func machineDate(d readout.Date) string {
	if d.Precision() == readout.Interval {
		return ""
	}
	return d.String()
}

package brief

import (
	"strconv"
	"strings"
	"time"

	"github.com/readout/readout"
)

// date writes a date as the brief of a year does: "19 Jun", "18–19 Jun", "Nov 2022", "3 Mar 2019".
func date(d readout.Date, year int) string { return formatDate(d, year, "Jan") }

// fullDate writes a date with the whole name of the month and the year: "18–19 June 2023".
func fullDate(d readout.Date) string { return formatDate(d, 0, "January") }

// formatDate leaves the year of a day out where it is the given one. Blanks within are no-break spaces.
func formatDate(d readout.Date, year int, month string) string {
	if d.Precision() != readout.Interval {
		return noBreak(formatOne(d, year, month))
	}
	a, b := d.Ends()
	end := formatOne(b, year, month)
	switch sameYear := a.First().Year() == b.First().Year(); {
	case a == b:
		return noBreak(end)
	case a.Precision() != b.Precision() || !sameYear:
		return noBreak(formatOne(a, 0, month) + " – " + formatOne(b, 0, month))
	case a.Precision() == readout.Day && a.First().Month() == b.First().Month():
		return noBreak(strconv.Itoa(a.First().Day()) + "–" + end)
	case a.Precision() == readout.Day:
		return noBreak(formatOne(a, a.First().Year(), month) + " – " + end)
	default:
		return noBreak(a.First().Format(month) + "–" + end)
	}
}

func formatOne(d readout.Date, year int, month string) string {
	t := d.First()
	switch d.Precision() {
	case readout.Day:
		if t.Year() == year {
			return t.Format("2 " + month)
		}
		return t.Format("2 " + month + " 2006")
	case readout.Month:
		return t.Format(month + " 2006")
	default:
		return d.String()
	}
}

func noBreak(s string) string { return strings.ReplaceAll(s, " ", string(nbsp)) }

// shortLength writes minutes for a column: "30 min", "7 h 30".
func shortLength(minutes int) string {
	h, m := minutes/60, minutes%60
	switch {
	case h == 0:
		return noBreak(strconv.Itoa(m) + " min")
	case m == 0:
		return noBreak(strconv.Itoa(h) + " h")
	default:
		return noBreak(strconv.Itoa(h) + " h " + strconv.Itoa(m))
	}
}

// longLength writes minutes for a sentence: "30 minutes", "7 hours 30".
func longLength(minutes int) string {
	h, m := minutes/60, minutes%60
	hours := strconv.Itoa(h) + " hours"
	if h == 1 {
		hours = "an hour"
	}
	switch {
	case h == 0 && m == 1:
		return "a minute"
	case h == 0:
		return strconv.Itoa(m) + " minutes"
	case m == 0:
		return hours
	default:
		return hours + " and " + longLength(m)
	}
}

// hedges are words before a length that say how sure it is, with the one they are shown as. "more than three hours" → "over".
var hedges = []struct{ words, shown string }{
	{"more than", "over"}, {"over", "over"}, {"longer than", "over"}, {"at least", "at least"},
	{"less than", "under"}, {"under", "under"}, {"up to", "up to"},
	{"nearly", "nearly"}, {"almost", "nearly"}, {"close to", "nearly"},
	{"roughly", "about"}, {"about", "about"}, {"around", "about"}, {"approximately", "about"}, {"some", "about"},
}

// hedge returns how a meeting's length is qualified: "about ", or "".
func hedge(length string) string {
	words := " " + strings.ToLower(clean(length))
	for _, h := range hedges {
		if strings.Contains(words, " "+h.words+" ") {
			return h.shown + " "
		}
	}
	return ""
}

// days returns the interval between two days.
func days(from, to time.Time) readout.Date {
	return readout.Between(readout.DayOf(from), readout.DayOf(to))
}

package when

import (
	"fmt"
	"time"

	"github.com/readout/readout"
)

// A grain is a unit of the calendar or the clock.
type grain int

const (
	none grain = iota
	second
	minute
	hour
	day
	week
	weekend
	month
	quarter
	half
	season
	year
	decade
	century
)

// stamp is a stretch of the calendar one grain long. n counts grains: days since 1 January 1970, weeks by
// the day number of their Monday, months, quarters, halves and seasons since the year 0, years, decades, centuries.
type stamp struct {
	grain grain
	n     int
	form  string // for a stamp not known: its TIMEX3 value, with X
}

func (s stamp) known() bool { return s.grain != none && s.form == "" }

// The days of the years 1 to 9999, which ISO 8601 writes with four digits.
const (
	firstDay = -719162
	lastDay  = 2932896
)

// inCalendar reports whether a stamp, if known, lies in years of four digits.
func (s stamp) inCalendar() bool { return !s.known() || s.first() >= firstDay && s.last() <= lastDay }

func dayNumber(t time.Time) int { return int(t.Unix() / 86400) }

func dayTime(n int) time.Time { return time.Unix(int64(n)*86400, 0).UTC() }

// dayStamp returns the stamp of a calendar day; not ok where the month has no such day.
func dayStamp(y, m, d int) (stamp, bool) {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return stamp{grain: day, n: dayNumber(t)}, t.Day() == d && int(t.Month()) == m
}

func monthStamp(y, m int) stamp { return stamp{grain: month, n: y*12 + m - 1} }

func yearStamp(y int) stamp { return stamp{grain: year, n: y} }

// mondayOf is the day number of the Monday on or before day n.
func mondayOf(n int) int { return n - (weekdayOf(n) - 1) }

// weekdayOf is 1 for Monday to 7 for Sunday. Day 0 was a Thursday.
func weekdayOf(n int) int { return ((n+3)%7+7)%7 + 1 }

// first is the number of the first day of s.
func (s stamp) first() int {
	date := func(y, m int) int { return dayNumber(time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC)) }
	switch s.grain {
	case week:
		return s.n
	case weekend:
		return s.n + 5
	case month:
		return date(s.n/12, s.n%12+1)
	case quarter:
		return date(s.n/4, s.n%4*3+1)
	case half:
		return date(s.n/2, s.n%2*6+1)
	case season:
		return date(s.n/4, s.n%4*3+3)
	case year:
		return date(s.n, 1)
	case decade:
		return date(s.n*10, 1)
	case century:
		return date(s.n*100, 1)
	}
	return s.n
}

// last is the number of the last day of s.
func (s stamp) last() int {
	if s.grain == week || s.grain == weekend {
		return s.n + 6
	}
	return s.shift(1).first() - 1
}

// step is how many of n one of the grain is.
func (s stamp) step() int {
	if s.grain == week || s.grain == weekend {
		return 7
	}
	return 1
}

// shift returns the stamp k grains later.
func (s stamp) shift(k int) stamp {
	if s.known() {
		s.n += k * s.step()
	}
	return s
}

// as returns the stretch of grain g that s begins in. It isn't known where s is coarser than g.
func (s stamp) as(g grain) stamp {
	if !s.known() || g < s.grain && s.grain != week && s.grain != weekend {
		return unknown(g)
	}
	if g == s.grain {
		return s
	}
	n := s.first()
	t := dayTime(n)
	y, m := t.Year(), int(t.Month())-1
	switch g {
	case week, weekend:
		return stamp{grain: g, n: mondayOf(n)}
	case month:
		return stamp{grain: g, n: y*12 + m}
	case quarter:
		return stamp{grain: g, n: y*4 + m/3}
	case half:
		return stamp{grain: g, n: y*2 + m/6}
	case season:
		return stamp{grain: g, n: (y*12 + m - 2) / 3}
	case year:
		return stamp{grain: g, n: y}
	case decade:
		return stamp{grain: g, n: y / 10}
	case century:
		return stamp{grain: g, n: y / 100}
	}
	return stamp{grain: day, n: n}
}

var unknownForms = map[grain]string{
	day: "XXXX-XX-XX", week: "XXXX-WXX", weekend: "XXXX-WXX-WE", month: "XXXX-XX", quarter: "XXXX-QX", half: "XXXX-HX",
	season: "XXXX-XX", year: "XXXX", decade: "XXX", century: "XX",
}

// unknown returns a stamp of the grain that nothing anchors.
func unknown(g grain) stamp { return stamp{grain: g, form: unknownForms[g]} }

var seasonNames = [...]string{"SP", "SU", "FA", "WI"}

// String returns the TIMEX3 value.
func (s stamp) String() string {
	if s.form != "" {
		return s.form
	}
	switch s.grain {
	case day:
		return dayTime(s.n).Format("2006-01-02")
	case week, weekend:
		y, w := dayTime(s.n).ISOWeek()
		if s.grain == weekend {
			return fmt.Sprintf("%04d-W%02d-WE", y, w)
		}
		return fmt.Sprintf("%04d-W%02d", y, w)
	case month:
		return fmt.Sprintf("%04d-%02d", s.n/12, s.n%12+1)
	case quarter:
		return fmt.Sprintf("%04d-Q%d", s.n/4, s.n%4+1)
	case half:
		return fmt.Sprintf("%04d-H%d", s.n/2, s.n%2+1)
	case season:
		return fmt.Sprintf("%04d-%s", s.n/4, seasonNames[s.n%4])
	case year:
		return fmt.Sprintf("%04d", s.n)
	case decade:
		return fmt.Sprintf("%03d", s.n)
	case century:
		return fmt.Sprintf("%02d", s.n)
	}
	return ""
}

// date returns the stamp as a date of the record: a day, a month, a year, or an interval of them.
func (s stamp) date() readout.Date {
	if !s.known() {
		return readout.Date{}
	}
	monthOf := func(n int) readout.Date { return readout.MonthOf(dayTime(n)) }
	switch s.grain {
	case day:
		return readout.DayOf(dayTime(s.n))
	case month:
		return monthOf(s.first())
	case year:
		return readout.YearOf(s.n)
	case quarter, half, season:
		return readout.Between(monthOf(s.first()), monthOf(s.last()))
	case decade, century:
		return readout.Between(readout.YearOf(dayTime(s.first()).Year()), readout.YearOf(dayTime(s.last()).Year()))
	}
	return readout.Between(readout.DayOf(dayTime(s.first())), readout.DayOf(dayTime(s.last())))
}

// grains are the units by the names that patterns.tsv calls them.
var grains = map[string]grain{
	"second": second, "minute": minute, "hour": hour, "day": day, "week": week, "weekend": weekend, "month": month,
	"quarter": quarter, "half": half, "season": season, "year": year, "decade": decade, "century": century,
}

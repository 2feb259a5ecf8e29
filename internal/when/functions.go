package when

import (
	"fmt"
)

// A function gives the value of a rule. It gets at least four arguments; those that the row doesn't write are absent.
type function func(r *reader, a []argument) (meaning, bool)

// functions are those that the value column of patterns.tsv calls.
var functions = map[string]function{
	// Numbers and words that are no time.
	"none":  func(*reader, []argument) (meaning, bool) { return meaning{}, true },
	"count": func(_ *reader, a []argument) (meaning, bool) { return meaning{count: a[0].number}, true },
	"hours": func(_ *reader, a []argument) (meaning, bool) {
		return meaning{count: a[0].number * 60}, a[0].number <= 24
	},
	"word": func(_ *reader, a []argument) (meaning, bool) { return meaning{text: a[0].word}, true },

	// lit TYPE VALUE: a value that no calendar changes.
	"lit": func(_ *reader, a []argument) (meaning, bool) { return meaning{kind: a[0].word, text: a[1].word}, true },

	// Dates as the text states them; a year that is absent is the one the clause looks to.
	"date":    date,
	"slashes": slashes,
	"month":   monthValue,
	"year":    yearValue,
	"datein":  dateIn,
	"weekin":  weekdayIn,
	"partof":  partOf,
	"years":   years,
	"decade":  decadeValue,
	"decadeof": func(_ *reader, a []argument) (meaning, bool) {
		return at(stamp{grain: decade, n: a[0].int() / 10})
	},
	"century": func(_ *reader, a []argument) (meaning, bool) { return at(stamp{grain: century, n: a[0].int() - 1}) },
	"season":  seasonValue,
	"holiday": holiday,
	"span":    span,

	// Dates by the day of the article, and by the date read last.
	"weekday": weekdayValue,
	"this": func(r *reader, a []argument) (meaning, bool) {
		return at(r.anchor.as(grains[a[0].word]).shift(a[1].int()))
	},
	"ref": func(r *reader, a []argument) (meaning, bool) {
		return at(r.referenceAs(grains[a[0].word]).shift(a[1].int()))
	},
	"near":    func(r *reader, a []argument) (meaning, bool) { return at(r.anchor.as(grains[a[0].word])) },
	"ago":     func(r *reader, a []argument) (meaning, bool) { return shifted(r, r.anchor, -1, a) },
	"hence":   func(r *reader, a []argument) (meaning, bool) { return shifted(r, r.anchor, 1, a) },
	"earlier": func(r *reader, a []argument) (meaning, bool) { return shiftedReference(r, -1, a) },
	"later":   func(r *reader, a []argument) (meaning, bool) { return shiftedReference(r, 1, a) },
	"ayear":   aYear,

	"lastquarter": lastQuarter,
	"samequarter": sameQuarter,
	"overquarter": func(r *reader, _ []argument) (meaning, bool) { return at(r.overQuarter()) },
	"weekend":     weekendValue,
	"dayin":       dayIn,

	// Parts of a date: the third quarter of it, its end.
	"nth": nth,
	"as":  func(_ *reader, a []argument) (meaning, bool) { return at(a[1].meaning.at.as(grains[a[0].word])) },
	"move": func(_ *reader, a []argument) (meaning, bool) {
		return at(a[0].meaning.at.shift(a[1].int()))
	},
	"mod": func(_ *reader, a []argument) (meaning, bool) {
		a[1].meaning.mod = a[0].word
		return a[1].meaning, true
	},

	// Times of day.
	"part":  dayPart,
	"clock": clockTime,

	// Lengths and sets.
	"dur": func(_ *reader, a []argument) (meaning, bool) { return duration(a[0].number, grain(a[1].int())), true },
	"durs": func(_ *reader, a []argument) (meaning, bool) {
		return durations(a[0].number, grain(a[1].int()), a[2].number, grain(a[3].int()))
	},
	"every": func(_ *reader, a []argument) (meaning, bool) {
		m := duration(a[0].number, grain(a[1].int()))
		return meaning{kind: typeSet, text: m.text}, true
	},
	"each": each,
}

// date reads YEAR MONTH DAY.
func date(r *reader, a []argument) (meaning, bool) {
	y, m, d := a[0].int(), a[1].int(), a[2].int()
	if a[0].present {
		s, ok := dayStamp(fullYear(y), m, d)
		if !ok {
			return meaning{}, false
		}
		return at(s)
	}
	if _, ok := dayStamp(2024, m, d); !ok {
		return meaning{}, false
	}
	if !r.anchor.known() {
		return at(stamp{grain: day, form: fmt.Sprintf("XXXX-%02d-%02d", m, d)})
	}
	return at(r.nearest(func(year int) stamp {
		s, _ := dayStamp(year, m, d)
		return s
	}))
}

// dateIn reads DATE MONTH DAY, the day of that month in the year that the date lies in.
func dateIn(_ *reader, a []argument) (meaning, bool) {
	m, d := a[1].int(), a[2].int()
	y := a[0].meaning.at.as(year)
	if !y.known() {
		return at(stamp{grain: day, form: fmt.Sprintf("XXXX-%02d-%02d", m, d)})
	}
	s, ok := dayStamp(y.n, m, d)
	if !ok {
		return meaning{}, false
	}
	return at(s)
}

// weekdayIn reads WEEKDAY SHIFT, the day in the last week, this one or the next.
func weekdayIn(r *reader, a []argument) (meaning, bool) {
	w := r.anchor.as(week).shift(a[1].int())
	if !w.known() {
		return at(stamp{grain: day, form: fmt.Sprintf("XXXX-WXX-%d", a[0].int())})
	}
	return at(stamp{grain: day, n: w.n + a[0].int() - 1})
}

// partOf reads SHIFT PART: last night is of the day before, this morning of the day itself.
func partOf(r *reader, a []argument) (meaning, bool) {
	m, _ := at(r.anchor.as(day).shift(a[0].int()))
	return dayPart(r, []argument{{present: true, meaning: m}, a[1]})
}

// yearValue reads YEAR, of two digits or up to four.
func yearValue(_ *reader, a []argument) (meaning, bool) {
	m, _ := at(yearStamp(fullYear(a[0].int())))
	return m, a[0].number >= 0 && a[0].number <= 9999
}

// fullYear is the year that two digits stand for: from 1930 to 2029.
func fullYear(y int) int {
	switch {
	case y < 30:
		return y + 2000
	case y < 100:
		return y + 1900
	}
	return y
}

// slashes reads 19/06/2023 and 6/19/2023 where only one way gives a date.
func slashes(_ *reader, a []argument) (meaning, bool) {
	y := fullYear(a[2].int())
	british, okBritish := dayStamp(y, a[1].int(), a[0].int())
	american, okAmerican := dayStamp(y, a[0].int(), a[1].int())
	switch {
	case okBritish && okAmerican && british != american:
		return meaning{}, false
	case okBritish:
		return at(british)
	case okAmerican:
		return at(american)
	}
	return meaning{}, false
}

// monthValue reads MONTH, with the year that a date gives or else SHIFT: -1 last November, 0 this one, 1 the next.
func monthValue(r *reader, a []argument) (meaning, bool) {
	m := a[0].int()
	switch {
	case a[1].present && a[1].meaning.at.grain == year:
		if y := a[1].meaning.at; !y.known() {
			return at(stamp{grain: month, form: fmt.Sprintf("XXXX-%02d", m)})
		}
		return at(monthStamp(a[1].meaning.at.n, m))
	case !r.anchor.known():
		return at(stamp{grain: month, form: fmt.Sprintf("XXXX-%02d", m)})
	}
	now := r.anchor.as(year).n
	if !a[1].present {
		return at(r.nearest(func(y int) stamp { return monthStamp(y, m) }))
	}
	this := r.anchor.as(month)
	s := monthStamp(now, m)
	switch {
	case a[1].number < 0 && this.known() && s.n >= this.n, a[1].number < 0 && !this.known():
		s = s.shift(-12)
	case a[1].number > 0 && this.known() && s.n <= this.n, a[1].number > 0 && !this.known():
		s = s.shift(12)
	}
	return at(s)
}

// years reads 1979-80 and 2022-2023; 2023-06, which can be no such pair, is a month.
func years(_ *reader, a []argument) (meaning, bool) {
	y, end := a[0].int(), a[1].int()
	if end < 100 {
		full := y/100*100 + end
		if end >= 1 && end <= 12 && full != y+1 {
			return at(monthStamp(y, end))
		}
		end = full
	}
	if end <= y {
		return meaning{}, false
	}
	return meaning{kind: typeDate, at: yearStamp(y), to: yearStamp(end), refers: true}, true
}

// decadeValue reads the number of a decade, 199 or 9 for the nineties.
func decadeValue(_ *reader, a []argument) (meaning, bool) {
	n := a[0].int()
	if n < 10 {
		n += 190
	}
	return at(stamp{grain: decade, n: n})
}

// seasonValue reads SEASON with the year that a date gives, or SHIFT from the one the article stands in.
func seasonValue(r *reader, a []argument) (meaning, bool) {
	s := a[0].int()
	unknownYear := stamp{grain: season, form: "XXXX-" + seasonNames[s]}
	if a[1].present && a[1].meaning.at.grain == year {
		if !a[1].meaning.at.known() {
			return at(unknownYear)
		}
		return at(stamp{grain: season, n: a[1].meaning.at.n*4 + s})
	}
	now := r.anchor.as(season)
	if !now.known() {
		return at(unknownYear)
	}
	candidate := stamp{grain: season, n: r.anchor.as(year).n*4 + s}
	switch {
	case a[1].present && a[1].number < 0 && candidate.n >= now.n:
		candidate = candidate.shift(-4)
	case a[1].present && a[1].number > 0 && candidate.n <= now.n:
		candidate = candidate.shift(4)
	case !a[1].present && candidate.n > now.n && r.direction() < 0:
		candidate = candidate.shift(-4)
	case !a[1].present && candidate.n < now.n && r.direction() > 0:
		candidate = candidate.shift(4)
	}
	return at(candidate)
}

// holiday reads MONTH DAY of a feast, or MONTH, WEEKDAY and which such day of the month it is; then SHIFT or a year.
func holiday(r *reader, a []argument) (meaning, bool) {
	m, d, nth := a[0].int(), a[1].int(), a[2].int()
	in := func(y int) stamp {
		if nth == 0 {
			s, _ := dayStamp(y, m, d)
			return s
		}
		first, _ := dayStamp(y, m, 1)
		return first.shift((d-weekdayOf(first.n)+7)%7 + 7*(nth-1))
	}
	switch {
	case a[3].present && a[3].meaning.at.known():
		return at(in(a[3].meaning.at.as(year).n))
	case r.anchor.grain != day:
		return at(unknown(day))
	}
	if !a[3].present {
		return at(r.nearest(in))
	}
	s := in(r.anchor.as(year).n)
	switch {
	case a[3].number < 0 && s.n >= r.anchor.n:
		s = in(r.anchor.as(year).n - 1)
	case a[3].number > 0 && s.n <= r.anchor.n:
		s = in(r.anchor.as(year).n + 1)
	}
	return at(s)
}

// span reads FROM TO as an interval.
func span(_ *reader, a []argument) (meaning, bool) {
	from, to := a[0].meaning.at, a[1].meaning.at
	if from.known() && to.known() && to.last() < from.first() {
		return meaning{}, false
	}
	return meaning{kind: typeDate, at: from, to: to, refers: from.known() && to.known()}, true
}

// weekdayValue reads WEEKDAY: the one the clause looks to, or SHIFT: -1 the last, 1 the next.
func weekdayValue(r *reader, a []argument) (meaning, bool) {
	w := a[0].int()
	if r.anchor.grain != day {
		return at(stamp{grain: day, form: fmt.Sprintf("XXXX-WXX-%d", w)})
	}
	from := r.anchor
	past := from.shift(-((weekdayOf(from.n) - w + 7) % 7))
	future := from.shift((w - weekdayOf(from.n) + 7) % 7)
	switch {
	case a[1].present && a[1].number < 0 && past == from:
		return at(past.shift(-7))
	case a[1].present && a[1].number < 0:
		return at(past)
	case a[1].present && a[1].number > 0 && future == from:
		return at(future.shift(7))
	case a[1].present && a[1].number > 0, r.direction() > 0:
		return at(future)
	}
	return at(past)
}

// shiftedReference reads COUNT UNIT before or after the date read last; of hours or an unknown number, how long.
func shiftedReference(r *reader, sign int, a []argument) (meaning, bool) {
	if unit := grain(a[1].int()); a[0].number < 0 || unit < day {
		return duration(a[0].number, unit), true
	}
	return shifted(r, r.reference(), sign, a)
}

// shifted reads COUNT UNIT before or after a stamp.
func shifted(r *reader, from stamp, sign int, a []argument) (meaning, bool) {
	unit := grain(a[1].int())
	if a[0].number < 0 || a[0].number > mostShift || unit < day {
		ref := map[int]string{-1: "PAST_REF", 1: "FUTURE_REF"}[sign]
		return meaning{kind: typeDate, text: ref}, true
	}
	return at(from.as(unit).shift(sign * int(a[0].number)))
}

// mostShift bounds how many units away a date is told: years beyond it lie outside the calendar of four digits.
const mostShift = 100_000

// aYear reads YEARS, -1 of "a year ago" and "a year earlier": the same quarter of that year where the text spoke of a
// quarter just before. Later expressions don't count from it.
func aYear(r *reader, a []argument) (meaning, bool) {
	s, k := r.reference().as(year), a[0].int()
	if r.speaksOfQuarters() {
		s, k = r.overQuarter(), 4*k
	}
	return meaning{kind: typeDate, at: s.shift(k)}, true
}

// sameQuarter reads YEAR of "the 2018 period": the quarter of that year that answers to the one the text speaks of.
func sameQuarter(r *reader, a []argument) (meaning, bool) {
	s := yearStamp(a[0].int())
	if r.speaksOfQuarters() {
		s = stamp{grain: quarter, n: s.n*4 + r.overQuarter().n%4}
	}
	return meaning{kind: typeDate, at: s}, true
}

// speaksOfQuarters reports whether a quarter was named in the last few sentences.
func (r *reader) speaksOfQuarters() bool {
	const near = 4 // sentences
	return r.lastQuarter.known() && r.sentenceNumber-r.quarterSentence <= near && r.overQuarter().known()
}

// nth reads GRAIN N DATE, the Nth such part of a date; without a date, of the year that the clause looks to.
func nth(r *reader, a []argument) (meaning, bool) {
	g, n := grains[a[0].word], a[1].int()
	if n < 1 || g == quarter && n > 4 || g == half && n > 2 {
		return meaning{}, false
	}
	if a[2].present && !a[2].meaning.at.known() || !r.anchor.known() && !a[2].present {
		letter := map[grain]string{quarter: "Q", half: "H"}[g]
		return at(stamp{grain: g, form: fmt.Sprintf("XXXX-%s%d", letter, n)})
	}
	per := map[grain]int{quarter: 4, half: 2}[g]
	if a[2].present {
		return at(stamp{grain: g, n: a[2].meaning.at.as(year).n*per + n - 1})
	}
	in := func(y int) stamp { return stamp{grain: g, n: y*per + n - 1} }
	if r.direction() < 0 {
		return at(r.nearest(in))
	}
	return at(r.closest(in))
}

// lastQuarter is the quarter that the text last named, or else the last that was over when it was published.
func lastQuarter(r *reader, _ []argument) (meaning, bool) {
	if r.lastQuarter.known() {
		return at(r.lastQuarter)
	}
	return at(r.overQuarter())
}

// overQuarter is the last quarter that the text named and that was over when it was published, or else the last that was.
func (r *reader) overQuarter() stamp {
	if q := r.lastQuarter; q.known() && r.anchor.known() && q.last() < r.anchor.first() {
		return q
	}
	return r.anchor.as(quarter).shift(-1)
}

// weekendValue is the weekend that the clause looks to.
func weekendValue(r *reader, _ []argument) (meaning, bool) {
	s := r.anchor.as(weekend)
	if !s.known() || r.anchor.grain != day {
		return at(unknown(weekend))
	}
	w, looks := weekdayOf(r.anchor.n), r.direction()
	if looks <= 0 && w < 4 || looks < 0 && w < 6 {
		s = s.shift(-1)
	}
	return at(s)
}

// dayIn reads MONTH DAY, the day of that month.
func dayIn(_ *reader, a []argument) (meaning, bool) {
	m := a[0].meaning.at
	if !m.known() {
		return at(unknown(day))
	}
	s := stamp{grain: day, n: m.first() + a[1].int() - 1}
	if s.n > m.last() {
		return meaning{}, false
	}
	return at(s)
}

var dayParts = [...]string{"", "TMO", "TAF", "TEV", "TNI"}

// dayPart reads DATE PART, 1 for the morning to 4 for the night; without a date, of the day last read.
func dayPart(r *reader, a []argument) (meaning, bool) {
	m := meaning{at: r.referenceAs(day)}
	if a[0].present && a[0].meaning.kind != "" {
		m = a[0].meaning
	}
	m.kind, m.clock, m.refers = typeTime, dayParts[a[1].int()], m.at.known()
	return m, true
}

// clockTime reads DATE MINUTES OFFSET, minutes after midnight.
func clockTime(r *reader, a []argument) (meaning, bool) {
	m := meaning{at: r.referenceAs(day)}
	if a[0].present && a[0].meaning.kind != "" {
		m = a[0].meaning
	}
	minutes := a[1].int()
	if a[2].present {
		if minutes < 60 || minutes >= 13*60 {
			return meaning{}, false
		}
		minutes = minutes%720 + a[2].int()
	}
	if minutes > 24*60 {
		return meaning{}, false
	}
	m.kind, m.clock, m.refers = typeTime, fmt.Sprintf("T%02d:%02d", minutes/60, minutes%60), m.at.known()
	return m, true
}

func durations(n float64, unit grain, m float64, small grain) (meaning, bool) {
	if small >= unit || n < 0 || m < 0 {
		return meaning{}, false
	}
	minutes := n*durationUnits[unit].minute + m*durationUnits[small].minute
	return meaning{kind: typeDuration, text: joinDuration(part{n, unit}, part{m, small}), minutes: int(minutes + 0.5)}, true
}

// each reads GRAIN N as the set of all such days, months or seasons, and PART as its part of the day.
func each(_ *reader, a []argument) (meaning, bool) {
	m := meaning{kind: typeSet}
	switch grains[a[0].word] {
	case day:
		m.text = fmt.Sprintf("XXXX-WXX-%d", a[1].int())
	case month:
		m.text = fmt.Sprintf("XXXX-%02d", a[1].int())
	case season:
		m.text = "XXXX-" + seasonNames[a[1].int()]
	default:
		return m, false
	}
	if a[2].present {
		m.text += dayParts[a[2].int()]
	}
	return m, true
}

// nearest returns the stamp of the year that the clause looks to: for what was, the last on or before the anchor, for
// what will be the first on or after it. A date without a year is less than about a year away, and nearer where
// the clause says little: what would lie ten months back, and two ahead, is ahead.
func (r *reader) nearest(in func(year int) stamp) stamp {
	now := r.anchor.as(year).n
	past, future := in(now), in(now)
	if future.last() < r.anchor.first() {
		future = in(now + 1)
	}
	if past.first() > r.anchor.last() {
		past = in(now - 1)
	}
	back, ahead := r.anchor.first()-past.first(), future.first()-r.anchor.last()
	switch direction := r.direction(); {
	case direction > 0 && ahead < longAhead:
		return future
	case direction == 0 && ahead < back/2:
		return future
	case back > longBack:
		return future
	}
	return past
}

// closest returns the stamp that lies closest to the anchor, whichever way the clause looks.
func (r *reader) closest(in func(year int) stamp) stamp {
	now := r.anchor.as(year).n
	best, least := stamp{}, 0
	for y := now - 1; y <= now+1; y++ {
		s := in(y)
		away := max(r.anchor.first()-s.last(), s.first()-r.anchor.last(), 0)
		if !best.known() || away < least {
			best, least = s, away
		}
	}
	return best
}

// How many days away a date may lie that is stated without its year.
const (
	longBack  = 330
	longAhead = 300
)

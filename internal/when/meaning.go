package when

import (
	"strconv"
	"strings"

	"github.com/readout/readout"
)

// The types of TIMEX3.
const (
	typeDate     = "DATE"
	typeTime     = "TIME"
	typeDuration = "DURATION"
	typeSet      = "SET"
)

// meaning is what an expression stands for.
type meaning struct {
	kind    string // of TIMEX3; "" for what is no time: a count, or words to be passed over
	at      stamp
	to      stamp   // the end of an interval, its grain none for one stretch
	clock   string  // "TMO", "T15:00"
	text    string  // a value as written: "PAST_REF", "P2D", "XXXX-WXX-1"
	mod     string  // of TIMEX3: START, MID, END, APPROX
	minutes int     // of a duration
	count   float64 // of a number; negative where it isn't known, "several"
	refers  bool    // later expressions may go by this one
}

func at(s stamp) (meaning, bool) { return meaning{kind: typeDate, at: s, refers: s.known()}, true }

func (m meaning) value() string {
	switch {
	case m.text != "":
		return m.text
	case m.to.grain != none:
		return m.at.String() + "/" + m.to.String()
	}
	return m.at.String() + m.clock
}

func (m meaning) date() readout.Date {
	from := m.at.date()
	if m.to.grain == none || from.IsZero() {
		return from
	}
	to := m.to.date()
	if to.IsZero() || to.Last().Before(from.First()) {
		return readout.Date{}
	}
	return readout.Between(from, to)
}

var durationUnits = map[grain]struct {
	letter string // of TIMEX3
	isTime bool
	times  float64
	minute float64 // how long one is, where it makes sense to say so
}{
	second: {"S", true, 1, 1. / 60}, minute: {"M", true, 1, 1}, hour: {"H", true, 1, 60}, day: {"D", false, 1, 0},
	week: {"W", false, 1, 0}, weekend: {"WE", false, 1, 0}, month: {"M", false, 1, 0}, quarter: {"Q", false, 1, 0},
	year: {"Y", false, 1, 0}, decade: {"Y", false, 10, 0}, century: {"Y", false, 100, 0}, season: {"S", false, 1, 0},
}

// finer is the unit that the fraction of another is told in: PT2H30M, P1Y6M.
var finer = map[grain]struct {
	grain grain
	times float64
}{minute: {second, 60}, hour: {minute, 60}, year: {month, 12}, day: {hour, 24}}

// duration returns a length of n units, a negative n an unknown number of them.
func duration(n float64, unit grain) meaning {
	u := durationUnits[unit]
	m := meaning{kind: typeDuration}
	if n < 0 {
		prefix := map[bool]string{true: "PT", false: "P"}[u.isTime]
		m.text = prefix + "X" + map[grain]string{decade: "DE", century: "CE"}[unit] + u.letter
		if unit == decade || unit == century {
			m.text = strings.TrimSuffix(m.text, u.letter)
		}
		return m
	}
	m.minutes = int(n*u.minute + 0.5)
	whole := float64(int(n * u.times))
	rest := n*u.times - whole
	f, hasFiner := finer[unit]
	if rest > 0 && !hasFiner {
		m.text = "P" + strconv.FormatFloat(n*u.times, 'f', -1, 64) + u.letter
		return m
	}
	m.text = joinDuration(part{whole, unit}, part{float64(int(rest*f.times + 0.5)), f.grain})
	return m
}

// A part is a term of a duration.
type part struct {
	n    float64
	unit grain
}

// joinDuration writes the parts, those of nothing left out.
func joinDuration(parts ...part) string {
	var b strings.Builder
	b.WriteByte('P')
	inTime := false
	for _, p := range parts {
		if p.n == 0 {
			continue
		}
		u := durationUnits[p.unit]
		if u.isTime && !inTime {
			b.WriteByte('T')
			inTime = true
		}
		b.WriteString(strconv.FormatFloat(p.n, 'f', -1, 64))
		b.WriteString(u.letter)
	}
	return b.String()
}

package readout

import (
	"fmt"
	"strings"
	"time"
)

// A Precision says how much of a Date is known.
type Precision string

// The precisions of a date.
const (
	Day      Precision = "day"      // 2023-06-19
	Month    Precision = "month"    // 2022-11
	Year     Precision = "year"     // 2018
	Interval Precision = "interval" // 2023-06-18/2023-06-19, both ends included
)

// Date is a calendar date as precise as the text allows. The zero value is an unknown date.
// The JSON form is the ISO 8601 string.
type Date struct {
	value string
}

// ParseDate reads 2023, 2023-06, 2023-06-19, or two of these joined by a slash.
func ParseDate(s string) (Date, error) {
	from, to, isInterval := strings.Cut(s, "/")
	if _, err := precisionOf(from); err != nil {
		return Date{}, fmt.Errorf("read date %q: %w", s, err)
	}
	if isInterval {
		if _, err := precisionOf(to); err != nil {
			return Date{}, fmt.Errorf("read date %q: %w", s, err)
		}
		if to < from {
			return Date{}, fmt.Errorf("read date %q: ends before it starts", s)
		}
	}
	return Date{value: s}, nil
}

func precisionOf(s string) (Precision, error) {
	layouts := []struct {
		layout    string
		precision Precision
	}{{"2006-01-02", Day}, {"2006-01", Month}, {"2006", Year}}
	for _, l := range layouts {
		if len(s) != len(l.layout) {
			continue
		}
		if _, err := time.Parse(l.layout, s); err != nil {
			return "", fmt.Errorf("no such date as %q", s)
		}
		return l.precision, nil
	}
	return "", fmt.Errorf("want YYYY, YYYY-MM or YYYY-MM-DD, not %q", s)
}

// DayOf returns the date of a day.
func DayOf(t time.Time) Date { return Date{value: t.Format("2006-01-02")} }

// MonthOf returns the date of a month.
func MonthOf(t time.Time) Date { return Date{value: t.Format("2006-01")} }

// YearOf returns the date of a year.
func YearOf(year int) Date { return Date{value: fmt.Sprintf("%04d", year)} }

// Between returns the interval from the start of a to the end of b; the same date twice is that date.
func Between(a, b Date) Date {
	if a == b {
		return a
	}
	from, _ := a.Ends()
	_, to := b.Ends()
	return Date{value: from.value + "/" + to.value}
}

// Ends returns the two dates that an interval is written with; any other date is both of its ends.
func (d Date) Ends() (from, to Date) {
	a, b, isInterval := strings.Cut(d.value, "/")
	if !isInterval {
		return d, d
	}
	return Date{value: a}, Date{value: b}
}

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d.value == "" }

// String returns the ISO 8601 form, or "" for an unknown date.
func (d Date) String() string { return d.value }

// Precision says how much of the date is known; "" for an unknown date.
func (d Date) Precision() Precision {
	if strings.Contains(d.value, "/") {
		return Interval
	}
	p, err := precisionOf(d.value)
	if err != nil {
		return ""
	}
	return p
}

// First returns the first day the date covers, at midnight UTC; the zero time for an unknown date.
func (d Date) First() time.Time {
	from, _ := d.Ends()
	day := from.value
	switch len(day) {
	case 4:
		day += "-01-01"
	case 7:
		day += "-01"
	}
	t, err := time.Parse("2006-01-02", day)
	if err != nil {
		return time.Time{}
	}
	return t
}

// Last returns the last day the date covers, at midnight UTC; the zero time for an unknown date.
func (d Date) Last() time.Time {
	_, to := d.Ends()
	first := to.First()
	switch len(to.value) {
	case 4:
		return first.AddDate(1, 0, -1)
	case 7:
		return first.AddDate(0, 1, -1)
	}
	return first
}

// Contains reports whether all of o lies within d.
func (d Date) Contains(o Date) bool {
	return !d.IsZero() && !o.IsZero() && !o.First().Before(d.First()) && !o.Last().After(d.Last())
}

// MarshalText writes the ISO 8601 form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.value), nil }

// UnmarshalText reads the ISO 8601 form; empty text is an unknown date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// numberLength is the length of the word that begins with a digit.
func (c *cutter) numberLength(s string) int {
	if n := c.wholeLength(s); n > 0 {
		return n
	}
	if n := groupsLength(s); n > 0 {
		return n
	}
	n := digitsLength(s)
	unit := n
	for unit < len(s) && isASCIILetter(s[unit]) {
		unit++
	}
	switch {
	case unit > n && !startsWithLetter(s[unit:]) && in(c.table.units, s[n:unit]) && s[n] != 'M' && s[n] != 'K' || isHour(s[n:unit]):
		return n
	case unit == n && isRoundYears(s, n):
		return n + strings.IndexByte(s[n:], 's') + 1
	}
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) || r == 'º' || r == 'ª' {
			break
		}
		n += size
	}
	return n
}

// digitsLength takes digits with inner points, commas and colons: "1.2", "12,000", "7:30". A comma needs three digits after it.
func digitsLength(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case unicode.IsDigit(r):
			n += size
		case (r == '.' || r == ':') && n+1 < len(s) && isASCIIDigit(s[n+1]):
			n += size
		case r == ',' && digitRun(s[n+1:]) == 3:
			n += size
		default:
			return n
		}
	}
	return n
}

// digitRun counts the ASCII digits that s begins with.
func digitRun(s string) int {
	n := 0
	for n < len(s) && isASCIIDigit(s[n]) {
		n++
	}
	return n
}

// isHour reports whether letters are those of the hours of the day in capitals.
func isHour(letters string) bool { return letters == "AM" || letters == "PM" }

// isRoundYears reports whether "'s" follows n digits of which the last is 0: "the 1980's".
func isRoundYears(s string, n int) bool {
	rest := s[n:]
	for _, suffix := range [...]string{"'s", "’s"} {
		if strings.HasPrefix(rest, suffix) && !startsWithLetter(rest[len(suffix):]) {
			return n > 1 && s[n-1] == '0' && digitRun(s) == n
		}
	}
	return false
}

// groupsLength is the length of a date or a telephone number, groups of digits with one mark between them: "08/16/2000",
// "713-853-3989", "345-9945". Two groups with a hyphen are a range ("1969-1970", "3-4") but where they are parted as
// telephone numbers are.
func groupsLength(s string) int {
	var lengths [5]int
	n, groups := 0, 0
	mark := byte(0)
	for groups < len(lengths) {
		run := digitRun(s[n:])
		if run == 0 || run > 5 {
			return 0
		}
		lengths[groups] = run
		groups++
		n += run
		if n+1 >= len(s) || s[n] != '-' && s[n] != '/' || mark != 0 && s[n] != mark || !isASCIIDigit(s[n+1]) {
			break
		}
		mark = s[n]
		n++
	}
	if startsWithLetter(s[n:]) {
		return 0
	}
	last := lengths[groups-1]
	switch {
	case groups == 3 && mark == '/' && (last == 2 || last == 4 || lengths[0] == 4), groups >= 3 && mark == '-':
		return n
	case groups == 2 && mark == '-' && last == 4 && (lengths[0] == 3 || lengths[0] == 1):
		return n
	}
	return 0
}

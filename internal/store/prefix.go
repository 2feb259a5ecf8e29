package store

import "strings"

// MinPrefix is how many characters of an ID must be given at least, so that a
// slip of the finger finds nothing rather than something else.
const MinPrefix = 6

// PrefixRange returns the bounds between which the IDs lie that start with the
// given one, the upper bound excluded; ok is false where it is too short or
// cannot start an article's or an entry's ID, which end in hexadecimal digits.
func PrefixRange(id string) (from, to string, ok bool) {
	from = strings.ToLower(id)
	if len(from) < MinPrefix || strings.Trim(from[1:], "0123456789abcdef") != "" {
		return "", "", false
	}
	return from, from + "g", true // "g" follows the last digit, "f"
}

package text

import "strings"

// Straight gives the typewriter form of quotation marks, apostrophes and dashes, so that all styles are looked up alike.
func Straight(form string) string {
	switch form {
	case "“", "”", "«", "»", "``", "''":
		return "\""
	case "‘", "’":
		return "'"
	case "—", "–", "--":
		return "-"
	}
	return strings.ReplaceAll(form, "’", "'")
}

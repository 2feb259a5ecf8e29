package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestDateline is the length in words up to which the start of a paragraph may be a dateline.
const longestDateline = 24

// datelineEnd returns the token after the dateline that the paragraph begins with at token first, or first where it has none:
// "BEIJING, June 19 (Agency) -", "KINSHASA, DR Congo / KIGALI, Rwanda (AA) —", "New Delhi:". Each word of one is
// capitalised, a number, a mark or "of".
func datelineEnd(d *Doc, first int) int {
	depth := 0 // of brackets
	for i := first; i < len(d.Tokens) && i < first+longestDateline; i++ {
		w := d.Word(i)
		switch w {
		case "(":
			depth++
		case ")":
			depth--
		}
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case isDash(w) && depth > 0:
		case isDash(w):
			if i > first && i+1 < len(d.Tokens) && d.Tokens[i-1].SpaceAfter && startsReport(d, i) && shoutedOrSourced(d, first, i) {
				return i + 1
			}
			if i == first {
				return first
			}
		case w == ")":
			if end := bracketed(d, first, i); end > 0 {
				return end
			}
		case w == ":":
			if i-first <= 3 && i > first && i+1 < len(d.Tokens) && d.Tokens[i].SpaceAfter {
				if next, _ := utf8.DecodeRuneInString(d.Word(i + 1)); unicode.IsUpper(next) && i-first >= 1 && allUpper(d, first, i) {
					return i + 1
				}
			}
			return first
		case w == "/" && i-first <= 3 && d.Tokens[i].SpaceAfter && i+1 < len(d.Tokens) && !allUpper(d, first, i+2) && allUpper(d, first, i):
			return i + 1 // "Agency News/ The minister …"
		case w == "of" || w == "and" || w == "the":
		case unicode.IsLetter(r) && !unicode.IsUpper(r) && depth == 0:
			return first
		case isOpener(w) && w != "(":
			return first
		}
	}
	return first
}

// bracketed returns the token after a dateline without a dash, "MOSCOW (Agency, 21 February) The minister …", or 0: a shouted
// place, a bracket right after it that closes at token i, and a capital.
func bracketed(d *Doc, first, i int) int {
	w := d.Word(first)
	if len(w) < 4 || strings.ToUpper(w) != w || i+1 >= len(d.Tokens) {
		return 0
	}
	open := -1
	for j := first + 1; j < i && j <= first+3; j++ {
		if d.Word(j) == "(" {
			open = j
		}
	}
	next := d.Word(i + 1)
	r, _ := utf8.DecodeRuneInString(next)
	if open < 0 || isDash(next) || !unicode.IsUpper(r) {
		return 0
	}
	return i + 1
}

func isDash(w string) bool { return w == "-" || w == "—" || w == "–" || w == "--" }

// startsReport reports whether a space or a capital follows the dash at i.
func startsReport(d *Doc, i int) bool {
	r, _ := utf8.DecodeRuneInString(d.Word(i + 1))
	return d.Tokens[i].SpaceAfter || unicode.IsUpper(r)
}

// shoutedOrSourced reports whether the first word is in capitals throughout, or a bracket closes right before the dash.
func shoutedOrSourced(d *Doc, first, dash int) bool {
	w := d.Word(first)
	return d.Word(dash-1) == ")" || len(w) > 2 && strings.ToUpper(w) == w && strings.ToLower(w) != w
}

// allUpper reports whether each of the tokens begins with a capital.
func allUpper(d *Doc, first, last int) bool {
	for i := first; i < last; i++ {
		if r, _ := utf8.DecodeRuneInString(d.Word(i)); !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

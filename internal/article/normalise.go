package article

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// lineBreaks brings every line end to "\n".
var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n",
	"\u0085", "\n", "\u2028", "\n", "\u2029", "\n\n")

// maxMarks is how many combining marks a letter may carry; no script of Unicode
// needs more, and norm.NFC inserts characters of its own after 30.
const maxMarks = 8

// normalisedLines cuts text into lines and normalises each. Empty lines stay.
func normalisedLines(text string) ([]string, error) {
	var lines []string
	empty := 0 // at the end of lines; two of them say as much as many
	number := 0
	for line := range strings.SplitSeq(lineBreaks.Replace(text), "\n") {
		number++
		if len(line) > maxLine {
			return nil, fmt.Errorf("%w: line %d, %q, is %d bytes long; a line may have %d",
				ErrTooLarge, number, opening(line), len(line), maxLine)
		}
		line = normalise(line)
		if line != "" {
			empty = 0
		} else if empty++; empty > 2 {
			continue
		}
		lines = append(lines, line)
		if len(lines) > 40*maxParagraphs {
			return nil, fmt.Errorf("%w: more than %d lines; split it into single articles", ErrTooLarge, 40*maxParagraphs)
		}
	}
	return lines, nil
}

// normalise returns a line in NFC with single spaces of one kind, and without
// what shows nothing: control and format characters (zero-width spaces, soft
// hyphens, direction marks) and characters of private use, of which web pages
// make icons. Non-breaking hyphens become plain ones. Quotation marks and dashes
// stay as they stand. It is idempotent.
func normalise(line string) string {
	if plain(line) {
		return strings.TrimSpace(line)
	}
	var b strings.Builder
	b.Grow(len(line))
	space, marks := false, 0
	for _, r := range norm.NFC.String(line) {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case invisible(r):
			continue
		case unicode.Is(unicode.M, r):
			if marks++; marks > maxMarks {
				continue
			}
		default:
			marks = 0
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(plainHyphen(r))
	}
	return norm.NFC.String(b.String())
}

// plain reports whether a line is printable ASCII without double spaces, as most are.
func plain(line string) bool {
	for i := range len(line) {
		if c := line[i]; c < ' ' || c > '~' || c == ' ' && i > 0 && line[i-1] == ' ' {
			return false
		}
	}
	return true
}

func invisible(r rune) bool {
	const graphemeJoiner = '\u034F'
	return r == graphemeJoiner || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co)
}

func plainHyphen(r rune) rune {
	if r == '\u2010' || r == '\u2011' {
		return '-'
	}
	return r
}

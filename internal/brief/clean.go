package brief

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutAt is about how many code points of a text are shown.
const cutAt = 160

// clean makes text from outside safe to print on a terminal: control characters become visible signs, those that
// turn the direction of writing or can't be seen go, and any run of white space is one blank. No-break spaces stay.
func clean(s string) string {
	var out strings.Builder
	blank := false
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case r == nbsp || r == zeroWidthJoiner || r == zeroWidthNonJoiner:
		case unicode.IsSpace(r) && r != 0x85 || unicode.In(r, unicode.Zl, unicode.Zp):
			blank = true
			continue
		case r < ' ':
			r += 0x2400 // the picture of the control character
		case unicode.Is(unicode.Cc, r):
			r = utf8.RuneError
		case unicode.Is(unicode.Cf, r):
			continue
		}
		if blank && out.Len() > 0 {
			out.WriteByte(' ')
		}
		blank = false
		out.WriteRune(r)
	}
	return out.String()
}

const (
	nbsp               = '\u00A0'
	zeroWidthNonJoiner = '\u200C' // Persian spelling needs it
	zeroWidthJoiner    = '\u200D'
)

// cut shortens clean text at a word, with an ellipsis, and closes a quotation that it or its evidence cuts open.
func cut(s string) string {
	if utf8.RuneCountInString(s) <= cutAt {
		return closeQuotes(s)
	}
	kept := string([]rune(s)[:cutAt])
	if i := strings.LastIndexByte(kept, ' '); i > len(kept)/2 {
		kept = kept[:i]
	}
	return closeQuotes(strings.TrimRight(kept, " ,;:–—-") + " …")
}

// closeQuotes adds the closing marks that the text lacks.
func closeQuotes(s string) string {
	if strings.Count(s, "“") > strings.Count(s, "”") {
		s += "”"
	}
	if strings.Count(s, `"`)%2 == 1 {
		s += `"`
	}
	return s
}

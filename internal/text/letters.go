package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// letterWord is the length of the word that begins with a letter.
func (c *cutter) letterWord(s string) int {
	if n := c.wholeLength(s); n > 0 {
		return n
	}
	if n := c.abbreviationLength(s); n > 0 {
		return n
	}
	n := lettersLength(s)
	if m := c.prefixedLength(s, n); m > 0 {
		return m
	}
	return n
}

// lettersLength takes letters and digits, and an apostrophe between letters ("o'clock", "O’Brien") unless it
// begins a clitic, which is a word of its own.
func lettersLength(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			n += size
		case r == '_' && startsWithLetter(s[n+size:]):
			n += size
		case (r == '\'' || r == '’') && isNot(s, n+size):
			n += size
		case (r == '\'' || r == '’') && startsWithLetter(s[n+size:]) && clitic(s[n+size:]) == 0:
			n += size
		default:
			return n
		}
	}
	return n
}

// wholeLength is the length of a listed word that holds marks ("w/o"), of capitals about an ampersand ("AT&T") or of two
// letters about a stroke ("n/a").
func (c *cutter) wholeLength(s string) int {
	n := 0
	for n < len(s) && n <= longestListed && (isASCIILetter(s[n]) || isASCIIDigit(s[n])) {
		n++
	}
	if n == 0 || n >= len(s) || s[n] != '/' && s[n] != '&' && s[n] != '!' {
		return 0
	}
	if s[n] == '!' {
		if in(c.table.whole, s[:n+1]) {
			return n + 1
		}
		return 0
	}
	m := n + 1
	for m < len(s) && m <= longestListed && (isASCIILetter(s[m]) || isASCIIDigit(s[m])) {
		m++
	}
	if m == n+1 || startsWithLetter(s[m:]) {
		return 0
	}
	capitals := s[n] == '&' && IsUpperASCII(s[:n]) && IsUpperASCII(s[n+1:m]) && m > 3 && m <= 7
	letters := s[n] == '/' && m == 3 && isASCIILetter(s[0]) && isASCIILetter(s[2])
	if capitals || letters || in(c.table.whole, s[:m]) {
		return m
	}
	return 0
}

// prefixedLength is the length of a listed prefix of n bytes with its hyphen and the word after it ("anti-dumping"), or 0. Two
// capitals are no prefix: "UN-led".
func (c *cutter) prefixedLength(s string, n int) int {
	if n >= len(s) || s[n] != '-' || n == 2 && IsUpperASCII(s[:n]) || !in(c.table.prefixes, s[:n]) {
		return 0
	}
	if m := lettersLength(s[n+1:]); m > 0 {
		return n + 1 + m
	}
	return 0
}

// abbreviationLength is the length of the abbreviation that s begins with, full stop included, or 0: a
// listed one, or letters each with its full stop ("U.S.", "J.", "U.N.").
func (c *cutter) abbreviationLength(s string) int {
	if n := c.dottedLength(s); n > 0 {
		return n
	}
	for n := strings.IndexByte(s[:min(len(s), longestListed)], '.') + 1; n > 0; {
		if e, ok := c.table.abbreviation(s[:n]); ok && !startsWithLetter(s[n:]) && c.isAbbreviationHere(e, n) {
			return n
		}
		next := strings.IndexByte(s[n:min(len(s), longestListed)], '.') + 1
		if next == 0 {
			break
		}
		n += next
	}
	return 0
}

// isAbbreviationHere reports whether what follows the n bytes lets them be an abbreviation with that ending.
func (c *cutter) isAbbreviationHere(e ending, n int) bool {
	next := c.following(n)
	switch e {
	case number:
		return unicode.IsDigit(next)
	case apart:
		return next != 0 && !unicode.IsUpper(next)
	}
	return true
}

// following returns the first character that is no white space after n bytes of the rest of the piece, or 0 at the end of
// the paragraph. Of a phrase it may be any letter.
func (c *cutter) following(n int) rune {
	const far = 8 // bytes of white space
	for i := c.at + n; i < c.limit && i < c.at+n+far; {
		r, size := utf8.DecodeRuneInString(c.text[i:])
		if !unicode.IsSpace(r) {
			return r
		}
		i += size
	}
	if c.phrase {
		return 'a'
	}
	return 0
}

// dottedLength is the length of letters each with a full stop, of which the last may lack it ("U.S.", "a.k.a"), or of one
// initial ("J."), which gives up its stop where the paragraph ends ("vitamin D.").
func (c *cutter) dottedLength(s string) int {
	const longest = 32 // so that a long piece takes linear time
	n := 0
	for n+1 < min(len(s), longest) && isASCIILetter(s[n]) && s[n+1] == '.' {
		n += 2
	}
	switch {
	case n >= 2 && n < len(s) && isASCIILetter(s[n]) && !startsWithLetter(s[n+1:]):
		return n + 1
	case n > 2 && !startsWithLetter(s[n:]):
		return n
	case n >= 2 && s[0] < 'a' && c.following(2) != 0:
		return n
	}
	return 0
}

// notSuffix returns where "n't" begins in "don't", or 0.
func notSuffix(word string) int {
	for _, not := range [...]string{"n't", "n’t"} {
		if cut := len(word) - len(not); cut > 0 && strings.EqualFold(word[cut:], not) {
			return cut
		}
	}
	return 0
}

// isNot reports whether the apostrophe that ends at i is the one of "n't".
func isNot(s string, i int) bool {
	return i < len(s) && (s[i] == 't' || s[i] == 'T') && !startsWithLetter(s[i+1:])
}

// apostropheLength takes "'s", "’re", "'90s" and "”" as one word and an apostrophe before anything else alone.
func apostropheLength(s string, size int) int {
	if strings.HasPrefix(s, "''") || strings.HasPrefix(s, "``") {
		return 2 // a double quotation mark in the style of typewriters
	}
	rest := s[size:]
	if n := clitic(rest); n > 0 {
		return size + n
	}
	if len(rest) >= 3 && isASCIIDigit(rest[0]) && rest[1] == '0' && rest[2] == 's' && !startsWithLetter(rest[3:]) {
		return size + 3
	}
	return size
}

// clitic returns the length of the clitic that follows an apostrophe, or 0.
func clitic(s string) int {
	for _, e := range clitics {
		if len(s) >= len(e) && strings.EqualFold(s[:len(e)], e) && !startsWithLetter(s[len(e):]) {
			return len(e)
		}
	}
	return 0
}

var clitics = [...]string{"s", "re", "ve", "ll", "m", "d"}

// isClitic reports whether the word at start is a clitic that leans on the word before it: "'s" of "China's".
func (c *cutter) isClitic(start int, word string) bool {
	if start == c.start || word == "''" || word == "’" || len(word) < 2 || word[0] != '\'' && !strings.HasPrefix(word, "’") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(c.text[c.start:start])
	return unicode.IsLetter(before) || unicode.IsDigit(before) || before == '.'
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func isASCIILetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

func isASCIIDigit(b byte) bool { return b >= '0' && b <= '9' }

// IsUpperASCII reports whether s is capitals of ASCII alone, one at least.
func IsUpperASCII(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return s != ""
}

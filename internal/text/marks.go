package text

import (
	"unicode"
	"unicode/utf8"
)

// markLength is the length of the word that begins with a mark of size bytes.
func (c *cutter) markLength(s string, size int) int {
	if n := c.smileyLength(s); n > 0 {
		return n
	}
	switch s[0] {
	case '$', '-', '.', '!', '?', '<', '>', '=', '*', '+', '~', '#', '_', '^', '|':
		if n := c.tagLength(s); n > 0 {
			return n
		}
		return runLength(s)
	case '@':
		if len(s) > 1 && isASCIILetter(s[1]) {
			return 1 + trimDots(s[1:1+spanOf(s[1:], isNameByte)])
		}
	}
	return size
}

// smileyLength is the length of the listed smiley that s begins with, or 0.
func (c *cutter) smileyLength(s string) int {
	for n := min(len(s), 4); n > 1; n-- {
		if in(c.table.smileys, s[:n]) && !startsWithLetter(s[n:]) {
			return n
		}
	}
	return 0
}

// tagLength is the length of a topic ("#climate"), of a number that begins with its point (".203") and of one with its
// sign ("+44"), or 0.
func (c *cutter) tagLength(s string) int {
	switch {
	case len(s) < 2:
		return 0
	case s[0] == '#' && isASCIILetter(s[1]):
		return 1 + lettersLength(s[1:])
	case (s[0] == '.' || s[0] == '+') && isASCIIDigit(s[1]) && c.at == c.start:
		return 1 + digitsLength(s[1:])
	}
	return 0
}

// runLength is the length of a run of marks that is read as one: an ellipsis, a dash typed as hyphens, "?!", a ruled line.
func runLength(s string) int {
	switch s[0] {
	case '!', '?':
		n := spanOf(s, isShout)
		if n == len(s)-1 && s[n] == '.' {
			return n + 1
		}
		return n
	case '.':
		if n := spanOf(s, func(b byte) bool { return b == '.' }); n > 1 || len(s) == 1 || !isShout(s[1]) {
			return n
		}
		return 1 + spanOf(s[1:], isShout)
	}
	if n := spanOf(s, isRule); n > 3 {
		return n
	}
	return spanOf(s, func(b byte) bool { return b == s[0] })
}

func spanOf(s string, of func(byte) bool) int {
	n := 0
	for n < len(s) && of(s[n]) {
		n++
	}
	return n
}

func isShout(b byte) bool { return b == '!' || b == '?' }

// isRule reports whether a mark makes ruled lines: "=====", "-----*-----".
func isRule(b byte) bool {
	switch b {
	case '-', '=', '*', '_', '~', '+', '#':
		return true
	}
	return false
}

// longestAddress bounds what is looked at to find an address that no scheme begins, so that a long piece takes linear time.
const longestAddress = 128

// addressLength is the length of an address of the net, of a mailbox or the name of a file, or 0. Marks that end a sentence or
// a quotation are not part of it.
func (c *cutter) addressLength(s string) int {
	if hasScheme(s) {
		return trimmedAddress(s)
	}
	if !isASCIILetter(s[0]) && !isASCIIDigit(s[0]) && s[0] != '.' {
		return 0
	}
	name := spanOf(s[:min(len(s), longestAddress)], isNameByte)
	if name < len(s) && s[name] == '@' {
		if host := spanOf(s[name+1:min(len(s), name+1+longestAddress)], isNameByte); host > 0 {
			return name + 1 + trimDots(s[name+1:name+1+host])
		}
	}
	name = trimDots(s[:name])
	if name < len(s) && startsWithLetter(s[name:]) || !c.isNetName(s[:name]) {
		return 0
	}
	if name < len(s) && s[name] == '/' {
		return trimmedAddress(s)
	}
	return name
}

func trimDots(s string) int {
	n := len(s)
	for n > 1 && (s[n-1] == '.' || s[n-1] == '-') {
		n--
	}
	return n
}

func hasScheme(s string) bool {
	for _, scheme := range [...]string{"http://", "https://", "ftp://", "www."} {
		if len(s) > len(scheme) && s[:len(scheme)] == scheme {
			return true
		}
	}
	return false
}

// trimmedAddress is the length of an address up to a bracket or quotation mark, without the marks that end it.
func trimmedAddress(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if r == '<' || r == '>' || r == '"' || r == '“' || r == '”' || r == ')' || r == ']' {
			break
		}
		n += size
	}
	for n > 1 {
		r, size := utf8.DecodeLastRuneInString(s[:n])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '/' || r == '=' || r == '&' || r == '#' || r == '-' || r == '_' {
			break
		}
		n -= size
	}
	return n
}

func isNameByte(b byte) bool {
	return isASCIILetter(b) || isASCIIDigit(b) || b == '.' || b == '-' || b == '_'
}

// isNetName reports whether a name of parts with points between them is one of the net or of a file: its last part is a
// listed ending, or it has three parts and more in small letters ("alt.animals.cat").
func (c *cutter) isNetName(name string) bool {
	last := -1
	parts, small := 1, true
	from := 0
	for i := range len(name) {
		switch b := name[i]; {
		case b == '.':
			small = small && i-from > 1
			last, parts, from = i, parts+1, i+1
		case b < 'a' || b > 'z':
			small = small && b == '-'
		}
	}
	if last < 0 || last+1 == len(name) {
		return false
	}
	small = small && len(name)-from > 1
	return parts > 2 && small || in(c.table.names, name[last+1:])
}

package text

import (
	"unicode"
	"unicode/utf8"
)

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

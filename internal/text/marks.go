package text

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

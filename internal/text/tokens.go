package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Segment fills d.Tokens, d.Sentences and d.Quotes from the text and its paragraphs. It takes time
// linear in the length of the text.
func Segment(d *Doc) {
	d.Tokens, d.Sentences = d.Tokens[:0], d.Sentences[:0]
	for n, p := range d.Paragraphs {
		first := len(d.Tokens)
		d.Tokens = tokenise(d.Tokens, d.Text, p.Span)
		d.Sentences = splitSentences(d, first, n)
	}
	d.Quotes = findQuotes(d)
}

// tokenise appends the words of a span: first pieces between white space, then each piece cut as
// the English treebanks of Universal Dependencies cut it.
func tokenise(out []Token, text string, span Span) []Token {
	for i := span.Start; i < span.End; {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		end := i
		for end < span.End {
			r, size := utf8.DecodeRuneInString(text[end:])
			if unicode.IsSpace(r) {
				break
			}
			end += size
		}
		out = cutPiece(out, text, Span{i, end})
		if len(out) > 0 {
			out[len(out)-1].SpaceAfter = end < span.End
		}
		i = end
	}
	return out
}

// cutPiece cuts a stretch without white space into words, from left to right.
func cutPiece(out []Token, text string, p Span) []Token {
	for p.Start < p.End {
		n := wordLength(text[p.Start:p.End])
		word := Span{p.Start, p.Start + n}
		out = cutContraction(out, text, word)
		p.Start += n
	}
	return out
}

// wordLength is the length in bytes of the first word of s, which holds no white space.
func wordLength(s string) int {
	if isAddress(s) {
		return len(strings.TrimRight(s, ".,;:!?)\"'”’"))
	}
	if n := abbreviationLength(s); n > 0 {
		return n
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case isCurrencyMark(s):
		return 1
	case unicode.IsDigit(r):
		return numberLength(s)
	case r == '.' || r == '-':
		return runLength(s, r)
	case strings.HasPrefix(s, "''") || strings.HasPrefix(s, "``"):
		return 2 // a double quotation mark in the style of typewriters
	case r == '\'' || r == '’':
		return elisionLength(s, size)
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return lettersLength(s)
	}
	return size
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.")
}

func isCurrencyMark(s string) bool { return s[0] == '$' }

// runLength is the length of a run of one ASCII mark: an ellipsis or a dash typed as hyphens.
func runLength(s string, r rune) int {
	n := 0
	for n < len(s) && rune(s[n]) == r {
		n++
	}
	return n
}

// elisionLength takes "'s", "’re" and "'90s" as one word and an apostrophe before anything else alone.
func elisionLength(s string, size int) int {
	rest := s[size:]
	for _, e := range clitics {
		if len(rest) >= len(e) && strings.EqualFold(rest[:len(e)], e) && !startsWithLetter(rest[len(e):]) {
			return size + len(e)
		}
	}
	return size
}

var clitics = [...]string{"s", "re", "ve", "ll", "m", "d"}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// numberLength takes digits with inner points, commas and colons, and a unit set solid: "1.2bn", "7:30", "19th".
func numberLength(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case unicode.IsDigit(r) || unicode.IsLetter(r):
			n += size
		case (r == '.' || r == ',' || r == ':') && n+1 < len(s) && s[n+1] >= '0' && s[n+1] <= '9':
			n += size
		default:
			return n
		}
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
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_':
			n += size
		case (r == '\'' || r == '’') && isNot(s, n+size):
			n += size
		case (r == '\'' || r == '’') && startsWithLetter(s[n+size:]) && elisionLength(s[n:], size) == size:
			n += size
		default:
			return n
		}
	}
	return n
}

// isNot reports whether the apostrophe that ends at i is the one of "n't".
func isNot(s string, i int) bool {
	return i < len(s) && (s[i] == 't' || s[i] == 'T') && !startsWithLetter(s[i+1:])
}

// cutContraction cuts "don't", "cannot" and the like in two.
func cutContraction(out []Token, text string, w Span) []Token {
	lower := strings.ToLower(text[w.Start:w.End])
	cut := 0
	switch {
	case lower == "cannot" || lower == "gonna" || lower == "gotta" || lower == "wanna":
		cut = 3
	case len(lower) > 3 && len(lower) == w.End-w.Start && strings.HasSuffix(lower, "n't"):
		cut = len(lower) - 3
	case len(lower) > 5 && len(lower) == w.End-w.Start && strings.HasSuffix(lower, "n’t"):
		cut = len(lower) - len("n’t")
	}
	if cut == 0 {
		return append(out, Token{Span: w, Head: -1})
	}
	return append(out, Token{Span: Span{w.Start, w.Start + cut}, Head: -1}, Token{Span: Span{w.Start + cut, w.End}, Head: -1})
}

// Words cuts a phrase as Segment cuts the text of an article, so that tables of phrases can be matched against tokens.
func Words(phrase string) []string {
	var out []string
	for _, t := range tokenise(nil, phrase, Span{0, len(phrase)}) {
		out = append(out, phrase[t.Start:t.End])
	}
	return out
}

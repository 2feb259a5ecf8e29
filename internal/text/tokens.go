package text

import (
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
	c := cutter{text: text, limit: span.End, table: loadWords(), out: out}
	c.pieces(span)
	return c.out
}

// cutter cuts pieces, which hold no white space, into words from left to right.
type cutter struct {
	text       string
	limit      int  // end of the paragraph
	phrase     bool // more of a sentence may follow that end
	table      *wordTable
	out        []Token
	start, end int // of the piece
	at         int // where the next word begins
	one        [1]int
}

// pieces cuts all the pieces of a span.
func (c *cutter) pieces(span Span) {
	text := c.text
	for i := span.Start; i < span.End; {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		end := i + size
		for end < span.End {
			r, size := utf8.DecodeRuneInString(text[end:])
			if unicode.IsSpace(r) {
				break
			}
			end += size
		}
		c.cut(i, end)
		i = end
	}
}

func (c *cutter) cut(start, end int) {
	c.start, c.end, c.at = start, end, start
	for c.at < c.end {
		n := c.wordLength()
		c.append(c.at, n)
		c.at += n
	}
	c.out[len(c.out)-1].SpaceAfter = true
}

// append adds the word of n bytes at start, in its parts where it is a contraction.
func (c *cutter) append(start, n int) {
	word := c.text[start : start+n]
	cuts := c.table.contraction(word)
	if not := notSuffix(word); not > 0 {
		c.one[0] = not
		cuts = c.one[:]
	}
	from := 0
	for _, cut := range cuts {
		c.out = append(c.out, Token{Span: Span{start + from, start + cut}, Head: -1, Joined: from > 0})
		from = cut
	}
	joined := from > 0 || c.isClitic(start, word)
	c.out = append(c.out, Token{Span: Span{start + from, start + n}, Head: -1, Joined: joined})
}

// rest is what is left of the piece.
func (c *cutter) rest() string { return c.text[c.at:c.end] }

// wordLength is the length in bytes of the next word.
func (c *cutter) wordLength() int {
	s := c.rest()
	r, size := utf8.DecodeRuneInString(s)
	if n := c.addressLength(s); n > 0 {
		return n
	}
	switch {
	case unicode.IsDigit(r):
		return c.numberLength(s)
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return c.letterWord(s)
	case r == '\'' || r == '’' || r == '`':
		return apostropheLength(s, size)
	}
	return c.markLength(s, size)
}

// Words cuts a phrase as Segment cuts the text of an article, so that tables of phrases can be matched against tokens.
func Words(phrase string) []string {
	c := cutter{text: phrase, limit: len(phrase), phrase: true, table: loadWords()}
	c.pieces(Span{0, len(phrase)})
	out := make([]string, 0, len(c.out))
	for _, t := range c.out {
		out = append(out, phrase[t.Start:t.End])
	}
	return out
}

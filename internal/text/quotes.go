package text

import "strings"

// marks pairs each closing quotation mark with the marks that can open what it closes.
var marks = map[string]string{"”": "“\"", "’": "‘'", "\"": "\"“", "'": "'‘", "»": "«", "''": "``''"}

// findQuotes pairs the quotation marks of each paragraph. A quotation that its paragraph leaves open
// ends with the paragraph, and is marked Open when the next paragraph begins with a mark: the
// speech goes on there.
func findQuotes(d *Doc) []Quote {
	f := quoteFinder{d: d}
	for i := 0; i < len(d.Sentences); {
		p := d.Sentences[i].Paragraph
		j := i
		for j < len(d.Sentences) && d.Sentences[j].Paragraph == p {
			j++
		}
		f.paragraph(d.Sentences[i].First, d.Sentences[j-1].Last)
		i = j
	}
	return f.quotes
}

// InQuote reports whether token i stands within quotation marks, the marks themselves included.
func (d *Doc) InQuote(i int) bool {
	if d.quoted == nil {
		d.quoted = make([]bool, len(d.Tokens))
		for _, q := range d.Quotes {
			for t := d.TokenAt(q.Start); t < len(d.Tokens) && d.Tokens[t].Start < q.End && !(q.Nested && d.quoted[t]); t++ {
				d.quoted[t] = true
			}
		}
	}
	return d.quoted[i]
}

type quoteFinder struct {
	d      *Doc
	quotes []Quote
	open   []int // token indices of marks not closed yet
	closed []int // token indices of marks that close one, in order
	limit  int   // end of the paragraph
}

// maxNesting bounds the depth of quotations within quotations.
const maxNesting = 3

func (f *quoteFinder) paragraph(first, last int) {
	from := len(f.quotes)
	f.open, f.closed, f.limit = f.open[:0], f.closed[:0], last
	for i := first; i < last; i++ {
		switch w := f.d.Word(i); {
		case f.closes(i, w):
			f.close(i)
		case f.opens(i, w, first) && len(f.open) < maxNesting:
			f.open = append(f.open, i)
		}
	}
	if len(f.open) > 0 {
		f.leftOpen(last)
	}
	sortQuotes(f.quotes[from:])
	f.possessives(first, last)
}

// possessives joins the apostrophes that close no quotation to the plurals that they follow: "the states’ interests".
func (f *quoteFinder) possessives(first, last int) {
	closed := f.closed
	for i := first + 1; i < last; i++ {
		if w := f.d.Word(i); w != "’" && w != "'" {
			continue
		}
		for len(closed) > 0 && closed[0] < i {
			closed = closed[1:]
		}
		if f.d.Tokens[i-1].SpaceAfter || !f.d.Tokens[i].SpaceAfter || len(closed) > 0 && closed[0] == i {
			continue
		}
		before := f.d.Word(i - 1)
		f.d.Tokens[i].Joined = strings.HasSuffix(before, "s") && len(before) > 2
	}
}

func sortQuotes(qs []Quote) {
	for i := 1; i < len(qs); i++ {
		for j := i; j > 0 && qs[j].Start < qs[j-1].Start; j-- {
			qs[j], qs[j-1] = qs[j-1], qs[j]
		}
	}
}

func (f *quoteFinder) opens(i int, w string, first int) bool {
	switch w {
	case "“", "«", "``":
		return true
	case "‘", "\"", "'", "''":
		solid := i+1 < f.limit && !f.d.Tokens[i].SpaceAfter
		return solid && (i == first || f.d.Tokens[i-1].SpaceAfter || isOpener(f.d.Word(i-1)))
	}
	return false
}

func (f *quoteFinder) closes(i int, w string) bool {
	openers, ok := marks[w]
	if !ok || len(f.open) == 0 || i > 0 && f.d.Tokens[i-1].SpaceAfter && w != "''" {
		return false
	}
	top := f.d.Word(f.open[len(f.open)-1])
	if !strings.Contains(openers, top) {
		return false
	}
	return !(w == "’" || w == "'") || !f.isPossessive(i, w)
}

// isPossessive reports whether a lone single mark is an apostrophe ("the states’ interests"): it follows
// an s, a word goes on after it, and another closing mark comes before the next opening one.
func (f *quoteFinder) isPossessive(i int, w string) bool {
	before := f.d.Word(i - 1)
	if !strings.HasSuffix(before, "s") || i+1 >= f.limit || !startsWithLetter(f.d.Word(i+1)) {
		return false
	}
	for j := i + 1; j < f.limit && j < i+200; j++ {
		switch next := f.d.Word(j); {
		case next == w && !f.d.Tokens[j-1].SpaceAfter:
			return true
		case next == "‘" || next == "'":
			return false
		}
	}
	return false
}

func (f *quoteFinder) close(i int) {
	f.closed = append(f.closed, i)
	o := f.open[len(f.open)-1]
	f.open = f.open[:len(f.open)-1]
	if o+1 == i {
		return
	}
	f.quotes = append(f.quotes, Quote{
		Span:   Span{f.d.Tokens[o].Start, f.d.Tokens[i].End},
		Inner:  Span{f.d.Tokens[o+1].Start, f.d.Tokens[i-1].End},
		Nested: len(f.open) > 0,
	})
}

// leftOpen ends the outermost open quotation with its paragraph.
func (f *quoteFinder) leftOpen(last int) {
	o := f.open[0]
	if o+1 >= last {
		return
	}
	end := f.d.Tokens[last-1].End
	next := last < len(f.d.Tokens) && strings.Contains("“\"‘'«``", f.d.Word(last))
	f.quotes = append(f.quotes, Quote{
		Span: Span{f.d.Tokens[o].Start, end}, Inner: Span{f.d.Tokens[o+1].Start, end}, Open: next,
	})
}

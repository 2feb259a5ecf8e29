package when

import (
	"strconv"
	"strings"

	"github.com/readout/readout/internal/text"
)

// A lexeme is one or more tokens that stand for one word or number of a pattern.
type lexeme struct {
	first, last int // tokens, last included
	glued       bool
	readings    []reading
}

func (x lexeme) is(s symbol) bool {
	_, ok := x.value(s)
	return ok
}

func (x lexeme) value(s symbol) (float64, bool) {
	for _, r := range x.readings {
		if r.symbol == s {
			return r.value, true
		}
	}
	return 0, false
}

// classes are the symbols that the lexer itself gives.
type classes struct {
	number, day, year, yy, mm, ordinal, decade, tens, clock, hhmm, cardinal, scale, lead, bound, dated, month symbol
}

func newClasses(v *vocabulary) classes {
	return classes{
		number: v.symbol("$number"), day: v.symbol("$day"), year: v.symbol("$year"), yy: v.symbol("$yy"), mm: v.symbol("$mm"),
		ordinal: v.symbol("$ordinal"), decade: v.symbol("$decade"), tens: v.symbol("$tens"), clock: v.symbol("$clock"), hhmm: v.symbol("$hhmm"),
		cardinal: v.symbol("$cardinal"), scale: v.symbol("$scale"), lead: v.symbol("$lead"), bound: v.symbol("$bound"),
		dated: v.symbol("$dated"), month: v.symbol("$month"),
	}
}

// lexer makes lexemes of the tokens of a document.
type lexer struct {
	doc     *text.Doc
	words   *vocabulary
	classes classes
	lower   [32]byte
	out     []lexeme
}

// sentence returns the lexemes of the tokens [first, last). They are good until the next call.
func (l *lexer) sentence(first, last int) []lexeme {
	l.out = l.out[:0]
	for i := first; i < last; {
		if parts := l.partsOf(i, first, last); len(parts) > 0 {
			l.out = append(l.out, parts...)
			i++
			continue
		}
		x := lexeme{first: i, last: i, glued: i > first && !l.doc.Tokens[i-1].SpaceAfter}
		if isDigit(l.doc.Word(i)) {
			x.readings = l.digits(i, first, last)
		} else {
			x.readings = l.allowed(i, first, last)
		}
		l.number(&x, last)
		l.out = append(l.out, x)
		i = x.last + 1
	}
	return l.out
}

func isDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// lookup returns the readings of token i, whatever their guards.
func (l *lexer) lookup(i int) []reading { return l.find(l.doc.Word(i)) }

// find returns the readings of a word, whatever their guards.
func (l *lexer) find(w string) []reading {
	switch w {
	case "–", "‐", "‑", "--", "—", "−":
		w = "-"
	case "’s":
		w = "'s"
	case "’", "‘":
		w = "'"
	}
	if len(w) > len(l.lower) {
		return nil
	}
	for j := 0; j < len(w); j++ {
		b := w[j]
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
		}
		l.lower[j] = b
	}
	return l.words.words[string(l.lower[:len(w)])]
}

// allowed returns the readings of token i whose guards hold. It allocates only where one doesn't.
func (l *lexer) allowed(i, first, last int) []reading {
	all := l.lookup(i)
	for n, r := range all {
		if l.holds(r, i, first, last) {
			continue
		}
		kept := append([]reading(nil), all[:n]...)
		for _, r := range all[n+1:] {
			if l.holds(r, i, first, last) {
				kept = append(kept, r)
			}
		}
		return kept
	}
	return all
}

func (l *lexer) holds(r reading, i, first, last int) bool {
	switch r.guard {
	case capital:
		return l.isCapital(i) && !l.isFirstName(i, last)
	case name:
		return l.isCapital(i) && l.isMonthByContext(i, first, last)
	case tagged:
		return strings.HasPrefix(l.doc.Tokens[i].XPOS, l.words.tags[r.symbol])
	}
	return true
}

func (l *lexer) isCapital(i int) bool {
	b := l.doc.Text[l.doc.Tokens[i].Start]
	return b >= 'A' && b <= 'Z'
}

// isFirstName reports whether token i begins a name, as "April" in "April Smith".
func (l *lexer) isFirstName(i, last int) bool {
	if i+1 >= last {
		return false
	}
	next := l.doc.Tokens[i+1]
	return next.Deprel == "flat" && next.Head == i && next.UPOS == "PROPN" && len(l.lookup(i+1)) == 0
}

// isMonthByContext reports whether a number stands beside token i, or a word that months follow before it.
func (l *lexer) isMonthByContext(i, first, last int) bool {
	if i+1 < last {
		if next := l.doc.Word(i + 1); isDigit(next) || l.has(i+1, l.classes.ordinal) || next == "," && i+2 < last && isYear(l.doc.Word(i+2)) {
			return true
		}
	}
	if i == first {
		return false
	}
	if isDigit(l.doc.Word(i-1)) || l.doc.Tokens[i].UPOS == "PROPN" && l.has(i-1, l.classes.lead) {
		return true
	}
	return l.has(i-1, l.classes.bound) && l.doc.Tokens[i].UPOS == "PROPN" && i-2 >= first && l.has(i-2, l.classes.month)
}

func (l *lexer) has(i int, s symbol) bool {
	for _, r := range l.lookup(i) {
		if r.symbol == s {
			return true
		}
	}
	return false
}

func isYear(w string) bool {
	n, err := strconv.Atoi(w)
	return len(w) == 4 && err == nil && n >= 1400 && n <= 2199
}

// digits returns the readings of a token that begins with a digit: "15", "2018", "1990s", "19th", "9:30", "3pm", "1,500".
func (l *lexer) digits(i, first, last int) []reading { return l.numeral(l.doc.Word(i), i, first, last) }

// numeral returns the readings of what begins with a digit and stands at token i or within it.
func (l *lexer) numeral(w string, i, first, last int) []reading {
	end := 0
	for end < len(w) && (w[end] >= '0' && w[end] <= '9') {
		end++
	}
	n, err := strconv.Atoi(w[:end])
	if err != nil {
		return nil
	}
	switch tail := w[end:]; {
	case tail == "":
		return l.integer(w, n, i, first, last)
	case tail == "s" && n%10 == 0 && end == 4:
		return []reading{{symbol: l.classes.decade, value: float64(n / 10)}}
	case tail == "s" && n%10 == 0 && end == 2:
		return []reading{{symbol: l.classes.tens, value: float64(n / 10)}}
	case tail == "th" || tail == "st" || tail == "nd" || tail == "rd":
		return []reading{{symbol: l.classes.ordinal, value: float64(n)}, {symbol: l.classes.day, value: float64(n)}}
	case tail[0] == ',' || tail[0] == '.':
		return l.decimal(w)
	}
	return l.clock(w, n, end)
}

func (l *lexer) integer(w string, n, i, first, last int) []reading {
	out := []reading{{symbol: l.classes.number, value: float64(n)}}
	if n >= 1 && n <= 31 && len(w) <= 2 {
		out = append(out, reading{symbol: l.classes.day, value: float64(n)})
	}
	if len(w) == 2 {
		out = append(out, reading{symbol: l.classes.yy, value: float64(n)})
		if n >= 1 && n <= 12 {
			out = append(out, reading{symbol: l.classes.mm, value: float64(n)})
		}
	}
	if isYear(w) && l.isYear(i, first, last, n) {
		out = append(out, reading{symbol: l.classes.year, value: float64(n)})
	}
	return out
}

// isYear reports whether a number of four digits counts years and not what follows it: "2018 people", "$2018".
func (l *lexer) isYear(i, first, last, n int) bool {
	t := l.doc.Tokens[i]
	if i > first {
		switch l.doc.Word(i - 1) {
		case "$", "£", "€", "¥", "#", "No.", "no.", "+":
			return false
		}
	}
	if i+1 < last {
		next := l.doc.Tokens[i+1]
		counts := t.Deprel == "nummod" && t.Head == i+1 && next.XPOS == "NNS" && (i == first || !l.has(i-1, l.classes.dated))
		if counts || l.doc.Word(i+1) == "%" || l.doc.Word(i+1) == "percent" {
			return false
		}
	}
	return n >= 1900 && n <= 2050 || i > first && (l.has(i-1, l.classes.bound) || l.has(i-1, l.classes.month) || l.doc.Word(i-1) == ",")
}

func (l *lexer) decimal(w string) []reading {
	v, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	if err != nil {
		return nil
	}
	return []reading{{symbol: l.classes.number, value: v}}
}

// clock reads "9:30", "5:25pm" and "3pm"; end is the number of digits at the start, n their value.
func (l *lexer) clock(w string, n, end int) []reading {
	minutes, tail := 0, w[end:]
	hasMinutes := len(tail) >= 3 && tail[0] == ':' && isDigit(tail[1:]) && isDigit(tail[2:])
	if hasMinutes {
		minutes, tail = int(tail[1]-'0')*10+int(tail[2]-'0'), tail[3:]
	}
	if n > 24 || minutes > 59 {
		return nil
	}
	switch strings.ToLower(tail) {
	case "am", "a.m":
		return []reading{{symbol: l.classes.clock, value: float64(n%12*60 + minutes)}}
	case "pm", "p.m":
		return []reading{{symbol: l.classes.clock, value: float64((n%12+12)*60 + minutes)}}
	case "":
		return []reading{{symbol: l.classes.hhmm, value: float64(n*60 + minutes)}}
	}
	return nil
}

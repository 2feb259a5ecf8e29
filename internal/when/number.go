package when

// number widens a lexeme over a number written in several tokens: "twenty-four", "two thousand", "a hundred",
// "seven-and-a-half", "4 1/2", and over a year in words, "nineteen ninety-six".
func (l *lexer) number(x *lexeme, last int) {
	n, next, ok := l.cardinal(x, last)
	if !ok {
		return
	}
	if y, after, ok := l.spelledYear(n, next, last); ok {
		x.last = after - 1
		x.readings = []reading{{symbol: l.classes.year, value: float64(y)}, {symbol: l.classes.number, value: float64(y)}}
		return
	}
	fraction, after := l.fraction(next, last)
	if next-1 == x.first && fraction == 0 {
		if _, isCardinal := x.value(l.classes.cardinal); isCardinal {
			x.readings = append(x.readings[:len(x.readings):len(x.readings)], reading{symbol: l.classes.number, value: n})
		}
		return
	}
	x.last = after - 1
	x.readings = []reading{{symbol: l.classes.number, value: n + fraction}}
}

// cardinal reads a number from the lexeme on and returns it with the token after it.
func (l *lexer) cardinal(x *lexeme, last int) (n float64, next int, ok bool) {
	next = x.first + 1
	if v, isNumber := x.value(l.classes.number); isNumber {
		n = v
	} else if n, ok = x.value(l.classes.cardinal); !ok {
		if !l.word(x.first, "a") || next >= last || !l.has(next, l.classes.scale) {
			return 0, next, false
		}
		n = 1
	} else if n >= 20 {
		if unit, after, ok := l.unitOfTens(next, last); ok {
			n, next = n+unit, after
		}
	}
	for next < last {
		scale, ok := l.valueAt(next, l.classes.scale)
		if !ok {
			break
		}
		n, next = n*scale, next+1
	}
	return n, next, true
}

// unitOfTens reads the "four" of "twenty four" and "twenty-four".
func (l *lexer) unitOfTens(i, last int) (n float64, next int, ok bool) {
	if i+1 < last && l.word(i, "-") {
		i++
	}
	if i >= last {
		return 0, i, false
	}
	n, ok = l.valueAt(i, l.classes.cardinal)
	return n, i + 1, ok && n >= 1 && n <= 9
}

// spelledYear reads the second half of "nineteen ninety-six" or "twenty twelve" after the first, n.
func (l *lexer) spelledYear(n float64, i, last int) (year, next int, ok bool) {
	if n < 14 || n > 20 || i >= last {
		return 0, i, false
	}
	m, ok := l.valueAt(i, l.classes.cardinal)
	if !ok || m < 10 {
		return 0, i, false
	}
	i++
	if m >= 20 {
		if unit, after, ok := l.unitOfTens(i, last); ok {
			m, i = m+unit, after
		}
	}
	return int(n*100 + m), i, true
}

// fractions are what follows a whole number, word by word, with its value.
var fractions = []struct {
	words []string
	value float64
}{
	{[]string{"and", "a", "half"}, 0.5},
	{[]string{"-", "and", "-", "a", "-", "half"}, 0.5},
	{[]string{"and", "a", "-", "half"}, 0.5},
	{[]string{"and", "a", "quarter"}, 0.25},
	{[]string{"and", "three", "quarters"}, 0.75},
	{[]string{"1/2"}, 0.5},
	{[]string{"-", "1/2"}, 0.5},
	{[]string{"1", "/", "4"}, 0.25},
	{[]string{"3", "/", "4"}, 0.75},
	{[]string{"½"}, 0.5},
	{[]string{"¼"}, 0.25},
	{[]string{"¾"}, 0.75},
}

func (l *lexer) fraction(i, last int) (value float64, next int) {
	for _, f := range fractions {
		if l.sequence(i, last, f.words) {
			return f.value, i + len(f.words)
		}
	}
	return 0, i
}

func (l *lexer) sequence(i, last int, words []string) bool {
	if i+len(words) > last {
		return false
	}
	for j, w := range words {
		if !l.word(i+j, w) {
			return false
		}
	}
	return true
}

// word reports whether token i is the word, or for "-" a dash set solid.
func (l *lexer) word(i int, w string) bool {
	have := l.doc.Word(i)
	return have == w || w == "-" && (have == "–" || have == "‑") || len(have) == 1 && have[0] == 'A' && w == "a"
}

func (l *lexer) valueAt(i int, s symbol) (float64, bool) {
	for _, r := range l.lookup(i) {
		if r.symbol == s {
			return r.value, true
		}
	}
	return 0, false
}

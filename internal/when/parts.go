package when

import "strings"

// partsOf returns the lexemes within token i where it is several of them: a date in figures ("2023-06-12", "19/05/2023"), the
// years of a decade ("1990's") and what "mid-" stands before ("mid-June"). It returns nothing for any other token.
func (l *lexer) partsOf(i, first, last int) []lexeme {
	w := l.doc.Word(i)
	var out []lexeme
	add := func(readings []reading) {
		glued := len(out) > 0 || i > first && !l.doc.Tokens[i-1].SpaceAfter
		out = append(out, lexeme{first: i, last: i, glued: glued, readings: readings})
	}
	switch mark := strings.IndexAny(w, "-/'’"); {
	case mark <= 0:
	case isDigit(w) && (w[mark] == '-' || w[mark] == '/'):
		for n, figures := range strings.Split(w, w[mark:mark+1]) {
			if n > 0 {
				add(l.find(w[mark : mark+1]))
			}
			add(l.figures(figures, i, first, last))
		}
	case isDigit(w) && (w[mark:] == "'s" || w[mark:] == "’s"):
		add(l.figures(w[:mark], i, first, last))
		add(l.find("'s"))
	case strings.EqualFold(w[:mark], "mid"):
		add(l.find(w[:mark]))
		add(l.find("-"))
		if rest := w[mark+1:]; isDigit(rest) {
			add(l.figures(rest, i, first, last))
		} else {
			add(l.capitalised(rest))
		}
	}
	return out
}

// figures returns the readings of digits within token i.
func (l *lexer) figures(w string, i, first, last int) []reading {
	if !isDigit(w) {
		return nil
	}
	return l.numeral(w, i, first, last)
}

// capitalised returns the readings of a word within a token: those that ask for a capital where it has one.
func (l *lexer) capitalised(w string) []reading {
	var out []reading
	for _, r := range l.find(w) {
		if r.guard == always || (r.guard == capital || r.guard == name) && w[0] >= 'A' && w[0] <= 'Z' {
			out = append(out, r)
		}
	}
	return out
}

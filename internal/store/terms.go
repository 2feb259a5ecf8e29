package store

import (
	"strings"
	"unicode"
)

// Term is one thing to look for: a word or a phrase.
type Term struct {
	Text   string // without quotation marks and control characters; it holds a letter or a digit
	Prefix bool   // the last word may go on
}

const quotationMarks = "\"“”„«»"

// Terms reads what a person typed into a search box. All terms must be found.
// Words within quotation marks are one phrase, and a closing mark may be
// missing. A star at the end of a term lets its last word go on. Everything else
// stands for itself: there are no operators and so no mistakes to make. A term
// without a letter or digit finds nothing and is left out, as is one said twice.
func Terms(words string) []Term {
	var out []Term
	seen := map[Term]bool{}
	add := func(text string, prefix bool) {
		t := Term{Text: strings.Join(strings.Fields(strings.Trim(text, "* ")), " "), Prefix: prefix}
		if strings.ContainsFunc(t.Text, isWord) && !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	rest := plain(words)
	for rest != "" {
		open := strings.IndexAny(rest, quotationMarks)
		if open < 0 {
			open = len(rest)
		}
		for _, word := range strings.Fields(rest[:open]) {
			add(word, strings.HasSuffix(word, "*"))
		}
		phrase := afterMark(rest[open:])
		end := strings.IndexAny(phrase, quotationMarks)
		if end < 0 {
			end = len(phrase)
		}
		rest = afterMark(phrase[end:])
		add(phrase[:end], strings.HasPrefix(rest, "*") || strings.HasSuffix(phrase[:end], "*"))
	}
	return out
}

// afterMark cuts off the quotation mark that s begins with, if any.
func afterMark(s string) string {
	for i := range s {
		if i > 0 {
			return s[i:]
		}
	}
	return ""
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

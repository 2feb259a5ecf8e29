package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxSentence is the length in words at which a sentence is cut where it has no end, so that no stage takes more than
// linear time over a text without full stops.
const MaxSentence = 400

// splitSentences appends the sentences of the tokens from first on, all of one paragraph.
func splitSentences(d *Doc, first, paragraph int) []Sentence {
	out := d.Sentences
	start := first
	if end := datelineEnd(d, first); end > first && end < len(d.Tokens) {
		out = append(out, Sentence{First: first, Last: end, Paragraph: paragraph, Dateline: true})
		start = end
	}
	for i := start; i < len(d.Tokens); i++ {
		if i-start == MaxSentence {
			out = append(out, Sentence{First: start, Last: i, Paragraph: paragraph})
			start = i
		}
		if !endsSentence(d, i) {
			continue
		}
		end := afterClosers(d, i+1)
		if end < len(d.Tokens) && !startsSentence(d, i, end) {
			continue
		}
		out = append(out, Sentence{First: start, Last: end, Paragraph: paragraph})
		start, i = end, end-1
	}
	if start < len(d.Tokens) {
		out = append(out, Sentence{First: start, Last: len(d.Tokens), Paragraph: paragraph})
	}
	return out
}

// endsSentence reports whether token i can be the last word or mark of a sentence.
func endsSentence(d *Doc, i int) bool {
	w := d.Word(i)
	switch w[len(w)-1] {
	case '.':
		if len(w) == 1 || strings.Trim(w, ".") == "" {
			return true
		}
		return mayEnd(w)
	case '!', '?':
		return true
	}
	return w == "…" || w == "。"
}

// mayEnd reports whether an abbreviation can end a sentence: "U.S." and "Inc." can, "Mr." and "J." can't.
func mayEnd(w string) bool {
	if end, ok := abbreviations[strings.ToLower(w)]; ok {
		return end
	}
	return strings.Count(w, ".") > 1
}

// afterClosers passes over closing quotation marks and brackets that are set solid.
func afterClosers(d *Doc, i int) int {
	for i < len(d.Tokens) && d.Tokens[i-1].End == d.Tokens[i].Start && isCloser(d.Word(i)) {
		i++
	}
	return i
}

func isCloser(w string) bool {
	switch w {
	case "”", "’", "\"", "'", ")", "]", "»", "''":
		return true
	}
	return false
}

// startsSentence reports whether the token next can begin a sentence after the end mark at end.
func startsSentence(d *Doc, end, next int) bool {
	if !d.Tokens[next-1].SpaceAfter {
		return false
	}
	mark := d.Word(end)
	word := d.Word(next)
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case len(mark) > 1 && strings.Trim(mark, ".") != "":
		return functionWords[strings.ToLower(word)] && unicode.IsUpper(r)
	case unicode.IsLower(r):
		return false
	case next > end+1 && mark != "." && followedByReport(d, next):
		return false
	}
	return unicode.IsUpper(r) || unicode.IsDigit(r) || isOpener(word) || unicode.Is(unicode.Lo, r)
}

func isOpener(w string) bool {
	switch w {
	case "“", "‘", "\"", "'", "(", "[", "«", "``", "—", "–", "-", "$", "€", "£", "@", "#", "•", "...":
		return true
	}
	return false
}

// followedByReport reports whether a reporting word comes within a name's length: “Why?” Anna Lee asked.
func followedByReport(d *Doc, i int) bool {
	for j := i; j < len(d.Tokens) && j < i+5; j++ {
		switch d.Word(j) {
		case "said", "says", "asked", "asks", "told", "wrote", "added", "replied", "responded":
			return true
		case ".", ",", "“", "‘", "\"":
			return false
		}
	}
	return false
}

// functionWords begin a sentence when capitalised after an abbreviation; a name after one does not.
var functionWords = map[string]bool{
	"the": true, "a": true, "an": true, "he": true, "she": true, "it": true, "they": true, "we": true, "i": true, "his": true,
	"her": true, "their": true, "its": true, "in": true, "on": true, "at": true, "but": true, "and": true, "this": true, "that": true,
	"these": true, "those": true, "there": true, "after": true, "before": true, "while": true, "when": true, "if": true, "as": true,
	"for": true, "with": true, "both": true, "earlier": true, "however": true, "meanwhile": true, "since": true, "by": true,
}

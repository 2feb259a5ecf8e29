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
	small := start < len(d.Tokens) && startsSmallLetter(d.Word(start))
	for i := start; i < len(d.Tokens); i++ {
		if i-start == MaxSentence || i > start && d.Tokens[i-1].SpaceAfter && isRuledLine(d.Word(i)) {
			out = append(out, Sentence{First: start, Last: i, Paragraph: paragraph})
			start = i
			d.Tokens[i].Joined = false // no word reaches over two sentences
		}
		mark := markOf(d, i)
		if mark == noEnd || mark == abbreviation && i == start || mark == stop && isItem(d, start, i) {
			continue
		}
		end := afterClosers(d, i+1, start+MaxSentence)
		if end < len(d.Tokens) && !startsSentence(d, mark, i, end, small) {
			continue
		}
		out = append(out, Sentence{First: start, Last: end, Paragraph: paragraph})
		if end < len(d.Tokens) {
			d.Tokens[end].Joined = false
		}
		start, i = end, end-1
	}
	if start < len(d.Tokens) {
		out = append(out, Sentence{First: start, Last: len(d.Tokens), Paragraph: paragraph})
	}
	return out
}

// An endMark is what a token is at the end of a sentence.
type endMark uint8

const (
	noEnd        endMark = iota
	stop                 // a full stop
	abbreviation         // one that may end a sentence: "U.S.", "Inc."
	ellipsis             // "...", "…"
	shout                // "!", "?!"
	smiley               // ":)"
	ruledLine            // "*******"
	link                 // an address of the net
)

// markOf returns what token i is, where it can be the last word or mark of a sentence.
func markOf(d *Doc, i int) endMark {
	w := d.Word(i)
	switch w[len(w)-1] {
	case '.':
		switch {
		case len(w) == 1:
			return stop
		case strings.Trim(w, ".") == "":
			return ellipsis
		case isShout(w[0]):
			return shout
		case mayEnd(w):
			return abbreviation
		}
		return noEnd
	case '!', '?':
		return shout
	}
	switch {
	case w == "…":
		return ellipsis
	case w == "。":
		return stop
	case isRuledLine(w):
		return ruledLine
	case isSmiley(w):
		return smiley
	case hasScheme(w):
		return link
	}
	return noEnd
}

func isSmiley(w string) bool { return !isASCIILetter(w[0]) && in(loadWords().smileys, w) }

// isItem reports whether the full stop at token i follows the number that a sentence begins with: "2. Gas", "2.1. Results".
func isItem(d *Doc, start, i int) bool {
	return i == start+1 && len(d.Word(start)) < 4 && isASCIIDigit(d.Word(start)[0]) && !d.Tokens[start].SpaceAfter
}

// isRuledLine reports whether a token is a line drawn of marks. A few low lines may be a blank to fill in.
func isRuledLine(w string) bool {
	return (len(w) > 9 || len(w) > 4 && w[0] != '_') && isRule(w[0]) && spanOf(w, isRule) == len(w)
}

// mayEnd reports whether an abbreviation can end a sentence: "U.S." and "Inc." can, "Mr." and "J." can't.
func mayEnd(w string) bool {
	if end, ok := loadWords().abbreviation(w); ok {
		return end == either
	}
	return strings.Count(w, ".") > 1
}

// afterClosers passes over what belongs to a sentence after its end mark: closing quotation marks and brackets that are set
// solid, smileys, and references such as "[12]".
func afterClosers(d *Doc, i, limit int) int {
	limit = min(limit, len(d.Tokens))
	for i < limit {
		switch w := d.Word(i); {
		case isCloser(w) && d.Tokens[i-1].End == d.Tokens[i].Start, isSmiley(w):
			i++
		case isReference(d, i):
			i = min(i+3, limit)
		default:
			return i
		}
	}
	return i
}

func isReference(d *Doc, i int) bool {
	if i+2 >= len(d.Tokens) || d.Word(i) != "[" || d.Word(i+2) != "]" {
		return false
	}
	number := d.Word(i + 1)
	return digitRun(number) == len(number)
}

func isCloser(w string) bool {
	switch w {
	case "”", "’", "\"", "'", ")", "]", "»", "''":
		return true
	}
	return false
}

// startsSentence reports whether the token next can begin a sentence after the end mark at end. In a paragraph that begins with a
// small letter, any word may.
func startsSentence(d *Doc, mark endMark, end, next int, small bool) bool {
	word := d.Word(next)
	r, size := utf8.DecodeRuneInString(word)
	switch {
	case mark == ruledLine:
		return d.Tokens[next-1].SpaceAfter
	case mark == link:
		return hasScheme(word)
	case !d.Tokens[next-1].SpaceAfter:
		return next == end+1 && startsSolid(d, mark, end, next)
	case mark == smiley:
		return unicode.IsUpper(r)
	case mark == abbreviation:
		return functionWords[strings.ToLower(word)] && unicode.IsUpper(r)
	case hasScheme(word):
		return true
	case unicode.IsLower(r):
		return next == end+1 && (small && mark == stop || startsSmall(d, mark, end, next))
	case next > end+1 && mark == shout && followedByReport(d, next):
		return false
	}
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.Is(unicode.Lo, r) || isOpener(word) || unicode.IsSymbol(r) && size == len(word)
}

// startsSolid reports whether a sentence begins at next without white space before it ("…the album.That way…").
func startsSolid(d *Doc, mark endMark, end, next int) bool {
	word := d.Word(next)
	r, size := utf8.DecodeRuneInString(word)
	if mark == shout {
		return unicode.IsLetter(r)
	}
	if mark != stop && mark != ellipsis || !unicode.IsUpper(r) || size == len(word) && mark == stop || end == 0 {
		return false
	}
	return isPlainWord(d.Word(end - 1))
}

// startsSmallLetter reports whether a word begins with a small letter.
func startsSmallLetter(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

// startsSmall reports whether a small letter begins a sentence at next, as in what is typed without capitals: after a question,
// and after a full stop that is not likely to be that of an abbreviation.
func startsSmall(d *Doc, mark endMark, end, next int) bool {
	switch mark {
	case shout:
		return !followedByReport(d, next)
	case stop:
		return end > 0 && isPlainWord(d.Word(end-1))
	}
	return false
}

// isPlainWord reports whether w is a word in small letters, with a vowel and long enough to be no abbreviation.
func isPlainWord(w string) bool {
	const shortest = 4
	return len(w) >= shortest && strings.ToLower(w) == w && strings.ContainsAny(w, "aeiouy")
}

func isOpener(w string) bool {
	switch w {
	case "“", "‘", "\"", "'", "(", "[", "«", "``", "—", "–", "-", "--", "---", "$", "€", "£", "#", "•", "...":
		return true
	}
	return w[0] == '@' || w[0] == '#'
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

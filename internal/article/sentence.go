package article

import (
	"regexp"
	"strings"
	"unicode"
)

// closers may stand behind the end of a sentence.
const closers = "”’\"')]»"

var acronymAtEnd = regexp.MustCompile(`(?:^|[^\p{L}])(?:\p{Lu}\.){2,}$`)

// endsSentence reports whether s ends with a full stop that is none of an acronym.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, closers)
	return strings.HasSuffix(s, ".") && !acronymAtEnd.MatchString(s)
}

var innerStop = regexp.MustCompile(`(\p{L}*)[.!?][”’"')]? [\p{Lu}“‘"]`)

// sentenceInside reports whether a sentence ends within s. A capitalised word of
// up to three letters before the stop is taken for a title or an initial ("Mr.").
func sentenceInside(s string) bool {
	for _, m := range innerStop.FindAllStringSubmatch(s, -1) {
		word := []rune(m[1])
		if len(word) > 3 || len(word) == 0 || !unicode.IsUpper(word[0]) {
			return true
		}
	}
	return false
}

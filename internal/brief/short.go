package brief

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout/readout"
)

// shortNames returns the word of each person's name that the articles use most where they don't give it in full,
// unless two share it. Which word of a name is the family's can't be told from the name alone.
func (b *brief) shortNames() map[string]string {
	var all strings.Builder
	for _, s := range b.sources {
		all.WriteString(s.record.Article.Text + "\n")
	}
	text := all.String()
	counts := countWords(text)
	short, bearers := map[string]string{}, map[string]int{}
	for id, a := range b.actors {
		if a.Kind != readout.Person {
			continue
		}
		if w := mostUsed(strings.Fields(a.Name), counts, strings.Count(text, a.Name)); w != "" {
			short[id] = w
			bearers[w]++
		}
	}
	for id, w := range short {
		if bearers[w] > 1 {
			delete(short, id)
		}
	}
	return short
}

// countWords counts the words of a text, without possessive endings.
func countWords(text string) map[string]int {
	counts := map[string]int{}
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '-' }) {
		counts[w]++
	}
	return counts
}

// mostUsed returns the capitalised word of a name that stands most often without the rest of it, the last of equals;
// "" where none does.
func mostUsed(name []string, counts map[string]int, inFull int) string {
	best := ""
	most := inFull
	for _, w := range name {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) && counts[w] > inFull && counts[w] >= most {
			best, most = w, counts[w]
		}
	}
	return best
}

package text

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed words.tsv
var wordsFile string

// wordTable is words.tsv, by class.
type wordTable struct {
	abbreviations                          map[string]ending
	prefixes, units, whole, smileys, names map[string]bool
	contractions                           map[string]contraction
}

// An ending says how an abbreviation ends.
type ending string

const (
	within ending = "within" // more of the sentence follows
	either ending = "either" // may be the last word of a sentence
	number ending = "number" // is only an abbreviation before a number
	apart  ending = "apart"  // gives up its stop at the end of a sentence
)

// contraction is how a word without apostrophe is cut.
type contraction struct {
	cuts  []int // in bytes
	exact bool  // only in small letters
}

// longestListed bounds the length in bytes of the words of the table.
const longestListed = 12

var loadWords = sync.OnceValue(func() *wordTable {
	t, err := parseWordTable(wordsFile)
	if err != nil {
		panic("words.tsv: " + err.Error()) // a test reads the table that is built in
	}
	return t
})

func parseWordTable(file string) (*wordTable, error) {
	t := &wordTable{
		abbreviations: map[string]ending{}, contractions: map[string]contraction{},
		prefixes: map[string]bool{}, units: map[string]bool{}, whole: map[string]bool{}, smileys: map[string]bool{}, names: map[string]bool{},
	}
	line := 0
	for row := range strings.Lines(file) {
		line++
		row = strings.TrimSuffix(row, "\n")
		if strings.HasPrefix(row, "#") {
			continue
		}
		if err := t.add(strings.Split(row, "\t")); err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
	}
	return t, nil
}

func (t *wordTable) add(cells []string) error {
	cells = append(cells, "", "", "")
	class, word, value := cells[0], cells[1], cells[2]
	if word == "" || len(word) > longestListed || word != strings.ToLower(word) {
		return fmt.Errorf("want a word in small letters of 1 to %d bytes, got %q", longestListed, word)
	}
	switch class {
	case "abbreviation":
		switch e := ending(value); e {
		case within, either, number, apart:
			t.abbreviations[word] = e
			return nil
		}
		return fmt.Errorf("no such ending of an abbreviation as %q", value)
	case "contraction":
		return t.addContraction(word, value, cells[3] == "as written")
	}
	sets := map[string]map[string]bool{"prefix": t.prefixes, "unit": t.units, "whole": t.whole, "smiley": t.smileys, "ending": t.names}
	set, ok := sets[class]
	if !ok {
		return fmt.Errorf("no such class as %q", class)
	}
	set[word] = true
	return nil
}

func (t *wordTable) addContraction(word, parts string, exact bool) error {
	c := contraction{exact: exact}
	at := 0
	for part := range strings.SplitSeq(parts, "|") {
		at += len(part)
		c.cuts = append(c.cuts, at)
	}
	c.cuts = c.cuts[:len(c.cuts)-1]
	if strings.ReplaceAll(parts, "|", "") != word || len(c.cuts) == 0 {
		return fmt.Errorf("%q is not %q cut", parts, word)
	}
	t.contractions[word] = c
	return nil
}

// lowered is a word of at most longestListed bytes in small letters, to look up without allocating.
type lowered struct {
	bytes [longestListed]byte
	n     int
}

// lower returns s in small ASCII letters, or nothing where no table can hold it.
func lower(s string) (l lowered) {
	if len(s) > longestListed {
		return l
	}
	for i := range len(s) {
		l.bytes[i] = s[i]
		if s[i] >= 'A' && s[i] <= 'Z' {
			l.bytes[i] += 'a' - 'A'
		}
	}
	l.n = len(s)
	return l
}

func in(set map[string]bool, s string) bool {
	l := lower(s)
	return set[string(l.bytes[:l.n])]
}

func (t *wordTable) abbreviation(s string) (ending, bool) {
	l := lower(s)
	e, ok := t.abbreviations[string(l.bytes[:l.n])]
	return e, ok
}

func (t *wordTable) contraction(s string) []int {
	l := lower(s)
	c := t.contractions[string(l.bytes[:l.n])]
	if c.exact && s != string(l.bytes[:l.n]) {
		return nil
	}
	return c.cuts
}

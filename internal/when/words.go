package when

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed words.tsv
var wordsTable string

// A symbol is a word that a pattern names, or a class of words; a lexeme carries those it is an instance of.
type symbol uint16

// A reading is a symbol of a lexeme with its value in that class.
type reading struct {
	symbol symbol
	value  float64
	guard  guard
}

// A guard is a condition on the token for a reading to count.
type guard uint8

const (
	always  guard = iota
	capital       // the word has a capital letter
	name          // and a number or a word such as "in" beside it
	tagged        // its Penn tag begins with the reading's tag
)

// vocabulary is what the lexer knows of words: for each, in lower case, its readings.
type vocabulary struct {
	words   map[string][]reading
	symbols map[string]symbol // "$month", "last", "now/RB"
	tags    []string          // by symbol: the tag that a word of a pattern asks for
}

func (v *vocabulary) symbol(name string) symbol {
	s, ok := v.symbols[name]
	if !ok {
		s = symbol(len(v.symbols) + 1)
		v.symbols[name] = s
		v.tags = append(v.tags, "")
	}
	return s
}

// literal returns the symbol of a word in a pattern, and makes the lexer know it. "now/RB" is the word with that tag.
func (v *vocabulary) literal(text string) symbol {
	if s, ok := v.symbols[text]; ok {
		return s
	}
	s := v.symbol(text)
	word, tag, hasTag := strings.Cut(text, "/")
	r := reading{symbol: s}
	if hasTag && word != "" {
		v.tags[s], r.guard = tag, tagged
	} else {
		word = text
	}
	v.words[word] = append(v.words[word], r)
	return s
}

var guards = map[string]guard{"": always, "capital": capital, "name": name}

// newVocabulary reads the table of words.
func newVocabulary(table string) (*vocabulary, error) {
	v := &vocabulary{words: map[string][]reading{}, symbols: map[string]symbol{}, tags: []string{""}}
	for n, line := range strings.Split(table, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := append(strings.Split(line, "\t"), "")
		if len(cells) < 4 {
			return nil, fmt.Errorf("read words.tsv: line %d: want word, class and value, not %q", n+1, line)
		}
		value, err := strconv.ParseFloat(cells[2], 64)
		if err != nil {
			return nil, fmt.Errorf("read words.tsv: line %d: value: %w", n+1, err)
		}
		g, ok := guards[cells[3]]
		if !ok {
			return nil, fmt.Errorf("read words.tsv: line %d: no such guard as %q", n+1, cells[3])
		}
		v.words[cells[0]] = append(v.words[cells[0]], reading{v.symbol("$" + cells[1]), value, g})
	}
	return v, nil
}

// value returns the value of a word in a class.
func (v *vocabulary) value(word string, class symbol) (float64, bool) {
	for _, r := range v.words[word] {
		if r.symbol == class {
			return r.value, true
		}
	}
	return 0, false
}

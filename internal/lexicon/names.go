package lexicon

import (
	"fmt"
	"io/fs"
)

// Names holds common words of names: what people are called, and what shows that a name is a person's, a place's or an
// event's. Package entity reads it. It is read-only and may be used from many goroutines.
type Names struct {
	given  map[string]bool
	family map[string]bool
	towns  map[string]bool
	sorts  map[string]string
}

// LoadNames reads the tables of names that the program carries. They are no part of Load: no actor is looked up in them.
func LoadNames() (*Names, error) {
	sub, err := fs.Sub(tables, "tables")
	if err != nil {
		return nil, fmt.Errorf("load names: %w", err)
	}
	n := &Names{given: map[string]bool{}, family: map[string]bool{}, towns: map[string]bool{}, sorts: map[string]string{}}
	for _, t := range []struct {
		file    string
		columns []string
		enter   func(row)
	}{
		{"given-names.tsv", []string{"name", "sex"}, func(r row) { n.given[r.get("name")] = true }},
		{"family-names.tsv", []string{"name"}, func(r row) { n.family[r.get("name")] = true }},
		{"towns.tsv", []string{"name"}, func(r row) { n.towns[r.get("name")] = true }},
		{"name-words.tsv", []string{"word", "sort"}, func(r row) { n.sorts[r.get("word")] = r.get("sort") }},
	} {
		b, err := fs.ReadFile(sub, t.file)
		if err != nil {
			return nil, fmt.Errorf("load names: read %s: %w", t.file, err)
		}
		if err := eachRow(b, t.file, t.columns, func(r row) error { t.enter(r); return nil }); err != nil {
			return nil, fmt.Errorf("load names: %w", err)
		}
	}
	return n, nil
}

// Given reports whether the word is a common given name.
func (n *Names) Given(word string) bool { return n.given[word] }

// Family reports whether the word is a common family name.
func (n *Names) Family(word string) bool { return n.family[word] }

// maxTown is how many words the name of a town has at most.
const maxTown = 4

// Town returns how many words from word i on are the longest name of a town, 0 for none.
func (n *Names) Town(words []string, i int) int {
	longest, name := 0, ""
	for k := i; k < len(words) && k < i+maxTown; k++ {
		if k > i {
			name += " "
		}
		if name += words[k]; n.towns[name] {
			longest = k + 1 - i
		}
	}
	return longest
}

// Sort returns what a name with the word for its head stands for: facility, geographic, polity or event; "title" of a word that
// stands before a person's name; or "".
func (n *Names) Sort(word string) string { return n.sorts[word] }

// IsShortName reports whether some person of the tables may be called by the word alone.
func (l *Lexicon) IsShortName(word string) bool { return len(l.short[fold(word)]) > 0 }

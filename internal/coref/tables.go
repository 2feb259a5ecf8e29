package coref

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed pronouns.tsv
var pronounTable string

//go:embed sexes.tsv
var sexTable string

//go:embed pairs.tsv
var pairTable string

// pronoun is what a pronoun tells of whom it stands for, in the letters of pronouns.tsv.
type pronoun struct {
	name                   string // its first form: "he" for "him"
	person, number, gender byte
}

// words is what the tables tell of single words.
type words struct {
	pronouns map[string]pronoun
	sexes    map[string]byte   // m or f
	pairs    map[string]string // "sides" → state, "men" → person
}

// readWords reads the tables.
func readWords() (words, error) {
	w := words{map[string]pronoun{}, map[string]byte{}, map[string]string{}}
	err := eachRow(pronounTable, 4, func(cells []string) error {
		forms := strings.Split(cells[0], "|")
		for _, c := range cells[1:] {
			if len(c) != 1 {
				return fmt.Errorf("%q in the row of %q is no single letter", c, forms[0])
			}
		}
		for _, f := range forms {
			w.pronouns[f] = pronoun{forms[0], cells[1][0], cells[2][0], cells[3][0]}
		}
		return nil
	})
	if err != nil {
		return w, fmt.Errorf("read pronouns.tsv: %w", err)
	}
	err = eachRow(sexTable, 2, func(cells []string) error {
		for _, word := range strings.Split(cells[0], "|") {
			w.sexes[word] = cells[1][0]
		}
		return nil
	})
	if err != nil {
		return w, fmt.Errorf("read sexes.tsv: %w", err)
	}
	err = eachRow(pairTable, 2, func(cells []string) error {
		for _, noun := range strings.Split(cells[0], "|") {
			w.pairs[noun] = cells[1]
		}
		return nil
	})
	if err != nil {
		return w, fmt.Errorf("read pairs.tsv: %w", err)
	}
	return w, nil
}

// eachRow calls enter with the cells of each row that is no comment.
func eachRow(table string, columns int, enter func(cells []string) error) error {
	for n, row := range strings.Split(table, "\n") {
		if row == "" || row[0] == '#' {
			continue
		}
		cells := strings.Split(row, "\t")
		if len(cells) != columns {
			return fmt.Errorf("line %d: want %d columns, got %d", n+1, columns, len(cells))
		}
		if err := enter(cells); err != nil {
			return fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return nil
}

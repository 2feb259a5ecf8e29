// Package wordclass sorts words into classes of words that stand in like places, counted from raw text, so that a model knows of
// a word that its corpus lacks what other words it is like. In comes text, out comes a Table; the counting is the laboratory's,
// the table is kept with the weights of who reads it.
//
// It comes before package entity.
package wordclass

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Table gives each known lower-cased word its class at three grains. The zero Table knows no word.
type Table struct {
	fine  map[string]uint16
	above [][2]uint16 // for each fine class the middle and the coarse one
}

// Of returns the classes of a lower-cased word from fine to coarse, each from 2 on; all are 0 for an unknown word.
func (t Table) Of(lower string) (fine, middle, coarse uint64) {
	c, ok := t.fine[lower]
	if !ok {
		c, ok = t.fine[digits(lower)]
	}
	if !ok {
		return 0, 0, 0
	}
	return uint64(c) + 2, uint64(t.above[c][0]) + 2, uint64(t.above[c][1]) + 2
}

// Len returns the number of words.
func (t Table) Len() int { return len(t.fine) }

// digits gives all numbers of one form one name: "1994" and "2023" are both "0000".
func digits(w string) string {
	if !strings.ContainsAny(w, "123456789") {
		return w
	}
	return strings.Map(func(r rune) rune {
		if r >= '1' && r <= '9' {
			return '0'
		}
		return r
	}, w)
}

// Append writes the table: a line for each fine class with the middle and the coarse class and its words in order.
func (t Table) Append(b []byte) []byte {
	words := make([][]string, len(t.above))
	for w, c := range t.fine {
		words[c] = append(words[c], w)
	}
	for c, of := range words {
		slices.Sort(of)
		b = fmt.Appendf(b, "%d\t%d\t%s\n", t.above[c][0], t.above[c][1], strings.Join(of, " "))
	}
	return b
}

// Read reads what Append wrote; nothing at all is the zero Table.
func Read(b []byte) (Table, error) {
	t := Table{fine: map[string]uint16{}}
	line := 0
	for row := range strings.Lines(string(b)) {
		line++
		fields := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(fields) != 3 || line > 1<<16 {
			return Table{}, fmt.Errorf("read classes of words: line %d: want two numbers and words, fewer than 65536 lines", line)
		}
		middle, err := strconv.ParseUint(fields[0], 10, 16)
		if err != nil {
			return Table{}, fmt.Errorf("read classes of words: line %d: middle class %q: %w", line, fields[0], err)
		}
		coarse, err := strconv.ParseUint(fields[1], 10, 16)
		if err != nil {
			return Table{}, fmt.Errorf("read classes of words: line %d: coarse class %q: %w", line, fields[1], err)
		}
		t.above = append(t.above, [2]uint16{uint16(middle), uint16(coarse)})
		for w := range strings.FieldsSeq(fields[2]) {
			t.fine[w] = uint16(line - 1)
		}
	}
	return t, nil
}

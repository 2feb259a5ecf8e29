package main

import (
	"bufio"
	"strings"
)

// table is lines of cells in columns. The words column takes what the others leave of the width; the last column is
// never shortened.
type table struct {
	header []string
	words  int // the column of the words
	rows   [][]string
}

// The widths of columns.
const (
	columnGap   = "  "
	widestCell  = 30 // of the columns besides the words
	tightCell   = 10 // the least that they are cut down to where lines are short
	fewestWords = 20
)

// write lays the table out; one without rows is nothing at all.
func (t table) write(s screen) error {
	if len(t.rows) == 0 {
		return nil
	}
	for _, row := range t.rows {
		for i := range row {
			row[i] = oneLine(row[i])
		}
	}
	widths := t.widths(s.width)
	out := bufio.NewWriter(s)
	out.WriteString(s.bold(t.line(t.header, widths)) + "\n")
	for _, row := range t.rows {
		out.WriteString(t.line(row, widths) + "\n")
	}
	return out.Flush()
}

// widths gives each column its width, with narrower cells where the words would have too little room.
func (t table) widths(total int) []int {
	for limit := widestCell; ; limit-- {
		widths := t.natural(limit)
		room := total
		for i, w := range widths {
			if i != t.words {
				room -= w + len(columnGap)
			}
		}
		if room >= fewestWords || limit == tightCell {
			widths[t.words] = min(widths[t.words], max(room, fewestWords))
			return widths
		}
	}
}

// natural is the widths that the cells have, those of the words and the last column whole and the others up to a limit.
func (t table) natural(limit int) []int {
	widths := make([]int, len(t.header))
	for _, row := range append([][]string{t.header}, t.rows...) {
		for i, cell := range row {
			w := columns(cell)
			if i != t.words && i != len(row)-1 {
				w = min(w, limit)
			}
			widths[i] = max(widths[i], w)
		}
	}
	return widths
}

func (t table) line(cells []string, widths []int) string {
	out := make([]string, len(cells))
	for i, cell := range cells {
		out[i] = pad(shorten(cell, widths[i]), widths[i])
	}
	return strings.TrimRight(strings.Join(out, columnGap), " ")
}

package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// row is a line of a table by the names of its columns.
type row struct {
	file    string
	line    int
	columns []string
	cells   []string
}

func (r row) get(column string) string {
	return strings.TrimSpace(r.cells[slices.Index(r.columns, column)])
}

// list returns a cell's values, which are joined by bars.
func (r row) list(column string) []string {
	if r.get(column) == "" {
		return nil
	}
	return strings.Split(r.get(column), "|")
}

func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("read %s: line %d: %s", r.file, r.line, fmt.Sprintf(format, args...))
}

// eachRow reads tab-separated rows and hands each to enter. Lines that begin with # are comments; the last of them
// before the first row names the columns.
func eachRow(b []byte, file string, columns []string, enter func(row) error) error {
	header, line, seen := "", 0, false
	for text := range strings.Lines(string(b)) {
		line++
		text = strings.TrimRight(text, "\r\n")
		if strings.HasPrefix(text, "#") {
			header = strings.TrimSpace(strings.TrimPrefix(text, "#"))
			continue
		}
		if text == "" {
			continue
		}
		if !seen && header != strings.Join(columns, "\t") {
			return fmt.Errorf("read %s: line %d: the comment before the first row must name the columns %s", file, line, strings.Join(columns, ", "))
		}
		seen = true
		cells := strings.Split(text, "\t")
		if len(cells) != len(columns) {
			return fmt.Errorf("read %s: line %d: want %d columns, found %d", file, line, len(columns), len(cells))
		}
		if err := enter(row{file: file, line: line, columns: columns, cells: cells}); err != nil {
			return err
		}
	}
	return nil
}

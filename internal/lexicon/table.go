package lexicon

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// row is a line of a table by the names of its columns.
type row struct {
	file    string
	line    int
	columns []string
	cells   []string
	own     bool // of a folder of the user's
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

// eachRow reads tab-separated rows and hands each to enter, up to the first that is amiss.
func eachRow(b []byte, file string, columns []string, enter func(row) error) error {
	for r, err := range rowsIn(b, file, columns) {
		if err == nil {
			err = enter(r)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// rowsIn gives the tab-separated rows of a file, or why one can't be read. Lines that begin with # are comments; the last of them before the
// first row names the columns, and without that no row is given.
func rowsIn(b []byte, file string, columns []string) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
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
			r := row{file: file, line: line, columns: columns}
			if !seen && header != strings.Join(columns, "\t") {
				yield(row{}, r.errorf("the comment before the first row must name the columns %s", strings.Join(columns, ", ")))
				return
			}
			seen = true
			var err error
			if r.cells = strings.Split(text, "\t"); len(r.cells) != len(columns) {
				err = r.errorf("want %d columns, found %d", len(columns), len(r.cells))
			} else if !utf8.ValidString(text) {
				err = r.errorf("it is not UTF-8")
			}
			if !yield(r, err) {
				return
			}
		}
	}
}

package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/readout/readout"
)

// Report is what Check found out about a folder of own tables.
type Report struct {
	Tables   []Tally
	Problems []error // each names file, line and reason
}

// Tally counts the rows of a table: those that add to the program's and those that replace one of them.
type Tally struct {
	File            string
	Added, Replaced int
}

// Check reads a folder of own tables as Load would, but goes on after a problem. It finds besides what Load lets pass: files that are no
// table, keys that stand twice, classes of office that no role has, and two persons in one office that only one can hold.
func Check(dir fs.FS) (Report, error) {
	files, err := fs.ReadDir(dir, ".")
	if err != nil {
		return Report{}, fmt.Errorf("check lexicon: %w", err)
	}
	c := checker{lex: newLexicon(), classes: map[string]bool{}}
	for _, t := range schema() {
		if err := c.table(dir, t); err != nil {
			return Report{}, fmt.Errorf("check lexicon: %w", err)
		}
	}
	for _, f := range files {
		if path.Ext(f.Name()) == ".tsv" && !isTable(f.Name()) {
			c.problem(fmt.Errorf("read %s: no table has this name; there are %s", f.Name(), tableNames()))
		}
	}
	if len(c.report.Tables) == 0 {
		c.problem(fmt.Errorf("no table in the folder; there are %s", tableNames()))
	}
	return c.report, nil
}

func isTable(name string) bool {
	return slices.ContainsFunc(schema(), func(t table) bool { return t.file == name })
}

func tableNames() string {
	var names []string
	for _, t := range schema() {
		names = append(names, t.file)
	}
	return strings.Join(names, ", ")
}

type checker struct {
	lex     *Lexicon
	classes map[string]bool // of roles
	report  Report
}

func (c *checker) problem(err error) { c.report.Problems = append(c.report.Problems, err) }

// table checks the rows of one table, and enters them so that those of later ones may name them.
func (c *checker) table(dir fs.FS, t table) error {
	rows, err := c.lex.rowsOf(programTables(), t, "")
	if err != nil {
		return err
	}
	own, found := c.own(dir, t)
	if found {
		before := len(rows)
		rows = t.merge(rows, own)
		added := len(rows) - before
		c.report.Tables = append(c.report.Tables, Tally{t.file, added, len(own) - added})
	}
	for _, r := range rows {
		if err := t.enter(c.lex, r); err != nil {
			c.problem(err)
		}
		if t.file == "roles.tsv" {
			c.classes[r.get("class")] = true
		}
	}
	if found && t.file == "persons.tsv" {
		c.classesOf(own)
		c.overlaps(rows)
	}
	return nil
}

// own returns the rows of a table of the folder that can be read by themselves.
func (c *checker) own(dir fs.FS, t table) (rows []row, found bool) {
	b, err := fs.ReadFile(dir, t.file)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			c.problem(fmt.Errorf("read %s: %w", t.file, err))
		}
		return nil, false
	}
	seen := map[string]int{}
	for r, err := range rowsIn(b, t.file, t.columns) {
		if err == nil {
			err = t.check(r)
		}
		if err != nil {
			c.problem(err)
			continue
		}
		r.own = true
		if key := t.keyOf(r); len(t.key) > 0 {
			if before, ok := seen[key]; ok {
				c.problem(r.errorf("%q stands in line %d as well", key, before))
				continue
			}
			seen[key] = r.line
		}
		rows = append(rows, r)
	}
	return rows, true
}

func (c *checker) classesOf(rows []row) {
	for _, r := range rows {
		if class := r.get("class"); !c.classes[class] {
			c.problem(r.errorf("column class: no role of roles.tsv is of class %q", class))
		}
	}
}

// overlaps finds own rows by which two persons hold an office at one time that one person holds.
func (c *checker) overlaps(rows []row) {
	offices := map[string][]row{}
	for _, r := range rows {
		class, country := r.get("class"), r.get("country")
		if country != "" && (class == "head_of_state" || class == "head_of_government") {
			offices[country+" "+class] = append(offices[country+" "+class], r)
		}
	}
	for _, r := range rows {
		if !r.own {
			continue
		}
		for _, other := range offices[r.get("country")+" "+r.get("class")] {
			from, ok := overlap(r, other)
			if !ok || other.own && other.line > r.line {
				continue // of two own rows the later is told of
			}
			where := "the program's tables"
			if other.own {
				where = fmt.Sprintf("line %d", other.line)
			}
			c.problem(r.errorf("%s is %s of %s from %s, and so is %s by %s; one of the two rows needs its end",
				r.get("name"), r.get("office"), r.get("country"), from.Format(time.DateOnly), other.get("name"), where))
		}
	}
}

// overlap returns from when two persons hold offices at one time, the day on which one follows the other left out. Terms are as short as
// their dates allow: of a month alone the last day may be the first in office.
func overlap(a, b row) (from time.Time, ok bool) {
	if a.get("name") == b.get("name") {
		return from, false
	}
	fromA, toA := shortest(a)
	fromB, toB := shortest(b)
	if from = fromA; fromB.After(from) {
		from = fromB
	}
	to := toA
	if toB.Before(to) {
		to = toB
	}
	return from, from.Before(to)
}

func shortest(r row) (from, to time.Time) {
	to = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
	if d, err := readout.ParseDate(r.get("from")); err == nil {
		from = d.Last()
	}
	if d, err := readout.ParseDate(r.get("to")); err == nil {
		to = d.First()
	}
	return from, to
}

package brief

import (
	"io"
	"strings"
)

const (
	indent = 2
	gap    = 2 // columns between cells
)

// row is one line of a section, or several where its text is long.
type row struct {
	label   phrase   // the first column: a date, a name
	main    phrase   // the text, wrapped
	cells   []phrase // short columns behind it, as many in each row of a table
	pointer string   // where the words stand: "[12]"
}

// page collects the lines of a brief.
type page struct {
	width  int
	colour bool
	out    strings.Builder
}

func (p *page) writeTo(w io.Writer) error {
	_, err := io.WriteString(w, p.out.String())
	return err
}

// heading begins a section.
func (p *page) heading(s string) {
	p.blank()
	p.paragraph(0, as(bold, strings.ToUpper(s)))
}

func (p *page) blank() { p.out.WriteByte('\n') }

// paragraph writes wrapped text behind an indent.
func (p *page) paragraph(indent int, text phrase) {
	for _, line := range wrap(text, p.width-indent) {
		p.line(placed{indent, line})
	}
}

// ends writes the parts of a headline in one line, evenly spread, or below one another where they don't fit.
func (p *page) ends(left, middle, right phrase) {
	need := left.columns() + middle.columns() + right.columns() + 2*gap
	if need > p.width {
		for _, part := range []phrase{left, middle, right} {
			p.paragraph(0, part)
		}
		return
	}
	at := left.columns() + gap + (p.width-need)/2
	p.line(placed{0, left}, placed{at, middle}, placed{p.width - right.columns(), right})
}

// table writes rows with their columns aligned.
func (p *page) table(rows []row) {
	for i := range rows {
		if columns(rows[i].pointer) > widestPointer {
			rows[i].main = join(" ", rows[i].main, as(cyan, rows[i].pointer))
			rows[i].pointer = ""
		}
	}
	c := p.columnsOf(rows)
	if c.main < narrowestMain && len(c.cells) > 0 {
		for i := range rows {
			rows[i].main = join(" · ", append([]phrase{rows[i].main}, rows[i].cells...)...)
			rows[i].cells = nil
		}
		c = p.columnsOf(rows)
	}
	for _, r := range rows {
		p.row(r, c)
	}
}

const (
	widestPointer = 14 // longer ones run on in the text
	widestLabel   = 20
	widestCell    = 24
	narrowestMain = 36
)

// layout is the widths of a table's columns.
type layout struct {
	label, main, pointer int
	cells                []int
}

func (p *page) columnsOf(rows []row) layout {
	var c layout
	for _, r := range rows {
		c.label = max(c.label, r.label.columns())
		c.pointer = max(c.pointer, columns(r.pointer))
		for i, cell := range r.cells {
			if i == len(c.cells) {
				c.cells = append(c.cells, 0)
			}
			c.cells[i] = min(max(c.cells[i], cell.columns()), widestCell)
		}
	}
	c.label = min(c.label, widestLabel, p.width/4)
	c.main = p.width - indent
	for _, n := range append([]int{c.label, c.pointer}, c.cells...) {
		if n > 0 {
			c.main -= n + gap
		}
	}
	return c
}

// row writes the cells of a row beside one another, with the pointer at the end of its last line.
func (p *page) row(r row, c layout) {
	at := indent
	columns := make([]column, 0, 2+len(r.cells))
	add := func(text phrase, width int) {
		if width > 0 {
			columns = append(columns, column{at, wrap(text, width)})
			at += width + gap
		}
	}
	add(r.label, c.label)
	add(r.main, c.main)
	for i, cell := range r.cells {
		add(cell, c.cells[i])
	}
	height := 1
	for _, col := range columns {
		height = max(height, len(col.lines))
	}
	for i := range height {
		var parts []placed
		for _, col := range columns {
			if i < len(col.lines) {
				parts = append(parts, placed{col.at, col.lines[i]})
			}
		}
		if pointer := as(cyan, r.pointer); i == height-1 && pointer != nil {
			parts = append(parts, placed{p.width - pointer.columns(), pointer})
		}
		p.line(parts...)
	}
}

type column struct {
	at    int
	lines []phrase
}

// placed is a phrase and the column it begins at.
type placed struct {
	at   int
	text phrase
}

// leftToRight keeps what follows words written from right to left in its place. It takes no column.
const leftToRight = "\u200E"

// line writes phrases at their columns.
func (p *page) line(parts ...placed) {
	used := 0
	turned := false
	for _, part := range parts {
		if len(part.text) == 0 {
			continue
		}
		if turned {
			p.out.WriteString(leftToRight)
		}
		if used < part.at {
			p.out.WriteString(strings.Repeat(" ", part.at-used))
			used = part.at
		}
		for _, r := range part.text {
			p.write(r)
		}
		used += part.text.columns()
		turned = part.text.rightToLeft()
	}
	p.out.WriteByte('\n')
}

func (p *page) write(r run) {
	text := strings.ReplaceAll(r.text, string(nbsp), " ")
	if !p.colour || r.style == plain {
		p.out.WriteString(text)
		return
	}
	p.out.WriteString("\x1b[" + string(r.style) + "m" + text + "\x1b[0m")
}

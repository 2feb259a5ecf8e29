package web

import (
	"cmp"
	"slices"
)

// A mark says that the code points [start, end) of an article are the words
// behind something.
type mark stretch

// A piece is a run of text that the same marks cover from end to end.
type piece struct {
	text  string
	marks []int // indices of the marks that cover it, the one that starts first before the others
	opens []int // those of them whose first piece in the article this is
}

// A cutter cuts the blocks of one article at the borders of its marks. Marks
// may nest, overlap, repeat and run over several blocks: the pieces lie side
// by side, so no tag that a page puts around a piece can cross another.
type cutter struct {
	text   []rune
	marks  []mark
	order  []int // the marks as they are met: by start, the longer first
	opened []bool
}

// newCutter drops what is no stretch of the text.
func newCutter(text []rune, marks []mark) *cutter {
	c := &cutter{text: text, marks: marks, opened: make([]bool, len(marks))}
	for i, m := range marks {
		if m.start >= 0 && m.start < m.end && m.end <= len(text) {
			c.order = append(c.order, i)
		}
	}
	slices.SortStableFunc(c.order, func(a, b int) int {
		return cmp.Or(cmp.Compare(marks[a].start, marks[b].start), cmp.Compare(marks[b].end, marks[a].end))
	})
	return c
}

// cut returns the pieces of the text in [start, end); joined they are that text.
// Blocks must be cut in the order of the text for a mark to open where it starts.
func (c *cutter) cut(start, end int) []piece {
	start, end = max(start, 0), min(end, len(c.text))
	if start >= end {
		return nil
	}
	inside := c.within(start, end)
	var pieces []piece
	borders := c.borders(inside, start, end)
	for i := 1; i < len(borders); i++ {
		pieces = append(pieces, c.piece(inside, borders[i-1], borders[i]))
	}
	return pieces
}

// within returns the marks that share a code point with [start, end), in order.
func (c *cutter) within(start, end int) []int {
	var out []int
	for _, i := range c.order {
		if c.marks[i].start >= end {
			break
		}
		if c.marks[i].end > start {
			out = append(out, i)
		}
	}
	return out
}

// borders returns start, end and every place between them where a mark starts or ends, ascending.
func (c *cutter) borders(inside []int, start, end int) []int {
	out := []int{start, end}
	for _, i := range inside {
		for _, at := range []int{c.marks[i].start, c.marks[i].end} {
			if start < at && at < end {
				out = append(out, at)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (c *cutter) piece(inside []int, start, end int) piece {
	p := piece{text: string(c.text[start:end])}
	for _, i := range inside {
		if c.marks[i].start > start || c.marks[i].end < end {
			continue
		}
		p.marks = append(p.marks, i)
		if !c.opened[i] {
			c.opened[i] = true
			p.opens = append(p.opens, i)
		}
	}
	return p
}

// lanes gives each mark the highest line under the words that no other mark
// takes up where the two overlap, so that a mark keeps its line from its first
// word to its last. The highest is 0.
func lanes(marks []mark) []int {
	order := make([]int, len(marks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(marks[a].start, marks[b].start), cmp.Compare(marks[b].end, marks[a].end))
	})
	out := make([]int, len(marks))
	var ends []int // where the last mark of each lane ends
	for _, i := range order {
		lane := slices.IndexFunc(ends, func(end int) bool { return end <= marks[i].start })
		if lane < 0 {
			lane = len(ends)
			ends = append(ends, 0)
		}
		out[i], ends[lane] = lane, marks[i].end
	}
	return out
}

package main

import (
	"fmt"
	"io"
)

// progressFrom is how many inputs there must be for their progress to be shown.
const progressFrom = 21

// progress counts the inputs done on a line of its own, which it writes over. It shows nothing unless standard error is
// a terminal.
type progress struct {
	w           io.Writer // nil where nothing is shown
	done, total int
}

func newProgress(stderr io.Writer, total int) *progress {
	p := &progress{total: total}
	if total >= progressFrom && isTerminal(stderr) {
		p.w = stderr
	}
	return p
}

func (p *progress) step() {
	p.done++
	if p.w == nil {
		return
	}
	const width = 30
	full := p.done * width / p.total
	fmt.Fprintf(p.w, "\r[%-*s] %d of %d", width, "##############################"[:full], p.done, p.total)
}

// clear makes room for a line of output.
func (p *progress) clear() {
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

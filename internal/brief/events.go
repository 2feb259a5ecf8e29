package brief

import (
	"strings"

	"github.com/readout/readout"
)

// eventsSection lists events where a record holds nothing else; otherwise the entries made of them tell more.
func (b *brief) eventsSection() {
	if !b.bare() {
		return
	}
	var rows []row
	for _, e := range b.events {
		who := b.names(keys(e.entry.Source...))
		if len(e.entry.Target) > 0 {
			who += " → " + b.names(keys(e.entry.Target...))
		}
		status := readout.Status(e.entry.Factuality)
		if status == "happened" {
			status = readout.Held
		}
		cell := statusCell(status)
		cell[0].text = strings.ReplaceAll(cell[0].text, string(readout.Held), "happened")
		rows = append(rows, row{
			label:   as(plain, e.entry.Type),
			main:    join(" ", as(plain, who+":"), as(plain, cut(evidenceWords(e.entry.Entry))), b.idsOf(e.entry.ID)),
			cells:   []phrase{cell},
			pointer: e.source.pointer(e.entry.Entry),
		})
	}
	b.section("Events", rows)
}

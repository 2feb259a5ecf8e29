package brief

import (
	"cmp"
)

// incidentsSection lists what happened between the parties and what it led to.
func (b *brief) incidentsSection() {
	var rows []row
	for _, i := range b.incidents {
		e := i.entry
		about := cmp.Or(clean(e.Issue), "incident")
		if len(e.Parties) > 0 {
			about += " (" + b.names(keys(e.Parties...)) + ")"
		}
		main := join(" ", as(bold, about+":"), as(plain, b.verbatim(i.source, e.Entry, evidenceWords(e.Entry))))
		if e.Consequence != "" {
			main = join(" ", main, as(plain, "→ "+cut(clean(e.Consequence))))
		}
		rows = append(rows, row{
			label: as(plain, date(e.Date, b.year)), main: join(" ", main, b.idsOf(e.ID)), pointer: i.source.pointer(e.Entry),
		})
	}
	b.section("Incidents", rows)
}

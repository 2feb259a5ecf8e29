package brief

import (
	"cmp"
	"slices"

	"github.com/readout/readout"
)

// otherMatters is what a brief says of positions whose words name no issue of the table. They come last.
const otherMatters = "other matters"

// positionsSection lists where each party stands, by issue in the order in which the issues come up.
func (b *brief) positionsSection() {
	order := map[string]int{otherMatters: len(b.positions)}
	for _, p := range b.positions {
		if _, ok := order[issue(p)]; !ok {
			order[issue(p)] = len(order)
		}
	}
	sorted := slices.Clone(b.positions)
	slices.SortStableFunc(sorted, func(x, y told[readout.Position]) int { return cmp.Compare(order[issue(x)], order[issue(y)]) })
	var rows []row
	last := ""
	for i, p := range sorted {
		r := row{pointer: p.source.pointer(p.entry.Entry)}
		if i == 0 || issue(p) != last {
			last = issue(p)
			r.label = as(plain, last)
		}
		r.main = join(" ", as(bold, b.shortName(p.entry.Holder)+":"), as(plain, b.verbatim(p.source, p.entry.Entry, evidenceWords(p.entry.Entry))))
		if p.entry.RedLine {
			r.main = join(" ", r.main, as(red, "RED LINE"))
		}
		r.main = join(" ", r.main, b.idsOf(p.entry.ID))
		rows = append(rows, r)
	}
	b.section("Positions", rows)
}

func issue(p told[readout.Position]) string {
	if topics := p.entry.Topics; len(topics) > 0 {
		return topics[0]
	}
	return otherMatters
}

package ledger

import (
	"cmp"
	"slices"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// foretold adds to the meetings and visits to come what else is hoped for or foretold, in the order of the words.
func (b *builder) foretold(contacts []readout.Expectation) []readout.Expectation {
	out := contacts
	for _, d := range b.d.Deeds {
		if d.Kind != readout.KindExpectation || !b.inBody(d) {
			continue
		}
		e := readout.Expectation{
			Entry: b.entry(readout.KindExpectation, []text.Span{d.Evidence}, "", "event", d.Rule), What: b.d.Slice(d.Evidence), By: b.ahead(d.Date),
		}
		if slices.ContainsFunc(out, func(o readout.Expectation) bool { return overlap(o.Evidence[0], e.Evidence[0]) }) {
			continue
		}
		if d.ClaimedBy >= 0 {
			by := b.ref(d.ClaimedBy)
			e.Holder = &by
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(x, y readout.Expectation) int { return cmp.Compare(x.Evidence[0].Start, y.Evidence[0].Start) })
	return out
}

// ahead leaves out a day that is past when the article is published: it tells of something else.
func (b *builder) ahead(d readout.Date) readout.Date {
	if p := b.d.Written; !p.IsZero() && !d.IsZero() && d.String() < p.String()[:min(len(p.String()), len(d.String()))] {
		return readout.Date{}
	}
	return d
}

func overlap(a, b readout.Evidence) bool { return a.Start < b.End && b.Start < a.End }

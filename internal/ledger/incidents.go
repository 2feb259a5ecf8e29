package ledger

import (
	"fmt"
	"slices"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// incidents lists what happened between states, one for each stretch of words.
func (b *builder) incidents() []readout.Incident {
	out := []readout.Incident{}
	for _, d := range b.d.Deeds {
		parties := b.states(d.Parties)
		if d.Kind != readout.KindIncident || !b.inBody(d) || len(parties) < 2 {
			continue
		}
		in := readout.Incident{
			Entry:   b.entry(readout.KindIncident, []text.Span{d.Evidence}, fmt.Sprint(b.ids(parties)), "event", d.Rule),
			Parties: b.refs(parties), Issue: b.d.Slice(d.Issue), Date: d.Date,
		}
		if d.Led.End > d.Led.Start {
			in.Consequence = b.d.Slice(d.Led)
		}
		if !slices.ContainsFunc(out, func(o readout.Incident) bool { return overlap(o.Evidence[0], in.Evidence[0]) }) {
			out = append(out, in)
		}
	}
	return out
}

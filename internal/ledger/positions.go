package ledger

import (
	"fmt"
	"slices"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// positions lists where states and international bodies stand, one for each holder and stretch of words: those who act together
// hold it each.
func (b *builder) positions() []readout.Position {
	out := []readout.Position{}
	for _, d := range b.d.Deeds {
		if d.Kind != readout.KindPosition || !b.inBody(d) {
			continue
		}
		for _, holder := range b.states(d.Parties) {
			if p := b.position(d, holder); !slices.ContainsFunc(out, func(o readout.Position) bool { return repeats(o, p) }) {
				out = append(out, p)
			}
		}
	}
	return out
}

func (b *builder) position(d text.Deed, holder int) readout.Position {
	stance := readout.Stance(d.Stance)
	e := b.entry(readout.KindPosition, []text.Span{d.Evidence}, fmt.Sprint(b.d.Actors[holder].ID, d.Stance), "event", d.Rule)
	e.Topics = b.topics(d.Issue, d.Evidence)
	return readout.Position{
		Entry: e, Holder: b.ref(holder), Issue: b.d.Slice(d.Issue), Stance: stance, Strength: d.Strength, RedLine: stance == readout.RedLine, Date: d.Date,
	}
}

// repeats reports whether p says in the same words what o said before.
func repeats(o, p readout.Position) bool {
	return o.Holder.ID == p.Holder.ID && o.Stance == p.Stance && o.Evidence[0].Start < p.Evidence[0].End && p.Evidence[0].Start < o.Evidence[0].End
}

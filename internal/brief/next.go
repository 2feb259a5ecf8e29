package brief

import (
	"slices"
	"strings"

	"github.com/readout/readout"
)

// nextSection lists meetings and visits to come and what else is expected.
func (b *brief) nextSection() {
	var rows []row
	var told []readout.Evidence // of the meetings and visits, so that an expectation of the same words is not listed again
	for _, g := range b.meetings {
		if m := g[0].entry; toCome(m.Status) && b.ahead(m.Date, g[0].source) {
			told = append(told, m.Evidence...)
			rows = append(rows, b.nextRow("Meeting of "+enumerate(fullNames(m.Participants)), m.Date, m.Status, pointers(places(g, meetingEntry)), ids(g, meetingEntry)))
		}
	}
	for _, g := range b.visits {
		if v := g[0].entry; toCome(v.Status) && b.ahead(v.Date, g[0].source) {
			told = append(told, v.Evidence...)
			rows = append(rows, b.nextRow("Visit by "+v.Visitor.Name+" to "+b.the(key(v.Host)), v.Date, v.Status, pointers(places(g, visitEntry)), ids(g, visitEntry)))
		}
	}
	for _, x := range b.expectations {
		e := x.entry
		if !b.ahead(e.By, x.source) || len(e.Evidence) > 0 && slices.ContainsFunc(told, e.Evidence[0].Overlaps) {
			continue
		}
		what := cut(clean(e.What))
		if e.Holder != nil {
			what = b.shortName(*e.Holder) + ": " + what
		}
		rows = append(rows, b.nextRow(what, e.By, "expected", x.source.pointer(e.Entry), []string{e.ID}))
	}
	b.section("Next", rows)
}

func (b *brief) nextRow(what string, by readout.Date, status readout.Status, pointer string, ids []string) row {
	return row{
		label: as(plain, date(by, b.year)), main: join(" ", as(plain, what), b.idsOf(ids...)),
		cells: []phrase{as(yellow, strings.ToUpper(string(status)))}, pointer: pointer,
	}
}

// ahead reports whether something to come still was when the newest article appeared: by its date, or without one
// because its own article is not much older.
func (b *brief) ahead(d readout.Date, s *source) bool {
	newest := b.published()
	if newest.IsZero() {
		return true
	}
	if d.IsZero() {
		return b.recent(s.record.Article.Published)
	}
	return !d.Last().Before(newest.First())
}

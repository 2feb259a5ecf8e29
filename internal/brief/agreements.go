package brief

import (
	"cmp"
	"strings"

	"github.com/readout/readout"
)

// agreedSection lists agreements and pledges, with whose word it is.
func (b *brief) agreedSection() {
	var rows []row
	for _, a := range b.agreements {
		e := a.entry
		what := as(plain, b.verbatim(a.source, e.Entry, e.What))
		if parties := keys(e.Parties...); len(parties) < 2 || !subset(b.parties, parties) {
			what = join(" ", as(plain, b.names(parties)+":"), what)
		}
		if !e.Date.IsZero() && !b.dates.Contains(e.Date) {
			what = join(" ", what, as(dim, "("+date(e.Date, b.year)+")"))
		}
		rows = append(rows, row{
			main:    join(" ", what, b.idsOf(e.ID)),
			cells:   []phrase{as(plain, "says "+b.claimant(a)), as(green, e.Status)},
			pointer: a.source.pointer(e.Entry),
		})
	}
	b.section("Agreed", rows)
}

// claimant is whose word an agreement is: a party's, or that of the report.
func (b *brief) claimant(a told[readout.Agreement]) string {
	if a.entry.ClaimedBy != nil {
		return b.shortName(*a.entry.ClaimedBy)
	}
	return cmp.Or(clean(a.source.record.Article.Publisher), "the report")
}

// names lists keys as a column does: "China, United States".
func (b *brief) names(keys []string) string {
	var out []string
	for _, k := range keys {
		out = append(out, b.name(k))
	}
	return strings.Join(out, ", ")
}

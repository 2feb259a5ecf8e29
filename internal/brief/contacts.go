package brief

import (
	"cmp"
	"slices"
	"strings"

	"github.com/readout/readout"
)

// meetingsSection lists who met whom: when, where, how long, and whether they did.
func (b *brief) meetingsSection() {
	var rows []row
	for _, g := range b.meetings {
		rows = append(rows, b.meetingRow(g))
	}
	b.section("Meetings", rows)
}

func (b *brief) meetingRow(g gathered[readout.Meeting]) row {
	m := g[0].entry
	var who []phrase
	for _, p := range m.Participants {
		who = append(who, b.introduce(p))
	}
	main := join(" · ", who...)
	if o := occasion(g); o != "" {
		main = join(" ", join("", main, as(plain, ",")), as(plain, "on the sidelines of "+o))
	}
	return row{
		label:   as(plain, date(m.Date, b.year)),
		main:    join(" ", main, b.idsOf(ids(g, meetingEntry)...)),
		cells:   []phrase{b.placeCell(g), b.lengthCell(g), statusCell(m.Status)},
		pointer: pointers(places(g, meetingEntry)),
	}
}

// occasion returns what a meeting was held on the sidelines of, with its article.
func occasion(g gathered[readout.Meeting]) string {
	for _, t := range g {
		if o := clean(t.entry.Occasion); o != "" {
			if strings.HasPrefix(strings.ToLower(o), "the ") {
				return o
			}
			return "the " + o
		}
	}
	return ""
}

// variant is a value and the articles that give it.
type variant struct {
	value  string
	places []string
}

// variants returns the distinct values that the articles of a group give, without empty ones.
func variants[T any](g gathered[T], entry func(T) readout.Entry, value func(T) string) []variant {
	var out []variant
	for _, t := range g {
		v := value(t.entry)
		if v == "" {
			continue
		}
		at := slices.IndexFunc(out, func(o variant) bool { return o.value == v })
		if at < 0 {
			out, at = append(out, variant{value: v}), len(out)
		}
		out[at].places = append(out[at].places, t.source.place(entry(t.entry)))
	}
	return out
}

// sideBySide shows one value as it is and several with their sources: "5 h 30 [2:3] / 7 h 30 [4:2]".
func sideBySide(values []variant) phrase {
	if len(values) == 1 {
		return as(plain, values[0].value)
	}
	var out []phrase
	for _, v := range values {
		out = append(out, join(" ", as(plain, v.value), as(cyan, pointers(v.places))))
	}
	return join(" / ", out...)
}

func (b *brief) lengthCell(g gathered[readout.Meeting]) phrase {
	return sideBySide(variants(g, meetingEntry, func(m readout.Meeting) string {
		if m.Minutes == 0 {
			return ""
		}
		return noBreak(hedge(m.Length)) + shortLength(m.Minutes)
	}))
}

func (b *brief) placeCell(g gathered[readout.Meeting]) phrase {
	return sideBySide(variants(g, meetingEntry, func(m readout.Meeting) string { return placeName(m.Place) }))
}

func placeName(p *readout.Place) string {
	if p == nil {
		return ""
	}
	return clean(p.Name)
}

// statusCell shows whatever was not held in capitals, so that it can't be taken for a deed.
func statusCell(s readout.Status) phrase {
	switch {
	case statusOrder(s) == 0:
		return as(green, string(s))
	case toCome(s):
		return as(yellow, strings.ToUpper(string(s)))
	}
	return as(red, cmp.Or(strings.ToUpper(string(s)), "UNKNOWN"))
}

// visitsSection lists who went where.
func (b *brief) visitsSection() {
	var rows []row
	for _, g := range b.visits {
		v := g[0].entry
		main := join(" ", b.introduce(v.Visitor), as(plain, "to"), as(plain, b.the(key(v.Host))))
		if v.First != "" {
			main = join(" ", join("", main, as(plain, ":")), as(plain, v.First))
		}
		place := sideBySide(variants(g, visitEntry, func(v readout.Visit) string { return placeName(v.Place) }))
		rows = append(rows, row{
			label:   as(plain, date(v.Date, b.year)),
			main:    join(" ", main, b.idsOf(ids(g, visitEntry)...)),
			cells:   []phrase{place, statusCell(v.Status)},
			pointer: pointers(places(g, visitEntry)),
		})
	}
	b.section("Visits", rows)
}

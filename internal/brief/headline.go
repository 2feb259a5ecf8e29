package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/readout/readout"
)

// nearby is how long before its publication a report's own subject lies; what is older is background.
const nearby = 31 * 24 * time.Hour

// mostSpokenOf returns the keys of the one or two parties that take part in most entries.
func (b *brief) mostSpokenOf() []string {
	var order []string
	counts := map[string]int{}
	count := func(refs ...readout.ActorRef) {
		for _, k := range keys(refs...) {
			if b.outside[k] || strings.HasPrefix(k, "person:") {
				continue
			}
			if counts[k] == 0 {
				order = append(order, k)
			}
			counts[k]++
		}
	}
	for _, m := range b.meetings {
		count(m[0].entry.Participants...)
	}
	for _, v := range b.visits {
		count(v[0].entry.Visitor, v[0].entry.Host)
	}
	for _, a := range b.agreements {
		count(a.entry.Parties...)
	}
	for _, i := range b.incidents {
		count(i.entry.Parties...)
	}
	for _, s := range b.statements {
		if !b.outside[s.entry.Speaker.ID] {
			count(s.entry.Speaker)
		}
	}
	for _, p := range b.positions {
		count(p.entry.Holder)
	}
	for _, e := range b.events {
		count(append(slices.Clone(e.entry.Source), e.entry.Target...)...)
	}
	slices.SortStableFunc(order, func(x, y string) int { return cmp.Compare(counts[y], counts[x]) })
	order = order[:min(2, len(order))]
	slices.SortFunc(order, func(x, y string) int { return strings.Compare(b.name(x), b.name(y)) })
	return order
}

// headYear is the year that the newest article was published in; without one, that of the newest deed.
func (b *brief) headYear() int {
	if p := b.published(); !p.IsZero() {
		return p.Last().Year()
	}
	if d := b.newestDeed(); !d.IsZero() {
		return d.Last().Year()
	}
	return 0
}

// published is the day the newest article was published on.
func (b *brief) published() readout.Date {
	var newest readout.Date
	for _, s := range b.sources {
		if p := s.record.Article.Published; !p.IsZero() && (newest.IsZero() || p.Last().After(newest.Last())) {
			newest = p
		}
	}
	return newest
}

// deed is a held meeting or visit.
type deed struct {
	date   readout.Date
	place  *readout.Place
	source *source
}

func (b *brief) deeds() []deed {
	var out []deed
	for _, m := range b.meetings {
		if e := m[0].entry; statusOrder(e.Status) == 0 {
			out = append(out, deed{e.Date, e.Place, m[0].source})
		}
	}
	for _, v := range b.visits {
		if e := v[0].entry; statusOrder(e.Status) == 0 {
			out = append(out, deed{e.Date, e.Place, v[0].source})
		}
	}
	return out
}

func (b *brief) newestDeed() readout.Date {
	var newest readout.Date
	for _, d := range b.deeds() {
		if newestFirst(d.date, newest) < 0 {
			newest = d.date
		}
	}
	return newest
}

// current reports whether a date lies so near the publication of its article that the article is about it, and does
// not bring it up as background.
func (b *brief) current(d readout.Date, s *source) bool { return b.near(d, s.record.Article.Published) }

// recent reports whether a date lies near the publication of the newest article.
func (b *brief) recent(d readout.Date) bool { return b.near(d, b.published()) }

// near reports whether a date is unknown, or known well enough and near another. Where that is unknown, the newest
// deed stands for it.
func (b *brief) near(d, published readout.Date) bool {
	if d.IsZero() {
		return true
	}
	if published.IsZero() {
		published = b.newestDeed()
	}
	return vagueness(d) <= nearby && !published.IsZero() && !d.Last().Before(published.Last().Add(-nearby))
}

// covered returns the days of the current deeds, and for one article the place of most of them.
func (b *brief) covered() (readout.Date, string) {
	var from, to time.Time
	var names []string
	for _, d := range b.deeds() {
		if !b.current(d.date, d.source) {
			continue
		}
		if d.place != nil {
			names = append(names, d.place.Name)
		}
		if d.date.IsZero() || d.date.Precision() == readout.Month {
			continue
		}
		if from.IsZero() || d.date.First().Before(from) {
			from = d.date.First()
		}
		if d.date.Last().After(to) {
			to = d.date.Last()
		}
	}
	var dates readout.Date
	if !from.IsZero() {
		dates = days(from, to)
	}
	if b.several {
		return dates, ""
	}
	return dates, commonest(names)
}

// commonest returns the name that stands most often, the first of equals.
func commonest(names []string) string {
	counts := map[string]int{}
	best := ""
	for _, n := range names {
		counts[n]++
	}
	for _, n := range names {
		if counts[n] > counts[best] {
			best = n
		}
	}
	return best
}

// headline writes who, when and where, and how many reports by whom.
func (b *brief) headline() {
	var names []string
	for _, k := range b.parties {
		names = append(names, b.name(k))
	}
	who := strings.Join(names, " – ")
	if who == "" {
		who = cmp.Or(b.title(), "Untitled article")
	}
	when := ""
	switch p := b.published(); {
	case !b.dates.IsZero():
		when = fullDate(b.dates)
	case !p.IsZero():
		when = "reported " + fullDate(p)
	}
	var where []string
	for _, s := range []string{when, b.place} {
		if s != "" {
			where = append(where, s)
		}
	}
	b.page.ends(as(bold, who), as(plain, strings.Join(where, ", ")), as(dim, b.reports()))
	if title := b.title(); !b.several && title != "" && len(b.parties) > 0 {
		b.page.paragraph(0, as(dim, title))
	}
}

func (b *brief) title() string {
	if b.several || len(b.sources) == 0 {
		return ""
	}
	return clean(b.sources[0].record.Article.Title)
}

// mostPublishers is how many publishers the headline names.
const mostPublishers = 3

// reports counts the articles and names their publishers: "3 reports (Xinhua, Al Jazeera)".
func (b *brief) reports() string {
	var publishers []string
	for _, s := range b.sources {
		if p := clean(s.record.Article.Publisher); p != "" && !slices.Contains(publishers, p) {
			publishers = append(publishers, p)
		}
	}
	out := fmt.Sprintf("%d reports", len(b.sources))
	if len(b.sources) == 1 {
		out = "1 report"
	}
	if more := len(publishers) - mostPublishers; more > 0 {
		publishers = append(publishers[:mostPublishers], fmt.Sprintf("%d more", more))
	}
	if len(publishers) > 0 {
		out += " (" + strings.Join(publishers, ", ") + ")"
	}
	return out
}

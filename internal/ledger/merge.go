package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// A contact is a meeting or a visit with all the words that tell of it.
type contact struct {
	text.Deed
	spans []text.Span
}

// meetings joins the deeds that tell of one meeting.
func (b *builder) meetings() []*contact {
	all := b.join(readout.KindMeeting)
	return slices.DeleteFunc(all, func(c *contact) bool { return b.isSummary(c, all) || b.isHabit(c) })
}

// isHabit reports whether an undated meeting to come is only that the states will go on with talks of some kind: "would
// hold regular consultations".
func (b *builder) isHabit(c *contact) bool {
	if real(c.Status) != "plan" || !c.Date.IsZero() || slices.ContainsFunc(c.Parties, func(a int) bool { return b.d.Actors[a].Kind == readout.Person }) {
		return false
	}
	switch b.d.Tokens[c.Trigger].Lemma {
	case "consultation", "dialogue", "discussion", "dialog", "contact":
		return true
	}
	return false
}

// isSummary reports whether a meeting of states only sums up the meetings of their people told elsewhere.
func (b *builder) isSummary(c *contact, all []*contact) bool {
	if !slices.ContainsFunc(c.Parties, func(a int) bool { return b.d.Actors[a].Kind == readout.State }) {
		return false
	}
	return slices.ContainsFunc(all, func(o *contact) bool {
		persons := !slices.ContainsFunc(o.Parties, func(a int) bool { return b.d.Actors[a].Kind != readout.Person })
		for _, a := range c.Parties {
			persons = persons && (b.d.Actors[a].Kind == readout.State || slices.Contains(o.Parties, a))
		}
		return persons && o.Status == c.Status && b.countries(o.Parties) == b.countries(c.Parties) && near(o.Date, c.Date)
	})
}

// countries names the countries of the actors, sorted.
func (b *builder) countries(actors []int) string {
	var out []string
	for _, a := range actors {
		if c := b.d.Actors[a].Country; !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func (b *builder) visits() []*contact { return b.join(readout.KindVisit) }

// join groups the deeds of a kind: same parties, statuses and dates that agree.
func (b *builder) join(k readout.Kind) []*contact {
	var out []*contact
	of := map[string][]*contact{} // by who takes part
	for _, d := range b.ordered(k) {
		parties := key(d)
		if c := b.find(of[parties], d); c != nil {
			b.merge(c, d)
			continue
		}
		c := &contact{Deed: d, spans: []text.Span{d.Evidence}}
		out, of[parties] = append(out, c), append(of[parties], c)
	}
	return out
}

// ordered lists the deeds of a kind: those with a date first, so that undated words join them; titles last.
func (b *builder) ordered(k readout.Kind) []text.Deed {
	var out []text.Deed
	for _, d := range b.d.Deeds {
		if d.Kind == k {
			out = append(out, d)
		}
	}
	rank := func(d text.Deed) int {
		n := 0
		if d.Date.IsZero() {
			n += 2
		}
		if d.Weak {
			n++
		}
		if p := b.d.Paragraphs[b.d.Sentences[b.d.SentenceOf(d.Trigger)].Paragraph]; p.Kind != readout.Body {
			n += 4
		}
		return n
	}
	slices.SortStableFunc(out, func(x, y text.Deed) int { return cmp.Compare(rank(x), rank(y)) })
	return out
}

// find returns the contact that a deed tells more of, or nil.
func (b *builder) find(have []*contact, d text.Deed) *contact {
	var best *contact
	for _, c := range have {
		if !b.agree(c, d) {
			continue
		}
		if best == nil || b.nearer(c, best) {
			best = c
		}
	}
	return best
}

// nearer prefers the contact closest to the day of publication for words without a date.
func (b *builder) nearer(c, best *contact) bool {
	p := b.d.Written.First()
	return gap(c.Date, p) < gap(best.Date, p)
}

func gap(d readout.Date, day time.Time) time.Duration {
	if d.IsZero() || day.IsZero() {
		return 1 << 62
	}
	return day.Sub(d.Last()).Abs()
}

// key names who takes part.
func key(d text.Deed) string {
	parties := slices.Clone(d.Parties)
	slices.Sort(parties)
	return fmt.Sprint(parties, d.Targets)
}

// agree reports whether a deed can tell of the contact: dates that may be the same, and one status, or a plan in the same
// sentence as its end.
func (b *builder) agree(c *contact, d text.Deed) bool {
	if d.Kind == readout.KindMeeting && b.isPast(c.Date) && d.Date.IsZero() && real(d.Status) == "deed" && b.inBody(d) && b.number(d.Trigger) <= lead {
		return false // the news of the lead is not what was long ago
	}
	if !near(c.Date, d.Date) && (b.inBody(d) || d.Date.Precision() == readout.Day) {
		return false // headlines are loose about dates
	}
	if real(c.Status) == real(d.Status) {
		return real(c.Status) != "plan" || c.Status == d.Status || c.Date == d.Date
	}
	if !(over(c.Status) && real(d.Status) == "plan" || over(d.Status) && real(c.Status) == "plan") {
		return false
	}
	apart := b.d.SentenceOf(c.Trigger) - b.d.SentenceOf(d.Trigger)
	return !c.Date.IsZero() && c.Date == d.Date || apart >= -2 && apart <= 2
}

// longAgo is from when on a date is history rather than news.
const longAgo = 120 * 24 * time.Hour

func (b *builder) isPast(d readout.Date) bool {
	p := b.d.Written.First()
	return !d.IsZero() && !p.IsZero() && p.Sub(d.Last()) > longAgo
}

// real sorts the statuses: what was, what may be, what is called off.
func real(s readout.Status) string {
	switch s {
	case readout.Held, readout.Ongoing:
		return "deed"
	case readout.Planned, readout.Hoped, readout.Possible:
		return "plan"
	}
	return string(s)
}

// over reports whether the status ends a plan.
func over(s readout.Status) bool { return s == readout.Cancelled || s == readout.Postponed }

// near reports whether two dates may be of one day: one is unknown, or one lies within the other.
func near(a, b readout.Date) bool {
	return a.IsZero() || b.IsZero() || a == b || a.Contains(b) || b.Contains(a)
}

// merge adds what a deed tells to a contact.
func (b *builder) merge(c *contact, d text.Deed) {
	c.spans = append(c.spans, d.Evidence)
	if c.Date.IsZero() || !d.Date.IsZero() && c.Date.Contains(d.Date) {
		c.Date = d.Date
	}
	if over(d.Status) || c.Status == readout.Ongoing && d.Status == readout.Held {
		c.Status = d.Status
	}
	if c.Place == nil {
		c.Place = d.Place
	}
	if c.Minutes == 0 {
		c.Minutes, c.Length = d.Minutes, d.Length
	}
	c.Occasion = cmp.Or(c.Occasion, d.Occasion)
	c.First = cmp.Or(c.First, d.First)
}

// fill adds what follows from elsewhere in the article: the day of the news, the place and days of the visit that a
// meeting was part of, the place the report was written from.
func (b *builder) fill(meetings, visits []*contact) {
	for _, m := range meetings {
		if m.Date.IsZero() && real(m.Status) == "deed" {
			m.Date = b.leadDate(m)
		}
	}
	for _, v := range visits {
		b.fillVisit(v, meetings)
	}
	for _, m := range meetings {
		if at := b.here(m); at != nil {
			m.Place = at
		}
	}
}

// fillVisit gives meetings the place of the visit they were part of, and the visit the days of its meetings.
func (b *builder) fillVisit(v *contact, meetings []*contact) {
	for _, m := range meetings {
		if real(m.Status) != real(v.Status) || !b.partOf(m, v) {
			continue
		}
		if m.Place == nil && v.Place != nil {
			m.Place = v.Place
		}
		byDay := v.Date.IsZero() || v.Date.Precision() == readout.Day || v.Date.Precision() == readout.Interval
		if real(v.Status) == "deed" && byDay {
			v.Date = span(v.Date, m.Date)
		}
	}
}

// lead is how many paragraphs tell the news of the day.
const lead = 3

// leadDate is the day of a meeting or visit told in the lead without a date of its own: that on which the lead says that
// the same countries did something ("The ministers agreed on Wednesday to … . They met for three hours."), else the only day of
// the news that the lead names.
func (b *builder) leadDate(c *contact) readout.Date {
	if b.number(c.Trigger) > lead {
		return readout.Date{}
	}
	for _, d := range b.d.Deeds {
		parties := slices.Concat(d.Parties, d.Targets)
		if b.number(d.Trigger) <= b.number(c.Trigger) && real(d.Status) == "deed" && d.Date.Precision() == readout.Day && b.countries(parties) == b.countries(slices.Concat(c.Parties, c.Targets)) {
			return d.Date
		}
	}
	return b.newsDay()
}

// number is the number of the body paragraph of a token; beyond the lead for other paragraphs.
func (b *builder) number(token int) int {
	p := b.d.Paragraphs[b.d.Sentences[b.d.SentenceOf(token)].Paragraph]
	if p.Kind == readout.Standfirst {
		return 1
	}
	if p.Kind != readout.Body {
		return lead + 1
	}
	return p.Number
}

// freshness is how old the news of a report is at most.
const freshness = 3 * 24 * time.Hour

// newsDay is the one day shortly before publication that the lead names; the zero Date where it names none or several.
func (b *builder) newsDay() readout.Date {
	published := b.d.Written.First()
	var day readout.Date
	for _, t := range b.d.Times {
		if t.Date.Precision() != readout.Day || published.IsZero() || b.number(b.d.TokenAt(t.Start)) > lead {
			continue
		}
		if age := published.Sub(t.Date.First()); age < 0 || age > freshness {
			continue
		}
		if !day.IsZero() && day != t.Date {
			return readout.Date{}
		}
		day = t.Date
	}
	return day
}

// here is the dateline's place for a meeting of the day's news, between somebody of that country and a guest or where the lead names it too.
func (b *builder) here(m *contact) *readout.Place {
	if m.Place != nil || real(m.Status) != "deed" || gap(m.Date, b.d.Written.First()) > freshness {
		return nil
	}
	at := b.d.Dateline
	if at == nil {
		if b.number(m.Trigger) > lead {
			return nil
		}
		return b.newsPlace()
	}
	hosts := 0
	for _, a := range m.Parties {
		if b.d.Actors[a].Country == at.Place.Country {
			hosts++
		}
	}
	if hosts == 0 || hosts == len(m.Parties) {
		if p := b.newsPlace(); p != nil && p.Name == at.Place.Name {
			return p // on neutral ground, from where the report was written and which it names
		}
		return nil
	}
	return &at.Place
}

// newsPlace is the one city in which the lead says that something is; nil where it names none or several.
func (b *builder) newsPlace() *readout.Place {
	var out *readout.Place
	for i := range b.d.Places {
		p := &b.d.Places[i]
		if p.Kind != "city" && p.Kind != "capital" || p.First == 0 || b.number(p.First) > lead {
			continue
		}
		if w := b.d.Word(p.First - 1); w != "in" && w != "at" {
			continue
		}
		if out != nil && out.Name != p.Place.Name {
			return nil
		}
		out = &p.Place
	}
	return out
}

// stay is how far apart the days of one visit may be.
const stay = 6 * 24 * time.Hour

// partOf reports whether the meeting is of the visitor with somebody of the host, at a time that fits: near the visit's
// day, or, where that is unknown, near the day of publication.
func (b *builder) partOf(m, v *contact) bool {
	if !slices.Contains(m.Parties, v.Parties[0]) {
		return false
	}
	host := b.d.Actors[v.Targets[0]].Country
	if !slices.ContainsFunc(m.Parties, func(a int) bool { return b.d.Actors[a].Country == host }) {
		return false
	}
	if m.Date.IsZero() {
		return v.Date.IsZero() || gap(v.Date, b.d.Written.First()) < 2*stay
	}
	if m.Place != nil && v.Place != nil && m.Place.Country != "" && m.Place.Country != host {
		return false
	}
	if v.Date.IsZero() {
		return gap(m.Date, b.d.Written.First()) < 2*stay
	}
	return near(v.Date, m.Date) || v.Date.Last().Sub(m.Date.First()) < stay && m.Date.Last().Sub(v.Date.First()) < stay
}

// span is the interval from the earlier to the later of two days; of an unknown one, the other.
func span(a, b readout.Date) readout.Date {
	switch {
	case a.IsZero():
		return b
	case b.IsZero() || b.Precision() != readout.Day && b.Precision() != readout.Interval:
		return a
	}
	from, to := a.First(), a.Last()
	if b.First().Before(from) {
		from = b.First()
	}
	if b.Last().After(to) {
		to = b.Last()
	}
	return readout.Between(readout.DayOf(from), readout.DayOf(to))
}

package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"github.com/readout/readout"
)

// timelinePage is what happened between whom across the ledger, the latest first.
type timelinePage struct {
	Total  int  // lines that the filter leaves, over all pages
	Empty  bool // the ledger has nothing to show, whatever the filter
	Filter filter
	Months []month
	Pager  pager
}

// A month gathers the lines of a month, those of a year that name no month, or those without a date.
type month struct {
	Name string
	Days []day
}

// A day gathers the lines of one date.
type day struct {
	Date  readout.Date
	Lines []timelineLine
}

// A timelineLine is a meeting, a visit, an agreement or an incident.
type timelineLine struct {
	Kind      readout.Kind
	Noun      string
	Badge     badge // none for incidents
	Date      readout.Date
	Actors    []readout.ActorRef
	Sep       string // what stands between the actors
	Detail    string
	Words     []words // what was agreed or happened
	Says      string  // whose word it is; "" for the report's own
	EntryID   string
	Anchor    string // of the entry's words on the article's page, or of its line where the words are not there
	Article   string // ID
	Title     string
	Publisher string
}

func (s *site) timeline(r *http.Request) (view, error) {
	names := s.countryNames()
	var all []timelineLine
	for record, err := range s.ledger.Records(r.Context()) {
		if err != nil {
			return view{}, err
		}
		names.learn(record)
		all = append(all, linesOf(record, names)...)
	}
	page := timelinePage{Empty: len(all) == 0, Filter: filterOf(r.URL.Query(), all, names)}
	all = slices.DeleteFunc(all, func(l timelineLine) bool { return !page.Filter.lets(l.Actors) })
	slices.SortFunc(all, latestFirst)
	page.Total, page.Pager = len(all), pagerOf(r.URL, len(all), timelinePerPage)
	page.Months = monthsOf(all[page.Pager.From:page.Pager.To])
	return view{template: "timeline.html", Title: page.Filter.title(), Nav: "timeline", Page: page}, nil
}

// latestFirst orders lines by date, the more precise before the less, those
// without a date last, and never leaves two of them in an order of chance.
func latestFirst(a, b timelineLine) int {
	return cmp.Or(
		b.Date.First().Compare(a.Date.First()),
		cmp.Compare(b.Date.String(), a.Date.String()),
		cmp.Compare(a.Badge.rank(), b.Badge.rank()),
		cmp.Compare(a.Noun, b.Noun),
		cmp.Compare(a.Title, b.Title),
		cmp.Compare(a.Article, b.Article),
		cmp.Compare(a.EntryID, b.EntryID),
	)
}

// linesOf returns the lines of one record.
func linesOf(r readout.Record, names countryNames) []timelineLine {
	it := newItems(r.Article)
	var out []timelineLine
	add := func(e readout.Entry, l timelineLine) {
		l.EntryID, l.Article, l.Title, l.Publisher = e.ID, r.Article.ID, titleOf(r.Article.Title), r.Article.Publisher
		l.Anchor = "b-" + e.ID
		if slices.ContainsFunc(e.Evidence, it.holds) {
			l.Anchor = "e-" + e.ID
		}
		for i, a := range l.Actors {
			l.Actors[i].Name = names.actor(a)
		}
		out = append(out, l)
	}
	for _, v := range r.Meetings {
		add(v.Entry, timelineLine{Kind: readout.KindMeeting, Noun: "meeting", Badge: statusBadge(v.Status), Date: v.Date,
			Actors: slices.Clone(v.Participants), Sep: "·", Detail: details(placeName(v.Place), minutes(v.Minutes), sidelines(v.Occasion))})
	}
	for _, v := range r.Visits {
		add(v.Entry, timelineLine{Kind: readout.KindVisit, Noun: "visit", Badge: statusBadge(v.Status), Date: v.Date,
			Actors: []readout.ActorRef{v.Visitor, v.Host}, Sep: "to", Detail: details(placeName(v.Place), v.First)})
	}
	for _, v := range r.Agreements {
		l := timelineLine{Kind: readout.KindAgreement, Noun: "agreement", Badge: agreementBadge(v.Status), Date: v.Date,
			Actors: slices.Clone(v.Parties), Sep: "–", Words: it.words(v.Entry)}
		if v.ClaimedBy != nil {
			l.Says = names.actor(*v.ClaimedBy)
		}
		add(v.Entry, l)
	}
	for _, v := range r.Incidents {
		add(v.Entry, timelineLine{Kind: readout.KindIncident, Noun: "incident", Date: v.Date,
			Actors: slices.Clone(v.Parties), Sep: "–", Detail: details(v.Issue, v.Consequence), Words: it.words(v.Entry)})
	}
	return out
}

// details joins what is known with commas.
func details(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

func sidelines(occasion string) string {
	if occasion == "" {
		return ""
	}
	return "on the sidelines of " + occasion
}

// monthsOf gathers sorted lines.
func monthsOf(lines []timelineLine) []month {
	var out []month
	for _, l := range lines {
		name := monthOf(l.Date)
		if n := len(out); n == 0 || out[n-1].Name != name {
			out = append(out, month{Name: name})
		}
		m := &out[len(out)-1]
		if n := len(m.Days); n == 0 || m.Days[n-1].Date != l.Date {
			m.Days = append(m.Days, day{Date: l.Date})
		}
		m.Days[len(m.Days)-1].Lines = append(m.Days[len(m.Days)-1].Lines, l)
	}
	return out
}

// monthOf is the heading that a date stands under: the month it begins in, or its year where it names no month.
func monthOf(d readout.Date) string {
	from, _ := d.Ends()
	switch from.Precision() {
	case "":
		return "Undated"
	case readout.Year:
		return from.String()
	}
	return d.First().Format("January 2006")
}

// Label is what the day is called under its month, or what the date leaves open.
func (d day) Label() string {
	switch d.Date.Precision() {
	case "":
		return "date not said"
	case readout.Year:
		return "month not said"
	case readout.Month:
		return "day not said"
	case readout.Day:
		return d.Date.First().Format("Mon 2 January")
	}
	return strings.TrimSuffix(dateWords(d.Date), d.Date.First().Format(" 2006"))
}

package web

import (
	"cmp"
	"net/http"
	"slices"

	"github.com/readout/readout"
)

// articlesPage is the list of articles.
type articlesPage struct {
	Total int
	Rows  []articleRow
	Pager pager
}

type articleRow struct {
	ID        string
	Title     string
	Publisher string
	Published readout.Date
	Countries []choice
	Actors    []readout.ActorRef
	Counts    []kindCount
}

// articlesPerPage and timelinePerPage keep pages of a size that a browser lays out at once.
const (
	articlesPerPage = 100
	timelinePerPage = 250
)

func (s *site) articles(r *http.Request) (view, error) {
	all, err := s.ledger.Articles(r.Context())
	if err != nil {
		return view{}, err
	}
	slices.SortFunc(all, func(a, b Summary) int {
		return cmp.Or(b.Published.First().Compare(a.Published.First()), cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
	page := articlesPage{Total: len(all), Pager: pagerOf(r.URL, len(all), articlesPerPage)}
	names := s.countryNames()
	for _, a := range all[page.Pager.From:page.Pager.To] {
		row := articleRow{ID: a.ID, Title: titleOf(a.Title), Publisher: a.Publisher, Published: a.Published, Actors: a.Actors,
			Counts: kindCounts(a.Entries)}
		for _, code := range a.Countries {
			row.Countries = append(row.Countries, choice{ID: code, Name: names.of(code)})
		}
		page.Rows = append(page.Rows, row)
	}
	return view{template: "articles.html", Title: "Articles", Nav: "articles", Page: page}, nil
}

// kindCount is how many entries of a kind an article has.
type kindCount struct {
	Kind    readout.Kind
	N       int
	Noun    string
	Section string // ID of the part of an article's brief that shows them
}

// kindCounts lists the kinds that a brief shows and an article has entries of.
func kindCounts(n map[readout.Kind]int) []kindCount {
	nouns := []struct {
		kind               readout.Kind
		one, many, section string
	}{
		{readout.KindMeeting, "meeting", "meetings", "meetings"},
		{readout.KindVisit, "visit", "visits", "visits"},
		{readout.KindStatement, "statement", "statements", "said"},
		{readout.KindAgreement, "agreement", "agreements", "agreed"},
		{readout.KindPosition, "position", "positions", "positions"},
		{readout.KindIncident, "incident", "incidents", "incidents"},
		{readout.KindExpectation, "next step", "next steps", "next"},
		{readout.KindAssessment, "outside voice", "outside voices", "voices"},
		{readout.KindEvent, "event", "events", "events"},
	}
	var out []kindCount
	for _, k := range nouns {
		switch n[k.kind] {
		case 0:
		case 1:
			out = append(out, kindCount{k.kind, 1, k.one, k.section})
		default:
			out = append(out, kindCount{k.kind, n[k.kind], k.many, k.section})
		}
	}
	return out
}

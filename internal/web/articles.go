package web

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"slices"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/store"
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
	Actors    []string // the most named persons and bodies, a few
	Counts    []kindCount
}

// articlesPerPage and timelinePerPage keep pages of a size that a browser lays out at once.
const (
	articlesPerPage = 50
	timelinePerPage = 250
)

// rowActors is how many persons and bodies a row of the list names.
const rowActors = 5

func (s *site) articles(r *http.Request) (view, error) {
	all, err := s.ledger.Articles(r.Context())
	if err != nil {
		return view{}, err
	}
	slices.SortFunc(all, func(a, b store.Summary) int {
		return cmp.Or(b.Published.First().Compare(a.Published.First()), cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
	page := articlesPage{Total: len(all), Pager: pagerOf(r.URL, len(all), articlesPerPage)}
	for _, a := range all[page.Pager.From:page.Pager.To] {
		row, err := s.articleRow(r.Context(), a)
		if err != nil {
			return view{}, err
		}
		page.Rows = append(page.Rows, row)
	}
	return view{template: "articles.html", Title: "Articles", Nav: "articles", Page: page}, nil
}

// articleRow adds to a summary who is named. An article that has gone from the ledger meanwhile is shown as it was.
func (s *site) articleRow(ctx context.Context, a store.Summary) (articleRow, error) {
	row := articleRow{ID: a.ID, Title: titleOf(a.Title), Publisher: a.Publisher, Published: a.Published, Counts: kindCounts(a.Entries)}
	record, err := s.ledger.Record(ctx, a.ID)
	if errors.Is(err, store.ErrNotFound) {
		return row, nil
	}
	if err != nil {
		return row, err
	}
	names := s.countryNames()
	names.learn(record)
	t := tallyOf(record)
	for _, code := range t.countries() {
		row.Countries = append(row.Countries, choice{ID: code, Name: names.of(code)})
	}
	for _, ref := range t.actors() {
		if len(row.Actors) < rowActors {
			row.Actors = append(row.Actors, names.actor(ref))
		}
	}
	return row, nil
}

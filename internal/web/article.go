package web

import (
	"net/http"
	"net/url"

	"github.com/readout/readout"
)

// articlePage is an article beside its brief.
type articlePage struct {
	Article readout.Article
	Link    string // the article's address where it is one of the web
	Coder   readout.Coder
	Brief   brief
	Text    column
	Counts  []kindCount
}

func (s *site) article(r *http.Request) (view, error) {
	record, err := s.ledger.Record(r.Context(), r.PathValue("id"))
	if err != nil {
		return view{}, err
	}
	names := s.countryNames()
	names.learn(record)
	it := itemsOf(record)
	page := articlePage{
		Article: record.Article, Link: webAddress(record.Article.URL), Coder: record.Coder,
		Brief: briefOf(record, it, names), Text: columnOf(it), Counts: kindCounts(entryCounts(record)),
	}
	return view{template: "article.html", Title: titleOf(record.Article.Title), Page: page}, nil
}

// webAddress returns an address that a browser may be led to; "" for any other.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return s
}

// titleOf is an article's title, or words that stand for one.
func titleOf(title string) string {
	if title == "" {
		return "Article without a title"
	}
	return title
}

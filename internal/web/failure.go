package web

import (
	"log/slog"
	"net/http"
)

// A failure is a page that says why there is none.
type failure struct {
	Heading string
	Advice  string
}

var failures = map[int]failure{
	http.StatusNotFound: {"There is no such page",
		"The ledger may have changed since the link was made. The list of articles shows all it holds now."},
	http.StatusMethodNotAllowed: {"These pages can only be read",
		"Articles are added on the command line, with readout add."},
	http.StatusInternalServerError: {"This page could not be made",
		"What went wrong is in the log of readout serve. Other pages may still work."},
}

func (s *site) fail(w http.ResponseWriter, r *http.Request, status int) {
	f := failures[status]
	s.write(w, r, status, view{template: "failure.html", Title: f.Heading, Page: f})
}

// broken tells the log what went wrong and the reader only that something did.
func (s *site) broken(w http.ResponseWriter, r *http.Request, err error) {
	s.log.LogAttrs(r.Context(), slog.LevelError, "page failed",
		slog.String("method", r.Method), slog.String("path", r.URL.Path), slog.Any("error", err))
	s.fail(w, r, http.StatusInternalServerError)
}

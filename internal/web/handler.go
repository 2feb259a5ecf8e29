package web

import (
	"errors"
	"io"
	"log/slog"
	"net/http"

	"github.com/readout/readout/internal/store"
)

// Options are what the pages need besides a ledger; the zero value works.
type Options struct {
	// Logger is told of every answer with status 500; slog.Default() where nil.
	Logger *slog.Logger
	// CountryName names a country by its ISO 3166-1 alpha-3 code, "" where it
	// knows none. Where it is nil, pages use the names that records give their
	// states and else the code.
	CountryName func(code string) string
}

// site is the handler's parts.
type site struct {
	ledger Ledger
	names  func(code string) string
	log    *slog.Logger
	pages  pages
	style  asset
}

// New returns the pages over a ledger. They answer GET and HEAD alone.
func New(ledger Ledger, o Options) (http.Handler, error) {
	if ledger == nil {
		return nil, errors.New("make the pages: no ledger given")
	}
	style, err := readStyle()
	if err != nil {
		return nil, err
	}
	p, err := readPages(style.Path)
	if err != nil {
		return nil, err
	}
	s := &site{ledger: ledger, names: o.CountryName, log: o.Logger, pages: p, style: style}
	if s.log == nil {
		s.log = slog.Default()
	}
	if s.names == nil {
		s.names = func(string) string { return "" }
	}
	return s.guard(s.routes()), nil
}

func (s *site) routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /{$}", s.page(s.articles))
	mux.Handle("GET /article/{id}", s.page(s.article))
	mux.Handle("GET /timeline", s.page(s.timeline))
	mux.Handle("GET "+s.style.Path, s.style)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = io.WriteString(w, "ok\n")
	})
	mux.Handle("/", s.page(func(*http.Request) (view, error) { return view{}, store.ErrNotFound }))
	return mux
}

// A view is a page to be written: the template and what it shows.
type view struct {
	template string
	Title    string // of the window
	Nav      string // the entry of the navigation that stands for this page
	Page     any    // what the template shows
}

// page makes a handler of a function that says what to show or why it can't.
func (s *site) page(show func(*http.Request) (view, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v, err := show(r)
		switch {
		case errors.Is(err, store.ErrNotFound), errors.Is(err, store.ErrAmbiguous):
			s.fail(w, r, http.StatusNotFound)
		case err != nil && r.Context().Err() != nil:
			return // the reader has gone: nobody to answer, nothing to report
		case err != nil:
			s.broken(w, r, err)
		default:
			s.write(w, r, http.StatusOK, v)
		}
	})
}

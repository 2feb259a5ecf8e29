package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
)

//go:embed templates
var templateFiles embed.FS

// pages are the templates by file name, each with the frame around it.
type pages map[string]*template.Template

func readPages(stylePath string) (pages, error) {
	frame, err := template.New("frame.html").Funcs(template.FuncMap{
		"style":       func() string { return stylePath },
		"date":        dateWords,
		"isodate":     machineDate,
		"count":       count,
		"articlePath": articlePath,
		"withPath":    withPath,
	}).ParseFS(templateFiles, "templates/frame.html", "templates/parts.html")
	if err != nil {
		return nil, fmt.Errorf("read the templates: %w", err)
	}
	out := pages{}
	for _, name := range []string{"articles.html", "article.html", "timeline.html", "failure.html"} {
		t, err := frame.Clone()
		if err == nil {
			t, err = t.ParseFS(templateFiles, "templates/"+name)
		}
		if err != nil {
			return nil, fmt.Errorf("read template %s: %w", name, err)
		}
		out[name] = t
	}
	return out, nil
}

// write renders a view in full before the first byte goes out, so that a page
// that fails half way is a page about a failure and not half a page.
func (s *site) write(w http.ResponseWriter, r *http.Request, status int, v view) {
	var b bytes.Buffer
	if err := s.pages[v.template].ExecuteTemplate(&b, "frame.html", v); err != nil {
		if status == http.StatusInternalServerError {
			http.Error(w, failures[status].Heading, status)
			return
		}
		s.broken(w, r, fmt.Errorf("render %s: %w", v.template, err))
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(b.Len()))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(b.Bytes()) // fails only where the reader has gone
	}
}

// articlePath is the address of an article's page.
func articlePath(id string) string { return "/article/" + url.PathEscape(id) }

// withPath is the address of the timeline of one actor or country.
func withPath(id string) string { return "/timeline?" + url.Values{"with": {id}}.Encode() }

// count writes a number of things: 1 visit, 2 visits.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

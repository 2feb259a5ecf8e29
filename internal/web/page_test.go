package web_test

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/web"
)

// site is the real handler over a ledger in memory, with what it logs.
type site struct {
	http.Handler
	log *bytes.Buffer
}

func siteOf(t testing.TB, ledger web.Ledger) site {
	t.Helper()
	var log bytes.Buffer
	h, err := web.New(ledger, web.Options{Logger: slog.New(slog.NewTextHandler(&log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	return site{h, &log}
}

func (s site) ask(method, address string) *http.Response {
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest(method, address, nil))
	return w.Result()
}

// page is an answer as a browser would read it.
type page struct {
	status int
	body   string
	root   *html.Node
}

func (s site) get(t testing.TB, address string) page {
	t.Helper()
	res := s.ask(http.MethodGet, address)
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return page{res.StatusCode, string(body), root}
}

// elements returns the elements for which keep holds, in order.
func (p page) elements(keep func(*html.Node) bool) []*html.Node {
	var out []*html.Node
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && keep(n) {
			out = append(out, n)
		}
	}
	return out
}

func (p page) byID(id string) *html.Node {
	found := p.elements(func(n *html.Node) bool { return attr(n, "id") == id })
	if len(found) == 0 {
		return nil
	}
	return found[0]
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attr(n, "class")), class)
}

func textOf(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// plain is text with each run of white space as one space.
func plain(s string) string { return strings.Join(strings.Fields(s), " ") }

// checkLinks says which links of a page lead to no place on it, and which IDs it has twice.
func checkLinks(t testing.TB, p page) {
	t.Helper()
	seen := map[string]bool{}
	for _, n := range p.elements(func(n *html.Node) bool { return attr(n, "id") != "" }) {
		if seen[attr(n, "id")] {
			t.Errorf("two elements have the ID %q", attr(n, "id"))
		}
		seen[attr(n, "id")] = true
	}
	for _, n := range p.elements(func(n *html.Node) bool { return strings.HasPrefix(attr(n, "href"), "#") }) {
		id, err := url.PathUnescape(strings.TrimPrefix(attr(n, "href"), "#"))
		if err != nil || !seen[id] {
			t.Errorf("link %q leads nowhere (%v)", attr(n, "href"), err)
		}
	}
}

// asParsed is a text as a reader of HTML gets it back: no NUL, no carriage return, no broken UTF-8.
func asParsed(s string) string {
	s = strings.NewReplacer("\x00", "\uFFFD", "\r\n", "\n", "\r", "\n").Replace(s)
	return string([]rune(s))
}

// checkText says where the article column is not the article's text.
func checkText(t testing.TB, p page, a readout.Article) {
	t.Helper()
	if got, want := textOf(p.byID("text")), asParsed(a.Text); got != want {
		t.Errorf("the column reads\n%.300q\nand the article\n%.300q", got, want)
	}
}

// checkSafe says what a page has that the policy forbids or that could run.
func checkSafe(t testing.TB, p page) {
	t.Helper()
	for _, n := range p.elements(func(*html.Node) bool { return true }) {
		if slices.Contains([]string{"script", "style", "iframe", "object", "embed", "base", "img"}, n.Data) {
			t.Errorf("the page has a %s element", n.Data)
		}
		for _, a := range n.Attr {
			outside := strings.Contains(a.Val, "//") && !strings.HasPrefix(a.Val, "data:")
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || n.Data == "link" && outside {
				t.Errorf("the page has %s with %s=%q", n.Data, a.Key, a.Val)
			}
			if strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
				t.Errorf("the page links to %q", a.Val)
			}
		}
	}
}

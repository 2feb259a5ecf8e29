package web_test

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/web"
)

const policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

func stylePath(t *testing.T, s site) string {
	t.Helper()
	for _, n := range s.get(t, "/").elements(func(n *html.Node) bool { return attr(n, "rel") == "stylesheet" }) {
		return attr(n, "href")
	}
	t.Fatal("the list of articles names no stylesheet")
	return ""
}

func TestAnswers(t *testing.T) {
	r := sample()
	s := siteOf(t, &memory{records: []readout.Record{r}})
	for _, c := range []struct {
		name, method, address string
		status                int
		kind                  string
	}{
		{"the list", "GET", "/", 200, "text/html"},
		{"an article", "GET", "/article/" + r.Article.ID, 200, "text/html"},
		{"the timeline", "GET", "/timeline", 200, "text/html"},
		{"the stylesheet", "GET", stylePath(t, s), 200, "text/css"},
		{"health", "GET", "/healthz", 200, "text/plain"},
		{"head of an article", "HEAD", "/article/" + r.Article.ID, 200, "text/html"},
		{"head of the stylesheet", "HEAD", stylePath(t, s), 200, "text/css"},
		{"an article that is not there", "GET", "/article/0000000000000000", 404, "text/html"},
		{"an article without an ID", "GET", "/article/", 404, "text/html"},
		{"a page that is not there", "GET", "/nothing", 404, "text/html"},
		{"an old stylesheet", "GET", "/assets/style-000000000000.css", 404, "text/html"},
		{"the folder of the stylesheet", "GET", "/assets/", 404, "text/html"},
		{"a template", "GET", "/templates/frame.html", 404, "text/html"},
		{"a way out by dots in an ID", "GET", "/article/..%2f..%2fetc%2fpasswd", 404, "text/html"},
		{"a way out by dots in an asset", "GET", "/assets/%2e%2e%2fhandler.go", 404, "text/html"},
		{"an ID with a NUL", "GET", "/article/%00", 404, "text/html"},
		{"a redirect to a clean path", "GET", "/assets/../../etc/passwd", 307, ""},
		{"a new article", "POST", "/", 405, "text/html"},
		{"a change", "PUT", "/article/" + r.Article.ID, 405, "text/html"},
		{"a deletion of nothing", "DELETE", "/nothing", 405, "text/html"},
		{"an unknown method", "BREW", "/timeline", 405, "text/html"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := s.ask(c.method, c.address)
			if res.StatusCode != c.status {
				t.Errorf("%s %s: status %d, want %d", c.method, c.address, res.StatusCode, c.status)
			}
			if got := res.Header.Get("Content-Type"); c.kind != "" && !strings.HasPrefix(got, c.kind) {
				t.Errorf("%s %s: type %q, want %q", c.method, c.address, got, c.kind)
			}
			checkHeaders(t, res)
			if c.status == 405 && res.Header.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: Allow: %q", c.method, c.address, res.Header.Get("Allow"))
			}
		})
	}
	if s.log.Len() > 0 {
		t.Errorf("logged %s", s.log)
	}
}

func checkHeaders(t *testing.T, res *http.Response) {
	t.Helper()
	for name, want := range map[string]string{
		"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
	} {
		if got := res.Header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestHeadIsGetWithoutTheBody(t *testing.T) {
	r := sample()
	s := siteOf(t, &memory{records: []readout.Record{r}})
	for _, address := range []string{"/article/" + r.Article.ID, stylePath(t, s)} {
		get, head := s.ask("GET", address), s.ask("HEAD", address)
		if body, _ := io.ReadAll(head.Body); len(body) > 0 {
			t.Errorf("HEAD %s: a body of %d bytes", address, len(body))
		}
		if g, h := get.Header.Get("Content-Length"), head.Header.Get("Content-Length"); g != h || g == "" {
			t.Errorf("%s: GET says length %q and HEAD %q", address, g, h)
		}
	}
}

func TestStylesheetIsKeptForGoodAndPagesAreNot(t *testing.T) {
	s := siteOf(t, &memory{})
	if got := s.ask("GET", stylePath(t, s)).Header.Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("stylesheet: Cache-Control: %q", got)
	}
	if got := s.ask("GET", "/").Header.Get("Cache-Control"); got != "no-cache" {
		t.Errorf("list: Cache-Control: %q", got)
	}
}

func TestFailureIsLoggedAndShowsNothingInside(t *testing.T) {
	var missing *memory // a ledger that is not there panics when it is read
	for name, ledger := range map[string]web.Ledger{"a ledger that was closed": &memory{closed: true}, "a ledger that panics": missing} {
		for _, address := range []string{"/", "/timeline", "/article/0123456789abcdef"} {
			s := siteOf(t, ledger)
			res := s.ask("GET", address)
			body, _ := io.ReadAll(res.Body)
			if res.StatusCode != 500 {
				t.Errorf("%s, %s: status %d", name, address, res.StatusCode)
			}
			checkHeaders(t, res)
			for _, inside := range []string{"secret", "ledger.db", "panic", "nil pointer", ".go"} {
				if strings.Contains(string(body), inside) {
					t.Errorf("%s, %s: the page tells %q", name, address, inside)
				}
			}
			if log := s.log.String(); !strings.Contains(log, "level=ERROR") || !strings.Contains(log, "path="+address) {
				t.Errorf("%s, %s: logged %q", name, address, log)
			}
		}
	}
}

func TestNewWantsALedger(t *testing.T) {
	if _, err := web.New(nil, web.Options{}); err == nil {
		t.Error("made pages of no ledger")
	}
}

func TestEmptyLedgerSaysWhatToDo(t *testing.T) {
	s := siteOf(t, &memory{})
	for _, address := range []string{"/", "/timeline"} {
		if p := s.get(t, address); p.status != 200 || !strings.Contains(p.body, "readout add FILE…") {
			t.Errorf("%s: status %d, no word of readout add", address, p.status)
		}
	}
}

func TestListOfArticles(t *testing.T) {
	r := sample()
	older := readout.Record{Article: articleOf("An older report", "", "Words.")}
	older.Article.Published = dateOf("2020")
	undated := readout.Record{Article: articleOf("A report without a date", "", "Other words.")}
	p := siteOf(t, &memory{records: []readout.Record{undated, older, r}}).get(t, "/")
	var rows []string
	for _, n := range p.elements(func(n *html.Node) bool { return n.Data == "li" && hasClass(n.Parent, "articles") }) {
		rows = append(rows, plain(textOf(n)))
	}
	want := []string{
		"15 May 2024 · The Northern Post Ministers settle fishing dispute in Tromsø Finland · Norway — Eero Salmi, Astrid Berg " +
			"2 meetings 1 visit 3 statements 1 agreement 1 position 1 incident 1 next step 1 outside voice 1 event",
		"2020 An older report no entries",
		"date not stated A report without a date no entries",
	}
	if got := strings.Join(rows, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("rows\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

func TestCountriesGoByTheNamesGiven(t *testing.T) {
	h, err := web.New(&memory{records: []readout.Record{sample()}}, web.Options{CountryName: func(code string) string {
		return map[string]string{"NOR": "Kingdom of Norway"}[code]
	}})
	if err != nil {
		t.Fatal(err)
	}
	p := site{Handler: h}.get(t, "/")
	if text := textOf(p.root); !strings.Contains(text, "Kingdom of Norway") || !strings.Contains(text, "Finland") {
		t.Error("want the name in general use, and the article's for the other")
	}
}

func TestLongListsComeInPages(t *testing.T) {
	var ledger memory
	for i := range 230 {
		ledger.records = append(ledger.records, readout.Record{Article: articleOf(fmt.Sprintf("Report %03d", i), "", "Words.")})
	}
	s := siteOf(t, &ledger)
	for _, c := range []struct {
		address, first string
		rows           int
	}{
		{"/", "Report 000", 50}, {"/?page=2", "Report 050", 50}, {"/?page=5", "Report 200", 30},
		{"/?page=99", "Report 200", 30}, {"/?page=-1", "Report 000", 50}, {"/?page=x", "Report 000", 50},
	} {
		p := s.get(t, c.address)
		rows := p.elements(func(n *html.Node) bool { return n.Data == "h2" })
		if len(rows) != c.rows || textOf(rows[0]) != c.first {
			t.Errorf("%s: %d rows from %q, want %d from %q", c.address, len(rows), textOf(rows[0]), c.rows, c.first)
		}
	}
}

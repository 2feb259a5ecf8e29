// Package codedtest gives the tests of the stages articles that are read by all the stages before, and says how a case fares. It
// stands behind package coder and is imported by tests alone.
package codedtest

import (
	"context"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/readout/readout"
	"github.com/readout/readout/coder"
	"github.com/readout/readout/internal/text"
)

// loaded makes the coder of all tests, once: the stage is tested on what the stages before it really give.
var loaded = sync.OnceValues(coder.New)

// Monday is the day on which the articles of the tests are published.
const Monday = "2023-06-19"

// Doc runs the stages over an article of body paragraphs, published on the day; a paragraph after "# " is the title.
func Doc(t testing.TB, published string, paragraphs ...string) *text.Doc {
	t.Helper()
	c, a := prepare(t, published, paragraphs)
	d, err := c.Doc(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Record codes such an article to the end.
func Record(t testing.TB, published string, paragraphs ...string) readout.Record {
	t.Helper()
	c, a := prepare(t, published, paragraphs)
	r, err := c.Code(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func prepare(t testing.TB, published string, paragraphs []string) (*coder.Coder, readout.Article) {
	t.Helper()
	c, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	day, err := readout.ParseDate(published)
	if err != nil {
		t.Fatal(err)
	}
	return c, report(day, paragraphs)
}

func report(day readout.Date, paragraphs []string) readout.Article {
	a := readout.Article{Name: "test", Language: "en", Published: day}
	at := 0
	for i, p := range paragraphs {
		kind := readout.Body
		if title, ok := strings.CutPrefix(p, "# "); ok {
			p, kind, a.Title = title, readout.Title, title
		}
		if i > 0 {
			a.Text += "\n\n"
			at += 2
		}
		n := utf8.RuneCountInString(p)
		a.Paragraphs = append(a.Paragraphs, readout.Paragraph{Kind: kind, Number: len(a.Paragraphs) + 1, Start: at, End: at + n})
		a.Text += p
		at += n
	}
	a.ID = readout.ArticleID(a.Text)
	return a
}

// Compare fails the test where got is not as wanted. A case that is known to fail says why; once it passes it fails the test,
// so that its reason is taken off: the list of known failures may only shrink.
func Compare(t *testing.T, about, got, want, fails string) {
	t.Helper()
	switch {
	case got == want && fails != "":
		t.Errorf("%s\npasses now; take off its reason %q", about, fails)
	case got != want && fails == "":
		t.Errorf("%s\n got %s\nwant %s", about, indent(got), indent(want))
	}
}

func indent(s string) string {
	if s == "" {
		return "nothing"
	}
	return strings.ReplaceAll(s, "\n", "\n     ")
}

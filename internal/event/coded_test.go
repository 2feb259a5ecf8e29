package event_test

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

// monday is the day on which the articles of the tests are published.
const monday = "2023-06-19"

// coded runs the stages over an article of body paragraphs, published on the day; a paragraph after "# " is the title.
func coded(t testing.TB, published string, paragraphs ...string) *text.Doc {
	t.Helper()
	c, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	day, err := readout.ParseDate(published)
	if err != nil {
		t.Fatal(err)
	}
	d, err := c.Doc(context.Background(), report(day, paragraphs))
	if err != nil {
		t.Fatal(err)
	}
	return d
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

// compare fails the test where got is not as wanted. A case that is known to fail says why; once it passes it fails the test,
// so that its reason is taken off: the list of known failures may only shrink.
func compare(t *testing.T, about, got, want, fails string) {
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

package when_test

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/parse"
	"github.com/readout/readout/internal/tag"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/when"
	"github.com/readout/readout/model"
)

type languageModels struct {
	tagger *tag.Model
	parser *parse.Model
}

// models are loaded once for all tests.
var models = sync.OnceValues(func() (m languageModels, err error) {
	if m.tagger, err = model.Tagger(); err != nil {
		return m, err
	}
	m.parser, err = model.Parser()
	return m, err
})

// parsed returns a text, one paragraph a line, with every layer that Read needs; published "" is unknown.
func parsed(t testing.TB, published string, words string) *text.Doc {
	t.Helper()
	a := readout.Article{Text: words}
	if published != "" {
		var err error
		if a.Published, err = readout.ParseDate(published); err != nil {
			t.Fatal(err)
		}
	}
	start := 0
	for n, line := range strings.SplitAfter(words, "\n") {
		end := start + len([]rune(line))
		a.Paragraphs = append(a.Paragraphs, readout.Paragraph{Kind: readout.Body, Number: n + 1, Start: start, End: end})
		start = end
	}
	m, err := models()
	if err != nil {
		t.Fatal(err)
	}
	d := text.New(a)
	text.Segment(d)
	m.tagger.Tag(d)
	m.parser.Parse(d)
	return d
}

// readings are the expressions of a text as "words = type value minutes".
func readings(d *text.Doc) []string {
	var out []string
	for _, x := range d.Times {
		out = append(out, d.Slice(x.Span)+" = "+reading(x))
	}
	return out
}

func reading(x text.Time) string {
	s := x.Type + " " + x.Value
	if x.Minutes != 0 {
		s += fmt.Sprint(" ", x.Minutes)
	}
	return s
}

func TestEveryRowOfThePatternsReadsItsExample(t *testing.T) {
	table, err := os.ReadFile("patterns.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(table), "\n") {
		cells := strings.Split(line, "\t")
		if line == "" || line[0] == '#' || len(cells) < 4 {
			continue
		}
		words := strings.NewReplacer("[", "", "]", "").Replace(cells[3])
		d := parsed(t, "2023-06-19", words)
		when.Read(d)
		got := readings(d)
		if len(cells) < 5 {
			if len(got) != 0 {
				t.Errorf("patterns.tsv:%d: %q: got %q, want no time", n+1, words, got)
			}
			continue
		}
		want := cells[3][strings.Index(cells[3], "[")+1:strings.Index(cells[3], "]")] + " = " + cells[4]
		if len(got) == 0 || got[len(got)-1] != want {
			t.Errorf("patterns.tsv:%d: %q: got %q, want %q", n+1, words, got, want)
		}
	}
}

var _ = cmp.Diff

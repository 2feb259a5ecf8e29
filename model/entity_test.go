package model

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/entity"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

var entities = sync.OnceValues(func() (*entity.Model, error) {
	lex, err := lexicon.Load()
	if err != nil {
		return nil, err
	}
	return LoadEntities(lex)
})

func TestNamesOfAReportAreRead(t *testing.T) {
	m, err := entities()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ in, want string }{
		{"Chinese Foreign Minister Wang Yi met President Anna Berg of Norway in Oslo on Monday.", "nationality Chinese, person Foreign Minister Wang Yi, office Foreign Minister, person President Anna Berg, office President, gpe Norway, gpe Oslo"},
		{"The United States and the European Union signed the deal in Geneva.", "gpe United States, organisation European Union, gpe Geneva"},
		{"China’s director of the Office of the Central Foreign Affairs Commission, Wang Yi, spoke at the Munich Security Conference.", "gpe China, office director of the Office of the Central Foreign Affairs Commission, " +
			"organisation Office of the Central Foreign Affairs Commission, organisation Central Foreign Affairs Commission, person Wang Yi, organisation Munich Security Conference, gpe Munich"},
	} {
		d := read(t, c.in)
		m.Read(d)
		var got []string
		for _, e := range d.Entities {
			got = append(got, string(e.Type)+" "+d.Slice(e.Span))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, s, c.want)
		}
	}
}

// BenchmarkEntities reads the names of the articles of testdata/gold, whose words are tagged; sentences/s is its speed on one core.
func BenchmarkEntities(b *testing.B) {
	m, err := entities()
	if err != nil {
		b.Fatal(err)
	}
	language, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	files, err := filepath.Glob("../testdata/gold/*/article.txt")
	if err != nil || len(files) == 0 {
		b.Fatalf("list articles: %v", err)
	}
	var docs []*text.Doc
	sentences := 0
	for _, name := range files {
		words, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		s := string(words)
		d := text.New(readout.Article{Text: s, Paragraphs: []readout.Paragraph{{Kind: readout.Body, Number: 1, End: len([]rune(s))}}})
		text.Segment(d)
		language.Annotate(d)
		docs = append(docs, d)
		sentences += len(d.Sentences)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			m.Read(d)
		}
	}
	b.ReportMetric(float64(b.N*sentences)/b.Elapsed().Seconds(), "sentences/s")
}

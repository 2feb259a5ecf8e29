package coder

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/readout/readout"
	"github.com/readout/readout/examples"
	"github.com/readout/readout/internal/article"
)

// loaded makes the coder of all tests, once.
var loaded = sync.OnceValues(New)

func sharedCoder(t testing.TB) *Coder {
	t.Helper()
	c, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// code codes an article that must not fail.
func code(t testing.TB, a readout.Article) readout.Record {
	t.Helper()
	r, err := sharedCoder(t).Code(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// plain makes an article of body paragraphs, without any of the checks of package article: the coder must bear what it is given.
func plain(published readout.Date, paragraphs ...string) readout.Article {
	a := readout.Article{Name: "test", Language: "en", Published: published, Text: strings.Join(paragraphs, "\n\n")}
	at := 0
	for i, p := range paragraphs {
		n := utf8.RuneCountInString(p)
		a.Paragraphs = append(a.Paragraphs, readout.Paragraph{Kind: readout.Body, Number: i + 1, Start: at, End: at + n})
		at += n + len("\n\n")
	}
	a.ID = readout.ArticleID(a.Text)
	return a
}

// reports are the articles of the examples and of the gold folders by name.
func reports(t testing.TB) map[string]readout.Article {
	t.Helper()
	out := map[string]readout.Article{}
	names, err := fs.Glob(examples.Files, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		f, err := examples.Files.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = read(t, f, article.Options{Name: name})
	}
	folders, err := filepath.Glob(filepath.Join("..", "testdata", "gold", "*", "article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range folders {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(filepath.Dir(name))] = read(t, f, article.Options{Name: name})
	}
	if len(names) == 0 || len(folders) == 0 {
		t.Fatal("no examples or no gold articles")
	}
	return out
}

func read(t testing.TB, f io.ReadCloser, o article.Options) readout.Article {
	t.Helper()
	defer func() { _ = f.Close() }()
	a, err := article.Read(f, o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

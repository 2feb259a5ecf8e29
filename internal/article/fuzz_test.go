package article

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/readout/readout"
)

func FuzzRead(f *testing.F) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range pages {
		page, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(page)
	}
	for _, seed := range []string{
		report, "Title: A\n\nA\n\nB.", "Author: a\nb\n\nTitle: T\n\nc", "\xff\xfea\x00b\x00", "caf\xe9 au lait", "<p>a<br><br>b</p>",
		"<html><pre>a\nb", "By Ida Holm\n5 March 2024", "e\u0301\u200b\u0301 \u00a0x", "Source: a", "- a\n- b\n\nc:\n1. d\n2. e",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		a, err := Read(bytes.NewReader(input), Options{Name: "input"})
		if err != nil {
			return
		}
		checkCovers(t, a)
		checkReadsAgain(t, a)
	})
}

// checkCovers checks that the paragraphs, joined by blockBreak, are the text.
func checkCovers(t *testing.T, a readout.Article) {
	t.Helper()
	if !utf8.ValidString(a.Text) {
		t.Fatalf("the text %q is not valid UTF-8", a.Text)
	}
	characters := []rune(a.Text)
	end, number := -len(blockBreak), 0
	for i, p := range a.Paragraphs {
		if p.Start != end+len(blockBreak) || p.End <= p.Start || p.End > len(characters) {
			t.Fatalf("paragraph %d is [%d,%d) after one that ends at %d, of %d characters", i, p.Start, p.End, end, len(characters))
		}
		if i > 0 && string(characters[end:p.Start]) != blockBreak {
			t.Fatalf("%q stands before paragraph %d", string(characters[end:p.Start]), i)
		}
		if p.Kind == readout.Body {
			number++
		}
		if want := map[bool]int{true: number}[p.Kind == readout.Body]; p.Number != want {
			t.Fatalf("paragraph %d has the number %d, want %d", i, p.Number, want)
		}
		end = p.End
	}
	if end != len(characters) || number == 0 {
		t.Fatalf("%d body paragraphs that end at %d, of %d characters", number, end, len(characters))
	}
}

// checkReadsAgain checks that the text of an article, read as plain text, is itself.
func checkReadsAgain(t *testing.T, a readout.Article) {
	t.Helper()
	again, err := readText(a.Text)
	if err != nil {
		t.Fatalf("reading %q again: %v", a.Text, err)
	}
	if got := assemble(again, Options{}); got.Text != a.Text {
		t.Fatalf("reading the text again changes it\nonce:  %q\ntwice: %q", a.Text, got.Text)
	}
}

package model

import (
	"strings"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

func read(t *testing.T, s string) *text.Doc {
	t.Helper()
	language, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	d := segmented(s)
	language.Annotate(d)
	return d
}

func segmented(s string) *text.Doc {
	d := text.New(readout.Article{Text: s, Paragraphs: []readout.Paragraph{{Kind: readout.Body, Number: 1, End: len([]rune(s))}}})
	text.Segment(d)
	return d
}

func TestAPlainSentenceGetsItsTree(t *testing.T) {
	d := read(t, "The minister visited Norway on Monday.")
	var got []string
	for i, tok := range d.Tokens {
		got = append(got, d.Word(i)+"/"+tok.UPOS+"/"+tok.Lemma+"/"+tok.Deprel)
	}
	want := "The/DET/the/det minister/NOUN/minister/nsubj visited/VERB/visit/root Norway/PROPN/Norway/obj " +
		"on/ADP/on/case Monday/PROPN/Monday/obl ././PUNCT/./punct"
	want = strings.Replace(want, "././PUNCT/./punct", "./PUNCT/./punct", 1)
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestEverySentenceHasOneRootAndNoCycle(t *testing.T) {
	for _, s := range []string{
		"A.", "!!! ??? “ ” (", strings.Repeat("word ", 1500), "“We agree,” she said. It's the U.S. and, and, or of the.",
		"وقال الوزير", strings.Repeat("(", 400),
	} {
		d := read(t, s)
		for _, sent := range d.Sentences {
			roots := 0
			for i := sent.First; i < sent.Last; i++ {
				if d.Tokens[i].Head == -1 {
					roots++
				}
				at, steps := i, 0
				for ; at >= 0 && steps <= sent.Last-sent.First; steps++ {
					at = d.Tokens[at].Head
				}
				if at >= 0 {
					t.Fatalf("%.40q: word %d hangs in a cycle", s, i)
				}
			}
			if roots != 1 {
				t.Fatalf("%.40q: %d roots", s, roots)
			}
		}
	}
}

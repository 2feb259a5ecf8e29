package lexicon

import (
	"strings"
	"testing"
)

func TestWordsOfNamesAreKnown(t *testing.T) {
	n, err := LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	if !n.Given("Mary") || n.Given("Wug") || !n.Family("Miller") || n.Family("Wug") {
		t.Error("given and family names are not told from other words")
	}
	for word, want := range map[string]string{"Airport": "facility", "River": "geographic", "Province": "polity", "War": "event", "Dr.": "title", "Wug": ""} {
		if got := n.Sort(word); got != want {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
}

func TestTheLongestNameOfATownCounts(t *testing.T) {
	n, err := LoadNames()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		words string
		want  int
	}{{"Saratoga Springs lies", 2}, {"Cleveland", 1}, {"Wug", 0}, {"cleveland", 0}} {
		if got := n.Town(strings.Fields(c.words), 0); got != c.want {
			t.Errorf("%s: got %d words, want %d", c.words, got, c.want)
		}
	}
	if n.Town(nil, 0) != 0 {
		t.Error("a town of no words")
	}
}

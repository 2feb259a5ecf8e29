package article

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestNormalise(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"a plain line stays", "Talks go on.", "Talks go on."},
		{"spaces of all kinds are one", " \u3000Talks\u00a0\u2009go\t \ton. ", "Talks go on."},
		{"marks are composed", "Sa\u0303o Tome\u0301", "São Tomé"},
		{"across what is removed", "e\u200d\u0301", "é"},
		{"what shows nothing is removed", "\ufeffTa\u00adl\u2060ks\u202e \u200bgo on\x1b.", "Talks go on."},
		{"icons are removed", "\ue001 Share", "Share"},
		{"hyphens that do not break are hyphens", "US\u2011China", "US-China"},
		{"dashes and quotation marks stay", "‘a’ – “b” — «c» 'd' \"e\" …", "‘a’ – “b” — «c» 'd' \"e\" …"},
		{"a letter has no more marks than scripts need", "a" + strings.Repeat("\u0322", 100), "a" + strings.Repeat("\u0322", maxMarks)},
		{"characters of compatibility stay", "ﬁve ½ ①", "ﬁve ½ ①"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := normalise(test.in)
			if got != test.want {
				t.Errorf("normalise(%q) = %q, want %q", test.in, got, test.want)
			}
			if again := normalise(got); again != got {
				t.Errorf("normalise(%q) = %q", got, again)
			}
		})
	}
}

// TestTextsOfOddPiecesReadAgainAsThemselves puts together texts out of what
// decides about headers, titles, wrapping, lists, credits and composition.
func TestTextsOfOddPiecesReadAgainAsThemselves(t *testing.T) {
	pieces := []string{"\n", "\n", "\n\n", "\r\n", "\r", "\f", "\u2029", " ", "\u00a0", "\u200b", "Title:", "Title: ", "Author: ", "Source: ",
		"Date: ", "2024-03-05", "5 March 2024", "By Ida Holm", "- ", "• ", "1. ", "–", "-", ":", ".", "?", "”", "(", ")", "e", "\u0301", "\u0958", "\u0344",
		"a few words of text", "The ministers met.", "SOLMAR, March 5 (Wire) - ", "Reporting by ", "Talks at Lund that go on and on for a long time without a stop in"}
	random := rand.New(rand.NewPCG(1, 2))
	read := 0
	for range 3_000 {
		var b strings.Builder
		for range 1 + random.IntN(14) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		l, err := readText(b.String())
		if err != nil {
			continue
		}
		read++
		a := assemble(l, Options{})
		checkCovers(t, a)
		checkReadsAgain(t, a)
		if t.Failed() {
			t.Fatalf("input %q", b.String())
		}
	}
	if read < 1_500 {
		t.Errorf("only %d of the texts could be read", read)
	}
}

package text

import (
	"strings"
	"testing"
)

// TestLongPiecesAreCutOnce cuts pieces without white space in which each word might look ahead over all that follows. Quadratic time
// would take minutes over these 128 KiB of each.
func TestLongPiecesAreCutOnce(t *testing.T) {
	for _, unit := range []string{
		"a", "a.", "a.b", "A.", "a-", "re-", "1", "1,", "1-", "1/", "1.", "a@", "@", "www.(", "http://", "'", "’s", "n't", "a'", "''", "\"", "“", "(", "[1]", ".", "?.", "-=", "=a",
		":)", "#a", "a/", "a&", "A&", "$", "é", "\u0301", "a_", "don't", "etc.", "U.S.a",
	} {
		piece := strings.Repeat(unit, 1<<17/len(unit))
		d := docOf(piece)
		if len(d.Tokens) == 0 || d.Tokens[len(d.Tokens)-1].End != len(piece) {
			t.Errorf("%q: the piece is not cut to its end", unit)
		}
	}
}

// A second run over the same Doc has its slices already, so that any allocation left is one a word or a sentence.
func TestWordsAreCutWithoutAllocating(t *testing.T) {
	d := docOf(strings.Repeat("They don't go to the U.S. at 5pm, Mr. Lee said on a long-term, anti-dumping plan. ", 500))
	Segment(d)
	if n := testing.AllocsPerRun(5, func() { Segment(d) }); n > 5 {
		t.Errorf("%v allocations over %d words", n, len(d.Tokens))
	}
}

func BenchmarkSegment(b *testing.B) {
	d := docOf(strings.Repeat("They don't go to the U.S. at 5pm, Mr. Lee said on a long-term, anti-dumping plan. ", 500))
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		Segment(d)
	}
}

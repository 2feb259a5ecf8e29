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

package tag

import (
	"testing"

	"github.com/readout/readout/internal/text"
)

func TestGuess(t *testing.T) {
	for _, c := range []struct {
		scores []float32
		want   text.Guess
	}{
		{[]float32{3, 1}, text.Guess{Best: 1, Next: 2, Margin: 3}},
		{[]float32{1, 3}, text.Guess{Best: 2, Next: 1, Margin: 3}},
		{[]float32{0, 1, 9, 2}, text.Guess{Best: 3, Next: 4, Margin: 5}},
		{[]float32{0, 1, 1.25}, text.Guess{Best: 3, Next: 2}},
		{[]float32{2, 2, 2}, text.Guess{Best: 1, Next: 2}},
	} {
		if got := guess(c.scores); got != c.want {
			t.Errorf("%v: %+v, want %+v", c.scores, got, c.want)
		}
	}
}

package entity

import (
	"slices"
	"testing"

	"github.com/readout/readout/internal/text"
)

func TestGuessesAreNames(t *testing.T) {
	d, _ := marked("Wang Yi met Norway .")
	g, err := NewGuesses([]string{"O", "B-person", "E-person", "S-place"})
	if err != nil {
		t.Fatal(err)
	}
	for i, best := range []uint8{2, 3, 1, 4, 0} { // 0 is no guess
		d.Tokens[i].Guess = text.Guess{Best: best}
	}
	want := []Span{{First: 0, Last: 2, Type: CoarsePerson}, {First: 3, Last: 4, Type: CoarsePlace}}
	if got := g.Find(d); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if _, err := NewGuesses([]string{"B-ship"}); err == nil {
		t.Error("a label that is none of ours is taken")
	}
}

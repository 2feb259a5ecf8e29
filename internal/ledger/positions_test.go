package ledger

import (
	"fmt"
	"strings"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

func position(stance readout.Stance, holders ...int) text.Deed {
	return text.Deed{Kind: readout.KindPosition, Stance: string(stance), Strength: 2, Parties: holders, ClaimedBy: -1, Rule: "test"}
}

func TestPositionsAreOfStatesAndBodies(t *testing.T) {
	for _, c := range []struct {
		name, want string
		deeds      []text.Deed
	}{
		{"a minister's is the state's", "Norway: oppose", []text.Deed{position(readout.Oppose, smith)}},
		{"a body's is its own", "Union: support", []text.Deed{position(readout.Support, union)}},
		{"two hold it each", "Norway: concern, Chad: concern", []text.Deed{position(readout.Concern, norway, jones)}},
		{"one who speaks for no party holds none", "", []text.Deed{position(readout.Oppose, analyst)}},
		{"each stretch of words is one", "Norway: oppose, Norway: oppose", []text.Deed{position(readout.Oppose, norway), position(readout.Oppose, norway)}},
		{"what nobody will have is a red line", "Norway: red line!", []text.Deed{position(readout.RedLine, norway)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := document(t, false, c.deeds...)
			for i := range d.Deeds {
				d.Deeds[i].Issue = d.TokensSpan(d.Sentences[i].First, d.Sentences[i].First+2)
			}
			var got []string
			for i, p := range Record(d).Positions {
				line := fmt.Sprintf("%s: %s", p.Holder.Name, p.Stance)
				if p.RedLine {
					line += "!"
				}
				got = append(got, line)
				if !strings.HasPrefix(p.Issue, "Sentence ") || p.Strength != 2 {
					t.Errorf("position %d is on %q with strength %d", i, p.Issue, p.Strength)
				}
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}

func TestOnePositionIsNotListedTwice(t *testing.T) {
	d := document(t, false, position(readout.Oppose, norway))
	d.Deeds = append(d.Deeds, d.Deeds[0])
	if got := Record(d).Positions; len(got) != 1 {
		t.Errorf("%d positions for the same words", len(got))
	}
}

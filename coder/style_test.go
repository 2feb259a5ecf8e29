package coder

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/readout/readout"
)

func TestTheStyleOfMarksMakesNoDifference(t *testing.T) {
	for style, replace := range map[string]*strings.Replacer{
		"straight quotation marks": strings.NewReplacer("“", `"`, "”", `"`),
		"straight apostrophes":     strings.NewReplacer("’", "'"),
	} {
		for name, a := range reports(t) {
			t.Run(style+" in "+name, func(t *testing.T) {
				b := a
				b.Text = replace.Replace(a.Text) // one code point for another: all places stay
				want, got := said(code(t, a)), said(code(t, b))
				for _, line := range want {
					if !slices.Contains(got, line) {
						t.Errorf("lost: %s", line)
					}
				}
				for _, line := range got {
					if !slices.Contains(want, line) {
						t.Errorf("only so: %s", line)
					}
				}
			})
		}
	}
}

// said lists who said what where, and who met whom.
func said(r readout.Record) []string {
	var out []string
	for _, s := range r.Statements {
		out = append(out, fmt.Sprintf("%s says at %d to %d, %s", s.Speaker.ID, s.Evidence[0].Start, s.Evidence[0].End, s.Form))
	}
	for _, m := range r.Meetings {
		line := fmt.Sprintf("meeting at %d, %s %s:", m.Evidence[0].Start, m.Status, m.Date)
		for _, p := range m.Participants {
			line += " " + p.ID
		}
		out = append(out, line)
	}
	return out
}

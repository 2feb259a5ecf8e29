package web

import "fmt"

// A madeLine says what made an entry.
type madeLine struct {
	Label, Line string
	Stage, Rule string
	Score       string // "" for rules
}

func (d drafter) made() []madeLine {
	var out []madeLine
	for _, it := range d.items.order {
		if it.Label == "" || it.Made.Stage == "" && it.Made.Rule == "" {
			continue
		}
		l := madeLine{Label: it.Label, Line: "b-" + it.ID, Stage: it.Made.Stage, Rule: it.Made.Rule}
		if it.Made.Score > 0 {
			l.Score = fmt.Sprintf("%.2f", it.Made.Score)
		}
		out = append(out, l)
	}
	return out
}

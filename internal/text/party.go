package text

import (
	"slices"
	"strings"
)

// Who returns the actors that the noun phrase at token i stands for: those of its mention, and those that "and" or a
// comma joins to it. Adjectives stand for nobody.
func (d *Doc) Who(i int) []int {
	k := d.MentionAt(i)
	if k < 0 {
		return nil
	}
	for k > 0 && d.joined(d.Mentions[k-1], d.Mentions[k]) {
		k--
	}
	out := d.Mentions[k].Actors()
	if len(out) == 0 {
		return nil
	}
	for k+1 < len(d.Mentions) && d.joined(d.Mentions[k], d.Mentions[k+1]) {
		k++
		for _, a := range d.Mentions[k].Actors() {
			if !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	return out
}

// Actors returns the indices of the actors a mention stands for.
func (m Mention) Actors() []int {
	switch {
	case m.Kind == Adjective:
		return nil
	case m.Actor >= 0:
		return []int{m.Actor}
	}
	return slices.Clone(m.Group)
}

// joined reports whether only "and", commas and articles stand between two mentions of one sort of actor, and
// "and" among them or after the second: "China and the United States", "Qin, Wang and Xi".
func (d *Doc) joined(a, b Mention) bool {
	if b.First <= a.Last || b.First-a.Last > 3 || b.Kind == Adjective || b.Actor < 0 || a.Actor < 0 || d.Actors[a.Actor].Kind != d.Actors[b.Actor].Kind {
		return false
	}
	hasAnd := false
	for j := a.Last; j < b.First; j++ {
		switch strings.ToLower(d.Word(j)) {
		case "and", "&":
			hasAnd = true
		case ",", "the":
		default:
			return false
		}
	}
	return hasAnd || d.listGoesOn(b)
}

// listGoesOn reports whether "and" and another name follow a mention: the middle of a list.
func (d *Doc) listGoesOn(m Mention) bool {
	if m.Last+1 >= len(d.Tokens) {
		return false
	}
	w := d.Word(m.Last)
	return w == "and" || w == "," && strings.EqualFold(d.Word(m.Last+1), "and")
}

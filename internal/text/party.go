package text

import (
	"github.com/readout/readout"
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
	for {
		p := d.mentionBefore(k)
		if p < 0 || !d.joined(d.Mentions[p], d.Mentions[k]) {
			break
		}
		k = p
	}
	out := d.Mentions[k].Actors()
	if len(out) == 0 {
		return nil
	}
	for {
		next := d.mentionAfter(k)
		if next >= 0 && d.tellsWhence(k, next) {
			k, next = next, d.mentionAfter(next) // "Smith of Norway and Jones of Chad"
			if next < 0 || !d.joinedNames(k, next) {
				break
			}
		} else if over := d.overApposition(k); over >= 0 {
			next = over
		} else if next < 0 || !d.joined(d.Mentions[k], d.Mentions[next]) {
			break
		}
		k = next
		for _, a := range d.Mentions[k].Actors() {
			if !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	return out
}

// overApposition returns the person that ", and" joins to the one of mention k across a description between commas: "Smith,
// secretary of the council, and Jones"; -1 for none.
func (d *Doc) overApposition(k int) int {
	a := d.Mentions[k]
	if a.Actor < 0 || d.Actors[a.Actor].Kind != readout.Person || a.Kind != Named || a.Last >= len(d.Tokens) || d.Word(a.Last) != "," {
		return -1
	}
	for j := a.Last + 1; j+1 < len(d.Tokens) && j < a.Last+20; j++ {
		switch d.Tokens[j].XPOS {
		case "VBD", "VBZ", "VBP", "MD", "WP":
			return -1
		}
		if d.Word(j) == "." || d.Word(j) == ";" {
			return -1
		}
		if d.Word(j) != "and" || d.Word(j-1) != "," {
			continue
		}
		for n := d.firstMention(j + 1); n < len(d.Mentions) && d.Mentions[n].First == j+1; n++ {
			if m := d.Mentions[n]; m.Kind == Named && m.Actor >= 0 && m.Actor != a.Actor && d.Actors[m.Actor].Kind == readout.Person {
				return n
			}
		}
		return -1
	}
	return -1
}

// tellsWhence reports whether "of" and a state follow a person's name.
func (d *Doc) tellsWhence(k, next int) bool {
	a, b := d.Mentions[k], d.Mentions[next]
	return b.First == a.Last+1 && d.Word(a.Last) == "of" && a.Actor >= 0 && b.Actor >= 0 &&
		d.Actors[a.Actor].Kind == readout.Person && d.Actors[b.Actor].Kind == readout.State
}

// joinedNames reports whether "and" or a comma ties the person named at next to the one before the state at k.
func (d *Doc) joinedNames(k, next int) bool {
	a, b := d.Mentions[k], d.Mentions[next]
	if b.First-a.Last > 2 || b.Actor < 0 || d.Actors[b.Actor].Kind != readout.Person {
		return false
	}
	for j := a.Last; j < b.First; j++ {
		if w := d.Word(j); w != "and" && w != "," && w != ";" {
			return false
		}
	}
	return b.First > a.Last
}

// Antecedent returns the index of the mention that ends right before the relative pronoun at token i, a comma between
// them at most; -1 for none.
func (d *Doc) Antecedent(i int) int {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if k := d.MentionAt(j); k >= 0 && d.Mentions[k].Kind != Adjective && d.Mentions[k].Last == j+1 {
			return k
		}
		if d.Word(j) != "," {
			return -1
		}
	}
	return -1
}

// Possessed returns the mention that belongs to mention k where "’s" ties them, as in "China’s Ministry of …", where the
// ministry is meant; else k itself.
func (d *Doc) Possessed(k int) int {
	if k < 0 || d.Mentions[k].Last >= len(d.Tokens) {
		return k
	}
	m := d.Mentions[k]
	if w := d.Word(m.Last); w != "’s" && w != "'s" && w != "’" && w != "'" {
		return k
	}
	for j := k + 1; j < len(d.Mentions) && d.Mentions[j].First <= m.Last+2; j++ {
		if d.Mentions[j].First > m.Last && d.Mentions[j].Kind == Named {
			return j
		}
	}
	return k
}

// mentionAfter returns the index of the next mention that does not lie within mention k, the longest of those that begin
// there; -1 for none.
func (d *Doc) mentionAfter(k int) int {
	for j := k + 1; j < len(d.Mentions); j++ {
		if d.Mentions[j].First >= d.Mentions[k].Last {
			return j
		}
	}
	return -1
}

// mentionBefore returns the index of the mention that ends last before mention k begins, the longest of those that end
// there; -1 for none.
func (d *Doc) mentionBefore(k int) int {
	best := -1
	for j := k - 1; j >= 0 && j >= k-12; j-- {
		m := d.Mentions[j]
		if m.Last > d.Mentions[k].First {
			continue
		}
		if best < 0 || m.Last > d.Mentions[best].Last || m.Last == d.Mentions[best].Last && m.First < d.Mentions[best].First {
			best = j
		}
	}
	return best
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
	return hasAnd || d.listGoesOn(b) || d.headlinePair(a, b)
}

// headlinePair reports whether a comma alone joins the two subjects of a headline: "Norway, Chad agree".
func (d *Doc) headlinePair(a, b Mention) bool {
	p := d.Paragraphs[d.Sentences[d.SentenceOf(a.First)].Paragraph]
	first := d.Sentences[d.SentenceOf(a.First)].First
	return p.Kind == readout.Title && a.First == first && b.First-a.Last == 1 && b.Last < len(d.Tokens) && d.Word(b.Last) != ","
}

// listGoesOn reports whether "and" and another name follow a mention: the middle of a list.
func (d *Doc) listGoesOn(m Mention) bool {
	if m.Last+1 >= len(d.Tokens) {
		return false
	}
	w := d.Word(m.Last)
	return w == "and" || w == "," && strings.EqualFold(d.Word(m.Last+1), "and")
}

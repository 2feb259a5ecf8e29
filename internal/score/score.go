package score

import (
	"fmt"
	"slices"
)

// A Report says how the entries of several articles compare with gold.
type Report struct {
	Articles []Article `json:"articles"`
}

// Article says how the entries of one article compare with gold.
type Article struct {
	Name  string `json:"article"`
	Kinds []Kind `json:"kinds"`
}

// Kind says how the entries of one kind compare with gold.
type Kind struct {
	Name       string      `json:"kind"`
	Open       bool        `json:"open,omitempty"` // no precision: the inventions are for reading
	Parts      []Part      `json:"parts,omitempty"`
	Content    *Content    `json:"content,omitempty"`
	Misses     []Miss      `json:"misses"`
	Inventions []Invention `json:"inventions"`
	Counts     Counts      `json:"counts"`
}

// Part counts those entries of a kind that have one form.
type Part struct {
	Name   string `json:"name"`
	Counts Counts `json:"counts"`
}

// Content says how many statements were found whoever was taken to have made them, and of these how
// many were laid to the right speaker and given the right form.
type Content struct {
	Gold    int `json:"gold"`
	Found   int `json:"found"`
	Speaker int `json:"speaker"`
	Form    int `json:"form"`
}

// Miss is an entry of gold that was not found.
type Miss struct {
	Entry    string `json:"entry"`
	Evidence string `json:"evidence,omitempty"`
	Sentence string `json:"sentence,omitempty"`
	Near     []Near `json:"near,omitempty"` // entries of ours that come close, the closest first
}

// Near is an entry of ours that comes close to a missed one.
type Near struct {
	Entry       string       `json:"entry"`
	Evidence    string       `json:"evidence,omitempty"`
	Differences []Difference `json:"differences"`
	Elsewhere   bool         `json:"elsewhere,omitempty"` // equal fields, but read from other words
	Taken       bool         `json:"taken,omitempty"`     // counts for another entry of gold
}

// Invention is an entry of ours that gold does not have.
type Invention struct {
	Entry    string `json:"entry"`
	Evidence string `json:"evidence,omitempty"`
	Sentence string `json:"sentence,omitempty"`
	Note     string `json:"note,omitempty"` // why it counts for nothing, where that is plain
}

// Score compares the entries of one article with gold. The text is that of the
// article; gold whose evidence does not stand in it is an error that names the entry.
func Score(name, text string, gold, ours Gold) (Article, error) {
	c := newComparison(text, gold, ours)
	out := Article{Name: name}
	for _, k := range kinds {
		golds, predictions := k.entries(gold), k.entries(ours)
		for i, g := range golds {
			if !k.bare && len(c.page.locate(g.evidence)) == 0 {
				return Article{}, fmt.Errorf("%s[%d].evidence: %q does not stand in the article", k.name, i, g.evidence)
			}
		}
		out.Kinds = append(out.Kinds, c.scoreKind(k, golds, predictions))
	}
	return out, nil
}

func (c *comparison) scoreKind(k kind, golds, ours []entry) Kind {
	near, same := c.edges(k, golds, ours)
	found := match(same, len(ours), nil)
	counted := make([]bool, len(ours))
	for _, o := range found {
		if o >= 0 {
			counted[o] = true
		}
	}
	out := Kind{Name: k.name, Open: k.open, Misses: []Miss{}, Inventions: []Invention{}}
	out.Counts = count(golds, ours, found, counted, func(entry) bool { return true })
	for g, o := range found {
		if o < 0 {
			out.Misses = append(out.Misses, c.miss(k, golds[g], ours, near[g], counted))
		}
	}
	for o := range ours {
		if !counted[o] {
			out.Inventions = append(out.Inventions, c.invention(k, ours[o], repeats(same, o)))
		}
	}
	if k.content {
		out.Content = c.content(golds, ours, found)
		out.Parts = formParts(golds, ours, found, counted)
	}
	return out
}

// edges lists for each entry of gold those of ours that come near it, and those that match it.
func (c *comparison) edges(k kind, golds, ours []entry) (near, same [][]int) {
	near, same = make([][]int, len(golds)), make([][]int, len(golds))
	for g := range golds {
		for o := range ours {
			if !c.near(k, golds[g], ours[o]) {
				continue
			}
			near[g] = append(near[g], o)
			if len(c.differences(k, golds[g], ours[o])) == 0 {
				same[g] = append(same[g], o)
			}
		}
	}
	return near, same
}

func count(golds, ours []entry, found []int, counted []bool, of func(entry) bool) Counts {
	var n Counts
	for g := range golds {
		if !of(golds[g]) {
			continue
		}
		n.Gold++
		if found[g] >= 0 {
			n.Found++
		}
	}
	for o := range ours {
		if !counted[o] && of(ours[o]) {
			n.Invented++
		}
	}
	n.Missed = n.Gold - n.Found
	return n
}

// formParts counts the statements whose words are quoted, in whole or in part, apart from the others.
func formParts(golds, ours []entry, found []int, counted []bool) []Part {
	quoted := func(e entry) bool { return e.get("form")[0] != "indirect" }
	return []Part{
		{"direct and mixed", count(golds, ours, found, counted, quoted)},
		{"indirect", count(golds, ours, found, counted, func(e entry) bool { return !quoted(e) })},
	}
}

// content pairs statements by their words alone, keeping the pairs already found.
func (c *comparison) content(golds, ours []entry, found []int) *Content {
	edges := make([][]int, len(golds))
	for g := range golds {
		for o := range ours {
			if c.page.shareWord(golds[g].evidence, ours[o].evidence) &&
				c.page.extentF1(golds[g].evidence, ours[o].evidence) >= extent {
				edges[g] = append(edges[g], o)
			}
		}
	}
	out := &Content{Gold: len(golds)}
	for g, o := range match(edges, len(ours), found) {
		if o < 0 {
			continue
		}
		out.Found++
		speaker, form := golds[g].fields[0], golds[g].fields[1]
		if c.equal(speaker, ours[o].get(speaker.name)) {
			out.Speaker++
		}
		if c.equal(form, ours[o].get(form.name)) {
			out.Form++
		}
	}
	return out
}

// nearest is how many entries of ours are shown beside a miss.
const nearest = 3

func (c *comparison) miss(k kind, gold entry, ours []entry, near []int, counted []bool) Miss {
	out := Miss{Entry: gold.String(), Evidence: gold.evidence, Sentence: c.page.sentence(gold.evidence)}
	for _, o := range near {
		out.Near = append(out.Near, Near{
			Entry: ours[o].String(), Evidence: ours[o].evidence,
			Differences: c.differences(k, gold, ours[o]), Taken: counted[o],
		})
	}
	if len(near) == 0 {
		out.Near = c.elsewhere(k, gold, ours, counted)
	}
	slices.SortStableFunc(out.Near, func(a, b Near) int { return len(a.Differences) - len(b.Differences) })
	out.Near = out.Near[:min(len(out.Near), nearest)]
	return out
}

// elsewhere lists the entries of ours that say the same but were read from other words.
func (c *comparison) elsewhere(k kind, gold entry, ours []entry, counted []bool) []Near {
	var out []Near
	if k.bare || k.content || k.open {
		return nil
	}
	for o := range ours {
		if len(c.differences(k, gold, ours[o])) == 0 {
			out = append(out, Near{
				Entry: ours[o].String(), Evidence: ours[o].evidence, Elsewhere: true, Taken: counted[o],
			})
		}
	}
	return out
}

// repeats reports whether our entry o equals an entry of gold, so that another must have been counted for it.
func repeats(same [][]int, o int) bool {
	for _, list := range same {
		if slices.Contains(list, o) {
			return true
		}
	}
	return false
}

func (c *comparison) invention(k kind, ours entry, repeated bool) Invention {
	out := Invention{Entry: ours.String(), Evidence: ours.evidence, Sentence: c.page.sentence(ours.evidence)}
	switch {
	case repeated:
		out.Note = "repeats an entry that is found already"
	case !k.bare && len(c.page.locate(ours.evidence)) == 0:
		out.Note = "its evidence does not stand in the article"
	}
	return out
}

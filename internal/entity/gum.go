package entity

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/readout/readout/internal/text"
)

// GUMType returns GUM's name of a type: what has a government, what has none and what is built are all places there, and a people
// or an office is a person.
func GUMType(t text.EntityType) string {
	switch t {
	case text.Organisation:
		return "organization"
	case text.Geographic, text.Polity, text.Facility:
		return "place"
	case text.Happening:
		return "event"
	case text.Day:
		return "time"
	}
	return "person"
}

// Brackets writes the entities of d as the cells "Entity=" of GUM, one string a token, "" where there is nothing:
// "(1-person" opens, "(1-person)" is one word, "2)1)" closes, the inner one first. group names the group of each entity; with nil
// each has a group of its own, numbered from 1. An adjective of nationality is no mention in GUM and is left out. With wide set each
// entity is widened to the mention it heads, as GUM's own mentions are: see Mention.
func Brackets(d *text.Doc, group func(entity int) string, wide bool) []string {
	if group == nil {
		group = func(k int) string { return strconv.Itoa(k + 1) }
	}
	cells := make([]strings.Builder, len(d.Tokens))
	closing := make([]string, len(d.Tokens)) // an entity that opened later closes earlier
	begins := make(map[int]bool, len(d.Entities))
	for _, e := range d.Entities {
		begins[e.First] = true
	}
	ends := 0
	var open []int
	for k, e := range d.Entities {
		if !InGUM(d, e) {
			continue
		}
		first, last := e.First, e.Last
		for len(open) > 0 && open[len(open)-1] <= first {
			open = open[:len(open)-1]
		}
		if wide {
			if first, last = widen(d, e, ends, open); last > e.Last && begins[e.Last] {
				last = e.Last
			}
		}
		ends = max(ends, last)
		open = append(open, last)
		fmt.Fprintf(&cells[first], "(%s-%s", group(k), GUMType(e.Type))
		if last == first+1 {
			cells[first].WriteByte(')')
			continue
		}
		closing[last-1] = group(k) + ")" + closing[last-1]
	}
	out := make([]string, len(d.Tokens))
	for i := range out {
		out[i] = cells[i].String() + closing[i]
	}
	return out
}

// InGUM reports whether GUM would take the entity for a mention: an adjective of nationality is none.
func InGUM(d *text.Doc, e text.Entity) bool {
	return e.Type != text.Nationality || d.Tokens[e.Last-1].UPOS != "ADJ"
}

// widen returns the mention of an entity, or the entity itself where its mention would cross another.
func widen(d *text.Doc, e text.Entity, ends int, open []int) (first, last int) {
	first, last = Mention(d, e)
	if first < ends && len(open) == 0 {
		first = e.First
	}
	if len(open) > 0 {
		if first < e.First {
			first = e.First
		}
		last = min(last, open[len(open)-1])
	}
	return first, last
}

// Mention returns the tokens of the mention that an entity heads as GUM draws it: with the article, the possessive pronoun and the
// adjectives before the name and the "'s" after it. Clauses and appositions after the name are left out: with what our trees hang on
// a name fewer mentions are right, see docs/entities.md.
func Mention(d *text.Doc, e text.Entity) (first, last int) {
	first, last = e.First, e.Last
	s := d.Sentences[d.SentenceOf(e.First)]
	for i := e.First - 1; i >= s.First && before(d, i, e); i-- {
		first = i
	}
	if last < s.Last && d.Tokens[last].XPOS == "POS" {
		last++
	}
	return first, last
}

// before reports whether the token before an entity belongs to its mention.
func before(d *text.Doc, i int, e text.Entity) bool {
	t := d.Tokens[i]
	if t.Head < e.First || t.Head >= e.Last {
		return false
	}
	switch t.Deprel {
	case "det", "amod", "compound", "nummod", "det:predet":
		return true
	case "nmod:poss":
		return t.UPOS == "PRON"
	}
	return false
}

package entity

import "github.com/readout/readout/internal/text"

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

// InGUM reports whether GUM would take the entity for a mention: a nationality is none where it is an adjective or stands before a
// noun as one ("Dutch Librarians", whatever its tag).
func InGUM(d *text.Doc, e text.Entity) bool {
	if e.Type != text.Nationality {
		return true
	}
	t := d.Tokens[e.Last-1]
	return t.UPOS != "ADJ" && t.Deprel != "amod" && t.Deprel != "compound"
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

package coref

import (
	"github.com/readout/readout/internal/perceptron"
)

// types are GUM's types of entity; the model guesses one for each mention, to tell persons from things and places.
var types = []string{"person", "place", "organization", "object", "event", "time", "substance", "animal", "plant", "abstract"}

const ( // indices into types
	typePerson       = 0
	typePlace        = 1
	typeOrganization = 2
)

// templates of the guess at a type.
const (
	yBias = 200 + iota
	yLemma
	yWord
	ySuffix
	yNames
	yFirst
	yRelation
	yGovernor
	yBefore
	yShape
	yModifier
	yCode
	yPronoun
	yNumber
)

// typed adds the features of the guess at a mention's type.
func (r *reading) typed(f []perceptron.Feature, m *mention) []perceptron.Feature {
	add := func(template int, a, b uint64) { f = append(f, feature(place(perceptron.Mix(template, a, b, 0)))) }
	kind := uint64(m.kind)
	add(yBias, kind, 0)
	add(yLemma, hash(m.lemma), 0)
	add(yWord, hash(r.lower[m.head]), uint64(m.number))
	for n := 2; n <= 4; n++ {
		if len(m.lemma) > n {
			add(ySuffix, hash(m.lemma[len(m.lemma)-n:]), kind)
		}
	}
	for _, n := range m.names {
		add(yNames, hash(n), 0)
		add(yNames, hash(n[max(0, len(n)-3):]), 1)
	}
	add(yFirst, hash(r.lower[m.first]), kind)
	add(yRelation, hash(m.relation), kind)
	add(yGovernor, r.governor(m), hash(m.relation))
	add(yBefore, r.wordAt(m.first-1), kind)
	add(yBefore, r.wordAt(m.last), kind+10)
	add(yShape, hash(shape(r.d.Word(m.head))), kind<<8|bucket(len(m.names)))
	for _, w := range m.modifiers {
		add(yModifier, hash(w), 0)
	}
	if m.code != "" {
		add(yCode, hash(m.code[:min(5, len(m.code))]), 0)
	}
	if m.kind == isPronoun {
		add(yPronoun, hash(m.pronoun.name), 0)
	}
	add(yNumber, uint64(m.number), uint64(m.gender))
	return f
}

// guess gives each mention the type of the best score.
func (r *reading) guess(score func([]perceptron.Feature, []float32)) {
	var f []perceptron.Feature
	scores := make([]float32, len(types)+1)
	for k := range r.mentions {
		f = r.typed(f[:0], &r.mentions[k])
		clear(scores)
		score(f, scores)
		best := 0
		for c := range types {
			if scores[c] > scores[best] {
				best = c
			}
		}
		r.mentions[k].etype = uint8(best)
	}
}

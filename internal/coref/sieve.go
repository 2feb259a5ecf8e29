package coref

import (
	"slices"
	"strings"

	"github.com/readout/readout/internal/text"
)

// Sieve fills d.Chains by rules alone, passes from the surest to the least sure, after Lee et al. 2013. It is what the learned
// ranking is measured against.
func (m *Model) Sieve(d *text.Doc, speakers []string) {
	r := m.read(d, speakers)
	antecedent := make([]int, len(r.mentions))
	for k := range antecedent {
		antecedent[k] = -1
	}
	for _, pass := range []func(r *reading, i, j int) bool{sameWords, constructed, sameHead, sameName, agreeingPronoun} {
		for j := range r.mentions {
			if antecedent[j] >= 0 {
				continue
			}
			for _, i := range r.candidates[j] {
				if r.mayPrecede(i, j) && pass(r, i, j) {
					antecedent[j] = i
					break
				}
			}
		}
	}
	d.Chains = r.chains(antecedent, nil)
}

// mayPrecede reports whether mention i may be the antecedent of j at all: neither may lie in the other, but in an apposition.
func (r *reading) mayPrecede(i, j int) bool {
	a, m := &r.mentions[i], &r.mentions[j]
	within := a.first <= m.first && m.last <= a.last || m.first <= a.first && a.last <= m.last
	return !within || r.construct(a, m) > 0
}

// sameWords: a name, or a noun with its modifiers, said again.
func sameWords(r *reading, i, j int) bool {
	a, m := &r.mentions[i], &r.mentions[j]
	return m.kind != isPronoun && a.kind != isPronoun && m.kind != isNumber && m.det != 'i' && a.form == m.form
}

// constructed: apposition, predicate, an abbreviation, another name that the lexicon knows.
func constructed(r *reading, i, j int) bool {
	a, m := &r.mentions[i], &r.mentions[j]
	if a.sentence == m.sentence && r.construct(a, m) == 1 {
		return true
	}
	return m.kind == isName && a.kind == isName && (codes(a.code, m.code) == 1 || abbreviates(a, m) || abbreviates(m, a))
}

// sameHead: a noun with "the" or the like whose head was said before, without a modifier that was not.
func sameHead(r *reading, i, j int) bool {
	a, m := &r.mentions[i], &r.mentions[j]
	if m.kind != isNominal || a.kind != isNominal || a.lemma != m.lemma || a.number != m.number || m.det != 'd' && m.det != 't' {
		return false
	}
	_, fresh, _ := compare(a.modifiers, m.modifiers)
	return fresh == 0
}

// sameName: the last word of a longer name.
func sameName(r *reading, i, j int) bool {
	a, m := &r.mentions[i], &r.mentions[j]
	if m.kind != isName || a.kind != isName || len(a.names) == 0 || len(m.names) == 0 {
		return false
	}
	short, long := m.names, a.names
	if len(short) > len(long) {
		short, long = long, short
	}
	return len(short) == 1 && slices.Contains(long, short[0]) && a.etype == typePerson || strings.HasSuffix(strings.Join(long, " "), " "+strings.Join(short, " "))
}

// agreeingPronoun: the nearest mention that agrees, in this sentence or the two before; of the first and second person one with the
// same speaker.
func agreeingPronoun(r *reading, i, j int) bool {
	a, m := &r.mentions[i], &r.mentions[j]
	if m.kind != isPronoun {
		return false
	}
	switch m.pronoun.person {
	case '1', '2':
		same := a.kind == isPronoun && a.pronoun.name == m.pronoun.name && a.quote == m.quote && r.speakers[a.sentence] == r.speakers[m.sentence]
		return same || m.pronoun.name == "i" && m.speaker == i
	case '3':
		return m.sentence-a.sentence <= 2 && a.kind != isNumber && r.agrees(i, j) && m.relation != "expl"
	}
	return false
}

package coref

import "strings"

// ruled links what rules know better than counts from a small corpus: two of a kind taken together, a capital that acts for its
// government, and the first person in a quotation. known tells whether a rule decided; i is then the antecedent, -1 for none.
func (r *reading) ruled(j int) (i int, known bool) {
	m := &r.mentions[j]
	switch {
	case r.isPair(m):
		return r.twoBefore(j)
	case m.kind == isName && strings.HasPrefix(m.code, "seat:") && r.acts(m):
		return r.government(j)
	case m.kind == isName && strings.HasPrefix(m.code, "state:"):
		return r.seatBefore(j)
	case m.kind == isPronoun && m.pronoun.name == "i" && m.speaker >= 0 && m.speaker < j:
		return m.speaker, true
	}
	return -1, false
}

// isPair reports whether a mention takes two together: "the two sides", "both countries".
func (r *reading) isPair(m *mention) bool {
	if m.kind != isNominal || r.words.pairs[r.lower[m.head]] == "" {
		return false
	}
	for i := m.first; i < m.head; i++ {
		switch r.lower[i] {
		case "two", "both", "2":
			return true
		}
	}
	return false
}

// near is how many sentences back a rule looks.
const near = 6

// twoBefore returns the nearest mention before that takes two of the same sort together: "Norway and Chad", "the two countries". What
// takes two persons together is not what takes two states together.
func (r *reading) twoBefore(j int) (int, bool) {
	m := &r.mentions[j]
	sort := r.words.pairs[r.lower[m.head]]
	for i := j - 1; i >= 0 && m.sentence-r.mentions[i].sentence <= near; i-- {
		a := &r.mentions[i]
		switch {
		case r.isPair(a) && r.words.pairs[r.lower[a.head]] == sort:
			return i, true
		case a.kind == isGroup && a.last <= m.first && r.joinsTwo(a, sort):
			return i, true
		}
	}
	return -1, false
}

// joinsTwo reports whether a mention joins just two of a sort by "and".
func (r *reading) joinsTwo(a *mention, sort string) bool {
	n := 0
	for _, c := range r.children[a.head] {
		if relation(r.d.Tokens[c].Deprel) == "conj" {
			n++
			if !r.isOf(c, sort) {
				return false
			}
		}
	}
	return n == 1 && r.isOf(a.head, sort)
}

// isOf reports whether what token i heads can be a person, or a state.
func (r *reading) isOf(i int, sort string) bool {
	k := r.headedBy[i]
	if k < 0 {
		return false
	}
	m := &r.mentions[k]
	if sort == "person" {
		return m.etype == typePerson
	}
	return strings.HasPrefix(m.code, "state:") || strings.HasPrefix(m.code, "seat:") || m.etype == typePlace || m.etype == typeOrganization
}

// acts reports whether a mention is the subject of a verb of its sentence, or owns something: "Beijing said", "Beijing's position". A
// city where something happens is a place.
func (r *reading) acts(m *mention) bool {
	if m.relation == "poss" {
		return true
	}
	h := r.d.Tokens[m.head].Head
	return r.d.Tokens[m.head].Deprel == "nsubj" && h >= 0 && r.d.Tokens[h].UPOS == "VERB"
}

// government returns the nearest mention before of the state or the acting capital that the seat of government at j stands for.
func (r *reading) government(j int) (int, bool) {
	m := &r.mentions[j]
	country := strings.TrimPrefix(m.code, "seat:")
	for i := j - 1; i >= 0 && i >= j-nearby*2; i-- {
		a := &r.mentions[i]
		if a.code == "state:"+country || a.code == m.code && r.acts(a) {
			return i, true
		}
	}
	return -1, false
}

// seatBefore returns the acting capital before the state at j where the state itself was not spoken of before.
func (r *reading) seatBefore(j int) (int, bool) {
	m := &r.mentions[j]
	country := strings.TrimPrefix(m.code, "state:")
	for i := j - 1; i >= 0 && i >= j-nearby*2; i-- {
		a := &r.mentions[i]
		if a.code == m.code {
			return -1, false
		}
		if a.code == "seat:"+country && r.acts(a) {
			return i, true
		}
	}
	return -1, false
}

// later lists the links to mentions that come after: the first person in a quotation whose speaker is named behind it.
func (r *reading) later() [][2]int {
	var out [][2]int
	for j := range r.mentions {
		if m := &r.mentions[j]; m.kind == isPronoun && m.pronoun.name == "i" && m.speaker > j {
			out = append(out, [2]int{j, m.speaker})
		}
	}
	return out
}

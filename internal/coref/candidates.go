package coref

import "slices"

// Bounds of how far back a mention looks, so that a long article takes time in proportion to its length.
const (
	nearby  = 40 // mentions right before it
	perWord = 5  // mentions further back with its head, a word of its name or its speaker
)

// seen counts what stood before a mention.
type seen struct{ form, lemma, name, code int }

// look lists for each mention those before it that it may refer to, nearest first, and counts what it repeats.
func (r *reading) look() {
	r.seen = make([]seen, len(r.mentions))
	r.candidates = make([][]int, len(r.mentions))
	forms, lemmas, codes := map[string]int{}, map[string]int{}, map[string]int{}
	places := map[string][]int{}
	for j := range r.mentions {
		m := &r.mentions[j]
		keys := r.keys(m)
		var far []int
		for _, key := range keys {
			list := places[key]
			for _, i := range list[max(0, len(list)-perWord):] {
				if i < j-nearby && !slices.Contains(far, i) {
					far = append(far, i)
				}
			}
		}
		for i := j - 1; i >= 0 && i >= j-nearby; i-- {
			r.candidates[j] = append(r.candidates[j], i)
		}
		slices.Sort(far)
		slices.Reverse(far)
		r.candidates[j] = append(r.candidates[j], far...)
		if m.kind != isPronoun {
			name := 0
			for _, n := range m.names {
				name = max(name, len(places["name "+n]))
			}
			r.seen[j] = seen{forms[m.form], lemmas[m.lemma], name, codes[m.code]}
			forms[m.form]++
			lemmas[m.lemma]++
			if m.code != "" {
				codes[m.code]++
			}
		}
		for _, key := range keys {
			places[key] = append(places[key], j)
		}
	}
}

// keys are what a mention is found again by from far away.
func (r *reading) keys(m *mention) []string {
	switch m.kind {
	case isPronoun:
		if m.pronoun.person == '1' || m.pronoun.person == '2' {
			return []string{"pronoun " + m.pronoun.name + " " + r.speakers[m.sentence]}
		}
		return nil
	case isGroup:
		return []string{"form " + m.form}
	}
	keys := []string{"lemma " + m.lemma}
	for _, n := range m.names {
		if n != m.lemma {
			keys = append(keys, "name "+n)
		}
	}
	if m.code != "" {
		keys = append(keys, "code "+m.code)
	}
	return keys
}

// agrees reports whether nothing plain keeps mention i from being the antecedent of j.
func (r *reading) agrees(i, j int) bool {
	a, m := &r.mentions[i], &r.mentions[j]
	if a.number != '-' && m.number != '-' && a.number != m.number {
		return false
	}
	if m.kind == isPronoun && m.pronoun.person == '3' {
		if a.kind == isPronoun {
			return a.pronoun.name == m.pronoun.name
		}
		person := a.etype == typePerson
		switch m.gender {
		case 'm', 'f':
			return person && (a.gender == m.gender || a.gender == '-')
		case 'n':
			return !person
		}
		return true
	}
	if m.kind != isPronoun && a.kind != isPronoun {
		return a.lemma == m.lemma
	}
	return a.kind == isPronoun && m.kind == isPronoun && a.pronoun.name == m.pronoun.name
}

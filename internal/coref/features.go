package coref

import (
	"slices"
	"strings"

	"github.com/readout/readout/internal/perceptron"
)

// features collects what speaks for or against one decision. Each feature is entered three times: alone, with the class of the mention
// that looks for its antecedent, and with the classes of both (Durrett & Klein 2013).
type features struct {
	out           []uint32
	current, both uint64
}

const (
	ofCurrent = 1 << 8 // added to a template's number for the feature with the class of the current mention
	ofBoth    = 1 << 9 // with the classes of both
)

// bits is how much of a feature's hash is kept. Features that share it share their weights.
const bits = 24

// place is never 0, which marks a free slot of the model.
func place(f perceptron.Feature) uint32 { return max(1, uint32(f>>(64-bits))) }

// feature is the form in which the model finds what is at a place.
func feature(place uint32) perceptron.Feature { return perceptron.Feature(uint64(place) << 32) }

func (f *features) add(template int, a, b uint64) {
	f.out = append(f.out, place(perceptron.Mix(template, a, b, 0)), place(perceptron.Mix(template|ofCurrent, a, b, f.current)))
	if f.both != 0 {
		f.out = append(f.out, place(perceptron.Mix(template|ofBoth, a, b, f.both)))
	}
}

// one adds a feature without conjunctions.
func (f *features) one(template int, a, b, c uint64) {
	f.out = append(f.out, place(perceptron.Mix(template, a, b, c)))
}

func hash(s string) uint64 { return perceptron.Hash(s) }

func yes(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// bucket sorts a count roughly by its logarithm.
func bucket(n int) uint64 {
	switch {
	case n < 0:
		return 99
	case n < 5:
		return uint64(n)
	case n < 8:
		return 5
	case n < 12:
		return 6
	case n < 20:
		return 7
	case n < 40:
		return 8
	case n < 100:
		return 9
	}
	return 10
}

// class is the fine class of a mention that looks for its antecedent: a pronoun is a class of its own.
func (m *mention) class() uint64 {
	if m.kind == isPronoun {
		return hash(m.pronoun.name)
	}
	c := uint64(m.kind)
	if m.kind == isNominal {
		c += 10 * uint64(m.det)
	}
	return c + 1
}

// coarse is the class of an antecedent.
func (m *mention) coarse() uint64 {
	if m.kind == isPronoun {
		return 100 + uint64(m.pronoun.person)<<8
	}
	return uint64(m.kind) + 1
}

// templates of the decision that a mention is the first of its chain, or refers to nothing else.
const (
	tBias = iota
	tLemma
	tFirstWord
	tLastWord
	tBefore
	tAfter
	tRelation
	tGovernor
	tNumber
	tLength
	tSentence
	tType
	tSeenForm
	tSeenLemma
	tSeenName
	tInside
	tPostmodified
	tModifiers
	tShape
	tPosition
	_
	tCode
	_
	tFormOf
	tQuoted
)

// fresh adds the features of the decision that mention j has no antecedent.
func (r *reading) fresh(f *features, j int) {
	m := &r.mentions[j]
	f.current, f.both = m.class(), 0
	f.add(tBias, 0, 0)
	f.add(tLemma, hash(m.lemma), 0)
	f.add(tFirstWord, hash(r.lower[m.first]), 0)
	f.add(tLastWord, hash(r.lower[m.last-1]), 0)
	f.add(tBefore, r.wordAt(m.first-1), 0)
	f.add(tAfter, r.wordAt(m.last), 0)
	f.add(tRelation, hash(m.relation), 0)
	f.add(tGovernor, r.governor(m), hash(m.relation))
	f.add(tNumber, uint64(m.number), uint64(m.det))
	f.add(tLength, bucket(m.last-m.first), 0)
	f.add(tSentence, bucket(m.sentence), 0)
	f.add(tType, uint64(m.etype), uint64(m.det))
	f.add(tSeenForm, bucket(r.seen[j].form), uint64(m.etype))
	f.add(tSeenLemma, bucket(r.seen[j].lemma), bucket(len(m.modifiers)))
	f.add(tSeenLemma, bucket(r.seen[j].lemma), uint64(m.det)+500)
	f.add(tSeenName, bucket(r.seen[j].name), bucket(r.seen[j].form))
	f.add(tInside, yes(m.inside >= 0), hash(m.relation))
	f.add(tPostmodified, r.postmodified(m), uint64(m.det))
	f.add(tModifiers, bucket(len(m.modifiers)), 0)
	f.add(tShape, hash(shape(r.d.Word(m.head))), 0)
	f.add(tPosition, bucket(m.first-r.d.Sentences[m.sentence].First), 0)
	f.add(tCode, yes(m.code != ""), bucket(r.seen[j].code))
	f.add(tFormOf, hash(m.form), 0)
	f.add(tQuoted, yes(m.quote >= 0), yes(m.speaker >= 0))
}

// wordAt is the word of token i, 0 outside the document.
func (r *reading) wordAt(i int) uint64 {
	if i < 0 || i >= len(r.lower) {
		return 0
	}
	return hash(r.lower[i])
}

// governor is the lemma of the word that a mention's head hangs on.
func (r *reading) governor(m *mention) uint64 {
	if h := r.d.Tokens[m.head].Head; h >= 0 {
		return hash(r.d.Tokens[h].Lemma)
	}
	return 0
}

// postmodified tells what kind of modifier follows the head.
func (r *reading) postmodified(m *mention) uint64 {
	out := uint64(0)
	for _, c := range r.children[m.head] {
		if c > m.head && c < m.last {
			switch relation(r.d.Tokens[c].Deprel) {
			case "acl":
				out |= 1
			case "nmod":
				out |= 2
			}
		}
	}
	return out
}

// templates of a pair. Weights are kept by these numbers, so a template that goes leaves its number behind.
const pBias = 50

const (
	pSentences = 60 + iota
	pMentions
	pForm
	pLemma
	pLemmas
	pAnteLemma
	pCurrentLemma
	pNames
	_
	pInitials
	pCode
	pModifiers
	pNumber
	pGender
	pPerson
	pType
	pRelations
	pAnteRelation
	pNested
	pPath
	pConstruct
	pGovernors
	pSpeaker
	pDets
	pFrequency
	pSamePronoun
	pBetween
	pAgreeing
	pGovernorType
	pContains
	pParagraphs
	pAnteLength
	pSuffix
	pAntePosition
	pGovernorLemma
	pTurns
	pAddress
	_
	pHeadWord
	pAnteEtype
)

// classes sets the classes of a pair.
func (r *reading) classes(f *features, i, j int) {
	f.current = r.mentions[j].class()
	f.both = f.current*31 + r.mentions[i].coarse()
}

// pair adds the features of mention i as the antecedent of mention j. agreeing counts the mentions between them that would do too.
func (r *reading) pair(f *features, i, j, agreeing int) {
	a, m := &r.mentions[i], &r.mentions[j]
	r.classes(f, i, j)
	sentences := m.sentence - a.sentence
	f.add(pBias, 0, 0)
	f.add(pSentences, bucket(sentences), 0)
	f.add(pMentions, bucket(j-i), 0)
	f.add(pAgreeing, bucket(agreeing), bucket(sentences))
	f.add(pParagraphs, bucket(r.paragraph(m)-r.paragraph(a)), 0)
	r.wording(f, a, m)
	r.agreement(f, a, m)
	r.structure(f, a, m, i, j)
	r.speech(f, a, m, i, j)
	f.add(pAnteRelation, hash(a.relation), bucket(sentences))
	f.add(pRelations, hash(a.relation), hash(m.relation))
	f.add(pAnteLength, bucket(a.last-a.first), 0)
	f.add(pDets, uint64(a.det), uint64(m.det))
	f.add(pFrequency, bucket(r.seen[i].form), bucket(r.seen[i].lemma))
	f.add(pAntePosition, bucket(a.head-r.d.Sentences[a.sentence].First), yes(sentences == 0))
	f.add(pAnteLemma, hash(a.lemma), 0)
	f.add(pGovernorType, r.governor(m), uint64(a.etype))
	if m.kind == isPronoun {
		f.one(pGovernorLemma, r.governor(m), hash(a.lemma), hash(m.relation))
	}
}

func (r *reading) paragraph(m *mention) int { return r.d.Sentences[m.sentence].Paragraph }

// wording compares the words of two mentions.
func (r *reading) wording(f *features, a, m *mention) {
	if m.kind == isPronoun {
		if a.kind == isPronoun {
			f.add(pSamePronoun, yes(a.pronoun.name == m.pronoun.name), hash(a.pronoun.name))
		} else if a.kind == isName && len(a.names) > 0 && m.pronoun.person == '3' {
			first := a.names[0]
			f.one(pSuffix, hash(first[max(0, len(first)-2):]), m.class(), 0)
			f.one(pSuffix, hash(first), m.class(), 1)
		}
		return
	}
	if a.kind == isPronoun {
		return
	}
	f.add(pForm, yes(a.form == m.form), bucket(len(m.modifiers)))
	same := a.lemma == m.lemma
	f.add(pLemma, yes(same), yes(r.lower[a.head] == r.lower[m.head]))
	f.one(pLemmas, hash(a.lemma), hash(m.lemma), 0)
	f.add(pCurrentLemma, hash(m.lemma), yes(same))
	shared, fresh, lost := compare(a.modifiers, m.modifiers)
	f.add(pModifiers, bucket(fresh)*16+bucket(lost), yes(same)*4+yes(shared > 0))
	if same {
		f.add(pHeadWord, bucket(fresh), uint64(m.det)<<8|uint64(a.det))
	}
	f.add(pContains, contains(a.form, m.form)*8+contains(m.form, a.form), yes(same))
	if len(a.names) > 0 && len(m.names) > 0 {
		shared, fresh, lost := compare(a.names, m.names)
		last := a.names[len(a.names)-1] == m.names[len(m.names)-1]
		first := a.names[0] == m.names[0]
		f.add(pNames, yes(shared > 0)*4+yes(fresh > 0)*2+yes(lost > 0), yes(last)*2+yes(first))
	}
	f.add(pInitials, yes(abbreviates(a, m) || abbreviates(m, a)), 0)
	f.add(pCode, codes(a.code, m.code), 0)
}

// compare counts the words of two lists that both hold, that only the second and that only the first holds.
func compare(a, m []string) (shared, fresh, lost int) {
	for _, w := range m {
		if slices.Contains(a, w) {
			shared++
		} else {
			fresh++
		}
	}
	for _, w := range a {
		if !slices.Contains(m, w) {
			lost++
		}
	}
	return shared, fresh, lost
}

// contains tells whether b stands in a as whole words: 1 at its end, 2 at its beginning, 3 elsewhere.
func contains(a, b string) uint64 {
	switch {
	case len(b) >= len(a):
		return 0
	case strings.HasSuffix(a, " "+b):
		return 1
	case strings.HasPrefix(a, b+" "):
		return 2
	case strings.Contains(a, " "+b+" "):
		return 3
	}
	return 0
}

func abbreviates(long, short *mention) bool {
	return len(short.names) == 1 && len(long.names) > 1 && strings.ReplaceAll(short.names[0], ".", "") == initials(long.names)
}

// codes compares what the lexicon knows of two mentions: 0 nothing of one, 1 the same, 2 a state and its seat, 3 different.
func codes(a, b string) uint64 {
	switch {
	case a == "" || b == "":
		return 0
	case a == b:
		return 1
	}
	_, ofA, _ := strings.Cut(a, ":")
	_, ofB, _ := strings.Cut(b, ":")
	if ofA == ofB {
		return 2
	}
	return 3
}

// agreement compares number, gender, person and type.
func (r *reading) agreement(f *features, a, m *mention) {
	f.add(pNumber, uint64(a.number), uint64(m.number))
	f.add(pGender, uint64(a.gender), uint64(m.gender))
	if a.kind == isPronoun && m.kind == isPronoun {
		f.add(pPerson, uint64(a.pronoun.person), uint64(m.pronoun.person))
	}
	f.add(pType, uint64(a.etype), uint64(m.etype))
	f.add(pAnteEtype, uint64(a.etype), uint64(a.number))
}

// structure tells how the two stand to each other in the text and its trees.
func (r *reading) structure(f *features, a, m *mention, i, j int) {
	f.add(pNested, yes(a.first <= m.first && m.last <= a.last)*2+yes(m.first <= a.first && a.last <= m.last), yes(a.head == m.head))
	if a.sentence != m.sentence {
		return
	}
	f.add(pPath, r.path(a.head, m.head), 0)
	f.add(pConstruct, r.construct(a, m), 0)
	if n := m.first - a.last; n >= 0 && n <= 2 {
		f.add(pBetween, r.wordAt(a.last)*yes(n > 0), r.wordAt(a.last+1)*yes(n > 1))
	}
	ga, gm := r.d.Tokens[a.head].Head, r.d.Tokens[m.head].Head
	if ga == gm {
		f.add(pGovernors, hash(a.relation), hash(m.relation)*2+yes(strings.HasSuffix(r.lower[m.head], "self") || strings.HasSuffix(r.lower[m.head], "selves")))
	}
}

// construct tells constructions that make two mentions one: 1 apposition, 2 predicate, 3 the second is the first's apposition's.
func (r *reading) construct(a, m *mention) uint64 {
	t := r.d.Tokens[m.head]
	switch {
	case t.Deprel == "appos" && t.Head == a.head:
		return 1
	case r.d.Tokens[a.head].Head == m.head && a.relation == "nsubj" && r.hasChild(m.head, "cop"):
		return 2
	case r.d.Tokens[a.head].Deprel == "appos" && r.d.Tokens[a.head].Head == m.head:
		return 3
	}
	return 0
}

// path is the relations from one token up to the word above both and down to the other, where that is near.
func (r *reading) path(from, to int) uint64 {
	const reach = 4
	h := uint64(17)
	at := from
	for range reach {
		down := to
		below := uint64(0)
		for range reach {
			if down == at {
				return h*31 + below
			}
			if down < 0 {
				break
			}
			below = below*131 + hash(relation(r.d.Tokens[down].Deprel))
			down = r.d.Tokens[down].Head
		}
		if at < 0 {
			break
		}
		h = h*137 + hash(relation(r.d.Tokens[at].Deprel))
		at = r.d.Tokens[at].Head
	}
	return 0
}

// speech tells what the quotations and turns that two mentions stand in say of first and second persons.
func (r *reading) speech(f *features, a, m *mention, i, j int) {
	same := a.quote == m.quote
	f.add(pSpeaker, yes(same)*4+yes(m.quote >= 0)*2+yes(a.quote >= 0), yes(a.speaker == j)*8+yes(m.speaker == i)*4+yes(m.speaker >= 0 && m.speaker == a.speaker)*2+yes(r.sameForm(m.speaker, i)))
	turns := r.turns[m.sentence] - r.turns[a.sentence]
	sa, sm := r.speakers[a.sentence], r.speakers[m.sentence]
	if sa == "" && sm == "" {
		return
	}
	f.add(pTurns, bucket(turns), yes(sa == sm))
	person, other := m.pronoun.person, a.pronoun.person
	switch {
	case a.kind == isPronoun && m.kind == isPronoun:
		f.add(pAddress, uint64(person)<<8|uint64(other), yes(sa == sm)*20+bucket(turns))
	case m.kind == isPronoun && a.kind == isName:
		f.add(pAddress, uint64(person), yes(speaks(sm, a.names))*2+yes(speaks(sa, a.names)))
	case a.kind == isPronoun && m.kind == isName:
		f.add(pAddress, uint64(other)+1000, yes(speaks(sa, m.names))*2+yes(speaks(sm, m.names)))
	}
}

// sameForm reports whether mention k, a speaker, is written as mention i is.
func (r *reading) sameForm(k, i int) bool {
	return k >= 0 && k != i && r.mentions[k].kind != isPronoun && r.mentions[k].form == r.mentions[i].form
}

// speaks reports whether a name is that of a speaker, whose words may be written together.
func speaks(speaker string, names []string) bool {
	n := 0
	for _, w := range names {
		if len(w) > 2 {
			n++
			if !strings.Contains(speaker, w) {
				return false
			}
		}
	}
	return n > 0
}

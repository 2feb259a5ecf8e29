package coref

import "slices"

// cluster is a chain in the making: what its mentions so far say of the thing they stand for.
type cluster struct {
	size, last int // mentions, and the latest of them
	genders    uint8
	numbers    uint8
	persons    uint8
	kinds      uint8
	etypes     [10]uint8
	forms      []uint64 // of names and nouns, without repetition
	lemmas     []uint64
}

// maxForms bounds how many different words of a chain are kept.
const maxForms = 24

// clusters is the chains while mentions are linked in reading order.
type clusters struct {
	r   *reading
	of  []int // for each mention its chain, -1 before it is linked
	all []cluster
}

func newClusters(r *reading) *clusters {
	c := &clusters{r: r, of: make([]int, len(r.mentions))}
	for k := range c.of {
		c.of[k] = -1
	}
	return c
}

// join puts mention j into the chain of its antecedent i, or into a new one where i is -1.
func (c *clusters) join(i, j int) {
	if i < 0 {
		c.of[j] = len(c.all)
		c.all = append(c.all, cluster{})
	} else {
		c.of[j] = c.of[i]
	}
	c.all[c.of[j]].take(&c.r.mentions[j], j)
}

func (k *cluster) take(m *mention, j int) {
	k.size++
	k.last = j
	k.genders |= maskOf("mfna", m.gender)
	k.numbers |= maskOf("sp", m.number)
	k.kinds |= 1 << m.kind
	if m.kind == isPronoun {
		k.persons |= maskOf("123", m.pronoun.person)
		return
	}
	if k.etypes[m.etype] < 255 {
		k.etypes[m.etype]++
	}
	if f := hash(m.form); len(k.forms) < maxForms && !slices.Contains(k.forms, f) {
		k.forms = append(k.forms, f)
	}
	if l := hash(m.lemma); len(k.lemmas) < maxForms && !slices.Contains(k.lemmas, l) {
		k.lemmas = append(k.lemmas, l)
	}
}

// maskOf is the bit of a letter in a list of letters, 0 where it is not among them.
func maskOf(letters string, c byte) uint8 {
	for n := range letters {
		if letters[n] == c {
			return 1 << n
		}
	}
	return 0
}

// etype is the type that most names and nouns of a chain have.
func (k *cluster) etype() uint64 {
	best, most := 0, uint8(0)
	for t, n := range k.etypes {
		if n > most {
			best, most = t, n
		}
	}
	if most == 0 {
		return 99
	}
	return uint64(best)
}

// contradicts reports whether the chain of mention i is known for a man's and mention j for a woman, or the other way round.
func (c *clusters) contradicts(i, j int) bool {
	const man, woman = 1, 2 // as maskOf numbers them
	own := maskOf("mfna", c.r.mentions[j].gender)
	known := c.all[c.of[i]].genders & (man | woman)
	return own == man && known == woman || own == woman && known == man
}

// templates of a chain and a mention.
const (
	kSize = 110 + iota
	kGender
	kNumber
	kPerson
	kKinds
	kForm
	kLemma
	kType
)

// whole adds the features of the chain of candidate i for mention j.
func (c *clusters) whole(f *features, i, j int) {
	k, m := &c.all[c.of[i]], &c.r.mentions[j]
	f.add(kSize, bucket(k.size), yes(k.last == i))
	f.add(kGender, uint64(k.genders), uint64(m.gender))
	f.add(kNumber, uint64(k.numbers), uint64(m.number))
	f.add(kKinds, uint64(k.kinds), bucket(j-k.last))
	f.add(kType, k.etype(), uint64(m.etype))
	if m.kind == isPronoun {
		f.add(kPerson, uint64(k.persons), uint64(m.pronoun.person))
		return
	}
	f.add(kForm, yes(slices.Contains(k.forms, hash(m.form))), yes(len(k.forms) > 1))
	f.add(kLemma, yes(slices.Contains(k.lemmas, hash(m.lemma))), yes(len(k.forms) > 1))
}

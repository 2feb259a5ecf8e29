package neural

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/text"
)

// sentence is what the network reads and learns of one sentence.
type sentence struct {
	words  []int32   // rows of the table of words; 0 is unknown
	vector []int32   // rows of the vectors from elsewhere; 0 for none
	affix  [][]int32 // rows of the table of affixes
	hide   []float64 // how likely training hides the word's own row
	name   []bool    // whether the word is a name that another could stand for
	tags   []int     // -1 for a class the network does not know
	feats  []int
	parts  []int // of names; -1 where the treebank does not say
	heads  []int // within the sentence; -1 is the root
	labels []int
}

// sentences reads the words, tags and trees of d. Rare words are hidden more often, so that affixes and context learn to do
// without them: a quarter over a quarter and the count (Kiperwasser & Goldberg 2016), and a tenth besides.
func (n *Net) sentences(d *text.Doc) []sentence {
	counts := map[string]int{}
	for i := range d.Tokens {
		counts[encoder.Norm(d.Word(i))]++
	}
	affixes := map[string][]int32{}
	var out []sentence
	for _, s := range d.Sentences {
		var x sentence
		for i := s.First; i < s.Last; i++ {
			t, form := d.Tokens[i], d.Word(i)
			if affixes[form] == nil {
				affixes[form] = encoder.Affixes(form, n.Affixes)
			}
			norm := encoder.Norm(form)
			x.words = append(x.words, n.vocabulary[norm])
			x.vector = append(x.vector, n.vectors.row(norm))
			x.affix = append(x.affix, affixes[form])
			x.hide = append(x.hide, 0.1+0.25/(0.25+float64(counts[norm])))
			x.tags = append(x.tags, n.tags.find(t.UPOS+" "+t.XPOS))
			x.feats = append(x.feats, n.feats.find(t.Feats))
			x.parts = append(x.parts, n.parts.find(namePart(t)))
			x.labels = append(x.labels, n.labels.find(t.Deprel))
			x.name = append(x.name, t.UPOS == "PROPN" && t.XPOS == "NNP" && isName(form))
			head := -1
			if t.Head >= 0 {
				head = t.Head - s.First
			}
			x.heads = append(x.heads, head)
		}
		out = append(out, x)
	}
	return out
}

// batch is sentences one after the other.
type batch struct {
	ends    []int // of sentences
	words   [][]int32
	vectors []int32
	affix   [][]int32
	tags    []int
	feats   []int
	parts   []int
	heads   []int // rows of the batch; -1 is the root
	ranks   []int // of the head among the candidates of its sentence: 0 the root, then the words
	labels  []int
}

// isName reports whether a form is written as most names are: a capital, then small letters.
func isName(form string) bool {
	first, size := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(first) && size < len(form) && strings.ToLower(form[size:]) == form[size:]
}

// names are other names that training puts in the place of those in the treebank, so that what it learns of names does not
// depend on having seen them.
type names struct {
	words, vectors []int32
	affix          [][]int32
}

func (n *Net) otherNames(list []string) names {
	var out names
	for _, form := range list {
		if isName(form) && !strings.ContainsAny(form, " -'’.") {
			norm := encoder.Norm(form)
			out.words, out.vectors = append(out.words, n.vocabulary[norm]), append(out.vectors, n.vectors.row(norm))
			out.affix = append(out.affix, encoder.Affixes(form, n.Affixes))
		}
	}
	return out
}

// renamed is the share of the names in the place of which training puts another.
const renamed = 0.25

// hiddenToo is the share of the words hidden whose vector is hidden besides, as that of a word is that is in no table.
const hiddenToo = 0.25

// gather joins sentences, hides words and puts names in the place of others.
func gather(list []sentence, others names, random *rand.Rand) *batch {
	b := &batch{}
	for _, s := range list {
		start := len(b.words)
		for i, w := range s.words {
			vector, affix := s.vector[i], s.affix[i]
			if s.name[i] && len(others.words) > 0 && random.Float64() < renamed {
				other := random.IntN(len(others.words))
				w, vector, affix = others.words[other], others.vectors[other], others.affix[other]
			}
			if random.Float64() < s.hide[i] {
				w = 0
				if random.Float64() < hiddenToo {
					vector = 0
				}
			}
			b.vectors = append(b.vectors, vector)
			b.affix = append(b.affix, affix)
			b.words = append(b.words, []int32{w})
			head := -1
			if s.heads[i] >= 0 {
				head = start + s.heads[i]
			}
			b.heads = append(b.heads, head)
			b.ranks = append(b.ranks, s.heads[i]+1)
		}
		b.tags = append(b.tags, s.tags...)
		b.feats = append(b.feats, s.feats...)
		b.parts = append(b.parts, s.parts...)
		b.labels = append(b.labels, s.labels...)
		b.ends = append(b.ends, len(b.words))
	}
	return b
}

// cut parts the sentences, in random order, into runs of at least size words.
func cut(all []sentence, size int, random *rand.Rand) [][]sentence {
	order := slices.Clone(all)
	random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	var out [][]sentence
	from, words := 0, 0
	for i, s := range order {
		words += len(s.words)
		if words >= size || i == len(order)-1 {
			out = append(out, order[from:i+1])
			from, words = i+1, 0
		}
	}
	return out
}

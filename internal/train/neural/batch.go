package neural

import (
	"math/rand/v2"
	"slices"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/text"
)

// sentence is what the network reads and learns of one sentence.
type sentence struct {
	words  []int32   // rows of the table of words; 0 is unknown
	affix  [][]int32 // rows of the table of affixes
	hide   []float64 // how likely training hides the word's own row
	tags   []int     // -1 for a class the network does not know
	feats  []int
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
			x.affix = append(x.affix, affixes[form])
			x.hide = append(x.hide, 0.1+0.25/(0.25+float64(counts[norm])))
			x.tags = append(x.tags, n.tags.find(t.UPOS+" "+t.XPOS))
			x.feats = append(x.feats, n.feats.find(t.Feats))
			x.labels = append(x.labels, n.labels.find(t.Deprel))
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
	ends   []int // of sentences
	words  [][]int32
	affix  [][]int32
	tags   []int
	feats  []int
	heads  []int // rows of the batch; -1 is the root
	ranks  []int // of the head among the candidates of its sentence: 0 the root, then the words
	labels []int
}

// gather joins sentences and hides words.
func gather(list []sentence, random *rand.Rand) *batch {
	b := &batch{}
	for _, s := range list {
		start := len(b.words)
		for i, w := range s.words {
			if random.Float64() < s.hide[i] {
				w = 0
			}
			b.words = append(b.words, []int32{w})
			head := -1
			if s.heads[i] >= 0 {
				head = start + s.heads[i]
			}
			b.heads = append(b.heads, head)
			b.ranks = append(b.ranks, s.heads[i]+1)
		}
		b.affix = append(b.affix, s.affix...)
		b.tags = append(b.tags, s.tags...)
		b.feats = append(b.feats, s.feats...)
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

package tag

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/text"
)

// Train learns a tagger from the tags of d in the given number of passes. The same document, seed and passes give
// the same model.
func Train(d *text.Doc, passes int, seed uint64) (*perceptron.Model, error) {
	return TrainOn(text.Unquoted(d).Doc, func(int) bool { return true }, passes, seed)
}

// TrainOn learns from the sentences that use says to; the others serve to jackknife.
func TrainOn(d *text.Doc, use func(sentence int) bool, passes int, seed uint64) (*perceptron.Model, error) {
	classes, gold := classesOf(d)
	if len(classes) > 256 {
		return nil, fmt.Errorf("train tagger: %d pairs of tags, at most 256 are possible", len(classes))
	}
	t := perceptron.NewTrainer(classes)
	m, err := newModel(t, classes)
	if err != nil {
		return nil, err
	}
	var order []int
	for n := range d.Sentences {
		if use(n) {
			order = append(order, n)
		}
	}
	random := rand.New(rand.NewPCG(seed, 1))
	s := newSentence(len(classes))
	for range passes {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, n := range order {
			s.reset(d, d.Sentences[n])
			for i := range s.forms {
				right := gold[d.Sentences[n].First+i]
				guess := m.best(s, i)
				t.Update(s.buffer, right, guess)
				s.tags[i] = m.classes[guess]
			}
		}
	}
	return t.Model(0.02, 3), nil
}

func classesOf(d *text.Doc) (classes []string, gold []int) {
	index := map[string]int{}
	for i := range d.Tokens {
		c := d.Tokens[i].UPOS + " " + d.Tokens[i].XPOS
		if _, ok := index[c]; !ok {
			index[c] = len(classes)
			classes = append(classes, c)
		}
		gold = append(gold, index[c])
	}
	return classes, gold
}

// LemmaTable makes the table of forms whose lemma the regular endings get wrong, the commonest lemma of each.
func LemmaTable(d *text.Doc) string {
	counts := map[string]map[string]int{}
	xpos := map[string]string{}
	for i, t := range d.Tokens {
		if t.UPOS == "PROPN" {
			continue
		}
		key := strings.ToLower(straight(d.Word(i))) + "\t" + t.UPOS
		if counts[key] == nil {
			counts[key] = map[string]int{}
		}
		counts[key][strings.ToLower(t.Lemma)]++
		xpos[key] = t.XPOS
	}
	var rows []string
	for key, lemmas := range counts {
		best := commonest(lemmas)
		form, _, _ := strings.Cut(key, "\t")
		if Regular(form, xpos[key]) != best && lemmas[best] >= 1 {
			rows = append(rows, key+"\t"+best+"\n")
		}
	}
	return strings.Join(sortedRows(rows), "")
}

func commonest(counts map[string]int) string {
	keys := make([]string, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	return slices.MinFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
}

func sortedRows(rows []string) []string {
	slices.Sort(rows)
	return rows
}

package neural

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sort"
	"time"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/grad"
	"github.com/readout/readout/internal/text"
)

// WordsDefault is how the shipped encoder learned from raw text.
var WordsDefault = Options{Epochs: 1, Batch: 4000, Rate: 1.5e-3, Drop: 0.1, Seed: 1, Each: 5 * time.Minute}

// How words are hidden in pretraining: the share of the words with a row that are to be named, of these the share whose own
// row and affixes are hidden, the share of the others that lose their row; and the size of the sample of wrong answers.
const (
	named, hidden, lost = 0.2, 0.9, 0.05
	sampled             = 1500
)

// Words trains the encoder to name hidden words of the raw text from the words around (after Devlin et al. 2019), against a
// sample of other words. The vocabulary is that of the treebank and the raw text.
func Words(d *text.Doc, c *Corpus, s Shape, o Options) (*Checkpoint, error) {
	n := newEncoder(s, Vocabulary(d, c), o.Vectors, o.Seed)
	rows := len(n.vocabulary) + 2
	n.words, n.wordsAdd = n.params.Table("words", rows, 2*s.Half, 0.05), n.params.Table("words add", rows, 1, 0)
	w := newNaming(n, c)
	r, err := n.newRunner("words", o.Epochs*len(w.cuts(o.Batch/shards))/shards, o)
	if err != nil {
		return nil, err
	}
	t := &tally{o: o, began: time.Now()}
	for epoch := range o.Epochs {
		cuts := w.cuts(o.Batch / shards)
		order := randomOf(o.Seed, 1<<40+uint64(epoch)).Perm(len(cuts))
		for at := 0; at+shards <= len(order); at += shards {
			var loss [shards]float64
			var hits, asked [shards]int
			err := r.step(func(i int, tape *grad.Tape) int {
				span := cuts[order[at+i]]
				loss[i], hits[i], asked[i] = w.learn(tape, span[0], span[1], o.Drop)
				return asked[i]
			})
			if err != nil {
				return nil, err
			}
			t.add(r, loss[:], hits[:], asked[:])
		}
	}
	return n.checkpoint("words", r.done), r.keep()
}

// naming is the task: which word is it?
type naming struct {
	net     *Net
	corpus  *Corpus
	rows    []int32   // of each form
	vectors []int32   // of each form
	affixes [][]int32 // of each form
	sums    []float64 // of the weights by which wrong answers are drawn
	logs    []float32 // log of how often a row is expected in the sample
}

func newNaming(n *Net, c *Corpus) *naming {
	w := &naming{net: n, corpus: c, rows: make([]int32, len(c.Forms)), affixes: make([][]int32, len(c.Forms))}
	for i, f := range c.Forms {
		norm := encoder.Norm(f)
		w.rows[i], w.affixes[i] = n.vocabulary[norm], encoder.Affixes(f, n.Affixes)
		w.vectors = append(w.vectors, n.vectors.row(norm))
	}
	counts := make([]float64, n.word.Rows)
	for _, f := range c.Words {
		counts[w.rows[f]]++
	}
	counts[0] = 0
	// Words are drawn by their counts to the power of three quarters, as is usual since Mikolov et al. 2013.
	sum := 0.0
	for _, x := range counts {
		sum += math.Pow(x, 0.75)
		w.sums = append(w.sums, sum)
	}
	for _, x := range counts {
		w.logs = append(w.logs, float32(math.Log(math.Pow(max(x, 1), 0.75)/sum*sampled)))
	}
	return w
}

// cuts parts the corpus into runs [first, last) of sentences with at least so many words.
func (w *naming) cuts(words int) [][2]int {
	var out [][2]int
	first, start := 0, 0
	for s, end := range w.corpus.Ends {
		if end-start >= words {
			out = append(out, [2]int{first, s + 1})
			first, start = s+1, end
		}
	}
	return out
}

// learn runs the sentences [first, last) and returns the loss, the right answers and the questions.
func (w *naming) learn(t *grad.Tape, first, last int, drop float64) (float64, int, int) {
	t.Reset()
	b, right, at := w.hide(t.Random, first, last)
	x := t.Pick(w.net.encode(t, b, drop), nil, at)
	loss, hits := t.Sampled(x, w.net.words, w.net.wordsAdd, right, w.sample(t.Random), w.logs, 1)
	t.Backward()
	return loss, hits, len(right)
}

// hide makes a batch of the sentences, and returns the rows that are to be named and where.
func (w *naming) hide(random *rand.Rand, first, last int) (b *batch, right []int32, at []int) {
	b = &batch{}
	start := 0
	if first > 0 {
		start = w.corpus.Ends[first-1]
	}
	mask := int32(w.net.word.Rows - 1)
	for _, end := range w.corpus.Ends[first:last] {
		for _, form := range w.corpus.Words[start:end] {
			row, vector, affixes := w.rows[form], w.vectors[form], w.affixes[form]
			switch {
			case row > 0 && random.Float64() < named:
				right, at = append(right, row), append(at, len(b.words))
				if random.Float64() < hidden {
					row, vector, affixes = mask, 0, nil
				}
			case random.Float64() < lost:
				row = 0
			}
			b.words, b.vectors, b.affix = append(b.words, []int32{row}), append(b.vectors, vector), append(b.affix, affixes)
		}
		b.ends = append(b.ends, len(b.words))
		start = end
	}
	return b, right, at
}

// sample draws wrong answers, each once.
func (w *naming) sample(random *rand.Rand) []int32 {
	out := make([]int32, 0, sampled)
	seen := make(map[int32]bool, sampled)
	for range sampled {
		row := int32(sort.SearchFloat64s(w.sums, random.Float64()*w.sums[len(w.sums)-1]))
		if !seen[row] {
			seen[row] = true
			out = append(out, row)
		}
	}
	return out
}

// tally tells how naming goes.
type tally struct {
	o           Options
	began       time.Time
	loss        float64
	hits, asked int
	steps       int
}

func (t *tally) add(r *runner, loss []float64, hits, asked []int) {
	for i := range loss {
		t.loss += loss[i]
		t.hits += hits[i]
		t.asked += asked[i]
	}
	if asked[0] == 0 { // a step of an earlier run
		return
	}
	if t.steps++; t.steps%500 == 0 {
		n := float64(max(t.asked, 1))
		fmt.Fprintf(t.o.Log, "step %d of %d: loss %.3f, right %.1f %%; %.0f words/s\n", r.done, r.total, t.loss/n, 100*float64(t.hits)/n,
			float64(t.steps*t.o.Batch)/time.Since(t.began).Seconds())
		t.loss, t.hits, t.asked = 0, 0, 0
	}
}

package entity

import (
	"math/rand/v2"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/text"
)

// Example is a document with tags like those it will be read with, and its names, none within another.
type Example struct {
	Doc   *text.Doc
	Names []Span
}

// Options of Train. Usual gives those of the shipped weights.
type Options struct {
	Passes int
	Folds  int     // parts of the corpus, for the first readings that the second learns from
	Rate   float64 // of learning, by AdaGrad (Duchi, Hazan & Singer 2011)
	Decay  float64 // pulls weights towards zero
	Drop   float64 // share of words whose own form is hidden in a step, so that the words around and the tables count
	Seen   int     // features that occur less often are left out
	Least  float32 // weights nearer to zero are left out of the file
	Seed   uint64
}

// Usual returns the options of the shipped weights.
func Usual() Options {
	return Options{Passes: 8, Folds: 3, Rate: 0.05, Decay: 1e-4, Drop: 0.5, Seen: 1, Least: 0.01, Seed: 1}
}

// Weights are those of the two readings.
type Weights struct{ First, Second *perceptron.Model }

// Train learns both readings. The second learns from first readings of documents that their weights have not seen. The same
// examples, tables and options give the same weights.
func Train(examples []Example, t Tables, o Options) Weights {
	views := make([]*words, len(examples))
	for i, e := range examples {
		views[i] = t.view(e.Doc)
	}
	learn := func(second bool, use func(int) bool) *perceptron.Model {
		return newLearner(views, examples, second, use, o).learn()
	}
	all := func(int) bool { return true }
	var w Weights
	found := make([][]Span, len(views))
	var group errgroup.Group
	group.SetLimit(runtime.NumCPU())
	group.Go(func() error { w.First = learn(false, all); return nil })
	for fold := range o.Folds {
		group.Go(func() error {
			q := newSequence(learn(false, func(i int) bool { return i%o.Folds != fold }), false)
			for i := fold; i < len(views); i += o.Folds {
				found[i] = q.read(views[i])
			}
			return nil
		})
	}
	_ = group.Wait() // learning cannot fail
	for i, v := range views {
		v.note(found[i])
	}
	w.Second = learn(true, all)
	return w
}

// learner holds the corpus as rows of weights, and the weights.
type learner struct {
	options   Options
	rows      map[uint32]int32 // fingerprint → row
	sentences []rowSentence
	weights   [][labelCount]float32
	squares   [][labelCount]float32 // of the gradients so far
	sums      [][labelCount]float32 // the average of the weights after the later passes
	moves     [labelCount]int32     // the row of the label that stands before
	field     *field
	random    *rand.Rand
}

// rowSentence is a sentence as the learner sees it.
type rowSentence struct {
	words []rowWord
	right []label
}

// rowWord is a word: the rows of its features, those of its own form first.
type rowWord struct {
	rows []int32
	own  int // how many tell the word's own form
}

// newLearner works out the features of the documents that use says to.
func newLearner(views []*words, examples []Example, second bool, use func(int) bool, o Options) *learner {
	l := &learner{options: o, rows: map[uint32]int32{}, field: newField(), random: rand.New(rand.NewPCG(o.Seed, 7))}
	counts := map[uint32]int32{}
	eachWord(views, second, use, func(f []perceptron.Feature, _ int) {
		for _, f := range f {
			counts[perceptron.Fingerprint(f)]++
		}
	})
	row := func(f perceptron.Feature) int32 {
		key := perceptron.Fingerprint(f)
		r, ok := l.rows[key]
		if !ok {
			r = int32(len(l.rows))
			l.rows[key] = r
		}
		return r
	}
	for a := range label(labelCount) {
		l.moves[a] = row(moved(a))
	}
	var all []rowWord
	eachWord(views, second, use, func(f []perceptron.Feature, own int) {
		w := rowWord{}
		for k, f := range f {
			if k == own {
				w.own = len(w.rows)
			}
			if counts[perceptron.Fingerprint(f)] >= int32(o.Seen) {
				w.rows = append(w.rows, row(f))
			}
		}
		all = append(all, w)
	})
	for i, v := range views {
		if !use(i) {
			continue
		}
		for _, s := range v.doc.Sentences {
			n := s.Last - s.First
			l.sentences = append(l.sentences, rowSentence{all[:n], labelsOf(examples[i].Names, s)})
			all = all[n:]
		}
	}
	l.weights, l.squares, l.sums = make([][labelCount]float32, len(l.rows)), make([][labelCount]float32, len(l.rows)), make([][labelCount]float32, len(l.rows))
	return l
}

// eachWord calls use with the features of each word, valid during the call, and how many of them tell its own form.
func eachWord(views []*words, second bool, use func(int) bool, each func(f []perceptron.Feature, own int)) {
	var f []perceptron.Feature
	for i, v := range views {
		if !use(i) {
			continue
		}
		for _, s := range v.doc.Sentences {
			for k := s.First; k < s.Last; k++ {
				var own int
				f, own = v.features(f[:0], s.First, s.Last, k, second)
				each(f, own)
			}
		}
	}
}

// learn goes over the corpus and returns the weights.
func (l *learner) learn() *perceptron.Model {
	order := make([]int, len(l.sentences))
	for i := range order {
		order[i] = i
	}
	for pass := range l.options.Passes {
		l.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, n := range order {
			l.step(l.sentences[n])
		}
		if pass >= l.options.Passes/2 {
			for r := range l.weights {
				for c, v := range l.weights[r] {
					l.sums[r][c] += v / float32(l.options.Passes-l.options.Passes/2)
				}
			}
		}
	}
	rows := make(map[uint32][]perceptron.Weight, len(l.rows))
	for key, r := range l.rows {
		for class, v := range l.sums[r] {
			if max(v, -v) >= l.options.Least {
				rows[key] = append(rows[key], perceptron.Weight{Class: class, Value: v})
			}
		}
	}
	return perceptron.Build(Labels(), rows)
}

// step moves the weights along the gradient of the likelihood of one sentence's labels.
func (l *learner) step(s rowSentence) {
	f := l.field
	f.reset(len(s.words))
	hidden := make([]bool, len(s.words))
	for a, r := range l.moves {
		f.moves[a] = l.weights[r]
	}
	for i, w := range s.words {
		from := 0
		if hidden[i] = l.random.Float64() < l.options.Drop; hidden[i] {
			from = w.own
		}
		for _, r := range w.rows[from:] {
			row := &l.weights[r]
			for c := range row {
				f.scores[i][c] += row[c]
			}
		}
	}
	f.run()
	for i, w := range s.words {
		from := 0
		if hidden[i] {
			from = w.own
		}
		g := f.gradient(i, s.right[i])
		for _, r := range w.rows[from:] {
			l.move(r, &g)
		}
	}
	for a, r := range l.moves {
		g := f.moveGradient(label(a), s.right)
		l.move(r, &g)
	}
}

// move changes one row of weights by AdaGrad.
func (l *learner) move(r int32, g *[labelCount]float32) {
	w, q := &l.weights[r], &l.squares[r]
	for c, v := range g {
		if v > -1e-3 && v < 1e-3 {
			continue
		}
		v += float32(l.options.Decay) * w[c]
		q[c] += v * v
		w[c] -= float32(l.options.Rate) * v / sqrt(1+q[c])
	}
}

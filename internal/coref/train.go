package coref

import (
	"cmp"
	"errors"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/text"
)

// Example is a document whose chains are known.
type Example struct {
	Doc      *text.Doc
	Speakers []string // for each sentence who speaks it, nil or "" where that is not given
	Known    []Known
}

// Known is a mention of an example: the tokens [First, Last), its type in the words of GUM, and the name of its chain.
type Known struct {
	First, Last int
	Type        string
	Chain       string
}

// Options of training. The defaults are those that made the weights in package model.
type Options struct {
	Passes int
	Seed   uint64
	Rate   float64 // of AdaGrad
	Shrink float64 // of weights towards zero, L1

	// What the three mistakes add to the score of a wrong choice in training, so that it must lose by a margin (Durrett & Klein 2013).
	FalseLink float64 // a link from a mention that is the first of its chain, or alone
	NoLink    float64 // none from one that has an antecedent
	WrongLink float64 // one to a wrong antecedent
}

// Defaults returns the options that the weights were made with, for a number of passes and a seed.
func Defaults(passes int, seed uint64) Options {
	return Options{Passes: passes, Seed: seed, Rate: 0.05, Shrink: 2e-4, FalseLink: 0.1, NoLink: 3, WrongLink: 1}
}

// Train learns the guess at types and the ranking of antecedents.
func Train(examples []Example, lex *lexicon.Lexicon, o Options) (*perceptron.Model, error) {
	if len(examples) == 0 {
		return nil, errors.New("train coreference: no examples")
	}
	w, err := readWords()
	if err != nil {
		return nil, err
	}
	readings := make([]*reading, len(examples))
	for n, e := range examples {
		readings[n] = newReading(e.Doc, w, e.Speakers)
		readings[n].find()
		readings[n].describe(lex)
	}
	types := learnTypes(examples, readings, o.Seed)
	l := newLearner(o)
	for n, e := range examples {
		readings[n].attribute()
		readings[n].look()
		l.enter(readings[n], e)
	}
	l.run()
	rows := l.rows()
	for key, row := range types {
		rows[key] = append(rows[key], row...)
	}
	return perceptron.Build(classNames(), rows), nil
}

// classNames are the classes of the weights file: the types, then the score of a link.
func classNames() []string { return append(slices.Clone(types), "link") }

func linkClass() int { return len(types) }

// instance is one mention's choice: its candidates' features but those of their chains, the last of them of having no antecedent.
type instance struct {
	candidates []int
	rows       [][]uint32
	right      []bool
}

// lesson is the instances of one document, in the order of its mentions.
type lesson struct {
	r         *reading
	instances []instance
}

// learner learns the weights of the choice by a softmax over candidates in which all right antecedents share the probability.
type learner struct {
	o        Options
	lessons  []lesson
	weight   []float32
	square   []float32 // sum of squared gradients
	touched  []int32   // when a weight was last shrunk
	now      int32
	sum      []float32  // of the weights at the ends of the later passes
	kept     int        // how many passes those are
	gradient []float32  // of the step being made, zero between steps
	list     []uint32   // features of that step
	extra    [][]uint32 // for each candidate of that step the features of its chain
}

func newLearner(o Options) *learner {
	const size = 1 << bits
	return &learner{o: o, weight: make([]float32, size), square: make([]float32, size), touched: make([]int32, size), sum: make([]float32, size), gradient: make([]float32, size)}
}

// enter makes the instances of one document.
func (l *learner) enter(r *reading, e Example) {
	chain := chainsOf(r, e)
	in := lesson{r: r}
	defer func() { l.lessons = append(l.lessons, in) }()
	for j := range r.mentions {
		var one instance
		any := false
		r.eachCandidate(j, func(i int, f []uint32) {
			right := i >= 0 && chain[j] != "" && chain[i] == chain[j] || i < 0 && !any
			any = any || right
			one.candidates = append(one.candidates, i)
			one.rows = append(one.rows, slices.Clone(f))
			one.right = append(one.right, right)
		})
		in.instances = append(in.instances, one)
	}
}

// chainsOf gives each mention found the chain of the known one with its words, "" where it is alone.
func chainsOf(r *reading, e Example) []string {
	at := map[[2]int]string{}
	size := map[string]int{}
	for _, k := range e.Known {
		size[k.Chain]++
	}
	for _, k := range e.Known {
		if size[k.Chain] > 1 {
			at[[2]int{k.First, k.Last}] = k.Chain
		}
	}
	out := make([]string, len(r.mentions))
	for k, m := range r.mentions {
		out[k] = at[[2]int{m.first, m.last}]
	}
	return out
}

// run makes the passes, over the documents in a new order each. Within a document the chains before a mention are those that the
// weights as they stand make, so that it learns from chains as wrong as those it will see.
func (l *learner) run() {
	random := rand.New(rand.NewPCG(l.o.Seed, 7))
	for pass := range l.o.Passes {
		random.Shuffle(len(l.lessons), func(i, j int) { l.lessons[i], l.lessons[j] = l.lessons[j], l.lessons[i] })
		for n := range l.lessons {
			chains := newClusters(l.lessons[n].r)
			for j := range l.lessons[n].instances {
				in := &l.lessons[n].instances[j]
				chains.join(in.candidates[l.step(in, chains, j)], j)
			}
		}
		if pass >= l.o.Passes/2 {
			l.keep()
		}
	}
}

// keep adds the weights as they stand to those that are averaged.
func (l *learner) keep() {
	l.now++
	l.kept++
	for f := range l.weight {
		l.shrink(uint32(f))
		l.sum[f] += l.weight[f]
	}
}

// step moves the weights by one instance and returns the choice that they made before.
func (l *learner) step(in *instance, chains *clusters, j int) int {
	l.now++
	scores := make([]float64, len(in.rows))
	fresh := len(in.rows) - 1
	best := fresh
	l.extra = l.extra[:0]
	for c, row := range in.rows {
		f := &chains.r.scratch
		f.out = f.out[:0]
		if i := in.candidates[c]; i >= 0 {
			chains.r.classes(f, i, j)
			chains.whole(f, i, j)
		}
		l.extra = append(l.extra, slices.Clone(f.out))
		scores[c] = l.score(row) + l.score(f.out)
	}
	for c := range scores {
		if scores[c] > scores[best] {
			best = c
		}
	}
	for c := range scores {
		scores[c] += l.o.cost(c == fresh, in.right[fresh], in.right[c])
	}
	l.learn(in, softmax(scores, nil), softmax(scores, in.right))
	return best
}

// learn moves the weights of the features of one instance by the gradient of its likelihood.
func (l *learner) learn(in *instance, all, right []float64) {
	touched := l.list[:0]
	for c, row := range in.rows {
		g := float32(all[c] - right[c])
		if g > -1e-4 && g < 1e-4 {
			continue
		}
		for _, part := range [][]uint32{row, l.extra[c]} {
			for _, f := range part {
				l.gradient[f] += g
			}
			touched = append(touched, part...)
		}
	}
	for _, f := range touched {
		if g := l.gradient[f]; g != 0 {
			l.move(f, g)
			l.gradient[f] = 0
		}
	}
	l.list = touched
}

func (o Options) cost(none, shouldBeNone, right bool) float64 {
	switch {
	case right:
		return 0
	case none:
		return o.NoLink
	case shouldBeNone:
		return o.FalseLink
	}
	return o.WrongLink
}

func (l *learner) score(row []uint32) float64 {
	sum := float32(0)
	for _, f := range row {
		if l.touched[f] != l.now {
			l.shrink(f)
		}
		sum += l.weight[f]
	}
	return float64(sum)
}

// shrink moves a weight towards zero by what it missed since it was last looked at.
func (l *learner) shrink(f uint32) {
	w := l.weight[f]
	if w != 0 {
		by := float32(l.o.Shrink*l.o.Rate) * float32(l.now-l.touched[f]) / (float32(math.Sqrt(float64(l.square[f]))) + 1e-3)
		switch {
		case w > by:
			l.weight[f] = w - by
		case w < -by:
			l.weight[f] = w + by
		default:
			l.weight[f] = 0
		}
	}
	l.touched[f] = l.now
}

func (l *learner) move(f uint32, g float32) {
	l.square[f] += g * g
	l.weight[f] -= float32(l.o.Rate) * g / (float32(math.Sqrt(float64(l.square[f]))) + 1e-3)
}

// softmax returns the probabilities of the scores, of the chosen ones only where chosen is not nil.
func softmax(scores []float64, chosen []bool) []float64 {
	highest := math.Inf(-1)
	for c, s := range scores {
		if chosen == nil || chosen[c] {
			highest = max(highest, s)
		}
	}
	out := make([]float64, len(scores))
	sum := 0.0
	for c, s := range scores {
		if chosen == nil || chosen[c] {
			out[c] = math.Exp(s - highest)
			sum += out[c]
		}
	}
	for c := range out {
		out[c] /= sum
	}
	return out
}

// rows returns the weights, averaged over the ends of the later passes, that are not zero.
func (l *learner) rows() map[uint32][]perceptron.Weight {
	out := map[uint32][]perceptron.Weight{}
	for f, sum := range l.sum {
		if sum != 0 {
			out[uint32(f)] = []perceptron.Weight{{Class: linkClass(), Value: sum / float32(l.kept)}}
		}
	}
	return out
}

// learnTypes learns the guess at types, and gives the mentions of each fifth of the documents the types that a model of the others
// guesses, so that the ranking learns from guesses as wrong as those it will see. It returns the weights of a model of all.
func learnTypes(examples []Example, readings []*reading, seed uint64) map[uint32][]perceptron.Weight {
	const folds = 5
	for fold := range folds {
		t := typeTrainer(examples, readings, seed, func(n int) bool { return n%folds != fold })
		m := t.Model(0, 0)
		for n := range examples {
			if n%folds == fold {
				readings[n].guess(m.Score)
			}
		}
	}
	t := typeTrainer(examples, readings, seed, func(int) bool { return true })
	return typeWeights(t)
}

// typeTrainer makes passes over the known mentions of the chosen documents.
func typeTrainer(examples []Example, readings []*reading, seed uint64, use func(int) bool) *perceptron.Trainer {
	type known struct {
		f     []perceptron.Feature
		class int
	}
	var all []known
	for n, e := range examples {
		if !use(n) {
			continue
		}
		at := map[[2]int]string{}
		for _, k := range e.Known {
			at[[2]int{k.First, k.Last}] = k.Type
		}
		for k := range readings[n].mentions {
			m := &readings[n].mentions[k]
			if c := slices.Index(types, at[[2]int{m.first, m.last}]); c >= 0 {
				all = append(all, known{readings[n].typed(nil, m), c})
			}
		}
	}
	t := perceptron.NewTrainer(types)
	random := rand.New(rand.NewPCG(seed, 11))
	scores := make([]float32, len(types))
	const passes = 6
	for range passes {
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, k := range all {
			clear(scores)
			t.Score(k.f, scores)
			t.Update(k.f, k.class, slices.Index(scores, slices.Max(scores)))
		}
	}
	return t
}

// typeWeights returns the averaged weights of a trainer, made small enough not to coarsen the others when stored.
func typeWeights(t *perceptron.Trainer) map[uint32][]perceptron.Weight {
	rows := t.Averages(0.02, 3)
	largest := float32(1)
	for _, row := range rows {
		for _, w := range row {
			largest = max(largest, w.Value, -w.Value)
		}
	}
	for _, row := range rows {
		for i := range row {
			row[i].Value /= largest
		}
		slices.SortFunc(row, func(a, b perceptron.Weight) int { return cmp.Compare(a.Class, b.Class) })
	}
	return rows
}

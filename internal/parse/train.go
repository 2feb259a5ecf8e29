package parse

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/text"
)

// Options of training.
type Options struct {
	Passes  int
	Seed    uint64
	Beam    int     // states followed side by side
	Classes Classes // of words; it is stored with the weights
	Prune   Prune
	After   func(pass int, weights func() *perceptron.Model) // called after each pass; may be nil
}

// Prune says what to leave out of the weights: single weights of fewer steps than Steps, of which the largest weight has
// 8191, and features updated fewer than Updates times.
type Prune struct {
	Steps   int16
	Updates int32
}

// Train learns a parser from the trees of d, whose tags should be a tagger's own, as a structured perceptron: each
// sentence is parsed with the beam, and where the best sequence beats the right one, the weights move at the point where it
// does so by most (max-violation, Huang, Fayong & Guo 2012). Sentences are parsed a few at a time and their
// updates made in order, so that the same document and options give the same model on any number of processors.
func Train(d *text.Doc, o Options) (*perceptron.Model, error) {
	d = text.Unquoted(d).Doc
	names := classesOf(d)
	if len(names) > 256 {
		return nil, fmt.Errorf("train parser: %d transitions, at most 256 are possible", len(names))
	}
	t, err := newTraining(d, names, o)
	if err != nil {
		return nil, err
	}
	random := rand.New(rand.NewPCG(o.Seed, 2))
	var order []int
	for n, s := range d.Sentences {
		if s.Last-s.First <= longest {
			order = append(order, n)
		}
	}
	for pass := range o.Passes {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for batch := range slices.Chunk(order, len(t.learners)) {
			t.batch(batch)
		}
		if o.After != nil {
			o.After(pass, t.weights)
		}
	}
	return t.weights(), nil
}

// classesOf returns the transitions that build the trees: many labels hang to one side only.
func classesOf(d *text.Doc) []string {
	out := []string{"S"}
	o := &oracle{}
	for _, s := range d.Sentences {
		o.walk(d, s, func(m move, label string) {
			if m != shift {
				out = append(out, map[move]string{left: "L ", right: "R "}[m]+label)
			}
		})
	}
	slices.Sort(out)
	return slices.Compact(out)
}

const batchSize = 4

type training struct {
	d        *text.Doc
	gold     [][]uint8 // for each sentence the right actions
	trainer  *perceptron.Trainer
	learners []*learner
	classes  Classes
	prune    Prune
}

func newTraining(d *text.Doc, names []string, o Options) (*training, error) {
	t := &training{d: d, trainer: perceptron.NewTrainer(names), classes: o.Classes, prune: o.Prune}
	m, err := newModel(t.trainer, names, o.Classes)
	if err != nil {
		return nil, err
	}
	m.Beam, m.Margin = o.Beam, math.Inf(1)
	oracle := newOracle(m.actions)
	for _, s := range d.Sentences {
		t.gold = append(t.gold, oracle.path(d, s))
	}
	for range batchSize {
		t.learners = append(t.learners, newLearner(m))
	}
	return t, nil
}

// batch parses the sentences at the same time and then learns from each.
func (t *training) batch(sentences []int) {
	var group sync.WaitGroup
	for i, n := range sentences {
		group.Go(func() { t.learners[i].compare(t.d, t.d.Sentences[n], t.gold[n]) })
	}
	group.Wait()
	for i := range sentences {
		t.trainer.Step()
		t.learners[i].update(t.trainer)
	}
}

func (t *training) weights() *perceptron.Model {
	m := t.trainer.Model(0, t.prune.Updates).Pruned(t.prune.Steps)
	m.Extra = t.classes.Append(nil)
	return m
}

// learner compares the parser's sequence of a sentence with the right one.
type learner struct {
	*decoder
	wrong, right int32 // states at the point of the greatest violation, -1 where there is none

	changes []change
	index   map[uint64]int // of a group's key and an action into changes
}

// A change is what to add to the weights of a group of features for an action.
type change struct {
	view   view
	group  int
	action int
	by     float32
}

func newLearner(m *Model) *learner {
	return &learner{decoder: newDecoder(m), index: map[uint64]int{}}
}

// compare searches as the parser does, keeping the right sequence beside the beam.
func (l *learner) compare(d *text.Doc, s text.Sentence, gold []uint8) {
	l.start(d, s)
	l.wrong, l.right = -1, -1
	worst := 0.0
	from, to, right := int32(0), int32(1), int32(0)
	for _, g := range gold {
		next := int32(len(l.states))
		l.step(from, to)
		from, to = next, int32(len(l.states))
		right = l.follow(from, to, right, g)
		if v := l.states[from].score - l.states[right].score; from != right && v >= worst {
			worst, l.wrong, l.right = v, from, right
		}
	}
	l.difference()
}

// follow returns the state that the right action leads to from the right state: one of the beam's if it is there.
func (l *learner) follow(from, to, right int32, g uint8) int32 {
	for i := from; i < to; i++ {
		if st := &l.states[i]; st.prev == right && st.by == g {
			return i
		}
	}
	l.score(right)
	score := l.states[right].score + float64(l.scores[g])
	l.states = append(l.states, l.apply(right, int(g), &l.m.actions[g], score))
	return int32(len(l.states) - 1)
}

// difference lists where the two sequences differ. Most groups of features are in both with the same action, if not at
// the same step, and cancel out.
func (l *learner) difference() {
	l.changes = l.changes[:0]
	clear(l.index)
	if l.wrong < 0 {
		return
	}
	for a, b := l.right, l.wrong; a != b; a, b = l.states[a].prev, l.states[b].prev {
		l.note(a, 1)
		l.note(b, -1)
	}
}

func (l *learner) note(at int32, by float32) {
	st := &l.states[at]
	v := l.view(&l.states[st.prev])
	for n := range l.groups {
		key := uint64(perceptron.Mix(n, l.groups[n].key(v), uint64(st.by), 1))
		i, ok := l.index[key]
		if !ok {
			i = len(l.changes)
			l.index[key] = i
			l.changes = append(l.changes, change{view: v, group: n, action: int(st.by)})
		}
		l.changes[i].by += by
	}
}

// update moves the weights towards the right sequence and away from the other.
func (l *learner) update(t *perceptron.Trainer) {
	for i := range l.changes {
		c := &l.changes[i]
		if c.by == 0 {
			continue
		}
		l.list.features = l.list.features[:0]
		l.fill(c.group, c.view)
		t.Add(l.list.features, c.action, c.by)
	}
}

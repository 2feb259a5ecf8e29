package parse

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/text"
)

// Train learns a parser from the trees of d, whose tags should be a tagger's own, in the given number of passes,
// with the dynamic oracle of Goldberg & Nivre (2013): after the first pass the parser mostly follows its own
// decisions and learns the best way on from its own mistakes. The same document, seed and passes give
// the same model.
func Train(d *text.Doc, passes int, seed uint64) (*perceptron.Model, error) {
	d = text.Unquoted(d).Doc
	classes := classesOf(d)
	if len(classes) > 256 {
		return nil, fmt.Errorf("train parser: %d transitions, at most 256 are possible", len(classes))
	}
	trainer := perceptron.NewTrainer(classes)
	m, err := newModel(trainer, classes)
	if err != nil {
		return nil, err
	}
	t := &training{m: m, trainer: trainer, random: rand.New(rand.NewPCG(seed, 2)), scores: make([]float32, len(classes))}
	order := make([]int, len(d.Sentences))
	for i := range order {
		order[i] = i
	}
	for pass := range passes {
		t.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, n := range order {
			t.sentence(d, d.Sentences[n], pass > 0)
		}
	}
	return trainer.Model(0.02, 4), nil
}

func classesOf(d *text.Doc) []string {
	labels := map[string]bool{}
	for i := range d.Tokens {
		labels[d.Tokens[i].Deprel] = true
	}
	out := []string{"S"}
	for l := range labels {
		out = append(out, "L "+l)
		if l != "root" {
			out = append(out, "R "+l)
		}
	}
	slices.Sort(out)
	return out
}

type training struct {
	m       *Model
	trainer *perceptron.Trainer
	random  *rand.Rand
	scores  []float32

	st     state
	heads  []int
	labels []string
}

// explore is the share of decisions in which the parser follows itself rather than the oracle.
const explore = 0.9

func (t *training) sentence(d *text.Doc, s text.Sentence, exploring bool) {
	t.st.reset(d, s)
	t.heads, t.labels = t.heads[:0], t.labels[:0]
	for i := s.First; i < s.Last; i++ {
		head := t.st.n
		if h := d.Tokens[i].Head; h >= 0 {
			head = h - s.First
		}
		t.heads, t.labels = append(t.heads, head), append(t.labels, d.Tokens[i].Deprel)
	}
	for !t.st.done() {
		guess, right := t.decide()
		t.trainer.Update(t.st.buffer, right, guess)
		follow := right
		if exploring && t.random.Float64() < explore {
			follow = guess
		}
		t.st.apply(t.m.actions[follow])
	}
}

// decide returns the best-scored allowed action and the best-scored one among those of least cost; they are equal
// where the guess is right.
func (t *training) decide() (guess, right int) {
	clear(t.scores)
	t.trainer.Score(t.st.features(), t.scores)
	costs := [3]int{t.cost(shift), t.cost(left), t.cost(moveRight)}
	least := 1 << 30
	for i, a := range t.m.actions {
		if t.st.allows(a) {
			least = min(least, t.labelled(costs, i))
		}
	}
	guess, right = -1, -1
	for i, a := range t.m.actions {
		if !t.st.allows(a) {
			continue
		}
		if guess < 0 || t.scores[i] > t.scores[guess] {
			guess = i
		}
		if t.labelled(costs, i) == least && (right < 0 || t.scores[i] > t.scores[right]) {
			right = i
		}
	}
	return guess, right
}

const moveRight = right // the name right is taken by a result of decide

// labelled is the cost in arcs, doubled, plus one for a right arc with a wrong label.
func (t *training) labelled(costs [3]int, i int) int {
	a := t.m.actions[i]
	cost := 2 * costs[a.move]
	if a.move == shift {
		return cost
	}
	top := t.st.fromTop(0)
	head := t.st.next
	if a.move == right {
		head = t.st.fromTop(1)
	}
	if t.heads[top] == head && t.labels[top] != a.label {
		cost++
	}
	return cost
}

// cost counts the gold arcs that a move puts out of reach.
func (t *training) cost(m move) int {
	st := &t.st
	if m == shift {
		return t.shiftCost()
	}
	top := st.fromTop(0)
	if top < 0 {
		return 0
	}
	cost := 0
	for i := st.next; i < st.n; i++ {
		if t.heads[i] == top {
			cost++
		}
	}
	head := t.heads[top]
	if m == left && head != st.next && (head > st.next || head == st.fromTop(1)) || m == right && head >= st.next {
		cost++
	}
	return cost
}

func (t *training) shiftCost() int {
	st := &t.st
	if st.next >= st.n {
		return 0
	}
	cost := 0
	for depth, i := range st.stack {
		if t.heads[i] == st.next {
			cost++
		}
		if t.heads[st.next] == i && depth < len(st.stack)-1 {
			cost++
		}
	}
	return cost
}

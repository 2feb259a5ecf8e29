package parse

import "github.com/readout/readout/internal/text"

// Chosen by `lab eval ud`; see docs/language.md for what other values give.
const (
	defaultBeam   = 4
	defaultMargin = 14000
)

// decoder searches the best sequences of transitions of one sentence after another.
type decoder struct {
	lattice
	m      *Model
	memo   memo
	scores []float32
	best   []candidate
	groups []group
	list   list
}

// candidate is a state not made yet.
type candidate struct {
	score  float64
	from   int32
	action int32
}

func newDecoder(m *Model) *decoder {
	return &decoder{m: m, groups: groups(), memo: newMemo(len(m.actions)), scores: make([]float32, len(m.actions))}
}

// search returns the number of the best last state.
func (d *decoder) search(doc *text.Doc, s text.Sentence) int32 {
	d.start(doc, s)
	from := int32(0)
	for range 2 * d.sent.n {
		to := int32(len(d.states))
		d.step(from, to)
		from = to
	}
	return from
}

func (d *decoder) start(doc *text.Doc, s text.Sentence) {
	d.sent.read(doc, s, d.m.classes)
	d.begin()
	d.memo.reset()
}

// step makes the best states that those in [from, to) lead to, the best first.
func (d *decoder) step(from, to int32) {
	d.best = d.best[:0]
	for i := from; i < to; i++ {
		d.score(i)
		d.expand(i)
	}
	for _, c := range d.best {
		if c.score < d.best[0].score-d.m.Margin {
			break
		}
		d.states = append(d.states, d.apply(c.from, int(c.action), &d.m.actions[c.action], c.score))
	}
}

// expand offers what a scored state leads to.
func (d *decoder) expand(i int32) {
	st := &d.states[i]
	for n, s := range d.scores {
		score := st.score + float64(s)
		if len(d.best) == d.m.Beam && score <= d.best[len(d.best)-1].score {
			continue
		}
		if d.allows(st, &d.m.actions[n]) {
			d.offer(candidate{score, i, int32(n)})
		}
	}
}

// offer keeps the candidate if it is among the best; of equals the first offered comes first.
func (d *decoder) offer(c candidate) {
	if len(d.best) < d.m.Beam {
		d.best = append(d.best, c)
	}
	at := len(d.best) - 1
	for ; at > 0 && d.best[at-1].score < c.score; at-- {
		d.best[at] = d.best[at-1]
	}
	d.best[at] = c
}

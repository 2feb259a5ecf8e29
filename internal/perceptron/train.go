package perceptron

import (
	"cmp"
	"math"
	"slices"
)

// Trainer learns the weights of a Model, averaging them over all updates
// (Collins 2002; the lazy average is the usual one with a time stamp a weight). Scoring reads only, so several
// goroutines may score between two updates.
type Trainer struct {
	Classes []string

	slots []trainSlot // open addressing
	rows  []trainRow
	now   int64
}

type trainSlot struct{ key, row uint32 }

// A trainRow keeps apart what scoring reads and what averaging needs.
type trainRow struct {
	key    uint32
	values []value
	pasts  []past
}

type value struct {
	weight float32 // a whole number
	class  uint8
}

type past struct {
	sum     int64 // of the weight over all steps up to the stamp
	stamp   int64
	updates int32
}

// NewTrainer returns a Trainer for at most 256 classes.
func NewTrainer(classes []string) *Trainer {
	return &Trainer{Classes: classes, slots: make([]trainSlot, 1<<16)}
}

// find returns the slot of a key or the free one where it belongs.
func (t *Trainer) find(key uint32) *trainSlot {
	mask := uint32(len(t.slots) - 1)
	at := (key * spread) & mask
	for t.slots[at].key != 0 && t.slots[at].key != key {
		at = (at + 1) & mask
	}
	return &t.slots[at]
}

// Score adds the current weights of the features to scores.
func (t *Trainer) Score(features []Feature, scores []float32) {
	for _, f := range features {
		s := t.find(fingerprint(f))
		if s.key == 0 {
			continue
		}
		for _, v := range t.rows[s.row].values {
			scores[v.class] += v.weight
		}
	}
}

// Update moves the weights of the features towards right and away from wrong; call it once a decision, also
// when the two are equal, so that the average counts every decision.
func (t *Trainer) Update(features []Feature, right, wrong int) {
	t.Step()
	if right == wrong {
		return
	}
	t.Add(features, right, 1)
	t.Add(features, wrong, -1)
}

// Step counts one decision for the average; one that is a whole sequence may be followed by many calls of Add.
func (t *Trainer) Step() { t.now++ }

// Add adds a whole number to the weights of the features for a class.
func (t *Trainer) Add(features []Feature, class int, by float32) {
	for _, f := range features {
		t.row(fingerprint(f)).add(uint8(class), by, t.now)
	}
}

func (t *Trainer) row(key uint32) *trainRow {
	s := t.find(key)
	if s.key == 0 {
		if 2*len(t.rows) >= len(t.slots) {
			t.grow()
			s = t.find(key)
		}
		*s = trainSlot{key, uint32(len(t.rows))}
		t.rows = append(t.rows, trainRow{key: key})
	}
	return &t.rows[s.row]
}

func (t *Trainer) grow() {
	t.slots = make([]trainSlot, 2*len(t.slots))
	for i, r := range t.rows {
		*t.find(r.key) = trainSlot{r.key, uint32(i)}
	}
}

func (r *trainRow) add(class uint8, by float32, now int64) {
	for i := range r.values {
		if v := &r.values[i]; v.class == class {
			p := &r.pasts[i]
			p.sum += int64(v.weight) * (now - p.stamp)
			p.stamp = now
			p.updates++
			v.weight += by
			return
		}
	}
	r.values = append(r.values, value{weight: by, class: class})
	r.pasts = append(r.pasts, past{stamp: now, updates: 1})
}

// average is a weight of a row averaged over all steps.
type average struct {
	class uint8
	value float64
}

// Model returns the averaged weights, those below the threshold left out, and features that were updated
// fewer than minUpdates times left out whole.
func (t *Trainer) Model(threshold float32, minUpdates int32) *Model {
	order := make([]int, len(t.rows))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(t.rows[a].key, t.rows[b].key) })
	averages := make([][]average, len(order))
	largest := 1e-6
	for i, n := range order {
		averages[i] = t.average(&t.rows[n], float64(threshold), minUpdates)
		for _, a := range averages[i] {
			largest = max(largest, math.Abs(a.value))
		}
	}
	var rows []row
	for i, n := range order {
		if r := quantise(averages[i], largest/steps); len(r) > 0 {
			rows = append(rows, row{t.rows[n].key, r})
		}
	}
	return index(t.Classes, rows)
}

func (t *Trainer) average(r *trainRow, threshold float64, minUpdates int32) []average {
	var out []average
	var updates int32
	for i, v := range r.values {
		p := r.pasts[i]
		updates += p.updates
		sum := p.sum + int64(v.weight)*(t.now-p.stamp)
		if a := float64(sum) / float64(t.now); math.Abs(a) >= threshold {
			out = append(out, average{v.class, a})
		}
	}
	if updates < minUpdates {
		return nil
	}
	slices.SortFunc(out, func(a, b average) int { return cmp.Compare(a.class, b.class) })
	return out
}

// steps is the number of steps from nought to the largest weight: coarse enough for a small file, and for sums of
// hundreds of weights that float32 holds exactly.
const steps = 8191

func quantise(averages []average, step float64) []cell {
	out := make([]cell, 0, len(averages))
	for _, a := range averages {
		if w := int16(math.Round(a.value / step)); w != 0 {
			out = append(out, cell{w, a.class})
		}
	}
	return out
}

package perceptron

import (
	"cmp"
	"math"
	"slices"
)

// Trainer learns the weights of a Model, averaging them over all updates
// (Collins 2002; the lazy average is the usual one with a time stamp a weight).
type Trainer struct {
	Classes []string

	rows map[uint32][]weight
	now  int32
}

type weight struct {
	class   uint8
	stamp   int32
	value   float32
	sum     float32
	updates int32
}

// NewTrainer returns a Trainer for at most 256 classes.
func NewTrainer(classes []string) *Trainer {
	return &Trainer{Classes: classes, rows: make(map[uint32][]weight, 1<<20)}
}

// Score adds the current weights of the features to scores.
func (t *Trainer) Score(features []Feature, scores []float32) {
	for _, f := range features {
		for _, w := range t.rows[fingerprint(f)] {
			scores[w.class] += w.value
		}
	}
}

// Update moves the weights of the features towards right and away from wrong; call it once a decision, also
// when the two are equal, so that the average counts every decision.
func (t *Trainer) Update(features []Feature, right, wrong int) {
	t.now++
	if right == wrong {
		return
	}
	for _, f := range features {
		key := fingerprint(f)
		row := t.add(t.rows[key], uint8(right), 1)
		t.rows[key] = t.add(row, uint8(wrong), -1)
	}
}

func (t *Trainer) add(row []weight, class uint8, by float32) []weight {
	for i := range row {
		if w := &row[i]; w.class == class {
			w.sum += w.value * float32(t.now-w.stamp)
			w.stamp = t.now
			w.value += by
			w.updates++
			return row
		}
	}
	return append(row, weight{class: class, stamp: t.now, value: by, updates: 1})
}

// Model returns the averaged weights, those below the threshold left out, and features that were updated
// fewer than minUpdates times left out whole.
func (t *Trainer) Model(threshold float32, minUpdates int32) *Model {
	keys := make([]uint32, 0, len(t.rows))
	for k := range t.rows {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	m := &Model{Classes: t.Classes}
	var kept []uint32
	var values []float32
	for _, k := range keys {
		row := t.average(t.rows[k], threshold, minUpdates)
		if len(row) == 0 {
			continue
		}
		kept = append(kept, k)
		m.starts = append(m.starts, uint32(len(m.classes)))
		for _, w := range row {
			m.classes = append(m.classes, w.class)
			values = append(values, w.value)
		}
	}
	m.starts = append(m.starts, uint32(len(m.classes)))
	m.quantise(values)
	m.index(kept)
	return m
}

func (t *Trainer) average(row []weight, threshold float32, minUpdates int32) []weight {
	var out []weight
	var updates int32
	for _, w := range row {
		updates += w.updates
		w.value = (w.sum + w.value*float32(t.now-w.stamp)) / float32(t.now)
		if float32(math.Abs(float64(w.value))) >= threshold {
			out = append(out, w)
		}
	}
	if updates < minUpdates {
		return nil
	}
	slices.SortFunc(out, func(a, b weight) int { return cmp.Compare(a.class, b.class) })
	return out
}

// quantise stores the weights as 16-bit steps of a common scale.
func (m *Model) quantise(values []float32) {
	largest := float32(1e-6)
	for _, v := range values {
		largest = max(largest, float32(math.Abs(float64(v))))
	}
	m.scale = largest / math.MaxInt16
	m.weights = make([]int16, len(values))
	for i, v := range values {
		m.weights[i] = int16(math.Round(float64(v / m.scale)))
	}
}

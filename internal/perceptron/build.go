package perceptron

import (
	"cmp"
	"slices"
)

// Weight is what a feature adds to the score of a class.
type Weight struct {
	Class int
	Value float32
}

// Build returns the model of weights that were learned by other means than a Trainer, each under the fingerprint of its
// feature. Weights that are zero once stored as 16 bits are left out.
func Build(classes []string, rows map[uint32][]Weight) *Model {
	keys := make([]uint32, 0, len(rows))
	largest := float32(1e-6)
	for k, row := range rows {
		keys = append(keys, k)
		for _, w := range row {
			largest = max(largest, w.Value, -w.Value)
		}
	}
	slices.Sort(keys)
	step := largest / (1 << 15)
	m := &Model{Classes: classes}
	var kept []uint32
	var values []float32
	for _, k := range keys {
		row := slices.Clone(rows[k])
		slices.SortFunc(row, func(a, b Weight) int { return cmp.Compare(a.Class, b.Class) })
		from := uint32(len(m.classes))
		for _, w := range row {
			if w.Value > step || w.Value < -step {
				m.classes = append(m.classes, uint8(w.Class))
				values = append(values, w.Value)
			}
		}
		if uint32(len(m.classes)) > from {
			kept = append(kept, k)
			m.starts = append(m.starts, from)
		}
	}
	m.starts = append(m.starts, uint32(len(m.classes)))
	m.quantise(values)
	m.index(kept)
	return m
}

// Fingerprint is what a model keeps of a feature: features with one fingerprint share their weights.
func Fingerprint(f Feature) uint32 { return fingerprint(f) }

// Sum returns what the features of the fingerprints add to the score of one class. It allocates nothing.
func (m *Model) Sum(keys []uint32, class int) float32 {
	mask := uint32(len(m.keys) - 1)
	sum := int32(0)
	for _, key := range keys {
		slot := (key * 2654435769) & mask
		for m.keys[slot] != 0 && m.keys[slot] != key {
			slot = (slot + 1) & mask
		}
		if m.keys[slot] == 0 {
			continue
		}
		row := m.rows[slot]
		for at := m.starts[row]; at < m.starts[row+1]; at++ {
			if int(m.classes[at]) == class {
				sum += int32(m.weights[at])
			}
		}
	}
	return float32(sum) * m.scale
}

// Averages returns the averaged weights by fingerprint, those below the threshold left out and features updated fewer than
// minUpdates times left out whole, for a model that Build makes of several learners.
func (t *Trainer) Averages(threshold float32, minUpdates int32) map[uint32][]Weight {
	out := map[uint32][]Weight{}
	for k, row := range t.rows {
		for _, w := range t.average(row, threshold, minUpdates) {
			out[k] = append(out[k], Weight{int(w.class), w.value})
		}
	}
	return out
}

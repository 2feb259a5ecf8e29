package perceptron

import (
	"math"
	"slices"
)

// Fingerprint is what a Model keeps of a feature; learners that hold weights of their own index them by it.
func Fingerprint(f Feature) uint32 { return fingerprint(f) }

// FromRows makes a Model of weights that were learned elsewhere: for each fingerprint the weights of all classes. Weights nearer to
// zero than threshold are left out, and features of which none is left.
func FromRows(classes []string, rows map[uint32][]float32, threshold float32) *Model {
	keys := make([]uint32, 0, len(rows))
	for k := range rows {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	m := &Model{Classes: classes}
	var kept []uint32
	var values []float32
	for _, k := range keys {
		from := len(values)
		for class, v := range rows[k] {
			if float32(math.Abs(float64(v))) >= threshold {
				m.classes = append(m.classes, uint8(class))
				values = append(values, v)
			}
		}
		if len(values) > from {
			kept = append(kept, k)
			m.starts = append(m.starts, uint32(from))
		}
	}
	m.starts = append(m.starts, uint32(len(values)))
	m.quantise(values)
	m.index(kept)
	return m
}

// Package perceptron holds the averaged perceptron over hashed sparse features that the tagger and the
// parser share: scoring, training and the weights file. It knows nothing of language.
//
// It comes before packages tag and parse.
package perceptron

// Feature is the hash of one feature of a decision. Make it with Hash or Mix; no strings are built.
type Feature uint64

// Hash returns the FNV-1a hash of s.
func Hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// Mix joins a template number and up to three hashed values to a feature.
func Mix(template int, a, b, c uint64) Feature {
	h := uint64(template)*0x9E3779B97F4A7C15 + a
	h = (h ^ h>>29) * 0xBF58476D1CE4E5B9
	h += b
	h = (h ^ h>>32) * 0x94D049BB133111EB
	h += c
	h = (h ^ h>>29) * 0xBF58476D1CE4E5B9
	return Feature(h ^ h>>32)
}

// Model scores classes. It is read-only and may be used from many goroutines.
type Model struct {
	Classes []string // names of the classes

	scale   float32
	keys    []uint32 // open addressing: a feature's fingerprint, 0 where free
	rows    []uint32 // for each slot, index into starts
	starts  []uint32 // row r is pairs[starts[r]:starts[r+1]]
	classes []uint8
	weights []int16
}

// fingerprint is what the table keeps of a feature; 0 marks a free slot.
func fingerprint(f Feature) uint32 {
	if k := uint32(f >> 32); k != 0 {
		return k
	}
	return 1
}

// Score adds the weights of the features to scores, which holds one number a class. It allocates
// nothing; its cost is one probe a feature and one addition a stored weight.
func (m *Model) Score(features []Feature, scores []float32) {
	mask := uint32(len(m.keys) - 1)
	for _, f := range features {
		key := fingerprint(f)
		slot := (key * 2654435769) & mask
		for m.keys[slot] != 0 && m.keys[slot] != key {
			slot = (slot + 1) & mask
		}
		if m.keys[slot] == 0 {
			continue
		}
		row := m.rows[slot]
		from, to := m.starts[row], m.starts[row+1]
		classes, weights := m.classes[from:to], m.weights[from:to]
		for i, c := range classes {
			scores[c] += float32(weights[i]) * m.scale
		}
	}
}

// index builds the table over the sorted fingerprints.
func (m *Model) index(keys []uint32) {
	size := 4
	for size < 2*len(keys) {
		size *= 2
	}
	m.keys, m.rows = make([]uint32, size), make([]uint32, size)
	mask := uint32(size - 1)
	for row, key := range keys {
		slot := (key * 2654435769) & mask
		for m.keys[slot] != 0 {
			slot = (slot + 1) & mask
		}
		m.keys[slot], m.rows[slot] = key, uint32(row)
	}
}

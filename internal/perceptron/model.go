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
	Extra   []byte   // what the stage keeps beside its weights, such as a table of words

	filter []uint64 // one bit set for each fingerprint, see maybe
	shift  uint32   // of the bits in filter
	slots  []slot   // open addressing
	cells  []cell   // the weights of each row lie side by side, after a cell with their number
}

// A slot leads from a feature to its row. The steps of a look-up, filter, slot and cells, are a miss of the cache each.
type slot struct {
	key   uint32 // fingerprint, 0 where free
	first uint32 // cell with the number of cells that follow
}

type cell struct {
	weight int16
	class  uint8
}

// fingerprint is what the table keeps of a feature; 0 marks a free slot.
func fingerprint(f Feature) uint32 {
	if k := uint32(f >> 32); k != 0 {
		return k
	}
	return 1
}

const spread = 2654435769 // Knuth's multiplier: neighbours among fingerprints are none among slots

// Score adds the weights of the features to scores, which holds one number a class. It allocates
// nothing; its cost is one probe a feature and one addition a stored weight. The weights are whole numbers, and float32 adds
// such numbers without loss, so the order of addition doesn't matter.
//
// The table is far larger than the processor's caches, so the time goes into waiting for memory. The filter, which is small, turns
// most unknown features away. Slots and cells are touched some features ahead, in loops without branches that let the
// processor wait for many at once.
func (m *Model) Score(features []Feature, scores []float32) {
	var l look
	for len(features) > 0 {
		n := min(ahead, len(features))
		l.find(m, features[:n])
		for _, at := range l.rows[:l.n] {
			count := uint32(m.cells[at].weight)
			for _, c := range m.cells[at+1 : at+1+count] {
				scores[c.class] += float32(c.weight)
			}
		}
		features = features[n:]
	}
}

// ahead is the number of features looked up at once.
const ahead = 32

// look is the work of looking up some features.
type look struct {
	keys    [ahead]uint32
	rows    [ahead]uint32 // where their cells begin
	n       int
	touched uint32 // what was read only to have it near; kept, so that the compiler doesn't leave it out
}

// find fills rows with those of the features that the model has.
func (l *look) find(m *Model, features []Feature) {
	l.n = 0
	for _, f := range features {
		key := fingerprint(f)
		l.keys[l.n%ahead] = key
		l.n += int(m.maybe(key))
	}
	mask := uint32(len(m.slots) - 1)
	keys := l.keys[:l.n]
	for _, key := range keys {
		l.touched |= m.slots[(key*spread)&mask].key
	}
	l.n = 0
	for _, key := range keys {
		at := (key * spread) & mask
		for m.slots[at].key != 0 && m.slots[at].key != key {
			at = (at + 1) & mask
		}
		if s := m.slots[at]; s.key == key {
			l.rows[l.n] = s.first
			l.n++
		}
	}
	for _, at := range l.rows[:l.n] {
		l.touched |= uint32(m.cells[at].class)
	}
}

// maybe returns 0 for most fingerprints that the model doesn't have, and 1 for others.
func (m *Model) maybe(key uint32) uint64 {
	bit := key * spread >> m.shift
	return m.filter[bit>>6] >> (bit & 63) & 1
}

// A row is what a weights file holds of one feature.
type row struct {
	key   uint32
	cells []cell
}

// index builds the table over rows.
func index(classes []string, rows []row) *Model {
	m := &Model{Classes: classes}
	size, bits := 4, 6
	for size < 2*len(rows) {
		size *= 2
	}
	for 1<<bits < 16*len(rows) && bits < 32 {
		bits++
	}
	total := len(rows)
	for _, r := range rows {
		total += len(r.cells)
	}
	m.shift = uint32(32 - bits)
	m.filter, m.slots, m.cells = make([]uint64, 1<<(bits-6)), make([]slot, size), make([]cell, 0, total)
	for _, r := range rows {
		m.put(r)
	}
	return m
}

func (m *Model) put(r row) {
	bit := r.key * spread >> m.shift
	m.filter[bit>>6] |= 1 << (bit & 63)
	mask := uint32(len(m.slots) - 1)
	at := (r.key * spread) & mask
	for m.slots[at].key != 0 {
		at = (at + 1) & mask
	}
	m.slots[at] = slot{key: r.key, first: uint32(len(m.cells))}
	m.cells = append(m.cells, cell{weight: int16(len(r.cells))})
	m.cells = append(m.cells, r.cells...)
}

// of returns the weights of a slot's row.
func (m *Model) of(s slot) []cell {
	count := uint32(m.cells[s.first].weight)
	return m.cells[s.first+1 : s.first+1+count]
}

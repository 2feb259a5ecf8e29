package parse

// memo remembers the scores of groups of features within a sentence. The states of a beam differ in few words, so
// most groups of a state were scored for another one before; adding up remembered vectors costs a tenth of scoring features.
type memo struct {
	classes int
	slots   []memoSlot // open addressing
	used    int
	now     uint32 // slots of another time are free
	vectors []float32
}

type memoSlot struct {
	key uint64
	now uint32
	at  uint32 // of the vector
}

// full is the number of vectors at which the memo starts anew: about as many as the processor's nearest caches hold, and a
// bound for long sentences.
const full = 1 << 12

func newMemo(classes int) memo {
	return memo{classes: classes, slots: make([]memoSlot, 2*full), vectors: make([]float32, full*classes)}
}

func (m *memo) reset() {
	m.used = 0
	if m.now++; m.now == 0 { // it has gone all the way round
		clear(m.slots)
		m.now = 1
	}
}

// vector returns the scores remembered for the key, or room for them and false.
func (m *memo) vector(key uint64) ([]float32, bool) {
	if m.used == full {
		m.reset()
	}
	mask := uint64(len(m.slots) - 1)
	at := (key ^ key>>32) & mask
	for m.slots[at].now == m.now && m.slots[at].key != key {
		at = (at + 1) & mask
	}
	s := &m.slots[at]
	if s.now == m.now {
		return m.vectors[s.at : int(s.at)+m.classes], true
	}
	*s = memoSlot{key, m.now, uint32(m.used * m.classes)}
	m.used++
	v := m.vectors[s.at : int(s.at)+m.classes]
	clear(v)
	return v, false
}

// add adds a vector to another. Eight at a time, the compiler needs one check of bounds for all.
func add(to, v []float32) {
	for len(to) >= 8 && len(v) >= 8 {
		a, b := (*[8]float32)(to), (*[8]float32)(v)
		a[0] += b[0]
		a[1] += b[1]
		a[2] += b[2]
		a[3] += b[3]
		a[4] += b[4]
		a[5] += b[5]
		a[6] += b[6]
		a[7] += b[7]
		to, v = to[8:], v[8:]
	}
	for i, x := range v {
		to[i] += x
	}
}

package perceptron

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/klauspost/compress/zstd"

	"github.com/readout/readout/internal/sealed"
)

// The weights file is "RDOW", a version byte, the SHA-256 of the rest, and a zstd stream of: the classes (count, then each
// with its length), the scale, the fingerprints in rising order as differences, each row's length, all classes, all
// weights. Numbers are unsigned varints, weights 16-bit little-endian.
var form = sealed.Form{Magic: "RDOW", Version: 1, Not: ErrNotWeights, Other: ErrVersion, Damaged: ErrDamaged}

// Errors that say why a weights file can't be used.
var (
	ErrNotWeights = errors.New("not a weights file")
	ErrVersion    = errors.New("weights file of another version")
	ErrDamaged    = errors.New("weights file is damaged")
)

// Write writes the model; the same model gives the same bytes.
func (m *Model) Write(w io.Writer) error {
	return form.WritePacked(w, m.encode(), zstd.SpeedBestCompression)
}

func (m *Model) encode() []byte {
	b := binary.AppendUvarint(nil, uint64(len(m.Classes)))
	for _, c := range m.Classes {
		b = binary.AppendUvarint(b, uint64(len(c)))
		b = append(b, c...)
	}
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(m.scale))
	keys := m.sortedKeys()
	b = binary.AppendUvarint(b, uint64(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		b = binary.AppendUvarint(b, uint64(k-last))
		last = k
	}
	for r := range keys {
		b = binary.AppendUvarint(b, uint64(m.starts[r+1]-m.starts[r]))
	}
	b = append(b, m.classes...)
	for _, w := range m.weights {
		b = binary.LittleEndian.AppendUint16(b, uint16(w))
	}
	return b
}

// sortedKeys returns the fingerprints in the order of their rows, which is rising.
func (m *Model) sortedKeys() []uint32 {
	type pair struct{ row, key uint32 }
	var pairs []pair
	for slot, k := range m.keys {
		if k != 0 {
			pairs = append(pairs, pair{m.rows[slot], k})
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Compare(a.row, b.row) })
	keys := make([]uint32, len(pairs))
	for i, p := range pairs {
		keys[i] = p.key
	}
	return keys
}

// Read reads a weights file.
func Read(data []byte) (*Model, error) {
	raw, err := form.OpenPacked(data, 1<<28)
	if err != nil {
		return nil, err
	}
	return decode(raw)
}

type decoder struct {
	b   []byte
	bad bool
}

func (d *decoder) number() int {
	n, size := binary.Uvarint(d.b)
	if size <= 0 || n > math.MaxUint32 {
		d.bad = true
		return 0
	}
	d.b = d.b[size:]
	return int(n)
}

func (d *decoder) take(n int) []byte {
	if n < 0 || n > len(d.b) {
		d.bad = true
		return nil
	}
	out := d.b[:n]
	d.b = d.b[n:]
	return out
}

// count reads a number of things that take at least one byte each, so that a wild number fails early.
func (d *decoder) count() int {
	n := d.number()
	if n > len(d.b) {
		d.bad = true
		return 0
	}
	return n
}

func decode(raw []byte) (*Model, error) {
	d := &decoder{b: raw}
	m := &Model{}
	for range d.count() {
		m.Classes = append(m.Classes, string(d.take(d.number())))
	}
	scale := d.take(4)
	if d.bad || len(m.Classes) > 256 {
		return nil, fmt.Errorf("%w: bad list of classes", ErrDamaged)
	}
	m.scale = math.Float32frombits(binary.LittleEndian.Uint32(scale))
	keys := make([]uint32, d.count())
	last := 0
	for i := range keys {
		last += d.number()
		keys[i] = uint32(last)
	}
	m.starts = make([]uint32, len(keys)+1)
	total := 0
	for i := range keys {
		total += d.number()
		m.starts[i+1] = uint32(total)
	}
	m.classes = d.take(total)
	packed := d.take(2 * total)
	if d.bad || len(d.b) != 0 {
		return nil, fmt.Errorf("%w: it ends early", ErrDamaged)
	}
	for _, c := range m.classes {
		if int(c) >= len(m.Classes) {
			return nil, fmt.Errorf("%w: no class %d", ErrDamaged, c)
		}
	}
	m.weights = make([]int16, total)
	for i := range m.weights {
		m.weights[i] = int16(binary.LittleEndian.Uint16(packed[2*i:]))
	}
	m.index(keys)
	return m, nil
}

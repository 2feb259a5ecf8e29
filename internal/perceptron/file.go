package perceptron

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/klauspost/compress/zstd"
)

// The weights file is "RDOW", a version byte, the SHA-256 of the rest, and a zstd stream of: the classes (count, then each
// with its length), the extra bytes (length first), the fingerprints in rising order as differences (count first), each row's
// length, the classes of all cells, the low bytes of all weights, the high bytes. Numbers are unsigned varints; weights
// are zigzag, so that most high bytes are nought.
const (
	magic       = "RDOW"
	fileVersion = 2
)

// Errors that say why a weights file can't be used.
var (
	ErrNotWeights = errors.New("not a weights file")
	ErrVersion    = errors.New("weights file of another version")
	ErrDamaged    = errors.New("weights file is damaged")
)

// Write writes the model; the same model gives the same bytes.
func (m *Model) Write(w io.Writer) error {
	var body bytes.Buffer
	z, err := zstd.NewWriter(&body, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	if _, err := z.Write(m.encode()); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	sum := sha256.Sum256(body.Bytes())
	for _, part := range [][]byte{[]byte(magic), {fileVersion}, sum[:], body.Bytes()} {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("write weights: %w", err)
		}
	}
	return nil
}

func (m *Model) encode() []byte {
	b := binary.AppendUvarint(nil, uint64(len(m.Classes)))
	for _, c := range m.Classes {
		b = binary.AppendUvarint(b, uint64(len(c)))
		b = append(b, c...)
	}
	b = binary.AppendUvarint(b, uint64(len(m.Extra)))
	b = append(b, m.Extra...)
	rows := m.sorted()
	b = binary.AppendUvarint(b, uint64(len(rows)))
	last := uint32(0)
	for _, s := range rows {
		b = binary.AppendUvarint(b, uint64(s.key-last))
		last = s.key
	}
	for _, s := range rows {
		b = binary.AppendUvarint(b, uint64(len(m.of(s))))
	}
	return m.appendCells(b, rows)
}

func (m *Model) appendCells(b []byte, rows []slot) []byte {
	for _, part := range []func(cell) byte{
		func(c cell) byte { return c.class },
		func(c cell) byte { return byte(zigzag(c.weight)) },
		func(c cell) byte { return byte(zigzag(c.weight) >> 8) },
	} {
		for _, s := range rows {
			for _, c := range m.of(s) {
				b = append(b, part(c))
			}
		}
	}
	return b
}

func zigzag(w int16) uint16   { return uint16(w<<1) ^ uint16(w>>15) }
func unzigzag(u uint16) int16 { return int16(u>>1) ^ -int16(u&1) }

// sorted returns the slots in use by rising fingerprint.
func (m *Model) sorted() []slot {
	var out []slot
	for _, s := range m.slots {
		if s.key != 0 {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b slot) int { return cmp.Compare(a.key, b.key) })
	return out
}

// Read reads a weights file.
func Read(data []byte) (*Model, error) {
	header := len(magic) + 1 + sha256.Size
	switch {
	case len(data) < len(magic) || string(data[:len(magic)]) != magic:
		return nil, ErrNotWeights
	case len(data) < header:
		return nil, fmt.Errorf("%w: it ends in its header", ErrDamaged)
	case data[len(magic)] != fileVersion:
		return nil, fmt.Errorf("%w: it is %d, this program reads %d", ErrVersion, data[len(magic)], fileVersion)
	}
	body := data[header:]
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], data[len(magic)+1:header]) {
		return nil, fmt.Errorf("%w: its checksum is wrong", ErrDamaged)
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<28))
	if err != nil {
		return nil, fmt.Errorf("read weights: %w", err)
	}
	defer z.Close()
	raw, err := z.DecodeAll(body, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
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
	var classes []string
	for range d.count() {
		classes = append(classes, string(d.take(d.number())))
	}
	extra := d.take(d.number())
	if d.bad || len(classes) > 256 {
		return nil, fmt.Errorf("%w: bad list of classes", ErrDamaged)
	}
	rows := make([]row, d.count())
	last := 0
	for i := range rows {
		last += d.number()
		rows[i].key = uint32(last)
		if last > math.MaxUint32 || i > 0 && rows[i].key == rows[i-1].key || last == 0 {
			return nil, fmt.Errorf("%w: its features are out of order", ErrDamaged)
		}
	}
	if err := d.cells(rows, len(classes)); err != nil {
		return nil, err
	}
	m := index(classes, rows)
	m.Extra = bytes.Clone(extra)
	return m, nil
}

// cells reads the weights of the rows, which end the file.
func (d *decoder) cells(rows []row, classes int) error {
	counts := make([]int, len(rows))
	total := 0
	for i := range counts {
		counts[i] = d.count()
		if counts[i] > classes {
			return fmt.Errorf("%w: a row of %d weights for %d classes", ErrDamaged, counts[i], classes)
		}
		total += counts[i]
	}
	class, low, high := d.take(total), d.take(total), d.take(total)
	if d.bad || len(d.b) != 0 {
		return fmt.Errorf("%w: it ends early", ErrDamaged)
	}
	all := make([]cell, total)
	for i := range all {
		if int(class[i]) >= classes {
			return fmt.Errorf("%w: no class %d", ErrDamaged, class[i])
		}
		all[i] = cell{unzigzag(uint16(low[i]) | uint16(high[i])<<8), class[i]}
	}
	for i, n := range counts {
		rows[i].cells, all = all[:n], all[n:]
	}
	return nil
}

package encoder

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/readout/readout/internal/kernel"
	"github.com/readout/readout/internal/sealed"
)

// The weights file is "RDOL", a version byte, the SHA-256 of the rest, and: the lists (count, then each with its name and
// words), the vocabularies (count, then each with its name, words, bytes, and content; see Vocabulary), the tensors (count, then
// each with its name, rows, columns, kind and values). Strings have their length before them; numbers are unsigned varints;
// values are little-endian, 32-bit floats or, in the kind "small", one float a row and one signed byte a value. Nothing is
// packed, so that what is large is used where it stands in the program.
var form = sealed.Form{Magic: "RDOL", Version: 2, Not: ErrNotWeights, Other: ErrVersion, Damaged: ErrDamaged}

const maxTensor = 1 << 28 // values

// Errors that say why a weights file can't be used.
var (
	ErrNotWeights = errors.New("not a weights file of the encoder")
	ErrVersion    = errors.New("weights file of another version")
	ErrDamaged    = errors.New("weights file is damaged")
)

// File is named lists of words, vocabularies and tensors: what a network is stored as.
type File struct {
	Lists        map[string][]string
	Vocabularies map[string]Vocabulary
	Tensors      map[string]Tensor
}

// Tensor is a matrix row by row. It has either Values, or Small with a Scale for each row: value = scale·small.
type Tensor struct {
	Rows, Cols int
	Values     []float32
	Small      []byte // each a signed number, as it stands in the file, so that reading one copies nothing
	Scale      []float32
}

// Quantise gives the tensor with a byte for each value, scaled so that the largest of a row is 127.
func Quantise(rows, cols int, values []float32) Tensor {
	t := Tensor{Rows: rows, Cols: cols, Small: make([]byte, rows*cols), Scale: make([]float32, rows)}
	for r := range rows {
		row := values[r*cols : (r+1)*cols]
		top := float32(0)
		for _, v := range row {
			top = max(top, v, -v)
		}
		if top == 0 {
			continue
		}
		t.Scale[r] = top / 127
		for j, v := range row {
			t.Small[r*cols+j] = byte(int8(math.Round(float64(v / t.Scale[r]))))
		}
	}
	return t
}

// AddRow adds row r, times 1, to dst.
func (t *Tensor) AddRow(dst []float32, r int) {
	row, scale := t.Small[r*t.Cols:(r+1)*t.Cols], t.Scale[r]
	for j, v := range row {
		dst[j] += scale * float32(int8(v))
	}
}

// Write writes the file; equal content gives equal bytes.
func (f *File) Write(w io.Writer) error { return form.Write(w, f.encode()) }

func (f *File) encode() []byte {
	b := binary.AppendUvarint(nil, uint64(len(f.Lists)))
	for _, name := range sorted(f.Lists) {
		b = appendString(b, name)
		b = binary.AppendUvarint(b, uint64(len(f.Lists[name])))
		for _, s := range f.Lists[name] {
			b = appendString(b, s)
		}
	}
	b = binary.AppendUvarint(b, uint64(len(f.Vocabularies)))
	for _, name := range sorted(f.Vocabularies) {
		v := f.Vocabularies[name]
		b = appendString(b, name)
		b = binary.AppendUvarint(b, uint64(v.Len()))
		b = binary.AppendUvarint(b, uint64(len(v.text)))
		b = append(append(b, v.ends...), v.text...)
	}
	b = binary.AppendUvarint(b, uint64(len(f.Tensors)))
	for _, name := range sorted(f.Tensors) {
		t := f.Tensors[name]
		b = appendString(b, name)
		b = binary.AppendUvarint(b, uint64(t.Rows))
		b = binary.AppendUvarint(b, uint64(t.Cols))
		if t.Small == nil {
			b = append(b, 0)
			b = appendFloats(b, t.Values)
			continue
		}
		b = append(b, 1)
		b = appendFloats(b, t.Scale)
		b = append(b, t.Small...)
	}
	return b
}

func sorted[V any](m map[string]V) []string {
	names := make([]string, 0, len(m))
	for n := range m {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendFloats(b []byte, x []float32) []byte {
	for _, v := range x {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	return b
}

// ReadFile reads a weights file, whose bytes must stay as they are while it is used.
func ReadFile(data []byte) (*File, error) {
	raw, err := form.Open(data)
	if err != nil {
		return nil, err
	}
	r := &reader{rest: raw}
	f := r.file()
	if r.failed || len(r.rest) > 0 {
		return nil, fmt.Errorf("%w: its content does not add up", ErrDamaged)
	}
	return f, nil
}

// Sum is the checksum that a weights file states.
func Sum(data []byte) []byte { return form.Sum(data) }

// reader takes values off the front of a body; once something is amiss it gives zeroes.
type reader struct {
	rest   []byte
	failed bool
}

func (r *reader) file() *File {
	f := &File{Lists: map[string][]string{}, Vocabularies: map[string]Vocabulary{}, Tensors: map[string]Tensor{}}
	for range r.count(1) {
		name := r.string()
		list := make([]string, r.count(1))
		for i := range list {
			list[i] = r.string()
		}
		f.Lists[name] = list
	}
	for range r.count(1) {
		name := r.string()
		words, size := r.count(4), r.count(1)
		v := Vocabulary{ends: r.bytes(4 * words), text: r.bytes(size)}
		if r.failed = r.failed || !v.good(); r.failed {
			return f
		}
		f.Vocabularies[name] = v
	}
	for range r.count(1) {
		name := r.string()
		t := Tensor{Rows: r.count(1), Cols: r.count(1)}
		kind := r.bytes(1)
		switch {
		case r.failed || t.Rows > 0 && t.Cols > maxTensor/t.Rows:
			r.failed = true
			return f
		case kind[0] == 0:
			t.Values = r.floats(t.Rows * t.Cols)
		default:
			t.Scale = r.floats(t.Rows)
			t.Small = r.bytes(t.Rows * t.Cols)
		}
		f.Tensors[name] = t
	}
	return f
}

// count reads a number of things that take at least size bytes each.
func (r *reader) count(size int) int {
	n, used := binary.Uvarint(r.rest)
	if used <= 0 || n > uint64(len(r.rest)/size) {
		r.failed, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[used:]
	return int(n)
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.failed, r.rest = true, nil
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) string() string { return string(r.bytes(r.count(1))) }

func (r *reader) floats(n int) []float32 {
	b := r.bytes(4 * n)
	if r.failed {
		return nil
	}
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out
}

// Dense returns the tensor of that name and checks its size; -1 allows any.
func (f *File) Dense(name string, rows, cols int) (Tensor, error) {
	t, ok := f.Tensors[name]
	switch {
	case !ok:
		return t, fmt.Errorf("%w: no tensor %q", ErrDamaged, name)
	case t.Values == nil:
		return t, fmt.Errorf("%w: tensor %q is not of floats", ErrDamaged, name)
	case rows >= 0 && t.Rows != rows || cols >= 0 && t.Cols != cols:
		return t, fmt.Errorf("%w: tensor %q is %d×%d, not %d×%d", ErrDamaged, name, t.Rows, t.Cols, rows, cols)
	}
	return t, nil
}

// Fixed returns the tensor of that name and the bias that "add" after the name says, for products. Sizes are as in Dense.
func (f *File) Fixed(name string, rows, cols int) (*kernel.Fixed, error) {
	w, err := f.Dense(name, rows, cols)
	if err != nil {
		return nil, err
	}
	add, err := f.Dense(name+" add", 1, w.Cols)
	if err != nil {
		return nil, err
	}
	return kernel.NewFixed(w.Values, add.Values, w.Rows, w.Cols), nil
}

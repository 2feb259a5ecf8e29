package entity

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"math"
	"testing"

	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/wordclass"
)

func exp(v float32) float64 { return math.Exp(float64(v)) }

// weightsFile is a file of next to no weights.
func weightsFile(t testing.TB) []byte {
	t.Helper()
	m := perceptron.Build(Labels(), map[uint32][]perceptron.Weight{9: {{Class: 0, Value: 1}, {Class: 1, Value: 2}, {Class: 2, Value: 3}}})
	classes, err := wordclass.Read([]byte("0\t0\tmonday friday\n1\t0\toslo lima\n"))
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := (Weights{m, m}).Write(&file, classes); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestAFileReadBackIsTheSame(t *testing.T) {
	want := weightsFile(t)
	w, classes, err := ReadWeights(want)
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := w.Write(&again, classes); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, again.Bytes()) {
		t.Error("the file read and written again differs")
	}
}

func TestABadFileSaysWhy(t *testing.T) {
	good := weightsFile(t)
	changed := func(at int) []byte {
		b := bytes.Clone(good)
		b[at] ^= 1
		return b
	}
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"empty", nil, ErrNotWeights}, {"another file", []byte("hello there"), ErrNotWeights}, {"another version", changed(4), ErrVersion},
		{"a changed byte", changed(len(good) - 1), ErrDamaged}, {"cut in its header", good[:20], ErrDamaged}, {"cut at its end", good[:len(good)-3], ErrDamaged},
		{"labels of another model", withHeader(part(part(part(nil, good[38:38]), otherModel(t)), otherModel(t))), ErrDamaged},
	} {
		if _, _, err := ReadWeights(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
	}
}

// otherModel is a weights file of package perceptron with other labels.
func otherModel(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := perceptron.Build([]string{"a", "b"}, map[uint32][]perceptron.Weight{9: {{Class: 0, Value: 1}, {Class: 1, Value: 2}}}).Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withHeader puts a right header before a body.
func withHeader(body []byte) []byte {
	sum := sha256.Sum256(body)
	return append(append([]byte(form.Magic), form.Version), append(sum[:], body...)...)
}

func FuzzReadWeights(f *testing.F) {
	f.Add(weightsFile(f)[37:])
	f.Fuzz(func(t *testing.T, body []byte) {
		if w, _, err := ReadWeights(withHeader(body)); err == nil && (w.First == nil || w.Second == nil) {
			t.Error("read without weights")
		}
	})
}

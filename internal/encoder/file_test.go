package encoder

import (
	"bytes"
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func small() *File {
	return &File{
		Lists:        map[string][]string{"labels": {"root", "nsubj"}, "empty": {}},
		Vocabularies: map[string]Vocabulary{"word": NewVocabulary([]string{"a", "of"})},
		Tensors: map[string]Tensor{
			"a": {Rows: 2, Cols: 3, Values: []float32{1, 2, 3, 4, 5, float32(math.Inf(1))}},
			"b": Quantise(2, 2, []float32{0.5, -1, 0, 0}),
		},
	}
}

func written(t testing.TB, f *File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFileComesBack(t *testing.T) {
	data := written(t, small())
	got, err := ReadFile(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(small(), got, cmp.AllowUnexported(Vocabulary{})); diff != "" {
		t.Errorf("read (-want +got):\n%s", diff)
	}
	if !bytes.Equal(data, written(t, got)) {
		t.Error("writing what was read gives other bytes")
	}
}

func TestQuantisedValues(t *testing.T) {
	q := Quantise(1, 4, []float32{0.5, -1, 0.003, 0})
	got := make([]float32, 4)
	q.AddRow(got, 0)
	for i, want := range []float32{0.5, -1, 0.003, 0} {
		if d := math.Abs(float64(got[i] - want)); d > 1.0/254+1e-6 {
			t.Errorf("value %d is %v, want about %v", i, got[i], want)
		}
	}
}

func TestBadFiles(t *testing.T) {
	data := written(t, small())
	changed := bytes.Clone(data)
	changed[len(changed)-1] ^= 1
	other := bytes.Clone(data)
	other[len(form.Magic)] = 9
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"empty", nil, ErrNotWeights},
		{"text", []byte("not weights at all"), ErrNotWeights},
		{"cut in the header", data[:10], ErrDamaged},
		{"cut at the end", data[:len(data)-3], ErrDamaged},
		{"one bit changed", changed, ErrDamaged},
		{"another version", other, ErrVersion},
	} {
		if _, err := ReadFile(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.want)
		}
	}
	f, err := ReadFile(data)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Dense("a", 3, -1); !errors.Is(err, ErrDamaged) {
		t.Errorf("a tensor of the wrong size: error %v", err)
	}
	if _, err := New(f); !errors.Is(err, ErrDamaged) {
		t.Errorf("an encoder without its tables: error %v", err)
	}
}

// FuzzBody reads bodies whose checksum holds, as a file made to harm would be.
func FuzzBody(f *testing.F) {
	f.Add(small().encode())
	f.Add([]byte{0, 1, 1, 'x', 1, 1, 9, 0, 0, 0, 'a', 0})
	f.Add([]byte{0, 0, 1, 1, 'x', 0xff, 0xff, 0xff, 0xff, 0x0f, 0xff, 0xff, 0xff, 0x0f, 0})
	f.Fuzz(func(t *testing.T, body []byte) {
		r := &reader{rest: body}
		file := r.file()
		if r.failed {
			return
		}
		if _, err := New(file); err != nil && !errors.Is(err, ErrDamaged) {
			t.Errorf("error %v does not say that the file is damaged", err)
		}
	})
}

func FuzzReadFile(f *testing.F) {
	f.Add(written(f, small()))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := ReadFile(data); err == nil && len(data) < 37 {
			t.Error("a file without a header was read")
		}
	})
}

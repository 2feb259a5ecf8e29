package perceptron

import (
	"bytes"
	"errors"
	"testing"
)

func trained() *Model {
	t := NewTrainer([]string{"a", "b"})
	for range 20 {
		for class, name := range t.Classes {
			f := []Feature{Mix(1, Hash(name), 0, 0), Mix(2, 7, 7, 7)}
			scores := make([]float32, 2)
			t.Score(f, scores)
			guess := 0
			if scores[1] >= scores[0] {
				guess = 1
			}
			t.Update(f, class, guess)
		}
	}
	return t.Model(0, 0)
}

func classOf(m *Model, name string) string {
	scores := make([]float32, len(m.Classes))
	m.Score([]Feature{Mix(1, Hash(name), 0, 0), Mix(2, 7, 7, 7)}, scores)
	if scores[0] > scores[1] {
		return m.Classes[0]
	}
	return m.Classes[1]
}

func TestAModelReadBackScoresTheSame(t *testing.T) {
	m := trained()
	var file bytes.Buffer
	if err := m.Write(&file); err != nil {
		t.Fatal(err)
	}
	back, err := Read(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range m.Classes {
		if classOf(m, name) != name || classOf(back, name) != name {
			t.Errorf("class %s: got %s, and %s when read back", name, classOf(m, name), classOf(back, name))
		}
	}
}

func TestABadFileSaysWhy(t *testing.T) {
	var file bytes.Buffer
	if err := trained().Write(&file); err != nil {
		t.Fatal(err)
	}
	other := bytes.Clone(file.Bytes())
	other[4] = 9
	damaged := bytes.Clone(file.Bytes())
	damaged[len(damaged)-1] ^= 1
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"empty", nil, ErrNotWeights},
		{"other", []byte("hello there"), ErrNotWeights},
		{"version", other, ErrVersion},
		{"damaged", damaged, ErrDamaged},
		{"cut", file.Bytes()[:20], ErrDamaged},
	} {
		if _, err := Read(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(trained().encode())
	f.Fuzz(func(t *testing.T, raw []byte) {
		m, err := decode(raw)
		if err != nil {
			return
		}
		m.Score([]Feature{1, 2, 3}, make([]float32, 256))
	})
}

func TestAModelOfRowsScoresAsTheyDo(t *testing.T) {
	f := Mix(1, 2, 3, 4)
	m := Build([]string{"a", "b", "c"}, map[uint32][]Weight{Fingerprint(f): {{1, -2}, {0, 1}}, 12: {{1, 0}}})
	scores := make([]float32, 3)
	m.Score([]Feature{f}, scores)
	for i, want := range []float32{1, -2, 0} {
		if d := scores[i] - want; d > 1e-3 || d < -1e-3 {
			t.Errorf("class %d: got %f, want %f", i, scores[i], want)
		}
	}
	if len(m.starts) != 2 {
		t.Errorf("%d rows are kept, want 1", len(m.starts)-1)
	}
}

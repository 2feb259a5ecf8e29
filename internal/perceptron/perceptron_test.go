package perceptron

import (
	"bytes"
	"errors"
	"math"
	"slices"
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

func TestEachOfManyFeaturesIsFoundAndNoOther(t *testing.T) {
	const many = 1000
	trainer := NewTrainer([]string{"a", "b", "c"})
	trainer.Step()
	for i := range uint64(many) {
		trainer.Add([]Feature{Mix(1, i, 0, 0)}, int(i%3), float32(1+i%5))
	}
	trainer.Step()
	m := trainer.Model(0, 0)
	m.Extra = []byte("beside")
	var file bytes.Buffer
	if err := m.Write(&file); err != nil {
		t.Fatal(err)
	}
	back, err := Read(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if string(back.Extra) != "beside" {
		t.Errorf("extra bytes are %q", back.Extra)
	}
	for _, n := range []uint64{1, ahead, ahead + 1, many, 2 * many} {
		var features []Feature
		want := make([]float32, 3)
		for i := range n {
			features = append(features, Mix(1, i, 0, 0))
			if i < many {
				want[i%3] += float32(math.Round(float64(1+i%5) / 5 * steps)) // 5 is the largest weight
			}
		}
		for _, m := range []*Model{m, back} {
			got := make([]float32, 3)
			m.Score(features, got)
			if !slices.Equal(got, want) {
				t.Errorf("%d features: got %v, want %v", n, got, want)
			}
		}
	}
}

func TestAFeatureSeldomUpdatedOrOfLittleWeightIsLeftOut(t *testing.T) {
	trainer := NewTrainer([]string{"a", "b"})
	trainer.Step()
	for range 3 {
		trainer.Add([]Feature{Mix(1, 1, 0, 0)}, 0, 1)
	}
	trainer.Add([]Feature{Mix(1, 2, 0, 0)}, 0, 9)
	trainer.Step()
	scores := make([]float32, 2)
	trainer.Model(0, 2).Score([]Feature{Mix(1, 2, 0, 0)}, scores)
	trainer.Model(2, 0).Score([]Feature{Mix(1, 1, 0, 0)}, scores)
	if scores[0] != 0 {
		t.Errorf("got %v", scores)
	}
}

func TestPruningLeavesTheLargeWeights(t *testing.T) {
	trainer := NewTrainer([]string{"a", "b"})
	trainer.Step()
	trainer.Add([]Feature{1 << 40}, 0, 100)
	trainer.Add([]Feature{1 << 40}, 1, -60)
	trainer.Add([]Feature{1 << 41}, 0, -40)
	trainer.Step()
	scores := make([]float32, 2)
	trainer.Model(0, 0).Pruned(steps/2).Score([]Feature{1 << 40, 1 << 41}, scores)
	if want := []float32{steps, -4915}; !slices.Equal(scores, want) {
		t.Errorf("got %v, want %v", scores, want)
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

package encoder

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// tiny returns an encoder of random weights.
func tiny(t testing.TB) *Model {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 1))
	fill := func(rows, cols int) []float32 {
		out := make([]float32, rows*cols)
		for i := range out {
			out[i] = float32(random.NormFloat64() / 4)
		}
		return out
	}
	dense := func(rows, cols int) Tensor { return Tensor{Rows: rows, Cols: cols, Values: fill(rows, cols)} }
	m, err := New(&File{
		Vocabularies: map[string]Vocabulary{"word": NewVocabulary([]string{"cat", "sat", "the"}), "vector": NewVocabulary([]string{"dog", "the"})},
		Tensors: map[string]Tensor{
			"word": Quantise(5, 4, fill(5, 4)), "affix": Quantise(50, 4, fill(50, 4)),
			"vector": Quantise(3, 2, append([]float32{0, 0}, fill(2, 2)...)),
			"mix":    dense(10, 6), "mix add": dense(1, 6),
			"layer 1": dense(6, 18), "layer 1 add": dense(1, 18), "layer 2": dense(6, 18), "layer 2 add": dense(1, 18),
			"norm 1 gain": dense(1, 6), "norm 1 add": dense(1, 6), "norm 2 gain": dense(1, 6), "norm 2 add": dense(1, 6),
			"norm 3 gain": dense(1, 6), "norm 3 add": dense(1, 6),
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestSentencesDoNotTouchEachOther(t *testing.T) {
	m := tiny(t)
	first, second := strings.Fields("The cat sat ."), strings.Fields("So did Ümit's ’99 cat")
	alone := slices.Clone(m.NewState().Encode(first, []int{4}))
	both := m.NewState().Encode(append(slices.Clone(first), second...), []int{4, 9})
	if !slices.Equal(alone, both[:len(alone)]) {
		t.Error("a sentence has other vectors when another follows")
	}
	if len(both) != 9*m.Dim {
		t.Errorf("%d values for 9 words of %d", len(both), m.Dim)
	}
	swapped := m.NewState().Encode(strings.Fields("The cat sat down"), []int{4})
	if slices.Equal(alone[:m.Dim], swapped[:m.Dim]) {
		t.Error("the first word does not know the last")
	}
}

func TestStateIsTheSameAfterUse(t *testing.T) {
	m := tiny(t)
	s := m.NewState()
	words := strings.Fields("The cat sat")
	want := slices.Clone(s.Encode(words, []int{3}))
	for i := range 3 * cached { // more forms than it keeps
		s.Encode([]string{"w" + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + strings.Repeat("y", i/1000)}, []int{1})
	}
	if !slices.Equal(want, s.Encode(words, []int{3})) {
		t.Error("vectors depend on what was read before")
	}
	if len(s.Encode(nil, nil)) != 0 {
		t.Error("vectors of nothing")
	}
}

func TestABatchMayHaveMoreFormsThanAreKept(t *testing.T) {
	m := tiny(t)
	var words []string
	var ends []int
	for i := range cached + 100 {
		words = append(words, fmt.Sprintf("w%d.%d", i/26, i), "the")
		ends = append(ends, len(words))
	}
	s := m.NewState()
	s.Encode(words[:20], ends[:10])
	all := slices.Clone(s.Encode(words, ends))
	for _, i := range []int{0, cached, cached + 99} {
		want := m.NewState().Encode(words[2*i:2*i+2], []int{2})
		if !slices.Equal(want, all[2*i*m.Dim:(2*i+2)*m.Dim]) {
			t.Errorf("sentence %d has other vectors than alone", i)
		}
	}
}

func TestAVectorFromElsewhereTells(t *testing.T) {
	m := tiny(t)
	with := slices.Clone(m.NewState().Encode([]string{"dog"}, []int{1}))
	m.others = Vocabulary{}
	if slices.Equal(with, m.NewState().Encode([]string{"dog"}, []int{1})) {
		t.Error("a word has the same vector without the one from elsewhere")
	}
}

func TestEncodeDoesNotAllocate(t *testing.T) {
	s := tiny(t).NewState()
	words, ends := strings.Fields("The cat sat . The dog did too ."), []int{4, 9}
	s.Encode(words, ends)
	if n := testing.AllocsPerRun(100, func() { s.Encode(words, ends) }); n != 0 {
		t.Errorf("%v allocations for words seen before", n)
	}
}

func TestNorm(t *testing.T) {
	for form, want := range map[string]string{"Nov.": "nov.", "1,250": "9,999", "’s": "'s", "“": "\"", "``": "\"", "—": "-", "ÉCOLE": "école", "": ""} {
		if got := Norm(form); got != want {
			t.Errorf("Norm(%q) is %q, want %q", form, got, want)
		}
	}
}

func FuzzEncode(f *testing.F) {
	m := tiny(f)
	f.Add("The cat sat")
	f.Add("\xff\xfe \x00 \u202e” İ")
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Split(text, " ")
		if got := m.NewState().Encode(words, []int{len(words)}); len(got) != len(words)*m.Dim {
			t.Errorf("%d values for %d words", len(got), len(words))
		}
	})
}

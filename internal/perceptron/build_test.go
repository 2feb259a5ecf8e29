package perceptron

import "testing"

func TestWeightsLearnedElsewhereAreSummed(t *testing.T) {
	m := Build([]string{"a", "b"}, map[uint32][]Weight{7: {{1, 2}, {0, -1}}, 9: {{1, 0.5}}, 11: {{0, 1e-9}}})
	if got := m.Sum([]uint32{7, 8, 9, 11}, 1); got < 2.49 || got > 2.51 {
		t.Errorf("class b: got %f, want 2.5", got)
	}
	if got := m.Sum([]uint32{7, 9, 11}, 0); got < -1.01 || got > -0.99 {
		t.Errorf("class a: got %f, want -1", got)
	}
	scores := make([]float32, 2)
	m.Score([]Feature{Feature(7) << 32}, scores)
	if scores[0] > -0.99 || scores[1] < 1.99 {
		t.Errorf("by feature: got %v", scores)
	}
	if n := len(m.sortedKeys()); n != 2 {
		t.Errorf("%d features kept, want 2: one has no weight worth storing", n)
	}
}

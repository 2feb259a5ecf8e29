package kernel

import (
	"slices"
	"testing"
)

func TestLeak(t *testing.T) {
	for _, n := range []int{0, 1, 7, 8, 96, 101} {
		x := values(n)
		want := slices.Clone(x)
		for i, v := range want {
			want[i] = max(v, v*0.1)
		}
		if Leak(x, make([]float32, n+3)); !slices.Equal(x, want) {
			t.Errorf("%d values: %v, want %v", n, x, want)
		}
	}
}

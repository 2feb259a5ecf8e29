package kernel

import (
	"math"
	"slices"
	"testing"
)

func TestNorm(t *testing.T) {
	for _, n := range []int{1, 7, 8, 9, 16, 320, 323} {
		v := values(3 * n)
		x, gain, add := v[:n], v[n:2*n], v[2*n:]
		got, plain := make([]float32, n), make([]float32, n)
		normed(got, x, gain, add, fast())
		normed(plain, x, gain, add, false)
		if !slices.Equal(got, plain) {
			t.Errorf("%d values: AVX2 and plain Go differ", n)
		}
		mean, variance := 0.0, 1e-5
		for _, v := range x {
			mean += float64(v) / float64(n)
		}
		for _, v := range x {
			variance += (float64(v) - mean) * (float64(v) - mean) / float64(n)
		}
		for i, v := range x {
			want := (float64(v)-mean)/math.Sqrt(variance)*float64(gain[i]) + float64(add[i])
			if math.Abs(float64(got[i])-want) > 1e-4 {
				t.Errorf("value %d of %d is %v, want %v", i, n, got[i], want)
			}
		}
	}
}

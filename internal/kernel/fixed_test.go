package kernel

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

// sizes of products: rows, in, out.
var sizes = [][3]int{{1, 1, 1}, {1, 320, 960}, {2, 3, 5}, {7, 324, 64}, {50, 17, 31}, {6, 256, 16}, {19, 257, 40}, {5, 0, 3}, {0, 4, 4}}

func TestWholeNumbersAreNearTheProduct(t *testing.T) {
	for _, size := range sizes {
		rows, in, out := size[0], size[1], size[2]
		x, w, add := values(rows*in), values(in*out), values(out)
		got, want := values(rows*out), make([]float32, rows*out)
		NewFixed(w, add, in, out).Mul(got, x, in, rows, &Rows{})
		PlainMul(want, x, w, rows, in, out)
		for i := range want {
			// Each factor is off by half a step at most, of some two thousand that its row or column has.
			if d := float64(got[i] - want[i] - add[i%out]); math.Abs(d) > 2e-3*math.Sqrt(float64(in))*4 {
				t.Fatalf("%v: value %d is %v, want %v", size, i, got[i], want[i]+add[i%out])
			}
		}
	}
}

func TestWholeNumbersAreTheSameOnEveryProcessor(t *testing.T) {
	if !fast() {
		t.Log("this processor has no AVX2: both are the plain one")
	}
	for _, size := range sizes {
		rows, in, out := size[0], size[1], size[2]
		x, f := values(rows*(in+3)), NewFixed(values(in*out), values(out), in, out)
		got, want := make([]float32, rows*out), make([]float32, rows*out)
		var r Rows
		f.mul(got, x, in+3, rows, &r, fast())
		f.mul(want, x, in+3, rows, &r, false)
		if !slices.Equal(got, want) {
			t.Errorf("%v: the tile and plain Go differ", size)
		}
	}
}

func TestTurnedWholeNumbers(t *testing.T) {
	var f Fixed
	for _, size := range [][3]int{{9, 128, 41}, {3, 128, 5}, {1, 7, 1}, {7, 64, 33}} {
		rows, in, out := size[0], size[1], size[2]
		x, w := values(rows*in), values(in*out)
		turned := make([]float32, in*out)
		Transpose(turned, w, out, in)
		got, want := make([]float32, rows*out), make([]float32, rows*out)
		var r Rows
		f.SetTurned(w, in, out, &r)
		f.Mul(got, x, in, rows, &r)
		NewFixed(turned, nil, in, out).Mul(want, x, in, rows, &r)
		near(t, got, want, 1)
	}
}

func TestNoSumOfWholeNumbersOverflows(t *testing.T) {
	for _, in := range []int{1, 2, 3, 64, 320, 5000} {
		x, w := make([]float32, in), make([]float32, in)
		for i := range x {
			x[i], w[i] = -1, 1
		}
		got := make([]float32, 1)
		NewFixed(w, nil, in, 1).Mul(got, x, in, 1, &Rows{})
		if math.Abs(float64(got[0])+float64(in)) > 1e-3*float64(in) {
			t.Errorf("%d times -1 gives %v", in, got[0])
		}
	}
}

func BenchmarkFixed(b *testing.B) {
	for _, size := range [][3]int{{24, 192, 576}, {400, 192, 576}, {24, 96, 32}, {400, 320, 960}, {1, 192, 576}} {
		rows, in, out := size[0], size[1], size[2]
		x, dst, f := values(rows*in), values(rows*out), NewFixed(values(in*out), values(out), in, out)
		var r Rows
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Mul(dst, x, in, rows, &r)
			}
			b.ReportMetric(2*float64(rows*in*out)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
		})
	}
}

package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/viterin/vek/vek32"
)

// tolerance is how far the fast and the plain kernels may differ, of numbers of about one: AVX2 multiplies and adds without
// rounding in between.
const tolerance = 1e-5

func values(n int) []float32 {
	random := rand.New(rand.NewPCG(1, uint64(n)))
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(random.NormFloat64())
	}
	return out
}

func near(t *testing.T, got, want []float32, scale float64) {
	t.Helper()
	for i := range want {
		if d := math.Abs(float64(got[i] - want[i])); d > tolerance*scale {
			t.Fatalf("value %d is %v, want %v", i, got[i], want[i])
		}
	}
}

func TestFastAndPlainAgree(t *testing.T) {
	if fast() != vek32.Info().Acceleration {
		t.Errorf("fast is %v, but vek says %+v", fast(), vek32.Info())
	}
	if !fast() {
		t.Log("this processor has no AVX2: both are the plain one")
	}
	for _, size := range [][3]int{{1, 1, 1}, {1, 192, 576}, {2, 3, 5}, {3, 96, 33}, {7, 192, 64}, {50, 17, 31}, {6, 256, 16}, {19, 257, 40}, {23, 600, 48}, {5, 0, 3}, {0, 4, 4}} {
		rows, in, out := size[0], size[1], size[2]
		x, w := values(rows*in), values(in*out)
		got, want := values(rows*out), make([]float32, rows*out)
		Mul(got, x, w, rows, in, out)
		PlainMul(want, x, w, rows, in, out)
		near(t, got, want, 10*math.Sqrt(float64(in+1)))
		AddMul(got, x, w, rows, in, out)
		vek32.Add_Inplace(want, slices.Clone(want))
		near(t, got, want, 20*math.Sqrt(float64(in+1)))
		turned := make([]float32, len(x))
		Transpose(turned, x, rows, in)
		AddTurned(got, turned, w, rows, in, out)
		PlainMul(want, x, w, rows, in, out)
		vek32.MulNumber_Inplace(want, 3)
		near(t, got, want, 30*math.Sqrt(float64(in+1)))
	}
}

func TestProductOfARowDoesNotDependOnTheOthers(t *testing.T) {
	const rows, in, out = 25, 300, 41
	x, w := values(rows*in), values(in*out)
	all, one := make([]float32, rows*out), make([]float32, out)
	Mul(all, x, w, rows, in, out)
	for r := range rows {
		Mul(one, x[r*in:(r+1)*in], w, 1, in, out)
		if !slices.Equal(one, all[r*out:(r+1)*out]) {
			t.Errorf("row %d has another product alone", r)
		}
	}
}

func TestBothTilesGiveTheSame(t *testing.T) {
	if !fast() || !hasWide() {
		t.Log("this processor has no AVX-512: there is one tile")
		return
	}
	for _, size := range [][3]int{{1, 1, 1}, {25, 300, 41}, {48, 256, 96}, {7, 513, 64}} {
		rows, in, out := size[0], size[1], size[2]
		a := product{dst: make([]float32, rows*out), x: values(rows * in), w: values(in * out), rows: rows, in: in, out: out, stride: in, step: 1}
		b := a
		b.dst = make([]float32, rows*out)
		a.make(false)
		b.make(true)
		if !slices.Equal(a.dst, b.dst) {
			t.Errorf("%v: the narrow and the wide tile differ", size)
		}
	}
}

func TestTranspose(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {3, 40}, {33, 17}, {0, 4}} {
		rows, cols := size[0], size[1]
		x := values(rows * cols)
		turned := make([]float32, rows*cols)
		Transpose(turned, x, rows, cols)
		for r := range rows {
			for c := range cols {
				if turned[c*rows+r] != x[r*cols+c] {
					t.Fatalf("%d×%d: value %d,%d is in the wrong place", rows, cols, r, c)
				}
			}
		}
	}
}

func BenchmarkMul(b *testing.B) {
	for _, size := range [][3]int{{24, 192, 576}, {400, 192, 576}, {24, 96, 32}, {1, 192, 576}} {
		rows, in, out := size[0], size[1], size[2]
		x, w, dst := values(rows*in), values(in*out), values(rows*out)
		run := func(name string, mul func()) {
			b.Run(fmt.Sprint(size, name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					mul()
				}
				b.ReportMetric(2*float64(rows*in*out)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
			})
		}
		run("", func() { Mul(dst, x, w, rows, in, out) })
		if fast() {
			run("AVX2", func() {
				p := product{dst: dst, x: x, w: w, rows: rows, in: in, out: out, stride: in, step: 1}
				p.make(false)
			})
		}
		run("vek", func() { // by three rows, for which it starts no goroutines
			for r := 0; r < rows; r += 3 {
				n := min(3, rows-r)
				vek32.MatMul_Into(dst[r*out:(r+n)*out], x[r*in:(r+n)*in], w, in)
			}
		})
		run("plain", func() { PlainMul(dst, x, w, rows, in, out) })
	}
}

package kernel

import (
	"math"
	"slices"
	"testing"
)

func TestLogistic(t *testing.T) {
	for _, n := range []int{0, 1, 7, 8, 9, 384} {
		in := values(n)
		for i := range in {
			in[i] *= []float32{0.01, 1, 10, 1000}[i%4] // the last are far beyond both ends
		}
		got, plain := slices.Clone(in), slices.Clone(in)
		Logistic(got)
		plainLogistic(plain)
		if !slices.Equal(got, plain) {
			t.Errorf("%d values: AVX2 and plain Go differ", n)
		}
		for i, v := range in {
			if want := 1 / (1 + math.Exp(-float64(v))); math.Abs(float64(got[i])-want) > 2e-7 {
				t.Errorf("the logistic function of %v is %v, want %v", v, got[i], want)
			}
		}
	}
}

func TestGates(t *testing.T) {
	for _, n := range []int{0, 1, 7, 8, 9, 160} {
		v := values(5 * n)
		in, candidate, forget, pass := v[:n], v[n:2*n], v[2*n:3*n], v[3*n:4*n]
		out, memory := make([]float32, n), slices.Clone(v[4*n:])
		plainOut, plainMemory := make([]float32, n), slices.Clone(memory)
		Gates(out, memory, in, candidate, forget, pass)
		plainGates(plainOut, plainMemory, in, candidate, forget, pass)
		if !slices.Equal(out, plainOut) || !slices.Equal(memory, plainMemory) {
			t.Errorf("%d values: AVX2 and plain Go differ", n)
		}
		for i := range n {
			c := forget[i]*v[4*n+i] + (1-forget[i])*candidate[i]
			if want := pass[i]*c + (1-pass[i])*in[i]; math.Abs(float64(out[i]-want)) > 1e-5 || math.Abs(float64(memory[i]-c)) > 1e-5 {
				t.Errorf("value %d is %v, want %v, and remembered %v, want %v", i, out[i], want, memory[i], c)
			}
		}
	}
}

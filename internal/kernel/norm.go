package kernel

import (
	"math"

	"github.com/viterin/vek/vek32"
)

// Norm sets dst to x scaled to mean 0 and variance 1, times gain, and add (Ba, Kiros & Hinton 2016, Layer Normalization). All
// have the same length. Sums are made in eight lanes, so that every processor gives the same.
func Norm(dst, x, gain, add []float32) { normed(dst, x, gain, add, fast()) }

func normed(dst, x, gain, add []float32, fast bool) {
	n, whole := float32(len(x)), len(x)&^7
	total, spread := plainSum, plainSquares
	if fast && whole > 0 {
		total = func(x []float32) float32 { return sum(&x[0], len(x)) }
		spread = func(x []float32) float32 { return squares(&x[0], len(x)) }
	}
	mean := (total(x[:whole]) + plainSum(x[whole:])) / n
	vek32.SubNumber_Into(dst, x, mean)
	variance := (spread(dst[:whole]) + plainSquares(dst[whole:])) / n
	vek32.MulNumber_Inplace(dst, 1/float32(math.Sqrt(float64(variance)+1e-5)))
	vek32.Mul_Inplace(dst, gain)
	vek32.Add_Inplace(dst, add)
}

// plainSum is sum in plain Go, for any number of values.
func plainSum(x []float32) float32 {
	var lanes [8]float32
	for i, v := range x {
		lanes[i%8] += v
	}
	return across(lanes)
}

// plainSquares is squares in plain Go, for any number of values.
func plainSquares(x []float32) float32 {
	var lanes [8]float32
	for i, v := range x {
		lanes[i%8] += float32(v * v)
	}
	return across(lanes)
}

// across sums lanes as the tile does: those four apart, then two, then one.
func across(l [8]float32) float32 {
	for n := 4; n > 0; n /= 2 {
		for i := range n {
			l[i] += l[i+n]
		}
	}
	return l[0]
}

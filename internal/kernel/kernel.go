// Package kernel holds the few operations that the neural encoder spends its time in. Trees are read with weights in whole
// numbers (Fixed), whose products, like Norm, Gates and Logistic, are the same bit by bit with AVX2 and in plain Go; a network
// is trained with products of floats (Mul, AddMul, AddTurned), in tiles of assembly that are some two and a half times as
// fast as those of github.com/viterin/vek, and in plain Go the same within rounding.
//
// It comes before package encoder and knows nothing of language. Matrices are row by row in one slice.
//
//	f := kernel.NewFixed(weights, bias, in, out)
//	var rows kernel.Rows // working memory, for any number of products
//	f.Mul(products, vectors, in, n, &rows)
package kernel

import (
	"math"
	"runtime"

	"github.com/viterin/vek/vek32"
	"golang.org/x/sys/cpu"
)

// fast reports whether vek has its AVX2 kernels to use here, by the features it asks for itself.
func fast() bool { return cpu.X86.HasAVX2 && cpu.X86.HasFMA && runtime.GOOS != "darwin" }

// hasWide reports whether the processor has AVX-512 besides.
func hasWide() bool { return cpu.X86.HasAVX512F }

// Transpose sets dst (cols×rows) to the transpose of x (rows×cols).
func Transpose(dst, x []float32, rows, cols int) {
	const block = 16
	for r0 := 0; r0 < rows; r0 += block {
		r1 := min(r0+block, rows)
		for c0 := 0; c0 < cols; c0 += block {
			c1 := min(c0+block, cols)
			for r := r0; r < r1; r++ {
				for c := c0; c < c1; c++ {
					dst[c*rows+r] = x[r*cols+c]
				}
			}
		}
	}
}

// steep is where the logistic function is flat in 32 bits; beyond ±88 the exponential of vek gives nonsense.
const steep = 60

// Exp replaces each x by e to its power, with x cut at ±60.
func Exp(x []float32) {
	if !fast() {
		for i, v := range x {
			x[i] = float32(math.Exp(float64(min(max(v, -steep), steep))))
		}
		return
	}
	vek32.MaximumNumber_Inplace(x, -steep)
	vek32.MinimumNumber_Inplace(x, steep)
	vek32.Exp_Inplace(x)
}

// Room returns n values to write over: those of b, or new ones where it has no room for them.
func Room(b []float32, n int) []float32 {
	if cap(b) < n {
		return make([]float32, n)
	}
	return b[:n]
}

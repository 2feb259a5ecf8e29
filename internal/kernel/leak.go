package kernel

import "github.com/viterin/vek/vek32"

// Add adds x to dst, value by value.
func Add(dst, x []float32) { vek32.Add_Inplace(dst, x) }

// AddTo sets dst to the sum of x and y.
func AddTo(dst, x, y []float32) { vek32.Add_Into(dst, x, y) }

// MulTo sets dst to x times y, value by value.
func MulTo(dst, x, y []float32) { vek32.Mul_Into(dst, x, y) }

// Leak leaves a tenth of what is below zero (leaky rectifier). Room has at least as many values and is written over.
func Leak(x, room []float32) {
	room = room[:len(x)]
	vek32.MulNumber_Into(room, x, 0.1)
	vek32.Maximum_Inplace(x, room)
}

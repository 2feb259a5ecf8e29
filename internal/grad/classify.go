package grad

import (
	"math"

	"github.com/readout/readout/internal/kernel"
	"github.com/viterin/vek/vek32"
)

// Classify adds the cross-entropy of softmax(x) against the right classes, times weight, to the gradient and returns its
// sum and the number of rows whose best class is right. Rows with a negative class are left out.
func (t *Tape) Classify(x *Value, right []int, weight float32) (loss float64, hits int) {
	shares := t.room(x.Cols)
	for i, r := range right {
		if r < 0 {
			continue
		}
		best, total := softmax(x.Row(i), x.Grad(i), shares, weight)
		loss += total - float64(x.Row(i)[r])
		x.Grad(i)[r] -= weight
		if best == r {
			hits++
		}
	}
	return loss, hits
}

// softmax adds weight·softmax(x) to g and returns the best index and log of the sum of exponentials. shares has room for as
// many values.
func softmax(x, g, shares []float32, weight float32) (int, float64) {
	best := vek32.ArgMax(x)
	vek32.SubNumber_Into(shares, x, x[best])
	kernel.Exp(shares)
	sum := vek32.Sum(shares)
	vek32.MulNumber_Inplace(shares, weight/sum)
	vek32.Add_Inplace(g, shares)
	return best, float64(x[best]) + math.Log(float64(sum))
}

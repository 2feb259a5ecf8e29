package wordclass

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
)

// matrix is a sparse matrix by rows.
type matrix struct {
	rows    [][]entry
	columns int
}

type entry struct {
	column uint32
	value  float32
}

// associations weighs the contexts of each word by positive pointwise mutual information, contexts smoothed by the power 0.75
// (Levy, Goldberg & Dagan 2015).
func (c *counter) associations() matrix {
	m := matrix{rows: make([][]entry, len(c.around)), columns: (c.context + 2) * len(offsets)}
	columns := make([]float64, m.columns)
	sums := make([]float64, len(c.around))
	for i, around := range c.around {
		for k, n := range around {
			m.rows[i] = append(m.rows[i], entry{k, n})
		}
		slices.SortFunc(m.rows[i], func(a, b entry) int { return cmp.Compare(a.column, b.column) })
		for _, e := range m.rows[i] {
			sums[i] += float64(e.value)
			columns[e.column] += float64(e.value)
		}
	}
	total := 0.0
	for k, n := range columns {
		columns[k] = math.Pow(n, 0.75)
		total += columns[k]
	}
	for i, row := range m.rows {
		kept := row[:0]
		for _, e := range row {
			if p := math.Log(float64(e.value) * total / (sums[i] * columns[e.column])); p > 0 {
				kept = append(kept, entry{e.column, float32(p)})
			}
		}
		m.rows[i] = kept
	}
	return m
}

// vectors returns a vector of the given length for each row: the row's place in the space of the largest singular
// values, found by subspace iteration from a random start (Halko, Martinsson & Tropp 2011), brought to length one.
func (m matrix) vectors(size int, seed uint64) [][]float32 {
	random := rand.New(rand.NewPCG(seed, 3))
	right := dense(m.columns, size)
	for _, row := range right {
		for i := range row {
			row[i] = float32(random.NormFloat64())
		}
	}
	var out [][]float32
	const rounds = 4
	for round := range rounds {
		out = m.times(right, size)
		if round == rounds-1 {
			break
		}
		orthonormalise(out, size)
		right = m.transposedTimes(out, size)
		orthonormalise(right, size)
	}
	for _, row := range out {
		unit(row)
	}
	return out
}

func dense(rows, size int) [][]float32 {
	all := make([]float32, rows*size)
	out := make([][]float32, rows)
	for i := range out {
		out[i], all = all[:size:size], all[size:]
	}
	return out
}

func (m matrix) times(right [][]float32, size int) [][]float32 {
	out := dense(len(m.rows), size)
	parallel(len(out), func(i int) {
		for _, e := range m.rows[i] {
			for k, x := range right[e.column] {
				out[i][k] += e.value * x
			}
		}
	})
	return out
}

func (m matrix) transposedTimes(left [][]float32, size int) [][]float32 {
	out := dense(m.columns, size)
	for i, row := range m.rows {
		for _, e := range row {
			to := out[e.column]
			for k, x := range left[i] {
				to[k] += e.value * x
			}
		}
	}
	return out
}

// orthonormalise makes the columns orthogonal and of length one (Gram & Schmidt, twice for exactness).
func orthonormalise(rows [][]float32, size int) {
	columns := dense(size, len(rows))
	for i, row := range rows {
		for k, x := range row {
			columns[k][i] = x
		}
	}
	for k := range columns {
		for range 2 {
			for j := range k {
				p := float32(dot(columns[k], columns[j]))
				for i, x := range columns[j] {
					columns[k][i] -= p * x
				}
			}
		}
		unit(columns[k])
	}
	for k, column := range columns {
		for i, x := range column {
			rows[i][k] = x
		}
	}
}

func dot(a, b []float32) float64 {
	var s float64
	for i, x := range a {
		s += float64(x * b[i])
	}
	return s
}

func unit(v []float32) {
	length := math.Sqrt(dot(v, v))
	if length < 1e-12 {
		return
	}
	for i := range v {
		v[i] /= float32(length)
	}
}

// parallel calls work with the numbers below n, which it may do in any order: each writes to a place of its own.
func parallel(n int, work func(int)) {
	const share = 512
	var group sync.WaitGroup
	for from := 0; from < n; from += share {
		group.Go(func() {
			for i := from; i < min(from+share, n); i++ {
				work(i)
			}
		})
	}
	group.Wait()
}

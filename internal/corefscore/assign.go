package corefscore

import "math"

// Assign returns the largest sum of weights of a one-to-one assignment of rows to columns, none of which need be used up. It is the
// method of Kuhn (1955) and Munkres (1957) in the form with potentials and shortest augmenting paths, cubic in the larger side.
func Assign(weight [][]float64) float64 {
	if len(weight) == 0 || len(weight[0]) == 0 {
		return 0
	}
	if len(weight) > len(weight[0]) {
		weight = transposed(weight)
	}
	a := newAssignment(weight)
	for row := range weight {
		a.place(row)
	}
	sum := 0.0
	for column, row := range a.rowOf {
		if row >= 0 {
			sum += weight[row][column]
		}
	}
	return sum
}

func transposed(w [][]float64) [][]float64 {
	out := make([][]float64, len(w[0]))
	for j := range out {
		out[j] = make([]float64, len(w))
		for i := range w {
			out[j][i] = w[i][j]
		}
	}
	return out
}

// assignment is rows placed so far; cost of a pair is its weight taken negative, and the potentials keep every cost less the
// potentials of its row and column at zero or above.
type assignment struct {
	weight  [][]float64
	row     []float64 // potential of each row
	column  []float64 // potential of each column
	rowOf   []int     // for each column its row, -1 where free
	cheap   []float64 // for each column, the least cost of reaching it from the row being placed
	through []int     // the column before it on that path, -1 for none
	done    []bool
}

func newAssignment(weight [][]float64) *assignment {
	n := len(weight[0])
	a := &assignment{weight: weight, row: make([]float64, len(weight)), column: make([]float64, n), rowOf: make([]int, n),
		cheap: make([]float64, n), through: make([]int, n), done: make([]bool, n)}
	for j := range a.rowOf {
		a.rowOf[j] = -1
	}
	return a
}

// place finds the cheapest path from a row over placed rows to a free column and moves the rows along it.
func (a *assignment) place(row int) {
	for j := range a.cheap {
		a.cheap[j], a.through[j], a.done[j] = math.Inf(1), -1, false
	}
	at, column := row, -1
	for {
		next, step := a.nearest(at, column)
		a.shift(row, step)
		a.done[next] = true
		column = next
		if a.rowOf[column] < 0 {
			break
		}
		at = a.rowOf[column]
	}
	for column >= 0 {
		before := a.through[column]
		if before < 0 {
			a.rowOf[column] = row
		} else {
			a.rowOf[column] = a.rowOf[before]
		}
		column = before
	}
}

// nearest lowers the costs of columns that row at reaches and returns the cheapest column not done, with its cost.
func (a *assignment) nearest(at, from int) (int, float64) {
	best, least := -1, math.Inf(1)
	for j := range a.cheap {
		if a.done[j] {
			continue
		}
		if c := -a.weight[at][j] - a.row[at] - a.column[j]; c < a.cheap[j] {
			a.cheap[j], a.through[j] = c, from
		}
		if a.cheap[j] < least {
			best, least = j, a.cheap[j]
		}
	}
	return best, least
}

// shift moves the potentials by what the last step of the path costs.
func (a *assignment) shift(row int, step float64) {
	a.row[row] += step
	for j := range a.cheap {
		if a.done[j] {
			a.column[j] -= step
			a.row[a.rowOf[j]] += step
		} else {
			a.cheap[j] -= step
		}
	}
}

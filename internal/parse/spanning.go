package parse

import "math"

// treeState is the working memory of the search for the best tree.
type treeState struct {
	heads []int
	mark  []int8
}

// best returns the head of each of n words, 0 for the root and j for word j-1, so that the sum of scores is the highest of
// all trees with one root (Chu & Liu 1965, Edmonds 1967). Row i of scores holds the root's score and those of the n words.
// Most sentences need no search: the best head of every word makes a tree already.
func (s *treeState) best(scores []float32, n int) []int {
	if cap(s.heads) < n {
		s.heads, s.mark = make([]int, n), make([]int8, n)
	}
	s.heads, s.mark = s.heads[:n], s.mark[:n]
	for i := range n {
		row := scores[i*(n+1) : (i+1)*(n+1)]
		best := 0
		for j, v := range row {
			if v > row[best] && j != i+1 {
				best = j
			}
		}
		s.heads[i] = best
	}
	if s.isTree() {
		return s.heads
	}
	s.search(scores, n)
	return s.heads
}

// isTree reports whether every word reaches the root, which has one dependent.
func (s *treeState) isTree() bool {
	roots := 0
	clear(s.mark)
	for i, h := range s.heads {
		if h == 0 {
			roots++
		}
		at := i
		for at >= 0 && s.mark[at] == 0 {
			s.mark[at] = 1
			at = s.heads[at] - 1
		}
		if at >= 0 && s.mark[at] == 1 {
			return false
		}
		for at = i; at >= 0 && s.mark[at] == 1; at = s.heads[at] - 1 {
			s.mark[at] = 2
		}
	}
	return roots == 1
}

// search finds the best tree with one root. A fine on every arc from the root, larger than all else can make good, leaves as
// few of them as there can be, which is one, and does not change which tree is best among those with one.
func (s *treeState) search(scores []float32, n int) {
	size := n + 1
	m := make([]float64, size*size)
	low, high := 0.0, 0.0
	for _, v := range scores[:n*size] {
		low, high = min(low, float64(v)), max(high, float64(v))
	}
	fine := (high - low + 1) * float64(size)
	for i := range n {
		row := m[(i+1)*size : (i+2)*size]
		for j := range row {
			row[j] = float64(scores[i*size+j])
		}
		row[0] -= fine
		row[i+1] = math.Inf(-1)
	}
	heads := edmonds(m, size)
	for i := range s.heads {
		s.heads[i] = heads[i+1]
	}
}

// edmonds returns the heads of the best tree over n nodes with root 0; m[i*n+j] is the score of j as head of i.
func edmonds(m []float64, n int) []int {
	heads := make([]int, n)
	for i := 1; i < n; i++ {
		b := -1
		for j := range n {
			if j != i && (b < 0 || m[i*n+j] > m[i*n+b]) {
				b = j
			}
		}
		heads[i] = b
	}
	cycle := findCycle(heads)
	if cycle == nil {
		return heads
	}
	// Contract the cycle into one node, the last of a smaller graph.
	in := make([]bool, n)
	for _, c := range cycle {
		in[c] = true
	}
	var old []int
	for i := range n {
		if !in[i] {
			old = append(old, i)
		}
	}
	k := len(old)
	small := make([]float64, (k+1)*(k+1))
	enter, leave := make([]int, k), make([]int, k)
	for a, i := range old {
		for b, j := range old {
			small[a*(k+1)+b] = m[i*n+j]
		}
		bestOut := cycle[0]
		for _, c := range cycle {
			if m[i*n+c] > m[i*n+bestOut] {
				bestOut = c
			}
		}
		leave[a] = bestOut
		small[a*(k+1)+k] = m[i*n+bestOut]
		bestIn := cycle[0]
		for _, c := range cycle {
			if m[c*n+i]-m[c*n+heads[c]] > m[bestIn*n+i]-m[bestIn*n+heads[bestIn]] {
				bestIn = c
			}
		}
		enter[a] = bestIn
		small[k*(k+1)+a] = m[bestIn*n+i] - m[bestIn*n+heads[bestIn]]
	}
	small[k*(k+1)+k] = math.Inf(-1)
	inner := edmonds(small, k+1)
	for a := 1; a < k; a++ {
		if inner[a] == k {
			heads[old[a]] = leave[a]
		} else {
			heads[old[a]] = old[inner[a]]
		}
	}
	from := inner[k]
	heads[enter[from]] = old[from]
	return heads
}

// findCycle returns the nodes of a cycle, or nil.
func findCycle(heads []int) []int {
	seen := make([]int, len(heads))
	for i := 1; i < len(heads); i++ {
		at := i
		for at != 0 && seen[at] == 0 {
			seen[at] = i
			at = heads[at]
		}
		if at != 0 && seen[at] == i {
			cycle := []int{at}
			for j := heads[at]; j != at; j = heads[j] {
				cycle = append(cycle, j)
			}
			return cycle
		}
	}
	return nil
}

package parse

// treeState is the working memory of the search for the best tree.
type treeState struct {
	heads []int
	mark  []int8
	arborescence
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
	low, high := 0.0, 0.0
	for _, v := range scores[:n*size] {
		low, high = min(low, float64(v)), max(high, float64(v))
	}
	fine := (high - low + 1) * float64(size)
	s.start(size)
	for i := range n {
		row := s.score[(i+1)*size : (i+2)*size]
		for j := range row {
			row[j] = float64(scores[i*size+j])
		}
		row[0] -= fine
	}
	s.solve()
	for i := range s.heads {
		s.heads[i] = int(s.head[i+1])
	}
}

package parse

// arborescence finds the tree of the highest sum of scores that hangs on node 0, by contracting cycles (Chu & Liu 1965, Edmonds
// 1967) along paths that are grown backwards (Tarjan 1977), which takes time and memory in the square of the nodes. A
// contracted cycle is a node of its own, numbered after the nodes of the sentence, and stands in the row and column of one of
// its members.
type arborescence struct {
	size  int       // nodes of the sentence, the root included
	score []float64 // of column j as head of row i, at i*size+j
	from  []int32   // node of the sentence in the column that such an arc comes from
	to    []int32   // and node in the row that it goes to

	at     []int32 // node that stands in a row, -1 for none
	done   []bool  // whether the node in a row hangs on the root already
	place  []int32 // of the node in a row on the path, -1 for none
	path   []int32 // nodes, each the head of the one before
	row    []int32 // of each node
	above  []int32 // contracted node that a node is part of, -1 for none
	head   []int32 // node of the sentence that the best arc into a node comes from
	enters []int32 // and the node of the sentence that it goes to
	value  []float64
}

// start makes room for a sentence. The caller fills score; from and to are set.
func (a *arborescence) start(size int) {
	a.size = size
	if cap(a.score) < size*size {
		a.score, a.from, a.to = make([]float64, size*size), make([]int32, size*size), make([]int32, size*size)
		a.at, a.done, a.place = make([]int32, size), make([]bool, size), make([]int32, size)
		a.row, a.above, a.head, a.enters = make([]int32, 2*size), make([]int32, 2*size), make([]int32, 2*size), make([]int32, 2*size)
		a.value = make([]float64, 2*size)
	}
	a.score, a.from, a.to = a.score[:size*size], a.from[:size*size], a.to[:size*size]
	a.at, a.done, a.place = a.at[:size], a.done[:size], a.place[:size]
	for i := range size {
		a.at[i], a.row[i], a.done[i], a.place[i] = int32(i), int32(i), i == 0, -1
		for j := range size {
			a.from[i*size+j], a.to[i*size+j] = int32(j), int32(i)
		}
	}
	for i := range 2 * size {
		a.above[i] = -1
	}
}

// solve sets head for the nodes of the sentence but the root.
func (a *arborescence) solve() {
	next := int32(a.size)
	for i := 1; i < a.size; i++ {
		v := a.whole(int32(i))
		if a.done[a.row[v]] {
			continue
		}
		next = a.grow(v, next)
	}
	// From the last contraction to the first: the arc into a cycle replaces the arc of the cycle into the member it enters.
	for c := next - 1; c >= int32(a.size); c-- {
		v := a.enters[c]
		for a.above[v] != c {
			v = a.above[v]
		}
		a.head[v], a.enters[v] = a.head[c], a.enters[c]
	}
}

// whole returns the contracted node that v is part of by now.
func (a *arborescence) whole(v int32) int32 {
	for a.above[v] >= 0 {
		v = a.above[v]
	}
	return v
}

// grow follows best heads from a node until they lead to the root, contracting cycles on the way. next is the number of the
// next contracted node; it returns the one after.
func (a *arborescence) grow(v, next int32) int32 {
	a.path = append(a.path[:0], v)
	a.place[a.row[v]] = 0
	for {
		v := a.path[len(a.path)-1]
		best := a.bestHead(v)
		switch {
		case a.done[best]:
			for _, v := range a.path {
				a.done[a.row[v]], a.place[a.row[v]] = true, -1
			}
			return next
		case a.place[best] >= 0:
			first := int(a.place[best])
			a.contract(a.path[first:], next)
			a.path = append(a.path[:first], next)
			a.place[a.row[next]] = int32(first)
			next++
		default:
			a.place[best] = int32(len(a.path))
			a.path = append(a.path, a.at[best])
		}
	}
}

// bestHead notes the best arc into a node and returns the row of the node that it comes from.
func (a *arborescence) bestHead(v int32) int32 {
	own := a.row[v]
	row := a.score[int(own)*a.size : int(own+1)*a.size]
	best := int32(-1)
	for j, x := range row {
		if a.at[j] >= 0 && int32(j) != own && (best < 0 || x > row[best]) {
			best = int32(j)
		}
	}
	at := int(own)*a.size + int(best)
	a.head[v], a.enters[v], a.value[v] = a.from[at], a.to[at], a.score[at]
	return best
}

// contract makes one node of a cycle, in the row of its first member.
func (a *arborescence) contract(cycle []int32, c int32) {
	size := a.size
	for _, v := range cycle {
		a.above[v] = c
		a.at[a.row[v]], a.place[a.row[v]] = -1, -1
	}
	own := int(a.row[cycle[0]])
	for j := range size {
		if a.at[j] < 0 {
			continue
		}
		in, out := -1, -1
		gain := 0.0
		for _, v := range cycle {
			r := int(a.row[v])
			if g := a.score[r*size+j] - a.value[v]; in < 0 || g > gain {
				in, gain = r*size+j, g
			}
			if o := j*size + r; out < 0 || a.score[o] > a.score[out] {
				out = o
			}
		}
		to := own*size + j
		a.score[to], a.from[to], a.to[to] = gain, a.from[in], a.to[in]
		to = j*size + own
		a.score[to], a.from[to], a.to[to] = a.score[out], a.from[out], a.to[out]
	}
	a.at[own], a.row[c] = c, int32(own)
}

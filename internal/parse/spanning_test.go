package parse

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// everyTree calls f with each assignment of heads that is a tree with one root.
func everyTree(n int, f func(heads []int)) {
	s := treeState{heads: make([]int, n), mark: make([]int8, n)}
	var set func(i int)
	set = func(i int) {
		if i == n {
			if s.isTree() {
				f(s.heads)
			}
			return
		}
		for h := range n + 1 {
			if h != i+1 {
				s.heads[i] = h
				set(i + 1)
			}
		}
	}
	set(0)
}

func total(scores []float32, heads []int) float64 {
	sum := 0.0
	for i, h := range heads {
		sum += float64(scores[i*(len(heads)+1)+h])
	}
	return sum
}

func TestBestTreeIsTheBestOfAll(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var s treeState
	for range 300 {
		n := 1 + random.IntN(5)
		scores := make([]float32, n*(n+1))
		for i := range scores {
			scores[i] = float32(random.NormFloat64())
			if random.IntN(3) == 0 {
				scores[i] = 1 // ties
			}
		}
		if random.IntN(2) == 0 { // words that all want to be the root
			for i := range n {
				scores[i*(n+1)] += 5
			}
		}
		want := math.Inf(-1)
		everyTree(n, func(heads []int) { want = max(want, total(scores, heads)) })
		got := slices.Clone(s.best(scores, n))
		check := treeState{heads: got, mark: make([]int8, n)}
		if !check.isTree() {
			t.Fatalf("heads %v are no tree with one root", got)
		}
		if sum := total(scores, got); math.Abs(sum-want) > 1e-4 {
			t.Fatalf("tree %v of %d words has %.4f, the best %.4f", got, n, sum, want)
		}
	}
}

func TestTreesOfLongSentences(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	var s treeState
	for _, n := range []int{100, 400} {
		scores := make([]float32, n*(n+1))
		for i := range scores {
			scores[i] = float32(random.NormFloat64())
		}
		got := slices.Clone(s.best(scores, n))
		check := treeState{heads: got, mark: make([]int8, n)}
		if !check.isTree() {
			t.Fatalf("%d words: no tree with one root", n)
		}
	}
}

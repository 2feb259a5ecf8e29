package speech

import (
	"slices"
	"testing"
)

func TestTheLongestRun(t *testing.T) {
	for _, test := range []struct {
		tokens      []int
		first, last int
	}{
		{nil, 0, 0}, {[]int{4}, 4, 5}, {[]int{1, 2, 5, 6, 7, 9}, 5, 8}, {[]int{3, 4, 6, 7}, 3, 5},
	} {
		if first, last := longestRun(slices.Clone(test.tokens)); first != test.first || last != test.last {
			t.Errorf("%v: [%d, %d), want [%d, %d)", test.tokens, first, last, test.first, test.last)
		}
	}
}

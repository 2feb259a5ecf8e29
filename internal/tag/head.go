package tag

import (
	"fmt"
	"strings"

	"github.com/viterin/vek/vek32"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/kernel"
)

// Head reads tags and features off the vectors of package encoder. It is read-only.
type Head struct {
	UPOS, XPOS []string // of each class of tags
	Feats      []string // of each class of features
	dim, inner int
	tag, tagAdd,
	feat, featAdd,
	out, outAdd []float32
}

// NewHead takes the tagger out of a weights file for an encoder of vectors that long.
func NewHead(f *encoder.File, dim int) (*Head, error) {
	h := &Head{dim: dim, Feats: f.Lists["feats"]}
	for _, c := range f.Lists["tags"] {
		upos, xpos, ok := strings.Cut(c, " ")
		if !ok {
			return nil, fmt.Errorf("%w: class %q is not UPOS and XPOS", encoder.ErrDamaged, c)
		}
		h.UPOS, h.XPOS = append(h.UPOS, upos), append(h.XPOS, xpos)
	}
	inner, err := f.Dense("feat", dim, -1)
	if err != nil {
		return nil, err
	}
	h.inner, h.feat = inner.Cols, inner.Values
	for _, want := range []struct {
		name       string
		rows, cols int
		to         *[]float32
	}{
		{"tag", dim, -1, &h.tag}, {"tag add", 1, -1, &h.tagAdd}, {"feat add", 1, h.inner, &h.featAdd},
		{"feat out", h.inner, -1, &h.out}, {"feat out add", 1, -1, &h.outAdd},
	} {
		t, err := f.Dense(want.name, want.rows, want.cols)
		if err != nil {
			return nil, err
		}
		*want.to = t.Values
	}
	if len(h.tag) != dim*len(h.tagAdd) || len(h.out) != h.inner*len(h.outAdd) || len(h.tagAdd) < len(h.UPOS) ||
		len(h.outAdd) < len(h.Feats) || len(h.UPOS) == 0 || len(h.Feats) == 0 {
		return nil, fmt.Errorf("%w: %d tags and %d scores of them, %d features and %d", encoder.ErrDamaged, len(h.UPOS), len(h.tagAdd), len(h.Feats), len(h.outAdd))
	}
	return h, nil
}

// HeadState is the working memory of one goroutine.
type HeadState struct {
	head          *Head
	inner, scores []float32
}

// NewState returns working memory.
func (h *Head) NewState() *HeadState { return &HeadState{head: h} }

// Classes appends the class of tags and the class of features of each vector.
func (s *HeadState) Classes(vectors []float32, tags, feats []int) ([]int, []int) {
	h := s.head
	n := len(vectors) / h.dim
	outs := len(h.tagAdd)
	s.scores = kernel.Room(s.scores, n*outs)
	kernel.Mul(s.scores, vectors, h.tag, n, h.dim, outs)
	tags = best(tags, s.scores, h.tagAdd, len(h.UPOS))
	s.inner = kernel.Room(s.inner, n*h.inner)
	kernel.Mul(s.inner, vectors, h.feat, n, h.dim, h.inner)
	for i := range n {
		row := s.inner[i*h.inner : (i+1)*h.inner]
		vek32.Add_Inplace(row, h.featAdd)
		encoder.Leak(row)
	}
	outs = len(h.outAdd)
	s.scores = kernel.Room(s.scores, n*outs)
	kernel.Mul(s.scores, s.inner, h.out, n, h.inner, outs)
	return tags, best(feats, s.scores, h.outAdd, len(h.Feats))
}

// best appends the best of the first classes of each row of scores, after adding add.
func best(to []int, scores, add []float32, classes int) []int {
	for ; len(scores) > 0; scores = scores[len(add):] {
		best, top := 0, scores[0]+add[0]
		for c, v := range scores[:classes] {
			if v += add[c]; v > top {
				best, top = c, v
			}
		}
		to = append(to, best)
	}
	return to
}

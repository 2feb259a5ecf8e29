package tag

import (
	"fmt"
	"strings"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/kernel"
)

// Head reads tags and features off the vectors of package encoder. It is read-only.
type Head struct {
	UPOS, XPOS     []string // of each class of tags
	Feats          []string // of each class of features
	dim            int
	tag, feat, out *kernel.Fixed
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
	var err error
	if h.tag, err = f.Fixed("tag", dim, -1); err != nil {
		return nil, err
	}
	if h.feat, err = f.Fixed("feat", dim, -1); err != nil {
		return nil, err
	}
	if h.out, err = f.Fixed("feat out", h.feat.Out, -1); err != nil {
		return nil, err
	}
	if h.tag.Out < len(h.UPOS) || h.out.Out < len(h.Feats) || len(h.UPOS) == 0 || len(h.Feats) == 0 {
		return nil, fmt.Errorf("%w: %d tags and %d scores of them, %d features and %d", encoder.ErrDamaged, len(h.UPOS), h.tag.Out, len(h.Feats), h.out.Out)
	}
	return h, nil
}

// HeadState is the working memory of one goroutine.
type HeadState struct {
	head          *Head
	inner, scores []float32
	rows          kernel.Rows
}

// NewState returns working memory.
func (h *Head) NewState() *HeadState { return &HeadState{head: h} }

// Classes appends the class of tags and the class of features of each vector.
func (s *HeadState) Classes(vectors []float32, tags, feats []int) ([]int, []int) {
	h := s.head
	n := len(vectors) / h.dim
	s.scores = kernel.Room(s.scores, n*h.tag.Out)
	h.tag.Mul(s.scores, vectors, h.dim, n, &s.rows)
	tags = best(tags, s.scores, h.tag.Out, len(h.UPOS))
	s.inner = kernel.Room(s.inner, n*h.feat.Out)
	h.feat.Mul(s.inner, vectors, h.dim, n, &s.rows)
	encoder.Leak(s.inner)
	s.scores = kernel.Room(s.scores, n*h.out.Out)
	h.out.Mul(s.scores, s.inner, h.feat.Out, n, &s.rows)
	return tags, best(feats, s.scores, h.out.Out, len(h.Feats))
}

// best appends the best of the first classes of each row of scores, which are so wide.
func best(to []int, scores []float32, width, classes int) []int {
	for ; len(scores) > 0; scores = scores[width:] {
		best, top := 0, scores[0]
		for c, v := range scores[:classes] {
			if v > top {
				best, top = c, v
			}
		}
		to = append(to, best)
	}
	return to
}

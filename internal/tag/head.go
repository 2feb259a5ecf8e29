package tag

import (
	"fmt"
	"math"
	"strings"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/kernel"
	"github.com/readout/readout/internal/text"
)

// Head reads tags and features off the vectors of package encoder. It is read-only.
type Head struct {
	UPOS, XPOS []string // of each class of tags
	Feats      []string // of each class of features
	NameLabels []string // of each class of parts of names; none in a file without them
	dim        int
	tag, feat, out,
	name, nameOut *kernel.Fixed
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
	return h, h.takeNames(f)
}

// takeNames takes what guesses names, if the file has it.
func (h *Head) takeNames(f *encoder.File) (err error) {
	if h.NameLabels = f.Lists["names"]; len(h.NameLabels) == 0 {
		return nil
	}
	if h.name, err = f.Fixed("name", h.dim, -1); err != nil {
		return err
	}
	if h.nameOut, err = f.Fixed("name out", h.name.Out, -1); err != nil {
		return err
	}
	if n := len(h.NameLabels); n < 2 || n > math.MaxUint8 || h.nameOut.Out < n {
		return fmt.Errorf("%w: %d classes of names and %d scores of them", encoder.ErrDamaged, n, h.nameOut.Out)
	}
	return nil
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

// Names appends the guess for each vector, or nothing where the weights have none.
func (s *HeadState) Names(vectors []float32, to []text.Guess) []text.Guess {
	h := s.head
	if h.name == nil {
		return to
	}
	n, width := len(vectors)/h.dim, h.nameOut.Out
	s.inner, s.scores = kernel.Room(s.inner, n*h.name.Out), kernel.Room(s.scores, n*width)
	h.name.Mul(s.inner, vectors, h.dim, n, &s.rows)
	encoder.Leak(s.inner)
	h.nameOut.Mul(s.scores, s.inner, h.name.Out, n, &s.rows)
	for i := range n {
		to = append(to, guess(s.scores[i*width:i*width+len(h.NameLabels)]))
	}
	return to
}

// margins are how far, in logarithms of odds, the best class leads the next for a guess to be so clear.
var margins = [...]float32{0.5, 1, 2, 3.5, 6}

func guess(scores []float32) text.Guess {
	best, next := 0, 1
	if scores[next] > scores[best] {
		best, next = next, best
	}
	for c := 2; c < len(scores); c++ {
		switch {
		case scores[c] > scores[best]:
			best, next = c, best
		case scores[c] > scores[next]:
			next = c
		}
	}
	g := text.Guess{Best: uint8(best + 1), Next: uint8(next + 1)}
	for _, m := range margins {
		if scores[best]-scores[next] >= m {
			g.Margin++
		}
	}
	return g
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

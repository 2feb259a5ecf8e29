package neural

import (
	"fmt"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/tag"
	"github.com/readout/readout/internal/text"
)

// Jackknife replaces the tags of d by those of networks trained on the other folds, so that what learns from tags learns from
// ones as wrong as those it will see. The networks start from nothing and learn for o.Epochs.
func Jackknife(d *text.Doc, folds int, s Shape, o Options) error {
	tagged := make([]tags, folds)
	for fold := range folds {
		fmt.Fprintf(o.Log, "tags of part %d of %d\n", fold+1, folds)
		seen, _ := part(d, func(k int) bool { return k%folds != fold })
		n, err := Trees(seen, s, nil, o, nil)
		if err != nil {
			return err
		}
		unseen, of := part(d, func(k int) bool { return k%folds == fold })
		if tagged[fold], err = tagsOf(n.File(), unseen); err != nil {
			return err
		}
		tagged[fold].tokens = of
	}
	for _, part := range tagged {
		for i, at := range part.tokens {
			d.Tokens[at].UPOS, d.Tokens[at].XPOS = part.upos[i], part.xpos[i]
		}
	}
	return nil
}

// part returns the sentences of d that use says to, and for each of their words its token in d.
func part(d *text.Doc, use func(sentence int) bool) (*text.Doc, []int) {
	out := &text.Doc{Text: d.Text}
	var of []int
	for k, s := range d.Sentences {
		if !use(k) {
			continue
		}
		shift := len(out.Tokens) - s.First
		for i := s.First; i < s.Last; i++ {
			t := d.Tokens[i]
			if t.Head >= 0 {
				t.Head += shift
			}
			out.Tokens, of = append(out.Tokens, t), append(of, i)
		}
		out.Sentences = append(out.Sentences, text.Sentence{First: s.First + shift, Last: s.Last + shift})
	}
	return out, of
}

// tags of some tokens of a document.
type tags struct {
	tokens     []int // of the document
	upos, xpos []string
}

// tagsOf tags the sentences of d.
func tagsOf(f *encoder.File, d *text.Doc) (tags, error) {
	var out tags
	m, err := encoder.New(f)
	if err != nil {
		return out, err
	}
	head, err := tag.NewHead(f, m.Dim)
	if err != nil {
		return out, err
	}
	state, heads := m.NewState(), head.NewState()
	var words []string
	for _, s := range d.Sentences {
		words = words[:0]
		for i := s.First; i < s.Last; i++ {
			words = append(words, d.Word(i))
		}
		classes, _ := heads.Classes(state.Encode(words, []int{len(words)}), nil, nil)
		for _, c := range classes {
			out.upos, out.xpos = append(out.upos, head.UPOS[c]), append(out.xpos, head.XPOS[c])
		}
	}
	return out, nil
}

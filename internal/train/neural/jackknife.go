package neural

import (
	"fmt"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/parse"
	"github.com/readout/readout/internal/tag"
	"github.com/readout/readout/internal/text"
)

// Jackknife replaces the tags, features and trees of d by those of networks trained on the other folds, so that what learns from
// them learns from ones as wrong as those it will see. The networks start from pretrained, which may be nil, and learn for o.Epochs.
func Jackknife(d *text.Doc, folds int, s Shape, pretrained *Checkpoint, o Options) error {
	read := make([]unseen, folds)
	for fold := range folds {
		fmt.Fprintf(o.Log, "tags and trees of part %d of %d\n", fold+1, folds)
		others, _ := part(d, func(k int) bool { return k%folds != fold })
		n, err := Trees(others, s, pretrained, o, nil)
		if err != nil {
			return err
		}
		doc, of := part(d, func(k int) bool { return k%folds == fold })
		read[fold] = unseen{doc, of}
		if err := read[fold].annotate(n.File()); err != nil {
			return err
		}
	}
	for _, u := range read {
		for i, t := range u.doc.Tokens {
			o := &d.Tokens[u.of[i]]
			o.UPOS, o.XPOS, o.Feats, o.Guess, o.Deprel, o.Head = t.UPOS, t.XPOS, t.Feats, t.Guess, t.Deprel, -1
			if t.Head >= 0 {
				o.Head = u.of[t.Head]
			}
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

// unseen is a part of a document, and for each of its words the token of the whole.
type unseen struct {
	doc *text.Doc
	of  []int
}

// annotate gives the part the tags and trees of a network.
func (u unseen) annotate(f *encoder.File) error {
	m, err := encoder.New(f)
	if err != nil {
		return err
	}
	tagger, err := tag.NewHead(f, m.Dim)
	if err != nil {
		return err
	}
	parser, err := parse.NewGraph(f, m.Dim)
	if err != nil {
		return err
	}
	words, tags, trees := m.NewState(), tagger.NewState(), parser.NewState()
	var forms []string
	for _, s := range u.doc.Sentences {
		forms = forms[:0]
		for i := s.First; i < s.Last; i++ {
			forms = append(forms, u.doc.Word(i))
		}
		vectors := words.Encode(forms, []int{len(forms)})
		classes, feats := tags.Classes(vectors, nil, nil)
		guesses := tags.Names(vectors, nil)
		heads, labels := trees.Parse(vectors, []int{len(forms)}, nil, nil)
		for i := range forms {
			t := &u.doc.Tokens[s.First+i]
			t.UPOS, t.XPOS, t.Feats = tagger.UPOS[classes[i]], tagger.XPOS[classes[i]], tagger.Feats[feats[i]]
			if len(guesses) > 0 {
				t.Guess = guesses[i]
			}
			t.Deprel, t.Head = parser.Labels[labels[i]], -1
			if heads[i] >= 0 {
				t.Head = s.First + heads[i]
			}
		}
	}
	return nil
}

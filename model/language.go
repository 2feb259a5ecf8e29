package model

import (
	"sync"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/parse"
	"github.com/readout/readout/internal/tag"
	"github.com/readout/readout/internal/text"
)

// Language is what a segmented document is tagged and parsed with. It is read-only and may be used from many goroutines.
type Language struct {
	encoder *encoder.Model
	tagger  *tag.Head
	parser  *parse.Graph
	lemmas  tag.Lemmas
	states  sync.Pool // of *state
}

// state is the working memory of one goroutine.
type state struct {
	encoder *encoder.State
	tagger  *tag.HeadState
	parser  *parse.GraphState
	words   []string
	ends    []int
	tags    []int
	feats   []int
	guesses []text.Guess
	heads   []int
	labels  []int
}

// New joins the parts of a weights file and a table of lemmas.
func New(f *encoder.File, lemmas tag.Lemmas) (*Language, error) {
	e, err := encoder.New(f)
	if err != nil {
		return nil, err
	}
	n := &Language{encoder: e, lemmas: lemmas}
	if n.tagger, err = tag.NewHead(f, e.Dim); err != nil {
		return nil, err
	}
	if n.parser, err = parse.NewGraph(f, e.Dim); err != nil {
		return nil, err
	}
	n.states.New = func() any {
		return &state{encoder: e.NewState(), tagger: n.tagger.NewState(), parser: n.parser.NewState()}
	}
	return n, nil
}

// batch is how many words go through the encoder at once: enough to keep its kernels busy, few enough to stay in the
// processor's cache. A longer sentence goes alone.
const batch = 256

// Annotate gives a segmented document its tags, lemmas and trees. Quotation marks are left out and hung on afterwards.
func (n *Language) Annotate(d *text.Doc) { n.AnnotateWith(d, nil) }

// AnnotateWith is Annotate that besides calls use, if there is one, with the vector of each word but quotation marks; the vector is
// valid during the call.
func (n *Language) AnnotateWith(d *text.Doc, use func(token int, vector []float32)) {
	bare := text.Unquoted(d)
	s := n.states.Get().(*state)
	for at := 0; at < len(bare.Sentences); {
		first := bare.Sentences[at].First
		var vectors []float32
		at, vectors = n.some(s, bare.Doc, at)
		for i := 0; use != nil && len(vectors) > 0; i++ {
			use(bare.Token(first+i), vectors[:n.encoder.Dim])
			vectors = vectors[n.encoder.Dim:]
		}
	}
	n.states.Put(s)
	bare.Tags()
	bare.Trees()
}

// NameLabels are what a text.Guess of a word counts from 1 on; none where the weights guess no names.
func (n *Language) NameLabels() []string { return n.tagger.NameLabels }

// Dim is the length of a vector.
func (n *Language) Dim() int { return n.encoder.Dim }

// some annotates sentences from number at on and returns the number of the next, and the vectors of their words.
func (n *Language) some(s *state, d *text.Doc, at int) (int, []float32) {
	first := d.Sentences[at].First
	s.words, s.ends = s.words[:0], s.ends[:0]
	for ; at < len(d.Sentences); at++ {
		span := d.Sentences[at]
		if len(s.words) > 0 && len(s.words)+span.Last-span.First > batch {
			break
		}
		for i := span.First; i < span.Last; i++ {
			s.words = append(s.words, d.Word(i))
		}
		s.ends = append(s.ends, len(s.words))
	}
	vectors := s.encoder.Encode(s.words, s.ends)
	s.tags, s.feats = s.tagger.Classes(vectors, s.tags[:0], s.feats[:0])
	s.guesses = s.tagger.Names(vectors, s.guesses[:0])
	s.heads, s.labels = s.parser.Parse(vectors, s.ends, s.heads, s.labels)
	for i, c := range s.tags {
		t := &d.Tokens[first+i]
		t.UPOS, t.XPOS, t.Feats = n.tagger.UPOS[c], n.tagger.XPOS[c], n.tagger.Feats[s.feats[i]]
		if len(s.guesses) > 0 {
			t.Guess = s.guesses[i]
		}
		t.Lemma = n.lemmas.Lemma(s.words[i], t.UPOS, t.XPOS)
		t.Head, t.Deprel = -1, n.parser.Labels[s.labels[i]]
		if h := s.heads[i]; h >= 0 {
			t.Head = first + h
		}
	}
	mend(d, first, first+len(s.tags))
	return at, vectors
}

package neural

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/grad"
	"github.com/readout/readout/internal/parse"
	"github.com/readout/readout/internal/tag"
	"github.com/readout/readout/internal/text"
)

const treebank = `1	The	the	DET	DT	_	2	det	_	_
2	ministers	minister	NOUN	NNS	_	3	nsubj	_	_
3	met	meet	VERB	VBD	_	0	root	_	_
4	in	in	ADP	IN	_	5	case	_	_
5	Oslo	Oslo	PROPN	NNP	_	3	obl	_	_
6	.	.	PUNCT	.	_	3	punct	_	_

1	The	the	DET	DT	_	2	det	_	_
2	envoy	envoy	NOUN	NN	_	3	nsubj	_	_
3	left	leave	VERB	VBD	_	0	root	_	_
4	Oslo	Oslo	PROPN	NNP	_	3	obj	_	_
5	in	in	ADP	IN	_	6	case	_	_
6	May	May	PROPN	NNP	_	3	obl	_	_
7	.	.	PUNCT	.	_	3	punct	_	_

1	Ministers	minister	NOUN	NNS	_	2	nsubj	_	_
2	left	leave	VERB	VBD	_	0	root	_	_

`

var smallShape = Shape{Word: 8, Affix: 8, Affixes: 64, Half: 16, Layers: 2, Arc: 12, Label: 10, Feat: 8, Name: 8}

func smallOptions() Options {
	return Options{Epochs: 300, Batch: 10, Rate: 1e-2, Drop: 0.1, Seed: 5, Log: io.Discard}
}

func read(t *testing.T) *text.Doc {
	t.Helper()
	d, err := text.ReadCoNLLU(strings.NewReader(treebank))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func bytesOf(t *testing.T, f *encoder.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// answers reads d's sentences with the network as the program does.
func answers(t *testing.T, f *encoder.File, d *text.Doc) (vectors []float32, tags, labels []string, heads []int) {
	t.Helper()
	m, err := encoder.New(f)
	if err != nil {
		t.Fatal(err)
	}
	head, err := tag.NewHead(f, m.Dim)
	if err != nil {
		t.Fatal(err)
	}
	graph, err := parse.NewGraph(f, m.Dim)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	var ends []int
	for _, s := range d.Sentences {
		for i := s.First; i < s.Last; i++ {
			words = append(words, d.Word(i))
		}
		ends = append(ends, len(words))
	}
	vectors = m.NewState().Encode(words, ends)
	classes, _ := head.NewState().Classes(vectors, nil, nil)
	for _, c := range classes {
		tags = append(tags, head.UPOS[c]+" "+head.XPOS[c])
	}
	heads, relations := graph.NewState().Parse(vectors, ends, nil, nil)
	for _, r := range relations {
		labels = append(labels, graph.Labels[r])
	}
	return vectors, tags, labels, heads
}

func TestTreesAreLearnedByHeart(t *testing.T) {
	d := read(t)
	n, err := Trees(d, smallShape, nil, smallOptions(), nil)
	if err != nil {
		t.Fatal(err)
	}
	_, tags, labels, heads := answers(t, n.File(), d)
	for i, tok := range d.Tokens {
		if want := tok.UPOS + " " + tok.XPOS; tags[i] != want || labels[i] != tok.Deprel || heads[i] != tok.Head {
			t.Errorf("%s: %s %s to %d, want %s %s to %d", d.Word(i), tags[i], labels[i], heads[i], want, tok.Deprel, tok.Head)
		}
	}
}

func TestPartsOfNamesAreLearnedByHeart(t *testing.T) {
	d, o := read(t), smallOptions()
	o.Parts = []string{"O", "S-place", "S-time"}
	for i := range d.Tokens {
		switch d.Word(i) {
		case "Oslo":
			d.Tokens[i].Misc = NamePart + "S-place"
		case "May":
			d.Tokens[i].Misc = NamePart + "S-time"
		case "Ministers", "the": // not told
		default:
			d.Tokens[i].Misc = NamePart + "O"
		}
	}
	n, err := Trees(d, smallShape, nil, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	f := n.File()
	vectors, _, _, _ := answers(t, f, d)
	head, err := tag.NewHead(f, 2*smallShape.Half)
	if err != nil {
		t.Fatal(err)
	}
	for i, g := range head.NewState().Names(vectors, nil) {
		got := head.NameLabels[g.Best-1]
		if want, told := strings.CutPrefix(d.Tokens[i].Misc, NamePart); told && got != want || g.Margin < 3 || g.Next == g.Best {
			t.Errorf("%s: %s before %s by %d, want %s", d.Word(i), got, head.NameLabels[g.Next-1], g.Margin, want)
		}
	}
}

// The network in training and the one in use must compute the same; only the tables lose a little to bytes.
func TestTrainingAndUseAgree(t *testing.T) {
	d := read(t)
	n, err := Trees(d, smallShape, nil, smallOptions(), nil)
	if err != nil {
		t.Fatal(err)
	}
	b := &batch{}
	for _, s := range n.sentences(d) {
		for i, w := range s.words {
			b.words, b.affix = append(b.words, []int32{w}), append(b.affix, s.affix[i])
		}
		b.ends = append(b.ends, len(b.words))
	}
	want := n.encode(&grad.Tape{}, b, 0)
	got, _, _, _ := answers(t, n.File(), d)
	for i, v := range want.V {
		if d := got[i] - v; d > 0.1 || d < -0.1 {
			t.Fatalf("value %d is %v in use and %v in training", i, got[i], v)
		}
	}
}

func TestSameSeedSameBytes(t *testing.T) {
	o := smallOptions()
	o.Epochs = 3
	a, err := Trees(read(t), smallShape, nil, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Trees(read(t), smallShape, nil, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(bytesOf(t, a.File()), bytesOf(t, b.File())) {
		t.Error("two runs of one seed differ")
	}
	o.Seed++
	c, err := Trees(read(t), smallShape, nil, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(bytesOf(t, a.File()), bytesOf(t, c.File())) {
		t.Error("another seed gives the same bytes")
	}
}

func corpus() *Corpus {
	c := &Corpus{number: map[string]int32{}}
	for range 40 {
		c.add("The ministers met in Oslo. The envoy left Oslo in May.")
	}
	return c
}

// A run that is stopped and goes on ends with the bytes of one that was not.
func TestStoppedRunGoesOn(t *testing.T) {
	o := smallOptions()
	o.Epochs, o.Checkpoint = 4, filepath.Join(t.TempDir(), "run")
	whole, err := Trees(read(t), smallShape, nil, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	o.Checkpoint = filepath.Join(t.TempDir(), "stopped")
	ctx, stop := context.WithCancel(t.Context())
	o.Stop = ctx
	_, err = Trees(read(t), smallShape, nil, o, func(*encoder.File) { stop() })
	if err == nil {
		t.Fatal("the run was not stopped")
	}
	o.Stop = nil
	rest, err := Trees(read(t), smallShape, nil, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(bytesOf(t, whole.File()), bytesOf(t, rest.File())) {
		t.Error("the run that went on ends with other bytes")
	}
	o.Seed++
	other := smallShape
	other.Half *= 2
	if _, err := Trees(read(t), other, nil, o, nil); err == nil {
		t.Error("a run of another shape goes on from the checkpoint")
	}
}

func TestWordsAreLearnedFromTheirNeighbours(t *testing.T) {
	o := smallOptions()
	o.Epochs, o.Batch = 40, 60
	c := corpus()
	before, err := Words(read(t), c, smallShape, Options{Epochs: 0, Batch: 60, Rate: 1e-2, Seed: 5, Log: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	after, err := Words(read(t), c, smallShape, o)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := named100(t, c, before), named100(t, c, after); b < 70 || a > 40 {
		t.Errorf("of 100 hidden words %d are named before and %d after", a, b)
	}
	n, err := Trees(read(t), smallShape, after, Options{Epochs: 1, Batch: 10, Seed: 5, Log: io.Discard}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(n.mix.W, after.Params["mix"]) {
		t.Error("training on trees does not start from the pretrained encoder")
	}
}

// named100 counts how many of a hundred hidden words the encoder names.
func named100(t *testing.T, c *Corpus, from *Checkpoint) int {
	t.Helper()
	n := newEncoder(smallShape, from.Vocab, nil, 1)
	rows := len(n.vocabulary) + 2
	n.words, n.wordsAdd = n.params.Table("words", rows, 2*n.Half, 0.05), n.params.Table("words add", rows, 1, 0)
	if err := n.take(from); err != nil {
		t.Fatal(err)
	}
	w := newNaming(n, c)
	hits, asked := 0, 0
	for step := uint64(0); asked < 100; step++ {
		tape := &grad.Tape{Random: randomOf(9, step)}
		_, h, a := w.learn(tape, 0, len(c.Ends), 0)
		hits, asked = hits+h, asked+a
	}
	return hits * 100 / asked
}

func TestJackknifedTagsAreThoseOfAnotherNetwork(t *testing.T) {
	d := read(t)
	o := smallOptions()
	o.Epochs = 40
	if err := Jackknife(d, 3, smallShape, nil, o); err != nil {
		t.Fatal(err)
	}
	right := 0
	for i, want := range []string{"DET", "NOUN", "VERB", "ADP", "PROPN", "PUNCT"} {
		if d.Tokens[i].UPOS == want {
			right++
		}
	}
	if right < 2 {
		t.Errorf("%d of 6 tags of the first sentence are right", right)
	}
	for k, s := range d.Sentences {
		roots := 0
		for i := s.First; i < s.Last; i++ {
			if h := d.Tokens[i].Head; h < 0 {
				roots++
			} else if h < s.First || h >= s.Last {
				t.Errorf("sentence %d: word %d hangs on %d, outside", k, i, h)
			}
		}
		if roots != 1 {
			t.Errorf("sentence %d has %d roots", k, roots)
		}
	}
}

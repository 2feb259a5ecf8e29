package parse

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/text"
)

// The treebank of the tests: form, tag, head, relation of each word; a blank line between sentences. In the
// fourth arcs cross.
const treebank = `
The DT 2 det
minister NN 3 nsubj
visited VBD 0 root
Norway NNP 3 obj
on IN 6 case
Monday NNP 3 obl
. . 3 punct

She PRP 2 nsubj
met VBD 0 root
the DT 4 det
king NN 2 obj
and CC 6 cc
spoke VBD 2 conj
of IN 8 case
trade NN 6 obl
. . 2 punct

Talks NNS 2 nsubj
ended VBD 0 root
. . 2 punct

A DT 2 det
hearing NN 3 nsubj
opened VBD 0 root
on IN 6 case
the DT 6 det
matter NN 2 nmod
. . 3 punct

Whom WP 4 obj
did VBD 4 aux
they PRP 4 nsubj
meet VB 0 root
`

func read(t testing.TB) *text.Doc {
	t.Helper()
	var b strings.Builder
	n := 0
	for row := range strings.Lines(strings.TrimSpace(treebank) + "\n") {
		var form, tag, relation string
		var head int
		if strings.TrimSpace(row) == "" {
			n = 0
			b.WriteString("\n")
			continue
		}
		if _, err := fmt.Sscan(row, &form, &tag, &head, &relation); err != nil {
			t.Fatal(err)
		}
		n++
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t_\n", n, form, form, tag[:1], tag, head, relation)
	}
	d, err := text.ReadCoNLLU(strings.NewReader(b.String() + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func trained(t testing.TB, seed uint64) *perceptron.Model {
	t.Helper()
	classes, err := ReadClasses([]byte("0\t0\tminister king\n0\t0\ttrade talks\n"))
	if err != nil {
		t.Fatal(err)
	}
	weights, err := Train(read(t), Options{Passes: 40, Seed: seed, Beam: 4, Classes: classes})
	if err != nil {
		t.Fatal(err)
	}
	return weights
}

func parser(t testing.TB) *Model {
	t.Helper()
	m, err := New(trained(t, 1))
	if err != nil {
		t.Fatal(err)
	}
	m.Beam = 4 // as in training
	return m
}

func file(t *testing.T, m *perceptron.Model) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTheSameSeedGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(file(t, trained(t, 7)), file(t, trained(t, 7))) {
		t.Error("two trainings of one seed differ")
	}
}

func TestAParserReadBackParsesTheSame(t *testing.T) {
	weights := trained(t, 1)
	back, err := perceptron.Read(file(t, weights))
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(back)
	if err != nil {
		t.Fatal(err)
	}
	m.Beam = 4
	a, b := read(t), read(t)
	parser(t).Parse(a)
	m.Parse(b)
	if diff := cmp.Diff(a.Tokens, b.Tokens); diff != "" {
		t.Error(diff)
	}
}

func TestTreesOfTrainingAreLearned(t *testing.T) {
	gold, got := read(t), read(t)
	parser(t).Parse(got)
	for i := gold.Sentences[0].First; i < gold.Sentences[3].First; i++ {
		if g, p := gold.Tokens[i], got.Tokens[i]; g.Head != p.Head || g.Deprel != p.Deprel {
			t.Errorf("%s: got head %d %s, want %d %s", gold.Word(i), p.Head, p.Deprel, g.Head, g.Deprel)
		}
	}
}

func TestTheOracleRebuildsTreesWithoutCrossings(t *testing.T) {
	gold, got := read(t), read(t)
	m := parser(t)
	o := newOracle(m.actions)
	for n, s := range gold.Sentences {
		m.write(got, s, o.path(gold, s))
		if n == 3 {
			checkTree(t, got, s) // its arcs cross, so that it can only come near
			continue
		}
		for i := s.First; i < s.Last; i++ {
			if gold.Tokens[i].Head != got.Tokens[i].Head || gold.Tokens[i].Deprel != got.Tokens[i].Deprel {
				t.Errorf("sentence %d: %s: got head %d, want %d", n, gold.Word(i), got.Tokens[i].Head, gold.Tokens[i].Head)
			}
		}
	}
}

// greedy parses by the best transition at each step, with no beam and no memory.
func greedy(m *Model, d *text.Doc) {
	dec := newDecoder(m)
	for _, s := range d.Sentences {
		dec.start(d, s)
		at := int32(0)
		for range 2 * dec.sent.n {
			scores := make([]float32, len(m.actions))
			v := dec.view(&dec.states[at])
			dec.list.features = nil
			for n := range dec.groups {
				dec.fill(n, v)
			}
			m.scorer.Score(dec.list.features, scores)
			best := -1
			for i := range m.actions {
				if dec.allows(&dec.states[at], &m.actions[i]) && (best < 0 || scores[i] > scores[best]) {
					best = i
				}
			}
			dec.states = append(dec.states, dec.apply(at, best, &m.actions[best], 0))
			at = int32(len(dec.states) - 1)
		}
		m.write(d, s, dec.lattice.path(at, nil))
	}
}

func TestABeamOfOneIsGreedy(t *testing.T) {
	m := parser(t)
	m.Beam = 1
	for seed := range uint64(30) {
		a, b := noise(seed, 40), noise(seed, 40)
		m.parse(a)
		greedy(m, b)
		if diff := cmp.Diff(b.Tokens, a.Tokens); diff != "" {
			t.Fatalf("seed %d: %s", seed, diff)
		}
	}
}

func TestEveryTreeHasOneRootAndNoCycle(t *testing.T) {
	m := parser(t)
	for seed := range uint64(100) {
		d := noise(seed, 1+int(seed))
		m.Parse(d)
		checkTree(t, d, d.Sentences[0])
	}
}

func TestVeryLongSentencesStillGetATree(t *testing.T) {
	m := parser(t)
	for _, n := range []int{longest, longest + 1} {
		d := noise(3, n)
		m.Parse(d)
		checkTree(t, d, d.Sentences[0])
	}
}

// noise returns one sentence of n words drawn at random, tags too.
func noise(seed uint64, n int) *text.Doc {
	random := rand.New(rand.NewPCG(seed, 0))
	words := strings.Fields("The minister met the king , and Talks ended . on of trade visited xyz \" 12")
	tags := strings.Fields("DT NN VBD NNP IN CC . PRP")
	d := &text.Doc{}
	for range n {
		w := words[random.IntN(len(words))]
		tag := tags[random.IntN(len(tags))]
		d.Tokens = append(d.Tokens, text.Token{Span: text.Span{Start: len(d.Text), End: len(d.Text) + len(w)}, UPOS: tag[:1], XPOS: tag, SpaceAfter: true})
		d.Text += w + " "
	}
	d.Sentences = []text.Sentence{{First: 0, Last: n}}
	return d
}

func checkTree(t *testing.T, d *text.Doc, s text.Sentence) {
	t.Helper()
	roots := 0
	for i := s.First; i < s.Last; i++ {
		if d.Tokens[i].Head == -1 {
			roots++
		}
		at := i
		for steps := 0; at >= 0; steps++ {
			if steps > s.Last-s.First {
				t.Fatalf("word %d hangs in a cycle", i)
			}
			at = d.Tokens[at].Head
		}
	}
	if roots != 1 {
		t.Fatalf("%d words: %d roots", s.Last-s.First, roots)
	}
}

func TestTransitionsThatAreNoneAreRefused(t *testing.T) {
	for _, c := range []struct {
		classes []string
		want    string
	}{
		{[]string{"S", "X nsubj"}, `"X nsubj"`},
		{[]string{"S", "L root"}, "missing"},
		{nil, "missing"},
	} {
		if _, err := New(&perceptron.Model{Classes: c.classes}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v", c.classes, err)
		}
	}
}

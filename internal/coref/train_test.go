package coref

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/readout/readout/internal/text"
)

// tagged reads "word/UPOS/XPOS/head/relation" words, sentences apart by a bar.
func tagged(t *testing.T, s string) *text.Doc {
	t.Helper()
	var b strings.Builder
	for _, sentence := range strings.Split(s, " | ") {
		for n, w := range strings.Fields(sentence) {
			c := strings.Split(w, "/")
			fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t_\n", n+1, c[0], strings.ToLower(c[0]), c[1], c[2], c[3], c[4])
		}
		b.WriteByte('\n')
	}
	d, err := text.ReadCoNLLU(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// lessons are a few documents in which "she" is the woman before and "it" the thing.
func lessons(t *testing.T) []Example {
	var out []Example
	for _, names := range [][2]string{{"Anna", "boat"}, {"Ida", "ship"}, {"Eva", "plan"}, {"Mary", "car"}, {"Lisa", "house"}, {"Ella", "tree"}} {
		d := tagged(t, fmt.Sprintf("%s/PROPN/NNP/2/nsubj saw/VERB/VBD/0/root the/DET/DT/4/det %s/NOUN/NN/2/obj ././PUNCT/2/punct | "+
			"She/PRON/PRP/2/nsubj bought/VERB/VBD/0/root it/PRON/PRP/2/obj ././PUNCT/2/punct", names[0], names[1]))
		out = append(out, Example{Doc: d, Known: []Known{{0, 1, "person", "1"}, {2, 4, "object", "2"}, {5, 6, "person", "1"}, {7, 8, "object", "2"}}})
	}
	return out
}

func TestTrainingLearnsAndIsTheSameTwice(t *testing.T) {
	var files [2]bytes.Buffer
	for n := range files {
		weights, err := Train(lessons(t), nil, Defaults(6, 1))
		if err != nil {
			t.Fatal(err)
		}
		if err := weights.Write(&files[n]); err != nil {
			t.Fatal(err)
		}
		m, err := New(weights, nil)
		if err != nil {
			t.Fatal(err)
		}
		d := lessons(t)[0].Doc
		m.Resolve(d)
		if len(d.Chains) != 2 || d.Chains[0].References[1].First != 5 || d.Chains[1].References[1].First != 7 {
			t.Errorf("got %v", d.Chains)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("two trainings with one seed differ")
	}
}

func TestNothingToLearnFromIsAnError(t *testing.T) {
	if _, err := Train(nil, nil, Defaults(1, 1)); err == nil {
		t.Error("got no error")
	}
}

func TestATableSaysWhichRowIsWrong(t *testing.T) {
	err := eachRow("# comment\na\tb\nc\n", 2, func([]string) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "line 3: want 2 columns, got 1") {
		t.Errorf("got %v", err)
	}
}

func TestMentionsAreNounPhrasesAsGumMarksThem(t *testing.T) {
	d := tagged(t, "Norway/PROPN/NNP/3/nmod:poss 's/PART/POS/1/case envoy/NOUN/NN/7/nsubj (/PUNCT/-LRB-/5/punct Lee/PROPN/NNP/3/appos )/PUNCT/-RRB-/5/punct met/VERB/VBD/0/root "+
		"him/PRON/PRP/7/obj and/CCONJ/CC/10/cc her/PRON/PRP/8/conj in/ADP/IN/12/case Oslo/PROPN/NNP/7/obl ,/PUNCT/,/15/punct which/PRON/WDT/15/nsubj froze/VERB/VBD/12/acl:relcl ././PUNCT/7/punct")
	w, err := readWords()
	if err != nil {
		t.Fatal(err)
	}
	r := newReading(d, w, nil)
	r.find()
	var got []string
	for _, m := range r.mentions {
		got = append(got, d.Slice(d.TokensSpan(m.first, m.last)))
	}
	want := "Norway 's envoy / Norway 's / Lee / him and her / him / her / Oslo , which froze"
	if s := strings.Join(got, " / "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestCandidatesAreBounded(t *testing.T) {
	d := tagged(t, strings.Repeat("She/PRON/PRP/2/nsubj saw/VERB/VBD/0/root the/DET/DT/4/det boat/NOUN/NN/2/obj ././PUNCT/2/punct | ", 3000)+"End/NOUN/NN/0/root")
	w, err := readWords()
	if err != nil {
		t.Fatal(err)
	}
	r := newReading(d, w, nil)
	r.find()
	r.describe(nil)
	r.look()
	for j, c := range r.candidates {
		if len(c) > nearby+3*perWord {
			t.Fatalf("mention %d has %d candidates", j, len(c))
		}
	}
}

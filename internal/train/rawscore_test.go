package train

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/readout/readout/internal/text"
)

// cutting makes a Doc of sentences a line. Words are parted by spaces, "~" joins a word to the one before it in a multiword token
// and "+" sets it solid; each may carry a head, counted from 1, and a relation: "go/VERB/0/root".
func cutting(t *testing.T, lines ...string) *text.Doc {
	t.Helper()
	d := &text.Doc{}
	var b strings.Builder
	for _, line := range lines {
		first := len(d.Tokens)
		for n, field := range strings.Fields(line) {
			word, joined := strings.CutPrefix(field, "~")
			word, solid := strings.CutPrefix(word, "+")
			if b.Len() > 0 && !joined && !(solid && n > 0) {
				b.WriteByte(' ')
			}
			cells := append(strings.Split(word, "/"), "", "", "")
			head := -1
			if h := cells[2]; h != "" && h != "0" {
				head = first + int(h[0]-'1')
			}
			start := b.Len()
			b.WriteString(cells[0])
			d.Tokens = append(d.Tokens, text.Token{
				Span: text.Span{Start: start, End: b.Len()}, Joined: joined, UPOS: cells[1], Head: head, Deprel: cells[3],
			})
		}
		d.Sentences = append(d.Sentences, text.Sentence{First: first, Last: len(d.Tokens)})
	}
	d.Text = b.String()
	return d
}

func TestRawTextIsScoredAsTheSharedTaskScoresIt(t *testing.T) {
	for _, c := range []struct {
		name             string
		gold, got        []string
		words, sentences F1
	}{
		{"the same words in the same sentences", []string{"We agree .", "They go ."}, []string{"We agree .", "They go ."}, F1{6, 6, 6}, F1{2, 2, 2}},
		{"one sentence for two", []string{"We agree .", "They go ."}, []string{"We agree . They go ."}, F1{6, 6, 6}, F1{2, 1, 0}},
		{"a word left whole", []string{"long +- +term ties"}, []string{"long-term ties"}, F1{4, 2, 1}, F1{1, 1, 1}},
		{"a word cut in two", []string{"long-term ties"}, []string{"long +-term ties"}, F1{2, 3, 1}, F1{1, 1, 1}},
		{"words crossing", []string{"ab +cd"}, []string{"a +bc +d"}, F1{2, 3, 0}, F1{1, 1, 1}},
		{"a multiword token cut alike", []string{"we do ~n't go"}, []string{"we do ~n't go"}, F1{4, 4, 4}, F1{1, 1, 1}},
		{"a multiword token cut elsewhere", []string{"we do ~n't go"}, []string{"we don ~'t go"}, F1{4, 4, 2}, F1{1, 1, 1}},
		{"a multiword token not cut", []string{"we do ~n't go"}, []string{"we don't go"}, F1{4, 3, 2}, F1{1, 1, 1}},
		{"the words of a multiword token without its line", []string{"we do ~n't go"}, []string{"we do +n't go"}, F1{4, 4, 4}, F1{1, 1, 1}},
		{"a multiword token that takes in the next word", []string{"it ~'s +- +so"}, []string{"it ~'s ~-so"}, F1{4, 3, 2}, F1{1, 1, 1}},
		{"one word of three is found within the token", []string{"du ~n ~no"}, []string{"dun ~no"}, F1{3, 2, 1}, F1{1, 1, 1}},
	} {
		a := CompareRaw(cutting(t, c.gold...), cutting(t, c.got...))
		if diff := cmp.Diff(c.words, a.Words); diff != "" {
			t.Errorf("%s: words (-want +got):\n%s", c.name, diff)
		}
		if diff := cmp.Diff(c.sentences, a.Sentences); diff != "" {
			t.Errorf("%s: sentences (-want +got):\n%s", c.name, diff)
		}
	}
}

// A head is right when it is the aligned word, wherever a wrong cut has moved it to.
func TestTreesFromRawTextAreScoredOverAlignedWords(t *testing.T) {
	gold := cutting(t, "long/ADJ/3/amod +-/PUNCT/1/punct +term/NOUN/4/compound ties/NOUN/5/nsubj end/VERB/0/root")
	got := cutting(t, "long-term/ADJ/2/amod ties/NOUN/3/obj end/VERB/0/root")
	a := CompareRaw(gold, got)
	want := RawAccuracy{
		Sentences: F1{1, 1, 1}, Words: F1{5, 3, 2}, UPOS: F1{5, 3, 2}, XPOS: F1{5, 3, 2}, Lemma: F1{5, 3, 2}, UAS: F1{5, 3, 2}, LAS: F1{5, 3, 1},
	}
	if diff := cmp.Diff(want, a); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if f := a.Words.Value(); f != 50 {
		t.Errorf("F1 of 2 words right among 5 and 3 is %v, want 50", f)
	}
}

func TestARootIsNoOtherWordsHead(t *testing.T) {
	gold := cutting(t, "we/PRON/2/nsubj go/VERB/0/root")
	got := cutting(t, "we/PRON/0/root go/VERB/1/dep")
	if a := CompareRaw(gold, got); a.UAS.Right != 0 {
		t.Errorf("got %d right heads, want none", a.UAS.Right)
	}
}

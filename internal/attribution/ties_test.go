package attribution

import (
	"strings"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// read makes a document of CoNLL-U columns word, head, relation; an empty line ends a sentence.
func read(t *testing.T, rows string) *text.Doc {
	t.Helper()
	words := []string{}
	for line := range strings.Lines(rows) {
		if f := strings.Fields(line); len(f) == 3 {
			words = append(words, f[0])
		}
	}
	s := strings.Join(words, " ")
	d := text.New(readout.Article{Text: s, Paragraphs: []readout.Paragraph{{Kind: readout.Body, Number: 1, Start: 0, End: len(s)}}})
	first, at := 0, 0
	for line := range strings.Lines(rows + "\n\n") {
		f := strings.Fields(line)
		if len(f) == 3 {
			d.Tokens = append(d.Tokens, text.Token{Span: text.Span{Start: at, End: at + len(f[0])}, SpaceAfter: true, Head: int(f[1][0]-'0') - 1 + first, Deprel: f[2]})
			if f[1] == "0" {
				d.Tokens[len(d.Tokens)-1].Head = -1
			}
			at += len(f[0]) + 1
		} else if len(d.Tokens) > first {
			d.Sentences = append(d.Sentences, text.Sentence{First: first, Last: len(d.Tokens)})
			first = len(d.Tokens)
		}
	}
	return d
}

const said = `She 2 nsubj
said 0 root
he 4 nsubj
won 2 ccomp
. 2 punct

It 2 nsubj
rained 0 root
`

func TestTheWayOverTheTree(t *testing.T) {
	ties := NewTies(read(t, said))
	for _, test := range []struct {
		cue, word, up, down int
		cueRel, wordRel     string
	}{
		{1, 0, 0, 1, "", "nsubj"},
		{1, 2, 0, 2, "", "ccomp"},
		{1, 1, 0, 0, "", ""},
		{3, 0, 1, 1, "ccomp", "nsubj"},
	} {
		up, down, cueRel, wordRel := ties.meet(test.cue, test.word)
		if up != test.up || down != test.down || cueRel != test.cueRel || wordRel != test.wordRel {
			t.Errorf("from %d to %d: %d up by %q, %d down by %q; want %+v", test.cue, test.word, up, cueRel, down, wordRel, test)
		}
	}
	if a, b := ties.Rows(1, 5), ties.Rows(1, 6); a[0] != b[0] || a[1] == b[1] {
		t.Errorf("words of another sentence: %v and %v, want one way and two branches", a, b)
	}
}

func TestTiesOfALongChainEnd(t *testing.T) {
	d := read(t, said)
	n := 5000
	d.Tokens = make([]text.Token, n)
	for i := range d.Tokens {
		d.Tokens[i] = text.Token{Head: i - 1, Deprel: "conj"}
	}
	d.Sentences = []text.Sentence{{First: 0, Last: n}}
	ties := NewTies(d)
	for _, pair := range [][2]int{{0, n - 1}, {n - 1, 0}, {n / 2, n/2 + 50}} {
		for _, r := range ties.Rows(pair[0], pair[1]) {
			if r < 0 || r >= TieRows {
				t.Errorf("%v: row %d", pair, r)
			}
		}
	}
}

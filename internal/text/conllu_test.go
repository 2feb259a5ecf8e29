package text

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// rows joins lines of CoNLL-U in which spaces stand for tabs.
func rows(lines ...string) string {
	for i, line := range lines {
		if !strings.HasPrefix(line, "#") {
			lines[i] = strings.ReplaceAll(line, " ", "\t")
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

func TestMalformedCoNLLUIsRefusedWithLineAndReason(t *testing.T) {
	const we, go2 = "1 We we PRON PRP _ 2 nsubj _ _", "2 go go VERB VBP _ 0 root _ _"
	for _, c := range []struct{ name, in, want string }{
		{"a missing column", rows(we, "2 go go VERB VBP _ 0 root _", ""), "line 2: want 10 columns, got 9"},
		{"an empty column", rows("1 We  PRON PRP _ 2 nsubj _ _", ""), "line 1: column 3 is empty"},
		{"a word out of order", rows(we, "3 go go VERB VBP _ 0 root _ _", ""), `line 2: word "3" out of order: want 2`},
		{"an ID that is none", rows("1a We we PRON PRP _ 0 root _ _", ""), `line 1: word "1a" out of order: want 1`},
		{"an ID with a zero before it", rows("01 We we PRON PRP _ 0 root _ _", ""), `line 1: word "01" out of order: want 1`},
		{"a relation and no head", rows("1 We we PRON PRP _ _ nsubj _ _", ""), `line 1: word 1 has the relation "nsubj" and no head`},
		{"a head that is no number", rows("1 We we PRON PRP _ x nsubj _ _", ""), `line 1: bad head "x"`},
		{"a head out of range", rows(we, go2, "3 . . PUNCT . _ 9 punct _ _", ""), "line 4: word 3 has head 9 in a sentence of 3 words"},
		{"no root", rows("1 We we PRON PRP _ 2 nsubj _ _", "2 go go VERB VBP _ 1 dep _ _", ""), "line 3: want one root, got 0"},
		{"two roots", rows("1 We we PRON PRP _ 0 root _ _", go2, ""), "line 3: want one root, got 2"},
		{"a root with another relation", rows("1 We we PRON PRP _ 0 dep _ _", ""), `line 1: word 1 has head 0 and relation "dep": the root, and nothing else, has head 0`},
		{"a relation root below a word", rows(go2[:0]+"1 We we PRON PRP _ 2 root _ _", go2, ""), `line 1: word 1 has head 2 and relation "root": the root, and nothing else, has head 0`},
		{"a cycle", rows("1 a a X X _ 2 dep _ _", "2 b b X X _ 1 dep _ _", "3 c c X X _ 0 root _ _", ""), "line 4: word 1 hangs on itself"},
		{"a word that is its own head", rows("1 a a X X _ 1 dep _ _", "2 c c X X _ 0 root _ _", ""), "line 3: word 1 hangs on itself"},
		{"some words without heads", rows(we, "2 go go VERB VBP _ _ _ _ _", ""), "line 3: 1 of 2 words have no head"},
		{"a range that is none", rows("2-1 Wego _ _ _ _ _ _ _ _", we, go2, ""), `line 1: bad range "2-1"`},
		{"a range that comes late", rows(we, "1-2 Wego _ _ _ _ _ _ _ _", go2, ""), `line 2: range "1-2" out of order: the next word is 2`},
		{"ranges that overlap", rows("1-2 Wego _ _ _ _ _ _ _ _", we, "2-3 go. _ _ _ _ _ _ _ _", go2, ""), `line 3: range "2-3" overlaps 1-2`},
		{"a range that ends nowhere", rows(we, "2-3 go _ _ _ _ _ _ _ _", go2, ""), "line 4: range 2-3 in a sentence of 2 words"},
		{"a range with a lemma", rows("1-2 Wego wego _ _ _ _ _ _ _", we, go2, ""), `line 1: range "1-2" has "wego" in column 3: only its words have`},
		{"a range that is not its words", rows("1-2 Wigo _ _ _ _ _ _ _ _", we, go2, ""), `line 3: "Wigo" of range 1-2 is not its words put together, "Wego"`},
		{"an empty node out of order", rows(we, "2.1 go go VERB _ _ _ _ _ _", go2, ""), `line 2: empty node "2.1" out of order: want 1.1`},
		{"a comment among words", rows(we, "# text = We go", go2, ""), "line 2: a comment among the words of a sentence"},
		{"comments without words", rows("# sent_id = 1", "", we, go2, ""), "line 2: comments without a sentence"},
		{"a text that is not that of the words", rows("# text = We left", we, go2, ""), `line 4: the text "We left" is not that of the words, "We go "`},
		{"space about a form", "1\t We\twe\tPRON\tPRP\t_\t0\troot\t_\t_\n\n", `line 1: white space in column 2, " We", that is more than single spaces between characters`},
		{"space in a tag", "1\tWe\twe\tPR ON\tPRP\t_\t0\troot\t_\t_\n\n", `line 1: white space in column 4, "PR ON"`},
		{"bytes that are no UTF-8", "1\tW\xff\twe\tPRON\tPRP\t_\t0\troot\t_\t_\n\n", "line 1: not UTF-8"},
		{"a sentence of 1,001 words", longSentence(MaxGiven + 1), "line 1001: a sentence of more than 1000 words"},
		{"comments without end", strings.Repeat("# a\n", 1_001), "line 1001: a sentence with more than 1000 comments"},
		{"a line of 5 MiB", "1\t" + strings.Repeat("a", 5<<20), "line 1: longer than 4 MiB"},
	} {
		_, err := ReadCoNLLU(strings.NewReader(c.in))
		if err == nil || err.Error() != "read CoNLL-U: "+c.want {
			t.Errorf("%s:\n got %v\nwant read CoNLL-U: %s", c.name, err, c.want)
		}
	}
}

func longSentence(words int) string {
	var b strings.Builder
	for i := range words {
		fmt.Fprintf(&b, "%d\ta\ta\tX\tX\t_\t%d\t%s\t_\t_\n", i+1, min(i, 1), [2]string{"root", "dep"}[min(i, 1)])
	}
	return b.String() + "\n"
}

// What GUM and EWT hold beside words and trees.
const treebankSample = "# newdoc id = talks\n# meta::genre = news\n# newpar\n# sent_id = talks-1\n# text = We don't go (yet).\n" +
	"1\tWe\twe\tPRON\tPRP\tCase=Nom|Number=Plur\t4\tnsubj\t4:nsubj\tEntity=(1-person)\n" +
	"2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
	"2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t4:aux\t_\n" +
	"3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t4:advmod\t_\n" +
	"4\tgo\tgo\tVERB\tVB\t_\t0\troot\t0:root\tCxn=x\n" +
	"4.1\thome\thome\tADV\tRB\t_\t_\t_\t4:advmod\t_\n" +
	"5\t(\t(\tPUNCT\t-LRB-\t_\t6\tpunct\t6:punct\tSpaceAfter=No\n" +
	"6\tyet\tyet\tADV\tRB\t_\t4\tadvmod\t4:advmod\tSpaceAfter=No|Entity=1)\n" +
	"7\t)\t)\tPUNCT\t-RRB-\t_\t6\tpunct\t6:punct\tSpaceAfter=No\n" +
	"8\t.\t.\tPUNCT\t.\t_\t4\tpunct\t4:punct\t_\n\n" +
	"# sent_id = talks-2\n# text = Why?\n" +
	"1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t0:root\tSpaceAfter=No\n" +
	"2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t1:punct\tSpaceAfter=No\n\n" +
	"# newpar id = p2\n# sent_id = talks-3\n# text = So.\n" +
	"1\tSo\tso\tADV\tRB\t_\t0\troot\t0:root\tSpaceAfter=No\n" +
	"2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t1:punct\t_\n\n"

func TestATreebankKeepsItsTextParagraphsAndComments(t *testing.T) {
	d, err := ReadCoNLLU(strings.NewReader(treebankSample))
	if err != nil {
		t.Fatal(err)
	}
	if want := "We don't go (yet). Why?\n\nSo. "; d.Text != want {
		t.Errorf("text %q, want %q", d.Text, want)
	}
	var paragraphs []string
	for _, p := range d.Paragraphs {
		paragraphs = append(paragraphs, d.Slice(p.Span))
	}
	if diff := cmp.Diff([]string{"We don't go (yet). Why?", "So. "}, paragraphs); diff != "" {
		t.Errorf("paragraphs (-want +got):\n%s", diff)
	}
	if id, ok := d.Sentences[0].Comment("newdoc"); !ok || id != "talks" {
		t.Errorf("document %q, want %q", id, "talks")
	}
	if !d.Tokens[2].Joined || d.Tokens[1].Joined || d.Tokens[3].Joined {
		t.Error("only n't is joined to the word before it")
	}
	if got := d.Tokens[5].Misc; got != "Entity=1)" {
		t.Errorf("MISC %q without SpaceAfter, want %q", got, "Entity=1)")
	}
}

// Enhanced dependencies, empty nodes and the order of MISC are not kept; the rest is.
func TestATreebankIsWrittenAsItWasRead(t *testing.T) {
	d, err := ReadCoNLLU(strings.NewReader(treebankSample))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer("SpaceAfter=No|Entity=1)", "Entity=1)|SpaceAfter=No",
		"4.1\thome\thome\tADV\tRB\t_\t_\t_\t4:advmod\t_\n", "").Replace(treebankSample)
	var lines []string
	for line := range strings.Lines(want) {
		if cells := strings.Split(line, "\t"); len(cells) == 10 {
			cells[8] = "_"
			line = strings.Join(cells, "\t")
		}
		lines = append(lines, line)
	}
	var got bytes.Buffer
	if err := WriteCoNLLU(&got, d); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Join(lines, ""), got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestASentenceWithoutHeadsIsReadForParsing(t *testing.T) {
	in := rows("1 We _ _ _ _ _ _ _ _", "2 go _ _ _ _ _ _ _ _", "")
	d, err := NewConlluReader(strings.NewReader(in)).Read()
	if err != nil || len(d.Tokens) != 2 || d.Tokens[0].Head != -1 || d.Tokens[1].Head != -1 {
		t.Errorf("got %+v, error %v", d, err)
	}
	if _, err := ReadCoNLLU(strings.NewReader(in)); err == nil {
		t.Error("a treebank without trees is read for training")
	}
}

func TestBatchesAreWholeSentences(t *testing.T) {
	r := NewConlluReader(strings.NewReader(treebankSample))
	var sentences []int
	for {
		d, err := r.ReadBatch(9)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		sentences = append(sentences, len(d.Sentences))
	}
	if diff := cmp.Diff([]int{2, 1}, sentences); diff != "" {
		t.Errorf("sentences in each batch (-want +got):\n%s", diff)
	}
}

// What the reader accepts is written, and what is written reads as the same.
func FuzzReadCoNLLU(f *testing.F) {
	f.Add("1\tWe\twe\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tgo\tgo\tVERB\tVBP\t_\t0\troot\t_\tSpaceAfter=No\n\n")
	f.Add("1-2\tdon't\n")
	f.Add(treebankSample)
	f.Add("# newpar\n1\t_\t_\t_\t_\t_\t0\t_\t_\tSpaceAfter=No|A=b\n\n\n2\n")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ReadCoNLLU(strings.NewReader(s))
		if err != nil {
			return
		}
		for i, tok := range d.Tokens {
			if tok.Head < -1 || tok.Head >= len(d.Tokens) || tok.End > len(d.Text) {
				t.Fatalf("token %d: %+v", i, tok)
			}
		}
		once := written(t, d)
		again, err := ReadCoNLLU(bytes.NewReader(once))
		if err != nil {
			t.Fatalf("what was written does not read: %v\n%s", err, once)
		}
		if twice := written(t, again); !bytes.Equal(once, twice) {
			t.Fatalf("written once\n%s\nand again\n%s", once, twice)
		}
		if diff := cmp.Diff(d.Tokens, again.Tokens); diff != "" {
			t.Fatalf("(-read +written and read):\n%s", diff)
		}
	})
}

func written(t *testing.T, d *Doc) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteCoNLLU(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

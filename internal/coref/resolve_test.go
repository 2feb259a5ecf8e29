package coref_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/coref"
	"github.com/readout/readout/internal/gum"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/model"
)

// language is what the tests read articles with.
type language struct {
	*model.Language
	coref *coref.Model
}

func load(t testing.TB) language {
	t.Helper()
	l, err := model.Load()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, err := model.LoadCoref(lex)
	if err != nil {
		t.Fatal(err)
	}
	return language{l, c}
}

// read makes the document of paragraphs, one a line.
func (l language) read(s string) *text.Doc {
	a := readout.Article{Text: s}
	start := 0
	for n, p := range strings.Split(s, "\n") {
		end := start + len([]rune(p))
		a.Paragraphs = append(a.Paragraphs, readout.Paragraph{Kind: readout.Body, Number: n + 1, Start: start, End: end})
		start = end + 1
	}
	d := text.New(a)
	text.Segment(d)
	l.Annotate(d)
	l.coref.Resolve(d)
	return d
}

// chained reports whether one chain holds mentions of both words, the first that are written so.
func chained(d *text.Doc, a, b string) bool {
	for _, c := range d.Chains {
		var words []string
		for _, r := range c.References {
			words = append(words, d.Slice(d.TokensSpan(r.First, r.Last)))
		}
		if slices.Contains(words, a) && slices.Contains(words, b) {
			return true
		}
	}
	return false
}

func listed(d *text.Doc) string {
	var b strings.Builder
	for _, c := range d.Chains {
		fmt.Fprintf(&b, "%s:", c.Type)
		for _, r := range c.References {
			fmt.Fprintf(&b, " %q", d.Slice(d.TokensSpan(r.First, r.Last)))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestWhatIsSpokenOfAgainIsOneChain(t *testing.T) {
	l := load(t)
	for _, c := range []struct{ name, text, a, b string }{
		{"a name and its short form", "Peter Holm arrived in Oslo on Monday. Holm met the prime minister.", "Peter Holm", "Holm"},
		{"a name and a pronoun", "Anna Lindqvist arrived in Oslo on Monday. She met the prime minister.", "Anna Lindqvist", "She"},
		{"a possessive", "Peter Holm left Norway after his talks with the minister.", "Peter Holm", "his"},
		{"a body and a pronoun", "The government rejected the plan. It wants more time.", "The government", "It"},
		{"a noun said again", "The navy lost a ship on Friday. The ship carried grain.", "a ship", "The ship"},
		{"two states as two sides", "Norway and Chad held talks on Monday. The two sides agreed to meet again.", "Norway and Chad", "The two sides"},
		{"two states as both countries", "Norway and Chad held talks on Monday. Both countries want peace.", "Norway and Chad", "Both countries"},
		{"two persons as two men", "Peter Holm and John Smith met in Oslo. The two men shook hands.", "Peter Holm and John Smith", "The two men"},
		{"a capital that acts", "China rejected the report on Monday. Beijing said the report was wrong.", "China", "Beijing"},
		{"a state after its capital", "Beijing said the report was wrong. Chinese ships left on Monday, and China called for talks.", "Beijing", "China"},
		{"the first person after its speaker", "John Smith said: “I will go to Norway on Monday.”", "John Smith", "I"},
		{"the first person before its speaker", "“I will go to Norway on Monday,” John Smith said.", "I", "John Smith"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := l.read(c.text); !chained(d, c.a, c.b) {
				t.Errorf("%q and %q are not one chain:\n%s", c.a, c.b, listed(d))
			}
		})
	}
}

func TestWhatIsTwoThingsIsTwoChains(t *testing.T) {
	l := load(t)
	for _, c := range []struct{ name, text, a, b string }{
		{"a city where something happens is no government", "China sent a delegation. The two met in Beijing on Monday.", "China", "Beijing"},
		{"two states are not two persons", "Norway and Chad held talks. The two men shook hands.", "Norway and Chad", "The two men"},
		{"a man is no woman", "Mr Smith met Eva. She left on Monday.", "Mr Smith", "She"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if d := l.read(c.text); chained(d, c.a, c.b) {
				t.Errorf("%q and %q are one chain:\n%s", c.a, c.b, listed(d))
			}
		})
	}
}

func TestATranscriptSaysWhoSpeaks(t *testing.T) {
	l := load(t)
	d := l.read("I am glad to be here.\nWhy did you come?\nI came to learn.")
	l.coref.ResolveSpoken(d, []string{"Ida", "Ole", "Ida"})
	for _, c := range d.Chains {
		if len(c.References) >= 2 && c.References[0].First == 0 {
			return
		}
	}
	t.Errorf("the first speaker's words are no chain:\n%s", listed(d))
}

func TestTheVerbBeforeAQuotationNamesItsSpeaker(t *testing.T) {
	d := load(t).read("Anna Lindqvist arrived in Oslo on Monday. She met Prime Minister Jonas Holm, who said: “I told her that we are glad.” Holm smiled.")
	if !chained(d, "Holm", "I") || chained(d, "Anna Lindqvist", "I") {
		t.Errorf("“I” is not the one who said it:\n%s", listed(d))
	}
}

func TestOddInputGivesNoChains(t *testing.T) {
	l := load(t)
	for _, s := range []string{"", "\n\n", "!!!", "“”", "((((", "\x00\x01", strings.Repeat("(", 2000), "وقال الوزير"} {
		if d := l.read(s); len(d.Chains) > 0 {
			t.Errorf("%.20q: got %s", s, listed(d))
		}
	}
	l.coref.Resolve(&text.Doc{})
}

func TestTheRulesAloneLinkNamesAndPronouns(t *testing.T) {
	l := load(t)
	d := l.read("Peter Holm arrived in Oslo on Monday. Holm visited a museum. He left on Tuesday.")
	l.coref.Sieve(d, nil)
	for _, b := range []string{"Holm", "He"} {
		if !chained(d, "Peter Holm", b) {
			t.Errorf("%q is not in the chain:\n%s", b, listed(d))
		}
	}
}

func TestWhatIsWrittenInMiscReadsBack(t *testing.T) {
	l := load(t)
	d := l.read("Anna Lindqvist arrived in Oslo on Monday. She met the minister, and her talks with him lasted an hour.\nLindqvist left on Tuesday.")
	oslo := slices.IndexFunc(d.Tokens, func(tok text.Token) bool { return d.Slice(tok.Span) == "Oslo" })
	mentions := coref.Mentions(d, []coref.Alone{{First: oslo, Last: oslo + 1, Head: oslo, Type: "place"}, {First: 0, Last: 2, Head: 0, Type: "person"}}, 0)
	misc := coref.Misc(mentions, len(d.Tokens))
	docs, err := gum.Read(bytes.NewReader(withMisc(t, d, misc)))
	if err != nil {
		t.Fatal(err)
	}
	want := map[[2]int]bool{{oslo, oslo + 1}: true}
	for _, c := range d.Chains {
		for _, r := range c.References {
			want[[2]int{r.First, r.Last}] = true
		}
	}
	groups := map[string]int{}
	for _, m := range docs[0].Mentions {
		if !want[[2]int{m.First, m.Last}] {
			t.Errorf("[%d, %d) was not written", m.First, m.Last)
		}
		delete(want, [2]int{m.First, m.Last})
		groups[m.Group]++
	}
	if len(want) > 0 || len(groups) != len(d.Chains)+1 {
		t.Errorf("%v not read back; %d groups of %d chains and one alone", want, len(groups), len(d.Chains))
	}
	if first := misc[0]; !strings.HasPrefix(first, "Entity=(1-person-new-1-coref") {
		t.Errorf("the first word has %q", first)
	}
}

// withMisc writes a document as CoNLL-U with the cells of MISC.
func withMisc(t *testing.T, d *text.Doc, misc []string) []byte {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("# newdoc id = x\n# " + coref.Header + "\n")
	for _, s := range d.Sentences {
		for i := s.First; i < s.Last; i++ {
			head, relation := 0, "root"
			if d.Tokens[i].Head >= 0 {
				head, relation = d.Tokens[i].Head-s.First+1, "dep"
			}
			cell := misc[i]
			if cell == "" {
				cell = "_"
			}
			fmt.Fprintf(&b, "%d\t%s\t_\tX\tX\t_\t%d\t%s\t_\t%s\n", i-s.First+1, d.Word(i), head, relation, cell)
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

func FuzzResolve(f *testing.F) {
	l := load(f)
	f.Add("Anna Lee said: “I met Chad’s two men.” She and they (both sides) left it.")
	f.Add("“a “b ‘c” [d] He, he’s Mr. and U.S. (")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 {
			return
		}
		d := l.read(strings.ToValidUTF8(s, "?"))
		seen := map[text.Reference]bool{}
		for _, c := range d.Chains {
			if len(c.References) < 2 || c.Type == "" {
				t.Fatalf("a chain of %d mentions of type %q", len(c.References), c.Type)
			}
			for _, r := range c.References {
				if seen[r] || r.First < 0 || r.First > r.Head || r.Head >= r.Last || r.Last > len(d.Tokens) {
					t.Fatalf("bad reference %v of %d tokens", r, len(d.Tokens))
				}
				seen[r] = true
			}
		}
		nested(t, coref.Mentions(d, nil, 0))
	})
}

func TestTheLongestSentenceIsRead(t *testing.T) {
	l := load(t)
	var b strings.Builder
	for i := range 1000 {
		head, rel := 1, "obj"
		if i == 0 {
			head, rel = 0, "root"
		}
		fmt.Fprintf(&b, "%d\tship\tship\tNOUN\tNN\t_\t%d\t%s\t_\t_\n", i+1, head, rel)
	}
	d, err := text.ReadCoNLLU(strings.NewReader(b.String() + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	d.Quotes = []text.Quote{{Span: text.Span{Start: 10, End: len(d.Text) - 1}}}
	l.coref.Resolve(d)
	nested(t, coref.Mentions(d, nil, 0))
}

// nested fails the test where mentions cross.
func nested(t *testing.T, mentions []coref.Mention) {
	t.Helper()
	for i, a := range mentions {
		for _, b := range mentions[i+1:] {
			if b.First < a.Last && b.Last > a.Last {
				t.Fatalf("[%d, %d) and [%d, %d) cross", a.First, a.Last, b.First, b.Last)
			}
		}
	}
}

func TestMentionsThatCrossAreLeftOut(t *testing.T) {
	d := load(t).read("Anna Lindqvist arrived in Oslo on Monday.")
	d.Chains = nil
	got := coref.Mentions(d, []coref.Alone{{First: 0, Last: 2, Head: 1, Type: "person"}, {First: 1, Last: 3, Head: 2, Type: "event"}, {First: 2, Last: 4, Head: 2, Type: "event"}}, 5)
	want := []coref.Mention{
		{First: 0, Last: 2, Head: 1, Group: 6, Type: "person", Status: "new", Tie: "sgl"},
		{First: 2, Last: 4, Head: 2, Group: 8, Type: "event", Status: "new", Tie: "sgl"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func BenchmarkResolve(b *testing.B) {
	l := load(b)
	d := l.read(strings.Repeat("Anna Lindqvist arrived in Oslo on Monday. She met the minister, and her talks with him lasted an hour.\n", 200))
	for b.Loop() {
		l.coref.Resolve(d)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

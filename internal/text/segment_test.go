package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/readout/readout"
)

func docOf(paragraphs ...string) *Doc {
	a := readout.Article{Text: strings.Join(paragraphs, "\n\n")}
	at := 0
	for i, p := range paragraphs {
		n := len([]rune(p))
		a.Paragraphs = append(a.Paragraphs, readout.Paragraph{Kind: readout.Body, Number: i + 1, Start: at, End: at + n})
		at += n + 2
	}
	d := New(a)
	Segment(d)
	return d
}

func words(d *Doc) string {
	var out []string
	for i := range d.Tokens {
		out = append(out, d.Word(i))
	}
	return strings.Join(out, " ")
}

func TestWordsAreCutAsTheTreebanksCutThem(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"The minister didn't speak.", "The minister did n't speak ."},
		{"They can’t say it’s over.", "They ca n’t say it ’s over ."},
		{"Norway's envoy cannot go.", "Norway 's envoy can not go ."},
		{"US-Japan ties", "US - Japan ties"},
		{"The U.S. paid $1.2bn on Nov. 14.", "The U.S. paid $ 1.2 bn on Nov. 14 ."},
		{"Mr. Lee (a lawyer) left...", "Mr. Lee ( a lawyer ) left ..."},
		{"“We agree,” she said.", "“ We agree , ” she said ."},
		{"See https://example.org/a, please.", "See https://example.org/a , please ."},
		{"Mr O’Brien met the states’ envoys", "Mr O’Brien met the states ’ envoys"},
	} {
		if got := words(docOf(c.in)); got != c.want {
			t.Errorf("%q:\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}

func TestSentencesEndWhereAReaderEndsThem(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"Mr. Lee of the U.S. Senate left. He flew on Nov. 14.", []string{"Mr. Lee of the U.S. Senate left.", "He flew on Nov. 14."}},
		{"He went to the U.S. The trip was long.", []string{"He went to the U.S.", "The trip was long."}},
		{"“I heard the same. We both agree.”", []string{"“I heard the same.", "We both agree.”"}},
		{"“Why now?” he asked.", []string{"“Why now?” he asked."}},
		{"“Why now?” Anna Lee asked.", []string{"“Why now?” Anna Lee asked."}},
		{"“We agree,” Lee said. “We go on.”", []string{"“We agree,” Lee said.", "“We go on.”"}},
	} {
		d := docOf(c.in)
		var got []string
		for i := range d.Sentences {
			got = append(got, d.Slice(d.SentenceSpan(i)))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.in, diff)
		}
	}
}

func TestQuotesArePairedInEveryStyle(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []string
		want []string
	}{
		{"curly", []string{"“We agree,” he said. “It’s done.”"}, []string{"“We agree,”", "“It’s done.”"}},
		{"straight", []string{`"We agree," he said. "It's done."`}, []string{`"We agree,"`, `"It's done."`}},
		{"british", []string{"‘We saw the states’ envoys,’ he said."}, []string{"‘We saw the states’ envoys,’"}},
		{"nested", []string{"“He said ‘no’ twice,” she said."}, []string{"“He said ‘no’ twice,”", "‘no’"}},
		{"over two paragraphs", []string{"“We agree.", "“We go on,” he said."}, []string{"“We agree.", "“We go on,”"}},
	} {
		d := docOf(c.in...)
		var got []string
		for _, q := range d.Quotes {
			got = append(got, d.Slice(q.Span))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestAQuotationThatGoesOnIsOpen(t *testing.T) {
	d := docOf("“We agree.", "“We go on,” he said.")
	if len(d.Quotes) != 2 || !d.Quotes[0].Open || d.Quotes[1].Open {
		t.Errorf("got %+v, want the first of two open", d.Quotes)
	}
}

func FuzzSegment(f *testing.F) {
	f.Add("“We agree,” he said. It's $1.2bn… U.S. 'no' can't")
	f.Add("\xff\xfe''\"\"((‘’")
	f.Fuzz(func(t *testing.T, s string) {
		d := docOf(strings.ToValidUTF8(s, "?"))
		at := 0
		for i, tok := range d.Tokens {
			if tok.Start < at || tok.End <= tok.Start || tok.End > len(d.Text) {
				t.Fatalf("token %d is %v after %d", i, tok.Span, at)
			}
			if gap := d.Text[at:tok.Start]; strings.TrimSpace(gap) != "" {
				t.Fatalf("%q lies between tokens", gap)
			}
			at = tok.End
		}
	})
}

func FuzzReadCoNLLU(f *testing.F) {
	f.Add("1\tWe\twe\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tgo\tgo\tVERB\tVBP\t_\t0\troot\t_\tSpaceAfter=No\n\n")
	f.Add("1-2\tdon't\n")
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
	})
}

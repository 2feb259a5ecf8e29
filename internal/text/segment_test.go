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
		{"a long-term, UN-led plan", "a long - term , UN - led plan"},
		{"anti-dumping rules of ex-members since mid-June", "anti-dumping rules of ex-members since mid-June"},
		{"the well-known, so-called al-Qaeda", "the well - known , so - called al - Qaeda"},
		{"at 5pm or 7:30AM, 430km away, in the 1990s and the 1980's", "at 5 pm or 7:30 AM , 430 km away , in the 1990s and the 1980's"},
		{"the 19th and 3G on 08/16/2000, tel. 713-853-3989", "the 19th and 3G on 08/16/2000 , tel. 713-853-3989"},
		{"in 1969-1970, pages 3-4 [18,19] of 12,000", "in 1969 - 1970 , pages 3 - 4 [ 18 , 19 ] of 12,000"},
		{"and/or, w/o, AT&T, R&D", "and / or , w/o , AT&T , R&D"},
		{"Why?!! Stop!!! … ok...", "Why ?!! Stop !!! … ok ..."},
		{"write to a.b-c@x.org, see whitehouse.gov.", "write to a.b-c@x.org , see whitehouse.gov ."},
		{"It ended.The next began.", "It ended . The next began ."},
		{"read talks.doc in alt.animals.cat (#climate, @user, #1)", "read talks.doc in alt.animals.cat ( #climate , @user , # 1 )"},
		{"Goal No. 4; no. He lives (b. 1950) on p. 5.", "Goal No. 4 ; no . He lives ( b. 1950 ) on p. 5 ."},
		{"food, water, etc. come, and so on, etc.", "food , water , etc. come , and so on , etc ."},
		{"a Ph.D. of the U.S. and the U.K government", "a Ph.D. of the U.S. and the U.K government"},
		{"dont, cant, gonna, thats im", "do nt , ca nt , gon na , that s i m"},
		{"good :) bad:-( ======== -----", "good :) bad :-( ======== -----"},
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
		{"He left in 1805. [6] He came back. [7] [8]", []string{"He left in 1805. [6]", "He came back. [7] [8]"}},
		{"2. Gas prices rose. 3. Oil fell.", []string{"2. Gas prices rose.", "3. Oil fell."}},
		{"it was great. we go again! do you?", []string{"it was great.", "we go again!", "do you?"}},
		{"i saw it. we left", []string{"i saw it.", "we left"}},
		{"The govt. said it. Officials left.", []string{"The govt. said it.", "Officials left."}},
		{"The pact covers approx. three states.", []string{"The pact covers approx. three states."}},
		{"See the album.That is all.", []string{"See the album.", "That is all."}},
		{"We waited... They came... and went.", []string{"We waited...", "They came... and went."}},
		{"Thanks. :) See you", []string{"Thanks. :)", "See you"}},
		{"It is done. ******** Next part", []string{"It is done.", "********", "Next part"}},
		{"P.S. Come soon. He said (in jest!) that.", []string{"P.S. Come soon.", "He said (in jest!) that."}},
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

func TestContractionsAndPossessivesAreOneWordToTheEye(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"They don't go", "They do~n't go"},
		{"China’s and the states’ envoys", "China~’s and the states~’ envoys"},
		{"‘We agree on terms’ was said", "‘ We agree on terms ’ was said"},
		{"I'm gonna see what's cannot be", "I~'m gon~na see what~'s can~not be"},
		{"US-led 5pm talks", "US - led 5 pm talks"},
	} {
		d := docOf(c.in)
		var b strings.Builder
		for i := range d.Tokens {
			switch {
			case d.Tokens[i].Joined:
				b.WriteByte('~')
			case i > 0:
				b.WriteByte(' ')
			}
			b.WriteString(d.Word(i))
		}
		if b.String() != c.want {
			t.Errorf("%q:\n got %q\nwant %q", c.in, b.String(), c.want)
		}
	}
}

func TestAPhraseIsCutAsWithinASentence(t *testing.T) {
	for in, want := range map[string]string{"Gen. Lee J.": "Gen. | Lee | J.", "Vitamin D.": "Vitamin | D.", "Non-Aligned Movement": "Non-Aligned | Movement"} {
		if got := strings.Join(Words(in), " | "); got != want {
			t.Errorf("%q is cut as %q, want %q", in, got, want)
		}
	}
	if got := words(docOf("He takes vitamin D.")); got != "He takes vitamin D ." {
		t.Errorf("got %q", got)
	}
}

// Each row of words.tsv is read as its class says.
func TestTheTableOfWordsIsInUse(t *testing.T) {
	table, err := parseWordTable(wordsFile)
	if err != nil {
		t.Fatal(err)
	}
	one := func(word, in string) {
		t.Helper()
		if got := Words(in); len(got) < 2 || got[1] != word {
			t.Errorf("%q is cut as %q, want %q second", in, got, word)
		}
	}
	for word, end := range table.abbreviations {
		one(word, map[ending]string{number: "see " + word + " 5"}[end]+map[bool]string{true: "see " + word + " more"}[end != number])
	}
	for word := range table.prefixes {
		one(word+"-word", "a "+word+"-word here")
	}
	for word := range table.units {
		one("5", "a 5"+word)
	}
	for word := range table.whole {
		one(word, "a "+word+" here")
	}
	for word := range table.smileys {
		one(word, "a "+word+" here")
	}
	for word := range table.names {
		one("name."+word, "a name."+word+" here")
	}
	for word, c := range table.contractions {
		if got := Words(word); len(got) != len(c.cuts)+1 {
			t.Errorf("%q is cut as %q", word, got)
		}
	}
}

func TestABadRowOfTheTableOfWordsIsNamed(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"prefix\tAnti\n", `line 1: want a word in small letters of 1 to 12 bytes, got "Anti"`},
		{"# x\nsuffix\tless\n", `line 2: no such class as "suffix"`},
		{"abbreviation\tmr.\tnever\n", `line 1: no such ending of an abbreviation as "never"`},
		{"contraction\tdont\tdo|n't\n", `line 1: "do|n't" is not "dont" cut`},
	} {
		if _, err := parseWordTable(c.in); err == nil || err.Error() != c.want {
			t.Errorf("%q: got %v, want %s", c.in, err, c.want)
		}
	}
}

// Tokens cover all of the text but white space, in order, and sentences all of the tokens.
func FuzzSegment(f *testing.F) {
	f.Add("“We agree,” he said. It's $1.2bn… U.S. 'no' can't")
	f.Add("\xff\xfe''\"\"((‘’")
	f.Add("a.b@c.d www.x.com/y). 08/16/2000 713-853-3989 ===== :-) [1] states’ dont etc.\n\n2. x")
	f.Fuzz(func(t *testing.T, s string) {
		d := docOf(strings.Split(strings.ToValidUTF8(s, "?"), "\n\n")...)
		at := 0
		for i, tok := range d.Tokens {
			if tok.Start < at || tok.End <= tok.Start || tok.End > len(d.Text) {
				t.Fatalf("token %d is %v after %d", i, tok.Span, at)
			}
			gap := d.Text[at:tok.Start]
			if strings.TrimSpace(gap) != "" {
				t.Fatalf("%q lies between tokens", gap)
			}
			if i > 0 && d.Tokens[i-1].SpaceAfter != (gap != "") || tok.Joined && gap != "" {
				t.Fatalf("token %d: %+v after %+v with %q between", i, tok, d.Tokens[max(i, 1)-1], gap)
			}
			at = tok.End
		}
		if rest := d.Text[at:]; strings.TrimSpace(rest) != "" {
			t.Fatalf("%q lies after the last token", rest)
		}
		next := 0
		for _, s := range d.Sentences {
			if s.First != next || s.Last <= s.First || s.Last-s.First > MaxSentence {
				t.Fatalf("a sentence of tokens %d to %d after %d", s.First, s.Last, next)
			}
			if p := d.Paragraphs[s.Paragraph].Span; !p.Contains(d.TokensSpan(s.First, s.Last)) {
				t.Fatalf("sentence %+v lies outside its paragraph", s)
			}
			if d.Tokens[s.First].Joined {
				t.Fatalf("sentence %+v begins within a word", s)
			}
			next = s.Last
		}
		if next != len(d.Tokens) {
			t.Fatalf("%d of %d tokens lie in sentences", next, len(d.Tokens))
		}
	})
}

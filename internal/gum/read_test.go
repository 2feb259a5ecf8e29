package gum

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const header = "# newdoc id = GUM_news_fjord\n# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity\n"

// rows makes a sentence of "word Entity-cell" pairs, all words hanging on the first.
func rows(words ...string) string {
	var b strings.Builder
	for i, w := range words {
		form, cell, _ := strings.Cut(w, " ")
		misc := "_"
		if cell != "" {
			misc = "Discourse=x:1|" + cell
		}
		head, rel := 1, "dep"
		if i == 0 {
			head, rel = 0, "root"
		}
		fmt.Fprintf(&b, "%d\t%s\t_\tX\tX\t_\t%d\t%s\t_\t%s\n", i+1, form, head, rel, misc)
	}
	return b.String() + "\n"
}

// listed writes the mentions of a document, one a line.
func listed(d Document) []string {
	var out []string
	for _, m := range d.Mentions {
		s := fmt.Sprintf("%s %q %s %s %s", m.Group, d.Doc.Slice(d.Doc.TokensSpan(m.First, m.Last)), m.Type, m.Infstat, m.Link)
		if m.Parts != nil {
			s += fmt.Sprint(" ", m.Parts)
		}
		if m.Named() {
			s += " = " + m.Identity
		}
		out = append(out, s)
	}
	return out
}

func TestMentionsAreReadFromMisc(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"nested, one word long, and named",
			rows("The Entity=(1-organization-new-s-cf1-2-coref", "council", "of", "Oslo Entity=(2-place-acc:com-s-cf2-1-sgl-Oslo)1)", "met"),
			[]string{`1 "The council of Oslo" organization new coref`, `2 "Oslo" place acc:com sgl = Oslo`}},
		{"two that open and close together",
			rows("Its Entity=(1-object-new-n-cf1-2-sgl(2-person-giv:act-n-cf2-1-ana)", "boat Entity=1)"),
			[]string{`1 "Its boat" object new sgl`, `2 "Its" person giv:act ana`}},
		{"one group within itself",
			rows("Lee Entity=(7-person-new-n-cf1-1-coref", "who", "he Entity=(7-person-giv:act-n-cf1-1-ana)", "is Entity=7)"),
			[]string{`7 "Lee who he is" person new coref`, `7 "he" person giv:act ana`}},
		{"in two parts",
			rows("cars Entity=(3[1/2]-object-new-n-cf1-1-sgl)", "and", "ships Entity=(4-object-new-n-cf1-1-sgl", "here Entity=(3[2/2]-object-new-n-cf1-1-sgl)4)"),
			[]string{`3 "cars and ships here" object new sgl [{0 1} {3 4}]`, `4 "ships here" object new sgl`}},
		{"a title with brackets and hyphens",
			rows("Orr Entity=(5-person-new-n-cf1-1-coref-Anne_Orr-Lee_%28MP%29)"),
			[]string{`5 "Orr" person new coref = Anne_Orr-Lee_(MP)`}},
		{"fields left out",
			rows("it Entity=(9)"), []string{`9 "it"   `}},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, err := Read(strings.NewReader(header + c.in))
			if err != nil || len(docs) != 1 {
				t.Fatalf("got %d documents and %v", len(docs), err)
			}
			if diff := cmp.Diff(c.want, listed(docs[0])); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMinimalWordsAreTokens(t *testing.T) {
	docs, err := Read(strings.NewReader(header + rows("a", "b Entity=(1-object-new-n-cf1-2,3,9-sgl", "c", "d Entity=1)")))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int{2, 3}, docs[0].Mentions[0].Min); diff != "" {
		t.Error(diff)
	}
}

func TestDocumentsParagraphsAndSpeakersAreKept(t *testing.T) {
	in := header + "# newpar\n# newpar_block = p (2 s)\n# speaker = Ida\n" + rows("One", "two") + rows("three") + "# newpar\n" +
		rows("four SplitAnte=1<3,2<3") + "# newdoc id = GUM_court_x\n" + rows("five Bridge=1<2")
	docs, err := Read(strings.NewReader(in))
	if err != nil || len(docs) != 2 {
		t.Fatalf("got %d documents and %v", len(docs), err)
	}
	d := docs[0]
	var paragraphs []int
	for _, s := range d.Doc.Sentences {
		paragraphs = append(paragraphs, s.Paragraph)
	}
	got := []any{d.Name, d.Genre, paragraphs, d.Speakers, d.Links, docs[1].Genre, docs[1].Links, d.Doc.Slice(d.Doc.Paragraphs[0].Span)}
	want := []any{"GUM_news_fjord", "news", []int{0, 0, 1}, []string{"Ida", "", ""}, []Link{{"1", "3", SplitAnte}, {"2", "3", SplitAnte}},
		"court", []Link{{"1", "2", Bridge}}, "One two three"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFaultsNameTheLineAndTheReason(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"closed and not opened", header + rows("a Entity=4)"), `line 3: cell Entity="4)": "4" is closed and was not opened`},
		{"opened and not closed", header + rows("a Entity=(4-person"), `document "GUM_news_fjord": group "4" is opened and not closed`},
		{"no header", rows("a Entity=(4-person)"), "no line \"# global.Entity\""},
		{"no group", header + rows("a Entity=()"), "a mention without a group"},
		{"a bad part", header + rows("a Entity=(4[2/1]-person)"), `bad part "4[2/1]"`},
		{"a part without the one before", header + rows("a Entity=(4[2/2]-person)"), "without the part before it"},
		{"a part missing", header + rows("a Entity=(4[1/2]-person)"), `group "4" has 1 parts of 2`},
		{"text outside brackets", header + rows("a Entity=x"), `"x" is neither opened nor closed`},
		{"too few columns", header + "1\ta\n", "line 3: want 10 columns, got 2"},
		{"a word out of order", header + "2\ta\t_\tX\tX\t_\t0\troot\t_\t_\n", `document "GUM_news_fjord", which begins at line 1`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(strings.NewReader(c.in))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q in it", err, c.want)
			}
		})
	}
}

func TestAMissingCorpusIsAnError(t *testing.T) {
	if _, err := ReadDir(t.TempDir(), "dev"); err == nil {
		t.Error("got no error")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(header + rows("The Entity=(1-organization-new-s-cf1-2-coref", "council", "met Entity=(2[1/2])1)", "x Entity=(2[2/2])"))
	f.Add("# newdoc\n\n# global.Entity = eid\n1\t")
	f.Fuzz(func(t *testing.T, in string) {
		docs, err := Read(strings.NewReader(in))
		if err != nil {
			return
		}
		for _, d := range docs {
			if len(d.Speakers) != len(d.Doc.Sentences) {
				t.Fatalf("%d speakers of %d sentences", len(d.Speakers), len(d.Doc.Sentences))
			}
			for _, m := range d.Mentions {
				if m.First < 0 || m.First >= m.Last || m.Last > len(d.Doc.Tokens) {
					t.Fatalf("mention [%d, %d) of %d tokens", m.First, m.Last, len(d.Doc.Tokens))
				}
				for _, i := range m.Min {
					if i < m.First || i >= m.Last {
						t.Fatalf("minimal word %d outside [%d, %d)", i, m.First, m.Last)
					}
				}
			}
		}
	})
}

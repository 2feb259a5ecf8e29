package web_test

import (
	"flag"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/readout/readout"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestArticlePage(t *testing.T) {
	r := sample()
	s := siteOf(t, &memory{records: []readout.Record{r}})
	body := strings.Replace(s.get(t, "/article/"+r.Article.ID).body, stylePath(t, s), "/assets/style.css", 1)
	golden := filepath.Join("testdata", "article.golden.html")
	if *update {
		if err := os.WriteFile(golden, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(body, "\n")); diff != "" {
		t.Errorf("page differs from %s (-want +got), go test -update writes it anew:\n%s", golden, diff)
	}
}

func TestArticlePageHoldsTogether(t *testing.T) {
	for name, r := range map[string]readout.Record{
		"every kind of entry":          sample(),
		"no entries":                   {Article: articleOf("A title", "A standfirst.", "A paragraph.")},
		"no text":                      {Article: readout.Article{ID: "0123456789abcdef"}},
		"words outside the paragraphs": withoutParagraphs(sample(), 2),
		"no paragraphs":                withoutParagraphs(sample(), 0, 1, 2, 3, 4, 5),
		"paragraphs that overlap and leave the text":     wildParagraphs(),
		"evidence that is not in the text":               strayEvidence(),
		"two entries with one ID":                        sameID(),
		"an assessment of a statement that is not there": lostStatement(),
		"one statement under two assessments":            twiceAssessed(),
		"marks that nest, cross and repeat":              overlapping(),
		"hundreds of marks on the same words":            crowded(),
		"hostile text":                                   hostile(),
	} {
		t.Run(name, func(t *testing.T) {
			p := siteOf(t, &memory{records: []readout.Record{r}}).get(t, "/article/"+r.Article.ID)
			if p.status != http.StatusOK {
				t.Fatalf("status %d: %s", p.status, p.body)
			}
			checkLinks(t, p)
			checkText(t, p, r.Article)
			checkSafe(t, p)
		})
	}
}

func withoutParagraphs(r readout.Record, drop ...int) readout.Record {
	var keep []readout.Paragraph
	for i, p := range r.Article.Paragraphs {
		dropped := false
		for _, d := range drop {
			dropped = dropped || d == i
		}
		if !dropped {
			keep = append(keep, p)
		}
	}
	r.Article.Paragraphs = keep
	return r
}

func wildParagraphs() readout.Record {
	r := sample()
	r.Article.Paragraphs = []readout.Paragraph{
		{Kind: readout.Title, Start: -5, End: 10}, {Kind: readout.Body, Number: 1, Start: 3, End: 60},
		{Kind: readout.Body, Number: 2, Start: 40, End: 90}, {Kind: readout.Body, Number: 3, Start: 95, End: 95},
		{Kind: readout.Body, Number: 4, Start: 100, End: 1 << 40},
	}
	return r
}

// strayEvidence has evidence of other words, of another article, and beyond every end.
func strayEvidence() readout.Record {
	r := sample()
	n := len([]rune(r.Article.Text))
	for i, e := range []readout.Evidence{
		{Article: r.Article.ID, Start: -3, End: 4, Exact: "Min"},
		{Article: r.Article.ID, Start: n - 2, End: n + 40, Exact: "past the end"},
		{Article: r.Article.ID, Start: 9, End: 3, Exact: "backwards"},
		{Article: r.Article.ID, Start: 5, End: 5, Exact: ""},
		{Article: r.Article.ID, Start: 0, End: 9, Exact: "Presidents"},
		{Article: "another article", Start: 0, End: 9, Exact: "Ministers"},
		{Article: r.Article.ID, Start: -1 << 62, End: 1 << 62, Exact: "everything"},
	} {
		m := readout.Meeting{Participants: []readout.ActorRef{berg, salmi}, Status: readout.Held}
		m.ID, m.Evidence = readout.EntryID(readout.KindMeeting, e, string(rune('a'+i))), []readout.Evidence{e}
		r.Meetings = append(r.Meetings, m)
	}
	r.Meetings = append(r.Meetings, readout.Meeting{Entry: readout.Entry{ID: "mwithoutevidence"}})
	return r
}

func TestWordsThatAreNotInTheTextAreNotMarked(t *testing.T) {
	good, bad := sample(), strayEvidence()
	s := siteOf(t, &memory{records: []readout.Record{bad}})
	p := s.get(t, "/article/"+bad.Article.ID)
	for _, m := range bad.Meetings[len(good.Meetings):] {
		if p.byID("e-"+m.ID) != nil {
			t.Errorf("meeting on %v is marked in the text", m.Evidence)
		}
		line := p.byID("b-" + m.ID)
		if line == nil {
			t.Errorf("meeting on %v is not in the brief", m.Evidence)
			continue
		}
		if !strings.Contains(textOf(line), "no words") {
			t.Errorf("its line %q does not say that the words are not in the text", plain(textOf(line)))
		}
	}
}

func sameID() readout.Record {
	r := sample()
	r.Meetings[1].ID = r.Meetings[0].ID
	r.Visits[0].ID = r.Meetings[0].ID
	return r
}

func lostStatement() readout.Record {
	r := sample()
	r.Assessments[0].Statement = "s000000000000"
	return r
}

func twiceAssessed() readout.Record {
	r := sample()
	again := r.Assessments[0]
	again.ID = "a000000000000"
	r.Assessments = append(r.Assessments, again)
	return r
}

func overlapping() readout.Record {
	r := sample()
	for _, w := range []string{"met her Finnish colleague", "her Finnish colleague Eero Salmi in", "Finnish", "Finnish", "Norway’s",
		"on Tuesday for about two hours.", "hours.\n\n“We have agreed", r.Article.Text} {
		v := readout.Statement{Entry: entryOf(readout.KindStatement, r.Article, w), Speaker: berg, Form: readout.Indirect}
		v.ID += string(rune('a' + len(r.Statements)))
		r.Statements = append(r.Statements, v)
	}
	return r
}

func crowded() readout.Record {
	r := sample()
	words := []rune("Norway’s Foreign Minister Astrid Berg met her Finnish colleague Eero Salmi in Tromsø")
	for i := range 700 {
		v := readout.Statement{Entry: entryOf(readout.KindStatement, r.Article, string(words[i%30:len(words)-i%11])), Speaker: berg}
		v.ID = readout.EntryID(readout.KindStatement, v.Evidence[0], string(rune(i)))
		r.Statements = append(r.Statements, v)
	}
	return r
}

const attack = `"><script>alert(1)</script><img src=x onerror='alert(2)'> ]]> --> {{.}} javascript:alert(3) `

// hostile has markup, quotes, control and direction marks, and much text wherever an article can put words.
func hostile() readout.Record {
	long := strings.Repeat("лес 森林 forest ", 1<<20/20)
	a := articleOf(attack, "\u202Eright to left\u202C \x00 \x07 \r carriage \u2028 line", "said “"+attack+"” to "+long, "</article></main>&lt;b&gt;&amp;amp;")
	a.Publisher, a.Language, a.URL, a.Name = attack, `en" onload="alert(4)`, "javascript:alert(5)", attack
	evil := readout.ActorRef{ID: `x" onclick="alert(6)`, Name: attack, Country: `<b>`}
	r := readout.Record{Article: a}
	r.Actors = []readout.Actor{{ID: evil.ID, Name: evil.Name, Office: attack, Country: evil.Country, Kind: `"><i>`,
		Evidence: []readout.Evidence{evidenceOf(a, "carriage")}}}
	r.Meetings = []readout.Meeting{{Entry: entryOf(readout.KindMeeting, a, attack), Participants: []readout.ActorRef{evil, evil},
		Status: attack, Length: attack, Occasion: attack, Place: &readout.Place{Name: attack}}}
	r.Statements = []readout.Statement{{Entry: entryOf(readout.KindStatement, a, long), Speaker: evil, Form: attack, Audience: attack, Via: &evil}}
	r.Statements[0].Made = readout.Provenance{Stage: attack, Rule: attack, Version: attack}
	r.Agreements = []readout.Agreement{{Entry: entryOf(readout.KindAgreement, a, "&amp;amp;"), Parties: []readout.ActorRef{evil}, Status: attack,
		Issue: attack, ClaimedBy: &evil}}
	r.Agreements[0].ID = `a"><script>alert(7)</script>`
	r.Positions = []readout.Position{{Entry: entryOf(readout.KindPosition, a, "\u202Eright to left"), Holder: evil, Issue: attack}}
	r.Coder = readout.Coder{Version: attack, Models: []string{attack}}
	return r
}

func TestHostileTextIsTextOnEveryPage(t *testing.T) {
	s := siteOf(t, &memory{records: []readout.Record{hostile()}})
	for _, address := range []string{"/", "/timeline", "/timeline?with=%22%3E%3Cscript%3E", "/article/" + hostile().Article.ID, "/%3Cscript%3E"} {
		p := s.get(t, address)
		checkSafe(t, p)
		checkLinks(t, p)
	}
	if s.log.Len() > 0 {
		t.Errorf("logged %s", s.log)
	}
}

func TestBriefSetsDeedsPlansAndHopesApart(t *testing.T) {
	r := sample()
	p := siteOf(t, &memory{records: []readout.Record{r}}).get(t, "/article/"+r.Article.ID)
	for _, c := range []struct{ name, id, want string }{
		{"a meeting that was held", r.Meetings[0].ID,
			"M1 in paragraph ¶1 held Astrid Berg (Foreign Minister) · Eero Salmi (Foreign Minister) 14 May 2024 Tromsø 2 h about two hours"},
		{"a planned meeting", r.Meetings[1].ID, "M2 in paragraph ¶2 planned Astrid Berg · Eero Salmi Helsinki"},
		{"a postponed visit", r.Visits[0].ID, "V1 in paragraph ¶3 postponed Eero Salmi to Norway March 2024"},
		{"a quoted statement", r.Statements[0].ID,
			"S1 in paragraph ¶2 We have agreed to share the salmon quota, and we will meet again in Helsinki relayed by Norsk Telegraf"},
		{"a paraphrase with quoted words", r.Statements[1].ID, "S2 in paragraph ¶3 the talks were frank to reporters"},
		{"an outside voice", r.Assessments[0].ID, "O1 in paragraph ¶4 the worst was over paraphrased"},
		{"an agreement one side tells of", r.Agreements[0].ID,
			"A1 in paragraph ¶2 agreed agreed to share the salmon quota Norway, Finland fishing says Astrid Berg"},
		{"a red line", r.Positions[0].ID, "P1 in paragraph ¶3 Finland red line Finland would not accept new fences on the river"},
	} {
		if got := plain(textOf(p.byID("b-" + c.id))); got != c.want {
			t.Errorf("%s reads\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestQuotedWordsStandInQuotationElements(t *testing.T) {
	r := sample()
	p := siteOf(t, &memory{records: []readout.Record{r}}).get(t, "/article/"+r.Article.ID)
	quoted := func(id string) []string {
		var out []string
		for n := range p.byID("b-" + id).Descendants() {
			if n.Type == html.ElementNode && n.Data == "q" {
				out = append(out, textOf(n))
			}
		}
		return out
	}
	for _, c := range []struct {
		id   string
		want []string
	}{
		{r.Statements[0].ID, []string{"We have agreed to share the salmon quota, and we will meet again in Helsinki"}},
		{r.Statements[1].ID, []string{"frank"}},
		{r.Statements[2].ID, nil},
		{r.Agreements[0].ID, []string{"agreed to share the salmon quota"}}, // within Berg's quotation
	} {
		if diff := cmp.Diff(c.want, quoted(c.id)); diff != "" {
			t.Errorf("line %s: quoted words (-want +got):\n%s", c.id, diff)
		}
	}
}

// FuzzArticlePage marks stretches of any text and checks that the page stays whole.
func FuzzArticlePage(f *testing.F) {
	f.Add("Title\n\nHe said “so”.", []byte{0, 5, 7, 12, 8, 20})
	f.Add("<b>&amp;\x00\r\n\u202E", []byte{0, 3, 1, 2, 2, 200})
	f.Add("‘a’ «b» „c“ \"d", []byte{0, 9, 3, 4, 3, 4, 1, 8})
	f.Fuzz(func(t *testing.T, text string, at []byte) {
		text = strings.ReplaceAll(text, "\r", "\n") // no article holds one; a mark between \r and \n would part a line end
		runes := []rune(text)
		a := readout.Article{ID: readout.ArticleID(text), Text: text}
		if n := len(runes); n > 2 {
			a.Paragraphs = []readout.Paragraph{{Kind: readout.Title, End: n / 3}, {Kind: readout.Body, Number: 1, Start: n / 3, End: n}}
		}
		r := readout.Record{Article: a}
		for i := 1; i < len(at); i += 2 {
			e := readout.Evidence{Article: a.ID, Start: int(at[i-1]), End: int(at[i])}
			if e.Start < e.End && e.End <= len(runes) {
				e.Exact = string(runes[e.Start:e.End])
			}
			v := readout.Statement{Speaker: berg, Form: readout.Mixed}
			v.ID, v.Evidence = readout.EntryID(readout.KindStatement, e, string(rune(i))), []readout.Evidence{e}
			r.Statements = append(r.Statements, v)
		}
		p := siteOf(t, &memory{records: []readout.Record{r}}).get(t, "/article/"+a.ID)
		checkLinks(t, p)
		checkText(t, p, a)
		checkSafe(t, p)
	})
}

package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/readout/readout/examples"
	"github.com/readout/readout/internal/article"
	"github.com/readout/readout/internal/text"
)

// english keeps an input from being taken for another language.
const english = " The ministers of the two states said that they had met in the capital. "

// long repeats a paragraph, with so much white space after it that the whole is too long to be an article.
func long(times int, paragraph string) string {
	return strings.Repeat(paragraph+strings.Repeat(" ", 1_200_000/times)+"\n\n", times)
}

// nasty are texts that tokenisers and writers of columns trip over.
var nasty = map[string]string{
	"contractions":        "Don't! It's gonna be the states’ y'all's o'clock, isn't it? Cannot won't. 'Tis. rock 'n' roll",
	"marks alone":         english + "\n\n“ ” ‘ ’ \" ' `` '' ( ) [ ] … -- — ??? !!! ... # @ & * / \\ | ~ ^ _ = + < >",
	"an underscore":       "_ is a word, and so is __init__ . _",
	"no spaces":           english + strings.Repeat("word", 25_000),
	"no sentence ends":    strings.Repeat("and so on ", 4_000),
	"quotation marks":     strings.Repeat("\"", 5_000) + " The minister spoke. " + strings.Repeat("“", 5_000),
	"brackets":            strings.Repeat("(", 5_000) + " The minister spoke. " + strings.Repeat(")", 5_000),
	"at signs and points": strings.Repeat("a@", 4_000) + " The minister spoke. " + strings.Repeat("a.", 4_000),
	"hyphens and strokes": strings.Repeat("a-", 4_000) + " The minister spoke. " + strings.Repeat("1/", 4_000),
	"apostrophes":         english + strings.Repeat("’s", 500) + english + strings.Repeat("n't", 4_000),
	"control characters":  "The minister\x01\x02 spoke\x1b[31m of\x7f it.\u200b\u00ad\ufeff So\u2028did\u0085the king.",
	"marks that combine":  "The minister e\u0301\u0302\u0303 spoke of cafe\u0301s and 👩‍👩‍👧 too.",
	"bad bytes":           "The minister \xff\xfe spoke of caf\xc3\xa9 and \xc3 it.",
	"several spaces":      "The \t minister\u00a0\u2003spoke .\tHe   left.",
	"other scripts":       "The minister said 你好。再见。 and وقال الوزير and नमस्ते to them.",
	"numbers":             "1. 2.5 3,000 4:30 5pm 6th 7-8 9/10/2011 555-1234 $5 £6 7% №8 ½ ² 1,2 .5 +6 -7 1990s '90s 5's",
	"one letter":          "A. I. X",
}

func TestWhatIsParsedFollowsTheRulesOfCoNLLU(t *testing.T) {
	t.Run("the examples", func(t *testing.T) { checkParsed(t, exampleFolder, false) })
	t.Run("nasty texts, and the same article twice", func(t *testing.T) {
		dir := t.TempDir()
		put := func(name, content string) {
			if err := os.WriteFile(filepath.Join(dir, name+".txt"), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		for name, content := range nasty {
			put(name, content)
		}
		put("once", "Two ministers met.")
		put("once more", "Two ministers met.")
		checkParsed(t, dir, true)
	})
	t.Run("text too long for an article", func(t *testing.T) {
		checkParsed(t, writeFile(t, long(2_000, "They’ve met “again” in the capital. It's the states’ talks.")), true)
	})
}

func writeFile(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "text.txt")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// checkParsed parses an input to CoNLL-U, checks it, and checks that parsing that again gives the same bytes. A long document is
// read in parts, and those of a text and of CoNLL-U end at different places, so that what is mentioned again gets other numbers:
// of those, only the rest is compared.
func checkParsed(t *testing.T, path string, long bool) {
	t.Helper()
	out := runIn(t.Context(), t, "parse", path)
	if faults := conlluFaults(out); len(faults) > 0 {
		t.Fatalf("%d faults, first %s", len(faults), strings.Join(faults[:min(len(faults), 5)], "\n"))
	}
	again := []string{"parse", "--input", "conllu", writeFile(t, out)}
	if long {
		out = runIn(t.Context(), t, "parse", "--mentions=false", path)
		again = []string{"parse", "--mentions=false", "--input", "conllu", writeFile(t, out)}
	}
	if again := runIn(t.Context(), t, again...); again != out {
		t.Errorf("parsed again it differs:\n%.2000s", cmp.Diff(out, again))
	}
}

// parsed is what readout parse --format json writes.
type parsed struct {
	Schema    string
	Documents []struct {
		ID, Name  string
		Sentences []jsonSentence
	}
}

func parsedJSON(t *testing.T, args ...string) parsed {
	t.Helper()
	var p parsed
	if err := json.Unmarshal([]byte(runIn(t.Context(), t, append([]string{"parse", "--format", "json"}, args...)...)), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestJSONPointsIntoTheArticle(t *testing.T) {
	names, err := fs.Glob(examples.Files, "*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	p := parsedJSON(t, exampleFolder)
	if len(p.Documents) != len(names) {
		t.Fatalf("%d documents of %d files", len(p.Documents), len(names))
	}
	for _, d := range p.Documents {
		f, err := os.Open(d.Name)
		if err != nil {
			t.Fatal(err)
		}
		a, err := article.Read(f, article.Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkPositions(t, []rune(a.Text), d.Sentences)
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func checkPositions(t *testing.T, text []rune, sentences []jsonSentence) {
	t.Helper()
	for _, s := range sentences {
		if got := string(text[s.Start:s.End]); strings.Join(strings.Fields(got), " ") != s.Text {
			t.Fatalf("sentence %s is %q and points at %q", s.ID, s.Text, got)
		}
		for _, tok := range s.Tokens {
			if got := string(text[tok.Start:tok.End]); got != tok.Form {
				t.Fatalf("word %d of %s is %q and points at %q", tok.ID, s.ID, tok.Form, got)
			}
		}
		for _, m := range s.Multiword {
			if got := string(text[m.Start:m.End]); got != m.Form || m.Start != s.Tokens[m.First-1].Start || m.End != s.Tokens[m.Last-1].End {
				t.Fatalf("token %d-%d of %s is %q and points at %q", m.First, m.Last, s.ID, m.Form, got)
			}
		}
	}
}

// The positions run on over the batches that a long input is parsed in.
func TestJSONPositionsRunOnOverALongInput(t *testing.T) {
	paragraph := "They’ve met “again” in São Paulo. It’s done."
	p := parsedJSON(t, writeFile(t, long(2_000, paragraph)))
	if len(p.Documents) != 1 {
		t.Fatalf("%d documents", len(p.Documents))
	}
	read := strings.TrimSuffix(strings.Repeat(paragraph+"\n\n", 2_000), "\n\n")
	checkPositions(t, []rune(read), p.Documents[0].Sentences)
	last := p.Documents[0].Sentences[len(p.Documents[0].Sentences)-1]
	if last.Paragraph != 2_000 || last.End != utf8.RuneCountInString(read) {
		t.Errorf("the last sentence stands in paragraph %d and ends at %d of %d", last.Paragraph, last.End, utf8.RuneCountInString(read))
	}
}

func TestJSONSaysWhatCoNLLUSays(t *testing.T) {
	path := writeFile(t, nasty["contractions"]+"\n\n"+nasty["several spaces"])
	d, err := text.ReadCoNLLU(strings.NewReader(runIn(t.Context(), t, "parse", path)))
	if err != nil {
		t.Fatal(err)
	}
	sentences := parsedJSON(t, path).Documents[0].Sentences
	if len(sentences) != len(d.Sentences) {
		t.Fatalf("%d sentences in JSON, %d in CoNLL-U", len(sentences), len(d.Sentences))
	}
	for n, s := range sentences {
		first := d.Sentences[n].First
		if id, _ := d.Sentences[n].Comment("sent_id"); id != s.ID || d.SentenceText(n) != s.Text {
			t.Errorf("sentence %q %q in JSON, %q %q in CoNLL-U", s.ID, s.Text, id, d.SentenceText(n))
		}
		for i, tok := range s.Tokens {
			c := d.Tokens[first+i]
			want := jsonToken{ID: i + 1, Form: d.Word(first + i), Lemma: c.Lemma, UPOS: c.UPOS, XPOS: c.XPOS, Feats: unlessBlank(c.Feats), Head: headNumber(c, d.Sentences[n]),
				Deprel: c.Deprel, Misc: unlessBlank(d.Misc(first + i)), Start: tok.Start, End: tok.End}
			if diff := cmp.Diff(want, tok); diff != "" {
				t.Errorf("%s (-CoNLL-U +JSON):\n%s", s.ID, diff)
			}
		}
	}
}

func TestATreebanksDocumentsAreDocumentsInJSON(t *testing.T) {
	path := writeFile(t, "# newdoc id = a\n# sent_id = a1\n1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n\n# sent_id = a2\n1\tNow\t_\t_\t_\t_\t_\t_\t_\t_\n\n"+
		"# newpar\n# sent_id = a3\n1\tThen\t_\t_\t_\t_\t_\t_\t_\t_\n\n# newdoc id = b\n# sent_id = b1\n1\tNo\t_\t_\t_\t_\t_\t_\t_\t_\n\n")
	p := parsedJSON(t, "--input", "conllu", path)
	var got []string
	for _, d := range p.Documents {
		for _, s := range d.Sentences {
			b, err := json.Marshal([]any{d.ID, s.ID, s.Paragraph, s.Start, s.End})
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, string(b))
		}
	}
	want := []string{`["a","a1",1,0,2]`, `["a","a2",1,3,6]`, `["a","a3",2,9,13]`, `["b","b1",1,0,2]`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

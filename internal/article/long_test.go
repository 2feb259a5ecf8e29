package article

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// filler is plain English of more than a MiB, a paragraph a line.
var filler = strings.Repeat("The ministers of the two states have met in the capital and said that they will meet there again in the spring.\n\n", 10_000)

// longParagraphs reads a text that is too long to be an article.
func longParagraphs(t *testing.T, s string) []string {
	t.Helper()
	whole, long, err := Open(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	if whole != nil || long == nil {
		t.Fatal("taken for an article")
	}
	var out []string
	for {
		p, err := long.Next()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
}

func TestALongTextIsReadAParagraphAtATime(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"one paragraph a line", "First.\n\nSecond.", []string{"First.", "Second."}},
		{"wrapped lines", "The talks that were\nheld in Oslo ended.\n\nNext.", []string{"The talks that were held in Oslo ended.", "Next."}},
		{"long lines are paragraphs each", strings.Repeat("a ", 50) + "b\nShort.", []string{strings.Repeat("a ", 50) + "b", "Short."}},
		{"what shows nothing and bytes that are no UTF-8", "zero\u200bwidth \x01 control\r\n\xff\xfe.", []string{"zerowidth control \ufffd."}},
		{"a line of 64 KiB and more is cut at a space", strings.Repeat("word ", 15_000), []string{strings.TrimSpace(strings.Repeat("word ", 13_107)), strings.TrimSpace(strings.Repeat("word ", 1_893))}},
		{"or between characters", strings.Repeat("é", 40_000), []string{strings.Repeat("é", 32_768), strings.Repeat("é", 7_232)}},
	} {
		got := longParagraphs(t, filler+c.in)
		if diff := cmp.Diff(c.want, got[10_000:]); diff != "" {
			t.Errorf("%s (-want +got):\n%.2000s", c.name, diff)
		}
	}
}

func TestALongTextMayBeInAnOlderEncoding(t *testing.T) {
	got := longParagraphs(t, strings.Repeat("The caf\xe9 of the ministers is in the capital and it is the place where they met.\n\n", 15_000))
	if want := "The café of the ministers is in the capital and it is the place where they met."; got[0] != want {
		t.Errorf("got %q, want %q", got[0], want)
	}
}

func TestWhatIsNoLongTextIsLeftToRead(t *testing.T) {
	for name, in := range map[string]string{
		"short":         "Two ministers met.",
		"a long page":   "<!doctype html><html><body>" + filler + "</body></html>",
		"nothing":       "",
		"exactly 1 MiB": filler[:wholeInput-1],
	} {
		whole, long, err := Open(strings.NewReader(in))
		if err != nil || whole == nil || long != nil {
			t.Errorf("%s: reader %v, long text %v, error %v", name, whole != nil, long != nil, err)
			continue
		}
		if b, err := io.ReadAll(whole); err != nil || string(b) != in {
			t.Errorf("%s: %d of %d bytes are left, error %v", name, len(b), len(in), err)
		}
	}
}

func TestALongInputThatIsNoEnglishTextIsRefused(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     error
	}{
		{"zeros", strings.Repeat("\x00\x01", 1<<20), ErrBinary},
		{"a PDF", "%PDF-1.4\n" + filler, ErrBinary},
		{"German", strings.Repeat("Die Ministerin hat am Dienstag in Oslo gesagt, dass beide Staaten sich wieder treffen werden.\n\n", 15_000), ErrNotEnglish},
	} {
		if _, _, err := Open(strings.NewReader(c.in)); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
	}
}

// What a long text is cut into are normalised lines of bounded length with something in them.
func FuzzLongText(f *testing.F) {
	f.Add("The talks that were\nheld in Oslo ended.\n\nNext.\r\n\xff\xfe\u200b\n- a\n- b")
	f.Add(strings.Repeat("word ", 20) + "\nshort\n\n" + strings.Repeat("é", 70_000))
	f.Fuzz(func(t *testing.T, s string) {
		long := &LongText{lines: bufio.NewReaderSize(strings.NewReader(s), 2*longestPiece)}
		for {
			p, err := long.Next()
			if err == io.EOF {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if p == "" || !utf8.ValidString(p) || strings.ContainsAny(p, "\n\r") || len(p) > 8*longestPiece || normalise(p) != p {
				t.Fatalf("%.200q of %d bytes is no paragraph", p, len(p))
			}
		}
	})
}

package article

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"github.com/readout/readout"
)

// report has only characters that Windows-1252 has.
const report = `Norland and Suderia reopen river border

The two foreign ministers say lorries will cross again within weeks.

Norland and Suderia agreed on Tuesday to reopen their shared border – two years after a quarrel closed the only bridge.

“We have found a way that both sides can live with,” Norland’s foreign minister, Éva Brandt, told reporters in the café of the Suderian parliament.

Talks go on in May.

Source: Harbour Courier and news agencies`

func mustRead(t *testing.T, input string, o Options) readout.Article {
	t.Helper()
	a, err := Read(strings.NewReader(input), o)
	if err != nil {
		t.Fatal(err)
	}
	checkCovers(t, a)
	checkReadsAgain(t, a)
	return a
}

// kinds returns the paragraphs as "kind: text".
func kinds(a readout.Article) []string {
	var out []string
	characters := []rune(a.Text)
	for _, p := range a.Paragraphs {
		out = append(out, string(p.Kind)+": "+string(characters[p.Start:p.End]))
	}
	return out
}

func TestOneArticleInManyEncodingsHasOneText(t *testing.T) {
	encoded := func(e encoding.Encoding) string {
		s, err := e.NewEncoder().String(report)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	inputs := map[string]string{
		"UTF-8":                             report,
		"UTF-8 with a byte order mark":      "\ufeff" + report,
		"UTF-16 LE with a byte order mark":  "\xff\xfe" + encoded(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)),
		"UTF-16 BE with a byte order mark":  "\xfe\xff" + encoded(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)),
		"UTF-16 LE without one":             encoded(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)),
		"UTF-16 BE without one":             encoded(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)),
		"UTF-32 LE with a byte order mark":  encoded(utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)),
		"Windows-1252":                      encoded(charmap.Windows1252),
		"lines that end in CR LF":           strings.ReplaceAll(report, "\n", "\r\n"),
		"lines that end in CR":              strings.ReplaceAll(report, "\n", "\r"),
		"Unicode paragraph separators":      strings.ReplaceAll(report, "\n\n", "\u2029"),
		"decomposed accents":                strings.NewReplacer("É", "E\u0301", "é", "e\u0301").Replace(report),
		"non-breaking and thin spaces":      strings.NewReplacer("river border", "river\u00a0border", "two years", "two\u202fyears", "only bridge", "only\u2009bridge").Replace(report),
		"soft hyphens and zero-width marks": strings.NewReplacer("Suderian", "Su\u00adde\u200bri\ufeffan", "weeks", "\u200eweeks\u200f").Replace(report),
		"control characters":                strings.ReplaceAll(report, "lorries", "lor\x07ries"),
		"spaces at the ends of lines":       strings.ReplaceAll(report, "\n", " \t\n  "),
		"many empty lines":                  strings.ReplaceAll(report, "\n\n", "\n\n \n\t\n\n"),
		"one line a paragraph":              strings.ReplaceAll(report, "\n\n", "\n"),
		"lines wrapped at 70":               wrap(report, 70),
	}
	for name, input := range inputs {
		t.Run(name, func(t *testing.T) {
			a := mustRead(t, input, Options{})
			if diff := cmp.Diff(report, a.Text); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
			if want := readout.ArticleID(report); a.ID != want {
				t.Errorf("ID %s, want %s", a.ID, want)
			}
		})
	}
}

// wrap breaks each paragraph into lines of at most width bytes.
func wrap(text string, width int) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.SplitAfter(text, " ") {
		if column+len(word) > width {
			b.WriteByte('\n')
			column = 0
		}
		b.WriteString(word)
		column += len(word)
		if i := strings.LastIndexByte(word, '\n'); i >= 0 {
			column = len(word) - i - 1
		}
	}
	return b.String()
}

func TestABrokenByteInUTF8DoesNotMakeItAnotherEncoding(t *testing.T) {
	a := mustRead(t, report+"\n\nA cut \xe2\x80", Options{})
	if !strings.Contains(a.Text, "“We have") || !strings.HasSuffix(a.Text, "A cut \uFFFD") {
		t.Errorf("text %q", a.Text)
	}
}

func TestWhatTheUserKnows(t *testing.T) {
	day := func(s string) readout.Date {
		d, err := readout.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	header := "Publisher: Harbour Courier\nPublished: 5 March 2024\nURL: https://courier.example/1\n\n"
	tests := []struct {
		name, input          string
		options              Options
		publisher, published string
	}{
		{"a stated publisher wins, a given date wins", header + report, Options{Publisher: "Other", Published: day("2024-03-06")}, "Harbour Courier", "2024-03-06"},
		{"what is stated counts alone", header + report, Options{}, "Harbour Courier", "2024-03-05"},
		{"a given publisher wins over the credit line", report, Options{Publisher: "Other"}, "Other", ""},
		{"the credit line names the publisher", report, Options{}, "Harbour Courier", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := mustRead(t, test.input, test.options)
			if a.Publisher != test.publisher || a.Published.String() != test.published {
				t.Errorf("publisher %q, published %q", a.Publisher, a.Published)
			}
			if a.Language != "en" || a.Title != "Norland and Suderia reopen river border" {
				t.Errorf("language %q, title %q", a.Language, a.Title)
			}
		})
	}
}

func TestErrorsNameTheInputAndTheReason(t *testing.T) {
	german := strings.Repeat("Die beiden Minister haben sich am Dienstag darauf geeinigt, die Brücke wieder zu öffnen. ", 4)
	tests := []struct {
		name, input string
		is          error
		message     string
	}{
		{"nothing", "", ErrEmpty, "read x: no text in it: it is empty"},
		{"white space alone", " \n\t\r\n\u200b", ErrEmpty, "read x: no text in it: there is no paragraph of text"},
		{"a header alone", "Title: A\nDate: 2024", ErrEmpty, "read x: no text in it: there is no paragraph of text"},
		{"digits alone", "12 34\n\n56", ErrEmpty, "read x: no text in it: there is not one letter in the text"},
		{"a PDF", "%PDF-1.7 abc", ErrBinary, "read x: not text: it is a PDF file; save its text first"},
		{"a ZIP", "PK\x03\x04abc", ErrBinary, "read x: not text: it is a ZIP archive or an office document; save it as text first"},
		{"a PNG", "\x89PNG\r\n\x1a\n", ErrBinary, "read x: not text: it is a PNG image"},
		{"gzip", "\x1f\x8b\x08", ErrBinary, "read x: not text: it is a gzip file; unpack it first"},
		{"a NUL byte", "The talks\x00 went on.", ErrBinary, "read x: not text: a NUL byte at offset 9"},
		{"control characters", "a\x01\x02\x03\x04\x05", ErrBinary, "read x: not text: 5 control characters in the first 6 bytes"},
		{"a feed", "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel/></rss>", ErrNoArticle, "read x: no article text found: it is XML, <rss>, and no web page"},
		{"German", german, ErrNotEnglish, "read x: not English: it is in German"},
		{"Russian, however short", "Министры встретились во вторник.", ErrNotEnglish, "read x: not English: it is in Russian"},
		{"Chinese", "两国外长星期二举行会谈。", ErrNotEnglish, "read x: not English: it is in Mandarin"},
		{"a page without an article", "<html><body><nav><a href=/>Home</a></nav></body></html>", ErrNoArticle, "read x: no article text found on the page; if it has one, save it as text"},
		{"a huge line", strings.Repeat("word ", 1<<18), ErrTooLarge, `read x: too large: line 1, "word word word word word word word word …", is 1310720 bytes long; a line may have 1048576`},
		{"a huge wrapped paragraph", strings.Repeat("a few words to a line and then some more of them\n", 1<<15) + "\nb", ErrTooLarge, `read x: too large: paragraph 1, "a few words to a line and then some more…", is 1605631 bytes long; a paragraph may have 1048576`},
		{"too many paragraphs", strings.Repeat("a\n\n", maxParagraphs+1), ErrTooLarge, "read x: too large: more than 50000 paragraphs; split it into single articles"},
		{"a page of too many elements", "<html>" + strings.Repeat("<b x>", 1<<16), ErrTooLarge, "read x: too large: a page of more than 100000 elements"},
		{"a page nested too deep", "<html>" + strings.Repeat("<div>", 10_000) + "text", ErrNoArticle, "read x: no article text found: the page cannot be taken apart: html: open stack of elements exceeds 512 nodes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Read(strings.NewReader(test.input), Options{Name: "x"})
			if !errors.Is(err, test.is) {
				t.Fatalf("error %v, want %v", err, test.is)
			}
			if err.Error() != test.message {
				t.Errorf("message\n%s\nwant\n%s", err, test.message)
			}
		})
	}
}

// endless gives the same byte for ever.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestAnEndlessInputIsTooLarge(t *testing.T) {
	if _, err := Read(endless{}, Options{}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("error %v", err)
	}
}

func TestTheErrorOfTheReaderIsPassedOn(t *testing.T) {
	broken := errors.New("broken")
	if _, err := Read(iotest.ErrReader(broken), Options{Name: "x"}); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}

func TestEnglishIsTakenForEnglish(t *testing.T) {
	tests := map[string]string{
		"a short text":               "Ministers met.",
		"a text full of names":       report + "\n\n" + strings.Repeat("Among those present were Per Lind, Ida Holm, Jon Varga, Éva Brandt, Zoltán Nagy and Łukasz Wójcik. ", 5),
		"a text with a foreign line": report + "\n\n“Wir haben einen Weg gefunden, mit dem beide Seiten leben können”, sagte die Ministerin vor der Presse.",
	}
	for name, input := range tests {
		t.Run(name, func(t *testing.T) { mustRead(t, input, Options{}) })
	}
}

package coder

import (
	"fmt"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/readout/readout"
)

// odd are articles that nobody writes and that coding must bear. How long each may take is left to the limit of the test run:
// what takes time that grows faster than the text does not end within it.
var odd = map[string]readout.Article{
	"no paragraph at all": {Name: "test"},
	"an empty paragraph":  plain(readout.Date{}, ""),
	"only blanks":         plain(readout.Date{}, " ", "\t", "\n"),
	"one paragraph of 100,000 words without a full stop": plain(readout.Date{}, strings.Repeat("the minister of Norway and the president of Chad met and said that ", 7693)),
	"10,000 names on one line":                           plain(readout.Date{}, names(10_000)),
	"10,000 states on one line":                          plain(readout.Date{}, strings.Repeat("Norway, Chad and ", 5_000)),
	"one long quotation never closed":                    plain(readout.Date{}, quotation(400)...),
	"quotation marks alone":                              plain(readout.Date{}, strings.Repeat("“", 500)+strings.Repeat("\" '' ‘ ’ ", 500)),
	"control characters":                                 plain(readout.Date{}, "Norway\x00 and\x01 Chad\x02 said\x7f \x1b[31mthey\u0085 met\u2028 in\u202e Oslo\ufeff."),
	"bytes that are no UTF-8":                            plain(readout.Date{}, "Norway \xff\xfe said \xc3\x28 it met Chad."),
	"Chinese":                                            plain(readout.Date{}, "挪威总统史密斯周一在奥斯陆会见了乍得总统。", "双方就边界问题交换了意见。"),
	"Arabic":                                             plain(readout.Date{}, "التقى رئيس النرويج رئيس تشاد في أوسلو يوم الاثنين."),
	"emoji and combining marks":                          plain(readout.Date{}, "President Jo\u0301hn Smi\u0301th 👩‍👩‍👧‍👦 said 🇳🇴 met 🇹🇩."),
	"only punctuation":                                   plain(readout.Date{}, "... --- ,,, ;;; !!! ??? ((( ))) — – … “”‘’ '' \" /\\|"),
	"one word":                                           plain(readout.Date{}, "said"),
	"cues and nothing else":                              plain(readout.Date{}, strings.Repeat("said told met visited agreed denied ", 300)),
	"one word of 100,000 letters":                        plain(readout.Date{}, strings.Repeat("a", 100_000)),
	"published in the year 1":                            plain(date("0001-01-01"), relative),
	"published in the year 9999":                         plain(date("9999-12-31"), relative),
	"published in an interval":                           plain(date("2023-06-18/2023-06-19"), relative),
	"published in some year":                             plain(date("2023"), relative),
	"no date of publication":                             plain(readout.Date{}, relative),
	"paragraphs of a title only": {
		Name: "test", Title: "Norway and Chad meet", Text: "Norway and Chad meet",
		Paragraphs: []readout.Paragraph{{Kind: readout.Title, Start: 0, End: 20}},
	},
}

const relative = "President John Smith of Norway met President Mary Jones of Chad on Monday, a year after talks last month. " +
	"They will meet again next week, in two years and in 9,000 years' time, and met 5,000 years ago."

func TestOddArticlesAreCodedWithoutAFault(t *testing.T) {
	for name, a := range odd {
		t.Run(name, func(t *testing.T) {
			a.ID = readout.ArticleID(a.Text)
			for _, fault := range bear(t, a) {
				t.Error(fault)
			}
		})
	}
}

// bear codes an article and lists what is wrong with the record, or the panic.
func bear(t *testing.T, a readout.Article) (found []string) {
	t.Helper()
	defer func() {
		if p := recover(); p != nil {
			found = []string{fmt.Sprintf("panic: %v at %s", p, place(debug.Stack()))}
		}
	}()
	r := code(t, a)
	if !utf8.ValidString(a.Text) {
		return nil // package article lets none of these through; no panic is all that is asked
	}
	return faults(r)
}

func TestAnArticleWithoutADateOfPublicationKeepsRelativeDaysOpen(t *testing.T) {
	for _, m := range code(t, plain(readout.Date{}, relative)).Meetings {
		if !m.Date.IsZero() {
			t.Errorf("a meeting on %s, which the text does not say", m.Date)
		}
	}
}

func names(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "President %s%c Smith%c of Norway, ", []string{"John", "Mary", "Ali", "Li"}[i%4], 'a'+i%26, 'a'+i/26%26)
	}
	return b.String()
}

// quotation is a speech of n paragraphs, each of which begins with a mark, none of which ends with one.
func quotation(n int) []string {
	out := []string{"President John Smith of Norway said: “We met them."}
	for range n {
		out = append(out, "“They told us that they would meet us again, and we agreed to open the border on Monday.")
	}
	return out
}

func date(s string) readout.Date {
	d, err := readout.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// place is where in the module's own code a stack ends: its last two calls, tests left out.
func place(stack []byte) string {
	var at []string
	for line := range strings.Lines(string(stack)) {
		file, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		if strings.Contains(file, ".go:") && strings.Contains(file, "internal/") && !strings.Contains(file, "_test.go") && len(at) < 3 {
			at = append(at, filepath.Base(filepath.Dir(file))+"/"+filepath.Base(file))
		}
	}
	return strings.Join(at, ", called by ")
}

package brief

import (
	"strings"
	"testing"
)

func TestColumnsCountAsATerminalDoes(t *testing.T) {
	tests := []struct {
		name, text string
		want       int
	}{
		{"letters", "abc", 3},
		{"letters with accents of their own", "e\u0301te\u0301", 3},
		{"wide characters", "北京", 4},
		{"full-width forms", "ＡＢ", 4},
		{"joiners", "a\u200db", 2},
		{"quotation marks and dashes", "“a” – b", 7},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := columns(tt.text); got != tt.want {
				t.Errorf("%q takes %d columns, want %d", tt.text, got, tt.want)
			}
		})
	}
}

func TestLinesBreakAtBlanksAndWithinWordsThatAreTooLong(t *testing.T) {
	tests := []struct {
		name, text string
		limit      int
		want       []string
	}{
		{"at blanks", "one two three", 7, []string{"one two", "three"}},
		{"not at no-break spaces", "on 14\u00a0May they met", 8, []string{"on", "14\u00a0May", "they met"}},
		{"within a long word", "a abcdefghij b", 4, []string{"a", "abcd", "efgh", "ij b"}},
		{"before a wide character that does not fit", "北京北", 5, []string{"北京", "北"}},
		{"never before an accent", "abe\u0301", 3, []string{"abe\u0301"}},
		{"nothing", "", 5, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, line := range wrap(as(plain, tt.text), tt.limit) {
				s := ""
				for _, r := range line {
					s += r.text
				}
				got = append(got, s)
			}
			if strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestLongTextIsCutAtAWordAndItsQuotationClosed(t *testing.T) {
	long := "“" + strings.Repeat("word, ", 40) + "end”"
	got := cut(long)
	if !strings.HasSuffix(got, "word …”") || columns(got) > cutAt+3 {
		t.Errorf("cut to %q", got)
	}
	if short := "“a word”"; cut(short) != short {
		t.Errorf("%q was cut to %q", short, cut(short))
	}
}

func TestDirectQuotationsAreShownInQuotationMarks(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"with the marks of the text", "“We agree.”", "“We agree.”"},
		{"with marks where the words stand inside them", "We agree.", "“We agree.”"},
		{"without the comma of the sentence around", "“We agree,”", "“We agree”"},
		{"with the mark that a next paragraph leaves out", "“We agree.", "“We agree.”"},
		{"with straight marks as they are", `"We agree,"`, `"We agree"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := quoted(tt.text); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

package main

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLinesAreShortenedAtAWord(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"They met in Oslo", 16, "They met in Oslo"},
		{"They met in Oslo", 15, "They met in…"},
		{"They met in Oslo", 13, "They met in…"},
		{"They met, in Oslo", 11, "They met…"},
		{"Entgegenkommen", 6, "Entge…"},
		{"中美关系的稳定", 7, "中美关…"},
		{"", 3, ""},
		{"ab", 1, "…"},
	} {
		if got := shorten(c.text, c.limit); got != c.want {
			t.Errorf("shorten(%q, %d) = %q, want %q", c.text, c.limit, got, c.want)
		}
	}
}

func FuzzShortenedLinesFit(f *testing.F) {
	f.Add("They met in Oslo", 9)
	f.Add("中美 e\u0301e\u0301 👩‍👩‍👧", 4)
	f.Add("\xff\xfe", 1)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		if limit < 1 || limit > 200 {
			return
		}
		s = oneLine(s)
		got := shorten(s, limit)
		if columns(got) > limit || !utf8.ValidString(got) {
			t.Errorf("shorten(%q, %d) = %q of %d columns", s, limit, got, columns(got))
		}
	})
}

func TestOutsideTextCannotSteerATerminal(t *testing.T) {
	if got := oneLine("a\x1b[31mred\n\tb\u202ec\x00"); got != "a[31mred bc" {
		t.Errorf("got %q", got)
	}
	if got := printable("a\x1b[31m.txt"); got != `"a\x1b[31m.txt"` {
		t.Errorf("got %s", got)
	}
	if got := printable("résumé – talks.txt"); got != "résumé – talks.txt" {
		t.Errorf("got %s", got)
	}
}

func TestTheColumnsOfATableFitTheWidth(t *testing.T) {
	long := strings.Repeat("words and more ", 20)
	tab := table{header: []string{"DATE", "WHO", "WORDS", "ID"}, words: 2, rows: [][]string{
		{"2023-06-18", "Qin Gang", "met", "m0123456789ab"},
		{"2023", long, long, "m0123456789ac"},
	}}
	for _, width := range []int{60, 100, 200} {
		var out bytes.Buffer
		if err := tab.write(screen{Writer: &out, width: width}); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(out.String()), "\n")
		if len(lines) != 3 {
			t.Fatalf("%d lines", len(lines))
		}
		for _, line := range lines {
			if columns(line) > width {
				t.Errorf("width %d: %d columns in %q", width, columns(line), line)
			}
		}
		if !strings.HasSuffix(lines[1], "m0123456789ab") || strings.Index(lines[1], "met") != strings.Index(lines[0], "WORDS") {
			t.Errorf("width %d: columns are not aligned:\n%s", width, out.String())
		}
	}
}

func TestMarkedWordsAreBoldOrBetweenAsterisks(t *testing.T) {
	text := []stretch{{"They crossed “the ", false}, {"red line", true}, {"”, he said.", false}}
	for _, c := range []struct {
		s    screen
		want []string
	}{
		{screen{}, []string{"They crossed “the *red", "line*”, he said."}},
		{screen{colour: true}, []string{"They crossed “the \x1b[1mred\x1b[0m", "\x1b[1mline\x1b[0m”, he said."}},
	} {
		got := wrapMarked(text, 23, c.s)
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("colour %v: got %q, want %q", c.s.colour, got, c.want)
		}
	}
}

func TestWordsForAShellAreQuotedWhereTheyMustBe(t *testing.T) {
	for word, want := range map[string]string{
		"talks.db": "talks.db", "my talks.db": "'my talks.db'", "it's": `'it'\''s'`, "": "''", "$HOME": "'$HOME'",
	} {
		if got := shellQuote(word); got != want {
			t.Errorf("shellQuote(%q) = %s, want %s", word, got, want)
		}
	}
}

func TestIntervalsAreWrittenBriefly(t *testing.T) {
	for date, want := range map[string]string{
		"2023-06-18/2023-06-19": "2023-06-18/19", "2023-06-30/2023-07-02": "2023-06-30/07-02", "2024-01/2024-06": "2024-01/06",
		"2022-12-30/2023-01-02": "2022-12-30/2023-01-02", "2022/2023": "2022/2023", "2023-06-18": "2023-06-18", "2022/2023-01": "2022/2023-01",
	} {
		if got := briefInterval(date); got != want {
			t.Errorf("briefInterval(%q) = %q, want %q", date, got, want)
		}
	}
}

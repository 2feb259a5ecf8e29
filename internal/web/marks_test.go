package web

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/readout/readout"
)

// drawn writes pieces with the marks that cover each: one[0]two[0 1].
func drawn(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		fmt.Fprintf(&b, "%s%v", p.text, p.marks)
	}
	return b.String()
}

func TestTextIsCutAtTheBordersOfItsMarks(t *testing.T) {
	for _, c := range []struct {
		name  string
		marks []mark
		want  string
	}{
		{"no marks", nil, "abcdéfgh[]"},
		{"one mark", []mark{{1, 3}}, "a[]bc[0]défgh[]"},
		{"a mark of all", []mark{{0, 8}}, "abcdéfgh[0]"},
		{"one in another", []mark{{2, 4}, {1, 6}}, "a[]b[1]cd[1 0]éf[1]gh[]"},
		{"two that cross", []mark{{1, 5}, {3, 7}}, "a[]bc[0]dé[0 1]fg[1]h[]"},
		{"two alike", []mark{{1, 3}, {1, 3}}, "a[]bc[0 1]défgh[]"},
		{"two side by side", []mark{{1, 3}, {3, 5}}, "a[]bc[0]dé[1]fgh[]"},
		{"what is no stretch of the text", []mark{{-1, 3}, {3, 3}, {5, 4}, {6, 9}}, "abcdéfgh[]"},
	} {
		if got := drawn(newCutter([]rune("abcdéfgh"), c.marks).cut(0, 8)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestMarkOpensOnceThoughItRunsOverBlocks(t *testing.T) {
	c := newCutter([]rune("abcdefgh"), []mark{{2, 6}})
	var opens [][]int
	for _, p := range append(c.cut(0, 4), c.cut(4, 8)...) {
		opens = append(opens, p.opens)
	}
	if diff := cmp.Diff([][]int{nil, {0}, nil, nil}, opens); diff != "" {
		t.Errorf("opens (-want +got):\n%s", diff)
	}
}

func TestOverlappingMarksHaveLinesOfTheirOwn(t *testing.T) {
	got := lanes([]mark{{0, 10}, {2, 4}, {3, 6}, {4, 8}, {12, 14}, {2, 4}})
	if diff := cmp.Diff([]int{0, 1, 3, 1, 0, 2}, got); diff != "" {
		t.Errorf("lanes (-want +got):\n%s", diff)
	}
}

func TestQuotationsAreFound(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"double marks", "He said “yes” and “no”.", "yes|no"},
		{"single marks with an apostrophe inside", "The ‘island’s shore’ is far.", "island’s shore"},
		{"apostrophes alone", "The boys’ and girls’ dogs don’t bark.", ""},
		{"one quotation in another", "“He said ‘no’ to me,” she said.", "He said ‘no’ to me,"},
		{"straight marks", `He said "yes" twice.`, "yes"},
		{"a straight mark of inches", `A 5" pipe.`, ""},
		{"other languages' marks", "«oui» „ja“", "oui|ja"},
		{"left open to the end", "“It goes on", "It goes on"},
		{"a single mark left open", "‘tis the season", ""},
	} {
		text := []rune(c.text)
		var got []string
		for _, q := range quotations(text, []readout.Paragraph{{End: len(text)}}) {
			got = append(got, string(text[q.start:q.end]))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", c.name, strings.Join(got, "|"), c.want)
		}
	}
}

func TestWordsAreShortenedAtAWord(t *testing.T) {
	long := strings.Repeat("x", 50)
	for _, c := range []struct {
		name string
		ws   []words
		want []words
	}{
		{"short enough", []words{{"one two", false}}, []words{{"one two", false}}},
		{"too long", []words{{"one two three four", true}}, []words{{"one two …", true}}},
		{"too long in the second part", []words{{"one ", false}, {"two three four", true}}, []words{{"one ", false}, {"two …", true}}},
		{"no room for the second part", []words{{"one two ", false}, {long, true}}, []words{{"one two …", false}}},
		{"one word without end", []words{{long, false}}, []words{{long[:10] + " …", false}}},
	} {
		if diff := cmp.Diff(c.want, shorten(slices.Clone(c.ws), 10)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestDatesReadAsPeopleWriteThem(t *testing.T) {
	for iso, want := range map[string]string{
		"2023-06-19": "19 June 2023", "2022-11": "November 2022", "2018": "2018",
		"2023-06-18/2023-06-19": "18–19 June 2023", "2023-06-30/2023-07-02": "30 June – 2 July 2023",
		"2022-12-30/2023-01-02": "30 December 2022 – 2 January 2023", "2023-03/2023-05": "March–May 2023",
		"2022-11/2023-02": "November 2022 – February 2023", "2018/2020": "2018–2020", "2023/2023-06": "2023 – June 2023",
	} {
		d, err := readout.ParseDate(iso)
		if err != nil {
			t.Fatal(err)
		}
		if got := dateWords(d); got != want {
			t.Errorf("%s reads %q, want %q", iso, got, want)
		}
	}
	if got := dateWords(readout.Date{}); got != "" {
		t.Errorf("an unknown date reads %q", got)
	}
}

func TestLengthsReadAsPeopleWriteThem(t *testing.T) {
	for n, want := range map[int]string{0: "", -3: "", 30: "30 min", 60: "1 h", 450: "7 h 30 min"} {
		if got := minutes(n); got != want {
			t.Errorf("%d minutes read %q, want %q", n, got, want)
		}
	}
}

package article

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	long   = "The foreign ministers of Norland and Suderia agreed on Tuesday to reopen the bridge at Lund, which a quarrel over fishing rights had closed."
	second = "They did not say who will pay for it."
	third  = "Talks go on in May."
)

func TestLayout(t *testing.T) {
	tests := []struct {
		name  string
		input []string // blocks
		want  []string
	}{
		{"one paragraph has no title", []string{"Talks go on"}, []string{"body: Talks go on"}},
		{"a short first line is the title", []string{"Bridge to reopen", long}, []string{"title: Bridge to reopen", "body: " + long}},
		{"a question may be a title", []string{"Will the bridge reopen?", long}, []string{"title: Will the bridge reopen?", "body: " + long}},
		{"a title may end with an acronym", []string{"Envoy returns from the U.N.", long}, []string{"title: Envoy returns from the U.N.", "body: " + long}},
		{"a sentence is no title", []string{third, long}, []string{"body: " + third, "body: " + long}},
		{"a quoted sentence is no title", []string{"“Talks go on.”", long}, []string{"body: “Talks go on.”", "body: " + long}},
		{"a long line is no title", []string{strings.Repeat("talk ", 31) + "on", long}, []string{"body: " + strings.Repeat("talk ", 31) + "on", "body: " + long}},
		{"a dateline is no title", []string{"SOLMAR, March 5 (Wire) - Ministers meet", long}, []string{"body: SOLMAR, March 5 (Wire) - Ministers meet", "body: " + long}},
		{"a dash does not make a title a dateline", []string{"NATO — a short history", long}, []string{"title: NATO — a short history", "body: " + long}},
		{"a standfirst is short and undated", []string{"Bridge to reopen", "Lorries will cross again within weeks.", long, second, third},
			[]string{"title: Bridge to reopen", "standfirst: Lorries will cross again within weeks.", "body: " + long, "body: " + second, "body: " + third}},
		{"two blocks after it are too few for a standfirst", []string{"Bridge to reopen", "Lorries will cross again within weeks.", long, second},
			[]string{"title: Bridge to reopen", "body: Lorries will cross again within weeks.", "body: " + long, "body: " + second}},
		{"a sentence that names a day is no standfirst", []string{"Bridge to reopen", "Ministers met in Solmar on Tuesday.", long, second, third},
			[]string{"title: Bridge to reopen", "body: Ministers met in Solmar on Tuesday.", "body: " + long, "body: " + second, "body: " + third}},
		{"nor is one that names a date", []string{"Bridge to reopen", "On 5 March 2024, ministers met in Solmar.", long, second, third},
			[]string{"title: Bridge to reopen", "body: On 5 March 2024, ministers met in Solmar.", "body: " + long, "body: " + second, "body: " + third}},
		{"nor are two sentences", []string{"Bridge to reopen", "Lorries will cross. They waited for years.", long, second, third},
			[]string{"title: Bridge to reopen", "body: Lorries will cross. They waited for years.", "body: " + long, "body: " + second, "body: " + third}},
		{"an abbreviated title does not end a sentence", []string{"Bridge to reopen", "Mr. Varga and Gen. Lind shake hands on it.", long, second, third},
			[]string{"title: Bridge to reopen", "standfirst: Mr. Varga and Gen. Lind shake hands on it.", "body: " + long, "body: " + second, "body: " + third}},
		{"a dateline is no standfirst", []string{"Bridge to reopen", "SOLMAR — Lorries will cross again soon.", long, second, third},
			[]string{"title: Bridge to reopen", "body: SOLMAR — Lorries will cross again soon.", "body: " + long, "body: " + second, "body: " + third}},
		{"without a title there is no standfirst", []string{third, second, long, second, third},
			[]string{"body: " + third, "body: " + second, "body: " + long, "body: " + second, "body: " + third}},
		{"a byline and a date are credits", []string{"Bridge to reopen", "By Ida Holm", "Published on 5 March 2024", long},
			[]string{"title: Bridge to reopen", "credit: By Ida Holm", "credit: Published on 5 March 2024", "body: " + long}},
		{"credits stand at the end", []string{"Bridge to reopen", long, "Reporting by Ida Holm", "Source: Wire"},
			[]string{"title: Bridge to reopen", "body: " + long, "credit: Reporting by Ida Holm", "credit: Source: Wire"}},
		{"credits in the middle are text", []string{"Bridge to reopen", "Sources: the river and the sea", long},
			[]string{"title: Bridge to reopen", "body: Sources: the river and the sea", "body: " + long}},
		{"what looks like a credit alone is text", []string{"(Reporting by Ida Holm)"}, []string{"body: (Reporting by Ida Holm)"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := mustRead(t, strings.Join(test.input, "\n\n"), Options{})
			if diff := cmp.Diff(test.want, kinds(a)); diff != "" {
				t.Errorf("paragraphs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestADateLineDatesTheArticle(t *testing.T) {
	a := mustRead(t, "Bridge to reopen\n\nUpdated: Tuesday, March 5, 2024\n\n"+long, Options{})
	if a.Published.String() != "2024-03-05" {
		t.Errorf("published %q", a.Published)
	}
}

func TestParagraphs(t *testing.T) {
	tests := []struct{ name, input, want string }{
		{"lines of a block are one paragraph", "The ministers met.\nThey talked.\n\nThey went home.", "The ministers met. They talked.\n\nThey went home."},
		{"long lines are paragraphs of their own", long + "\n" + long + "\n\n" + third, long + "\n\n" + long + "\n\n" + third},
		{"a text without empty lines has a paragraph a line", "The ministers met.\nThey talked.\nThey went home.", "The ministers met.\n\nThey talked.\n\nThey went home."},
		{"but not one that is wrapped", "The foreign ministers of Norland and Suderia agreed on\nTuesday to reopen the bridge.", "The foreign ministers of Norland and Suderia agreed on Tuesday to reopen the bridge."},
		{"a word broken at its hyphen keeps it", "The talks on the Norland-\nSuderia border go on.\n\n" + third, "The talks on the Norland-Suderia border go on.\n\n" + third},
		{"a dash at the end of a line is no hyphen", "The talks -\nlong and hard - go on.\n\n" + third, "The talks - long and hard - go on.\n\n" + third},
		{"a dash at the start of a line is no list", "The talks\n- long and hard - go on.\n\n" + third, "The talks - long and hard - go on.\n\n" + third},
		{"items after a colon are a list", "They want:\n- a patrol\n- a register\n\n" + third, "They want:\n\n- a patrol\n\n- a register\n\n" + third},
		{"a number at the start of a line is no list", "They met on 4 or\n5. Nobody knows.\n\n" + third, "They met on 4 or 5. Nobody knows.\n\n" + third},
		{"a credit line stands alone", third + "\nSource: Wire\n\n" + second, third + "\n\nSource: Wire\n\n" + second},
		{"runs of spaces are one", "The  ministers \t met.", "The ministers met."},
		{"quotation marks stay as they are", "\"One,\" ‘two’ “three” «four».", "\"One,\" ‘two’ “three” «four»."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := mustRead(t, test.input, Options{}).Text; got != test.want {
				t.Errorf("text\n%q\nwant\n%q", got, test.want)
			}
		})
	}
}

func TestHeader(t *testing.T) {
	tests := []struct {
		name, input                            string
		title, publisher, published, url, text string
	}{
		{"every fact", "Title: Bridge to reopen\nSource: Wire\nDate: June 19, 2023\nURL: https://wire.example/1\n\n" + long,
			"Bridge to reopen", "Wire", "2023-06-19", "https://wire.example/1", "Bridge to reopen\n\n" + long},
		{"keys in any case, others between them", "AUTHOR: Ida Holm\nheadline: Bridge to reopen\npublished: 2023-06\n" + long,
			"Bridge to reopen", "", "2023-06", "", "Bridge to reopen\n\n" + long},
		{"empty lines between keys", "Publisher: Wire\n\nTitle: Bridge to reopen\n\n" + long,
			"Bridge to reopen", "Wire", "", "", "Bridge to reopen\n\n" + long},
		{"a title that the text repeats", "Title: Bridge to reopen\n\nBridge to Reopen\n\n" + long,
			"Bridge to reopen", "", "", "", "Bridge to reopen\n\n" + long},
		{"a title line after the header", "Publisher: Wire\n\nBridge to reopen\n\n" + long,
			"Bridge to reopen", "Wire", "", "", "Bridge to reopen\n\n" + long},
		{"agencies are no publisher", "Source: Harbour Courier and news agencies\n\n" + long,
			"", "Harbour Courier", "", "", long},
		{"a date in words stays unknown", "Date: last Tuesday\nURL: not an address\n\n" + long, "", "", "", "", long},
		{"keys that state nothing are text", "Author: Ida Holm\n\n" + long,
			"Author: Ida Holm", "", "", "", "Author: Ida Holm\n\n" + long},
		{"a headline with a colon is no header", "Varga: bridge to reopen\n\n" + long,
			"Varga: bridge to reopen", "", "", "", "Varga: bridge to reopen\n\n" + long},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := mustRead(t, test.input, Options{})
			got := []string{a.Title, a.Publisher, a.Published.String(), a.URL, a.Text}
			if diff := cmp.Diff([]string{test.title, test.publisher, test.published, test.url, test.text}, got); diff != "" {
				t.Errorf("title, publisher, published, URL, text (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDates(t *testing.T) {
	tests := map[string]string{
		"2023-06-19": "2023-06-19", "2023-06": "2023-06", "2023": "2023", "20230619": "2023-06-19", "2023/06/19": "2023-06-19",
		"2023-06-19T23:50:00-07:00": "2023-06-19", "2023-06-19 10:15": "2023-06-19", "2023-06-19T10:15:00.000Z": "2023-06-19",
		"19 June 2023": "2023-06-19", "June 19, 2023": "2023-06-19", "June 19 2023": "2023-06-19", "19 Jun 2023": "2023-06-19",
		"Jun. 19, 2023": "2023-06-19", "Sept. 3, 2023": "2023-09-03", "19th June 2023": "2023-06-19", "Monday, June 19, 2023": "2023-06-19",
		"Mon, 19 Jun 2023 10:15:00 GMT": "2023-06-19", "19 June 2023 at 10:15": "2023-06-19", "June 19, 2023, 10:15 am EDT": "2023-06-19",
		"Monday": "", "June 19": "", "31 June 2023": "", "19/06/2023": "", "": "", "soon": "",
	}
	for input, want := range tests {
		t.Run(input, func(t *testing.T) {
			if got := parseDate(input).String(); got != want {
				t.Errorf("parseDate(%q) = %q, want %q", input, got, want)
			}
		})
	}
}

func TestPublisherOfACreditLine(t *testing.T) {
	tests := map[string]string{
		"Source: Harbour Courier and news agencies": "Harbour Courier",
		"Source: Harbour Courier":                   "Harbour Courier",
		"(Source: Harbour Courier)":                 "Harbour Courier",
		"Source: Harbour Courier, with agencies":    "Harbour Courier",
		"Source: News agencies":                     "",
		"Source: agencies":                          "",
		"Source: Wire, Other Wire":                  "",
		"Source: Wire and Other Wire":               "",
		"Sources: Wire":                             "",
	}
	for input, want := range tests {
		t.Run(input, func(t *testing.T) {
			if got := sourceOf(input); got != want {
				t.Errorf("sourceOf(%q) = %q, want %q", input, got, want)
			}
		})
	}
}

// TestEachPatternMatchesItsExample holds the examples in the order of the rows.
func TestEachPatternMatchesItsExample(t *testing.T) {
	tests := []struct {
		name     string
		patterns []*regexp.Regexp
		examples []string
	}{
		{"datelines", datelines, []string{
			"SOLMAR, March 5 (Agency) - The ministers met.",
			"Solmar, Norland (AP) — The ministers met.",
			"SOLMAR, 5 March 2024 – The ministers met.",
		}},
		{"credit lines", creditLines, []string{
			"Source: Harbour Courier and news agencies",
			"(Reporting by Ida Holm in Solmar; Editing by Per Lind)",
			"Editor: Ida Holm",
			"With inputs from agencies",
			"(with agencies)",
			"Ida Holm in Solmar contributed to this report.",
			"© 2024 Harbour Courier",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if len(test.patterns) != len(test.examples) {
				t.Fatalf("%d patterns, %d examples", len(test.patterns), len(test.examples))
			}
			for i, p := range test.patterns {
				if !p.MatchString(test.examples[i]) {
					t.Errorf("%s does not match %q", p, test.examples[i])
				}
			}
		})
	}
}

package brief

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/readout/readout"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestABriefLooksAsItsGoldenFileSays(t *testing.T) {
	lex := world(t)
	one := func(o Options) string { return write(t, report(t), o) }
	dyad := func(o Options, a, b string, records ...readout.Record) string { return writeDyad(t, records, a, b, o) }
	tests := []struct {
		name string
		got  string
	}{
		{"article-100", one(Options{Lexicon: lex})},
		{"article-60", one(Options{Width: 60, Lexicon: lex})},
		{"article-colour", one(Options{Colour: true, Lexicon: lex})},
		{"article-ids", one(Options{IDs: true, Lexicon: lex})},
		{"dyad-100", dyad(Options{Lexicon: lex}, "NOR", "IDN", official(t), report(t))},
		{"dyad-60", dyad(Options{Width: 60, Lexicon: lex}, "NOR", "IDN", official(t), report(t))},
		{"dyad-nothing", dyad(Options{Lexicon: lex}, "PHL", "USA", report(t))},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { golden(t, tt.name+".txt", tt.got) })
	}
}

func write(t testing.TB, r readout.Record, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func writeDyad(t testing.TB, records []readout.Record, x, y string, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteDyad(&b, records, x, y, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestARecordWithoutEntriesSaysSo(t *testing.T) {
	r := readout.Record{Article: readout.Article{ID: "0123456789abcdef", Title: "Fair weather", Text: "Fair weather"}}
	golden(t, "article-empty.txt", write(t, r, Options{Lexicon: world(t)}))
	golden(t, "article-zero.txt", write(t, readout.Record{}, Options{Lexicon: world(t)}))
}

func TestARecordOfEventsAloneListsThem(t *testing.T) {
	r := report(t)
	r = readout.Record{Article: r.Article, Actors: r.Actors, Events: r.Events}
	golden(t, "article-events.txt", write(t, r, Options{Lexicon: world(t)}))
}

func TestTheProgramsOwnLexiconServesWhereNoneIsGiven(t *testing.T) {
	if got := write(t, report(t), Options{}); !strings.Contains(got, "SAID BY NORWAY") {
		t.Errorf("no section of Norway in:\n%s", got)
	}
}

func TestTheOrderOfRecordsMakesNoDifference(t *testing.T) {
	o := Options{Lexicon: world(t)}
	a := writeDyad(t, []readout.Record{report(t), official(t)}, "NOR", "IDN", o)
	b := writeDyad(t, []readout.Record{official(t), report(t), official(t)}, "NOR", "IDN", o)
	if diff := cmp.Diff(a, b); diff != "" {
		t.Errorf("brief differs (-one order +the other, with one article twice):\n%s", diff)
	}
}

func TestWhatWasNotHeldIsNeverShownAsHeld(t *testing.T) {
	for _, s := range []readout.Status{readout.Planned, readout.Hoped, readout.Possible, readout.Denied, readout.Cancelled, readout.Postponed, ""} {
		t.Run(string(s), func(t *testing.T) {
			r := report(t)
			for i := range r.Meetings {
				r.Meetings[i].Status = s
			}
			for i := range r.Visits {
				r.Visits[i].Status = s
			}
			got := write(t, r, Options{Lexicon: world(t)})
			for _, word := range []string{"  held", " met ", " received ", " visited "} {
				if strings.Contains(got, word) {
					t.Errorf("says %q of %q entries:\n%s", word, s, got)
				}
			}
			if !strings.Contains(got, orElse(strings.ToUpper(string(s)), "UNKNOWN")) {
				t.Errorf("does not say %q:\n%s", s, got)
			}
		})
	}
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func TestManyStatementsAreCutToTheMostTelling(t *testing.T) {
	f := newFixture(t, "oslo.txt", "", "2024-05-14", true)
	president := f.actor(wibowo)
	f.actor(norway)
	for _, w := range strings.Fields("Indonesia Norway agreed Tuesday revive fund pays forests left standing quarrel lasted") {
		f.say(president, readout.Indirect, w, to(w))
	}
	f.say(president, readout.Direct, "“We asked for partners, not for teachers.”")
	o := Options{Lexicon: world(t)}
	got := write(t, f.record, o)
	for _, want := range []string{"… and 3 more (--all shows them)", "“We asked for partners, not for teachers.”"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in:\n%s", want, got)
		}
	}
	o.All = true
	if got := write(t, f.record, o); strings.Contains(got, "more (") {
		t.Errorf("not all statements shown:\n%s", got)
	}
}

// hostile is a record whose every text is the given one.
func hostile(t testing.TB, text string) readout.Record {
	t.Helper()
	length := utf8.RuneCountInString(text)
	e := readout.Entry{ID: text, Evidence: []readout.Evidence{{Article: text, End: length, Exact: text}}}
	ref := readout.ActorRef{ID: text, Name: text, Country: text}
	other := readout.ActorRef{ID: "NOR", Name: "Norway", Country: "NOR"}
	place := &readout.Place{Name: text, Country: text}
	return readout.Record{
		Article: readout.Article{
			ID: text, Publisher: text, Title: text, Text: text, Published: day("2024-05-14"),
			Paragraphs: []readout.Paragraph{{Kind: readout.Body, Number: 1, End: length}},
		},
		Actors: []readout.Actor{{ID: text, Name: text, Kind: readout.Person, Country: text, Office: text, Evidence: e.Evidence}},
		Meetings: []readout.Meeting{
			{Entry: e, Participants: []readout.ActorRef{ref, other}, Status: readout.Status(text), Place: place, Minutes: 1, Length: text, Occasion: text},
			{Entry: e, Participants: []readout.ActorRef{ref, other, ref}, Status: readout.Held, Place: place},
			{Entry: e, Status: readout.Hoped},
		},
		Visits: []readout.Visit{{Entry: e, Visitor: ref, Host: other, Status: readout.Held, Place: place, First: text}},
		Statements: []readout.Statement{
			{Entry: e, Speaker: ref, Form: readout.Direct, Audience: text, Via: &ref, With: []readout.ActorRef{other}},
			{Entry: e, Speaker: other, Form: readout.Form(text)}, {Entry: readout.Entry{}, Speaker: other, Form: readout.Indirect},
		},
		Agreements:   []readout.Agreement{{Entry: e, Parties: []readout.ActorRef{ref, other}, Status: text, Issue: text, What: text, ClaimedBy: &ref}},
		Positions:    []readout.Position{{Entry: e, Holder: ref, Issue: text, RedLine: true}},
		Incidents:    []readout.Incident{{Entry: e, Parties: []readout.ActorRef{ref}, Issue: text, Consequence: text}},
		Expectations: []readout.Expectation{{Entry: e, What: text, Holder: &ref}},
		Assessments:  []readout.Assessment{{Entry: e, Speaker: ref, Affiliation: text, Statement: "none"}},
		Events:       []readout.Event{{Entry: e, Type: text, Source: []readout.ActorRef{ref}, Target: []readout.ActorRef{other}, Factuality: text}},
	}
}

func TestHostileTextCannotSteerTheTerminal(t *testing.T) {
	tests := []struct{ name, text string }{
		{"escape sequences", "a\x1b[31mred\x1b]0;title\x07\x1b[2J b"},
		{"eight-bit controls", "a \u009b31m b\u0085c \x7f"},
		{"new lines and tabs", "one\r\ntwo\n\n\tthree\v\ffour\u2028five"},
		{"direction overrides", "safe \u202eevil\u202c \u2066x\u2069 \u200fy"},
		{"broken UTF-8", "a\xff\xfe\xc3( b"},
		{"invisible characters", "zero\u200bwidth\ufeff and soft\u00adhyphen \U000E0041"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := hostile(t, tt.text)
			for _, got := range []string{write(t, r, Options{Lexicon: world(t), IDs: true}), writeDyad(t, []readout.Record{r}, tt.text, "NOR", Options{Lexicon: world(t), IDs: true})} {
				checkSafe(t, got)
			}
		})
	}
}

// checkSafe reports characters that could steer a terminal or hide words.
func checkSafe(t *testing.T, out string) {
	t.Helper()
	if !utf8.ValidString(out) {
		t.Errorf("not UTF-8: %q", out)
	}
	for i, r := range out {
		allowed := r == '\n' || string(r) == leftToRight || r == zeroWidthJoiner || r == zeroWidthNonJoiner
		if !allowed && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			t.Errorf("character %q at byte %d of %q", r, i, out)
			return
		}
	}
}

func TestWordsFromRightToLeftLeaveTheSourceInPlace(t *testing.T) {
	r := hostile(t, "قال الوزير إن المحادثات كانت مثمرة")
	got := write(t, r, Options{Lexicon: world(t)})
	golden(t, "article-right-to-left.txt", got)
	if !strings.Contains(got, leftToRight) {
		t.Error("no mark of direction between the words and the source")
	}
}

func TestWideCharactersKeepTheColumns(t *testing.T) {
	golden(t, "article-wide.txt", write(t, hostile(t, "两国外长在北京举行会谈并达成多项共识 café"), Options{Width: 60, Lexicon: world(t)}))
}

func FuzzWrite(f *testing.F) {
	lex := world(f)
	for _, s := range []string{"", "a b c", strings.Repeat("word ", 60), strings.Repeat("x", 300), "两国外长在北京", "e\u0301\u0301 \u200d", "\x1b[31m“", "قال الوزير", "the \u00a0\u00a0 y"} {
		f.Add(60, s)
		f.Add(0, s)
	}
	f.Fuzz(func(t *testing.T, width int, text string) {
		limit := min(max(width, narrowest), widest)
		if width == 0 {
			limit = defaultWidth
		}
		r := hostile(t, text)
		o := Options{Width: width, Lexicon: lex, IDs: true}
		for _, got := range []string{write(t, r, o), writeDyad(t, []readout.Record{r, report0(text)}, text, "NOR", o)} {
			checkSafe(t, got)
			for line := range strings.Lines(got) {
				if n := columns(strings.TrimSuffix(line, "\n")); n > limit {
					t.Fatalf("%d columns, not %d: %q", n, limit, line)
				}
			}
		}
		o.Colour = true
		if plain := write(t, r, Options{Width: width, Lexicon: lex, IDs: true}); uncoloured(write(t, r, o)) != plain {
			t.Error("colours change the words")
		}
	})
}

// report0 is a second article of the same entries.
func report0(text string) readout.Record {
	return readout.Record{
		Article: readout.Article{ID: "0123456789abcdef", Title: text},
		Meetings: []readout.Meeting{{
			Participants: []readout.ActorRef{{ID: text, Name: text, Country: text}, {ID: "NOR", Name: "Norway", Country: "NOR"}},
			Status:       readout.Held, Minutes: 2, Date: day("2024"),
		}},
	}
}

// uncoloured takes the colours out again.
func uncoloured(s string) string {
	return regexp.MustCompile("\x1b\\[[0-9]+m").ReplaceAllString(s, "")
}

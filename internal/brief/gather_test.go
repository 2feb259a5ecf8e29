package brief

import (
	"strings"
	"testing"

	"github.com/readout/readout"
)

// meetingRecord is an article with one meeting of Wibowo and Nordvik.
func meetingRecord(id string, m readout.Meeting) readout.Record {
	m.Entry = readout.Entry{ID: "m" + id, Evidence: []readout.Evidence{{Article: id}}}
	m.Participants = []readout.ActorRef{wibowo.Ref(), nordvik.Ref()}
	return readout.Record{
		Article:  readout.Article{ID: id, Published: day("2024-05-15"), Paragraphs: []readout.Paragraph{{Kind: readout.Body, Number: 1, End: 9}}},
		Meetings: []readout.Meeting{m},
	}
}

func TestMeetingsOfSeveralArticlesAreMergedWhereTheyMustBeTheSame(t *testing.T) {
	held := func(date string) readout.Meeting {
		m := readout.Meeting{Status: readout.Held}
		if date != "" {
			m.Date = day(date)
		}
		return m
	}
	planned := held("2024-05-14")
	planned.Status = readout.Planned
	ongoing := held("2024-05-14")
	ongoing.Status = readout.Ongoing
	tests := []struct {
		name string
		told []readout.Meeting
		want int
	}{
		{"on the same day", []readout.Meeting{held("2024-05-14"), held("2024-05-14")}, 1},
		{"on a day of the month", []readout.Meeting{held("2024-05"), held("2024-05-14")}, 1},
		{"on another day", []readout.Meeting{held("2024-05-14"), held("2024-05-13")}, 2},
		{"where one article has no date", []readout.Meeting{held("2024-05-14"), held("")}, 2},
		{"where a month fits two days", []readout.Meeting{held("2024-05-13"), held("2024-05-14"), held("2024-05")}, 3},
		{"where one was planned only", []readout.Meeting{held("2024-05-14"), planned}, 2},
		{"where one was still going on", []readout.Meeting{held("2024-05-14"), ongoing}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, err := newBrief(Options{Lexicon: world(t)})
			if err != nil {
				t.Fatal(err)
			}
			var records []readout.Record
			for i, m := range tt.told {
				records = append(records, meetingRecord(string(rune('a'+i)), m))
			}
			b.gatherDyad(records, "IDN", "NOR")
			if len(b.meetings) != tt.want {
				t.Errorf("%d meetings, want %d", len(b.meetings), tt.want)
			}
		})
	}
}

func TestPlansThatHavePassedAreNotNext(t *testing.T) {
	r := meetingRecord("a", readout.Meeting{Status: readout.Planned, Date: day("2024-03")})
	if got := write(t, r, Options{Lexicon: world(t)}); strings.Contains(got, "NEXT") || !strings.Contains(got, "PLANNED") {
		t.Errorf("a plan for March in a report of May:\n%s", got)
	}
}

func TestWordsWithinAnotherStatementAreNotShownAgain(t *testing.T) {
	f := newFixture(t, "oslo.txt", "", "2024-05-14", true)
	president := f.actor(wibowo)
	f.say(president, readout.Mixed, "Oslo had “listened for the first time”")
	f.say(president, readout.Mixed, "“listened for the first time”")
	got := write(t, f.record, Options{Lexicon: world(t)})
	if n := strings.Count(got, "listened for the first time"); n != 2 { // in the summary and in the section
		t.Errorf("shown %d times:\n%s", n, got)
	}
}

func TestShortNamesAreThoseTheArticleUses(t *testing.T) {
	person := func(id, name string) readout.Actor {
		return readout.Actor{ID: id, Name: name, Kind: readout.Person}
	}
	tests := []struct {
		name, text, want string
		actors           []readout.Actor
	}{
		{"the last word of the name", "Kari Nordvik came. Nordvik’s visit ended.", "Nordvik", []readout.Actor{person("a", "Kari Nordvik")}},
		{"the first word of the name", "Bo Chen came. Bo left, and Bo’s aide too.", "Bo", []readout.Actor{person("a", "Bo Chen")}},
		{"none where the name stands in full alone", "Kari Nordvik came.", "", []readout.Actor{person("a", "Kari Nordvik")}},
		{"none where two share it", "Bo Chen met Bo Lin. Bo left.", "", []readout.Actor{person("a", "Bo Chen"), person("b", "Bo Lin")}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := &brief{
				sources: []*source{{record: &readout.Record{Article: readout.Article{Text: tt.text}}}},
				actors:  map[string]readout.Actor{},
			}
			for _, a := range tt.actors {
				b.actors[a.ID] = a
			}
			if got := b.shortNames()["a"]; got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestADenialIsShownAsOne(t *testing.T) {
	tests := []struct {
		name, cue, words, want string
	}{
		{"with the word that denies", "put off", "payments would begin before the dry season", "put off: payments would begin"},
		{"without a word that only says so", "said", "payments would begin before the dry season", "  payments would begin"},
		{"without a word that is part of what was said", "called", "called the outcome “a fair bargain”", "  called the outcome"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newFixture(t, "oslo.txt", "", "2024-05-14", true)
			cue := f.evidence(tt.cue)
			f.say(f.actor(indonesia), readout.Indirect, tt.words, func(s *readout.Statement) { s.Cue = &cue })
			if got := write(t, f.record, Options{Lexicon: world(t)}); !strings.Contains(got, tt.want) {
				t.Errorf("no %q in:\n%s", tt.want, got)
			}
		})
	}
}

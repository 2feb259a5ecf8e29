package ledger

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

func TestWhatTellsOfOneContactIsOneEntry(t *testing.T) {
	on := func(s string) readout.Date { return day(t, s) }
	for _, c := range []struct {
		name  string
		deeds []text.Deed
		want  string
	}{
		{"a meeting told three times", []text.Deed{
			meeting(readout.Held, on("2023-06-19"), smith, jones), meeting(readout.Held, on(""), jones, smith), meeting(readout.Held, on("2023-06-19"), smith, jones),
		}, "meeting held 2023-06-19: Jones, Smith (a, b, c)"},
		{"meetings on two days", []text.Deed{
			meeting(readout.Held, on("2023-06-18"), smith, jones), meeting(readout.Held, on("2023-06-19"), smith, jones),
		}, "meeting held 2023-06-18: Jones, Smith (a)\nmeeting held 2023-06-19: Jones, Smith (b)"},
		{"a day within the month told before", []text.Deed{
			meeting(readout.Held, on("2022-11"), smith, jones), meeting(readout.Held, on("2022-11-14"), smith, jones),
		}, "meeting held 2022-11-14: Jones, Smith (a, b)"},
		{"words without a day belong to the meeting nearest to publication", []text.Deed{
			meeting(readout.Held, on("2022-11-14"), smith, jones), meeting(readout.Held, on("2023-06-18"), smith, jones), meeting(readout.Held, on(""), smith, jones),
		}, "meeting held 2022-11-14: Jones, Smith (a)\nmeeting held 2023-06-18: Jones, Smith (b, c)"},
		{"other people are another meeting", []text.Deed{
			meeting(readout.Held, on("2023-06-19"), smith, jones), meeting(readout.Held, on("2023-06-19"), smith, brown),
		}, "meeting held 2023-06-19: Brown, Smith (b)\nmeeting held 2023-06-19: Jones, Smith (a)"},
		{"a plan that was postponed", []text.Deed{
			meeting(readout.Planned, on("2023-07-01"), smith, jones), meeting(readout.Postponed, on(""), smith, jones),
		}, "meeting postponed 2023-07-01: Jones, Smith (a, b)"},
		{"a plan that was cancelled, the end told first", []text.Deed{
			meeting(readout.Cancelled, on(""), smith, jones), meeting(readout.Planned, on("2023-07-01"), smith, jones),
		}, "meeting cancelled 2023-07-01: Jones, Smith (a, b)"},
		{"a plan and a deed are two", []text.Deed{
			meeting(readout.Held, on("2023-06-19"), smith, jones), meeting(readout.Planned, on("2023-07-01"), smith, jones),
		}, "meeting held 2023-06-19: Jones, Smith (a)\nmeeting planned 2023-07-01: Jones, Smith (b)"},
		{"a denial stays apart from the deed it denies", []text.Deed{
			meeting(readout.Held, on("2023-06-19"), smith, jones), meeting(readout.Denied, on("2023-06-19"), smith, jones),
		}, "meeting denied 2023-06-19: Jones, Smith (b)\nmeeting held 2023-06-19: Jones, Smith (a)"},
		{"ongoing and held on one day is held", []text.Deed{
			meeting(readout.Ongoing, on("2023-06-19"), smith, jones), meeting(readout.Held, on("2023-06-19"), smith, jones),
		}, "meeting held 2023-06-19: Jones, Smith (a, b)"},
		{"talks of the states are the meeting of their people", []text.Deed{
			meeting(readout.Held, on("2023-06-19"), smith, jones), meeting(readout.Held, on("2023-06-19"), norway, chad),
		}, "meeting held 2023-06-19: Jones, Smith (a)"},
		{"talks of the states on another day are their own", []text.Deed{
			meeting(readout.Held, on("2023-06-19"), smith, jones), meeting(readout.Held, on("2023-05-02"), norway, chad),
		}, "meeting held 2023-05-02: Chad, Norway (b)\nmeeting held 2023-06-19: Jones, Smith (a)"},
		{"a visit takes the days of its meetings", []text.Deed{
			visit(readout.Held, on("2023-06-18"), smith, chad), meeting(readout.Held, on("2023-06-19"), smith, jones),
		}, "meeting held 2023-06-19: Jones, Smith (b)\nvisit held 2023-06-18/2023-06-19: Smith to Chad (a)"},
		{"a visit without a day takes that of its meeting", []text.Deed{
			visit(readout.Held, on(""), smith, chad), meeting(readout.Held, on("2023-06-19"), smith, jones),
		}, "meeting held 2023-06-19: Jones, Smith (b)\nvisit held 2023-06-19: Smith to Chad (a)"},
		{"a visit of a month keeps its month", []text.Deed{
			visit(readout.Held, on("2023-06"), smith, chad), meeting(readout.Held, on("2023-06-19"), smith, jones),
		}, "meeting held 2023-06-19: Jones, Smith (b)\nvisit held 2023-06: Smith to Chad (a)"},
		{"a meeting long ago is no part of a visit", []text.Deed{
			visit(readout.Held, on("2023-06-18"), smith, chad), meeting(readout.Held, on("2022-11-14"), smith, jones),
		}, "meeting held 2022-11-14: Jones, Smith (b)\nvisit held 2023-06-18: Smith to Chad (a)"},
		{"a meeting with somebody else is no part of a visit", []text.Deed{
			visit(readout.Held, on("2023-06-18"), smith, chad), meeting(readout.Held, on("2023-06-19"), smith, brown),
		}, "meeting held 2023-06-19: Brown, Smith (b)\nvisit held 2023-06-18: Smith to Chad (a)"},
		{"a visit that was called off", []text.Deed{
			visit(readout.Planned, on("2023-02-05"), smith, chad), visit(readout.Cancelled, on(""), smith, chad),
		}, "visit cancelled 2023-02-05: Smith to Chad (a, b)"},
		{"visits of two people are two", []text.Deed{
			visit(readout.Held, on("2023-06-18"), smith, chad), visit(readout.Held, on("2023-06-18"), brown, chad),
		}, "visit held 2023-06-18: Brown to Chad (b)\nvisit held 2023-06-18: Smith to Chad (a)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := contacts(Record(document(t, false, c.deeds...))); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestTheOrderInWhichAMeetingIsToldMakesNoDifference(t *testing.T) {
	deeds := []text.Deed{
		meeting(readout.Held, day(t, "2023-06-19"), smith, jones), meeting(readout.Held, day(t, ""), smith, jones), meeting(readout.Held, day(t, "2023-06"), jones, smith),
		meeting(readout.Planned, day(t, "2023-07-01"), smith, jones), visit(readout.Held, day(t, "2023-06-18"), smith, chad),
	}
	want := ""
	for _, order := range permutations(len(deeds)) {
		var turned []text.Deed
		for _, i := range order {
			turned = append(turned, deeds[i])
		}
		got := withoutSources(contacts(Record(document(t, false, turned...))))
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("in the order %v\ngot\n%s\nwant\n%s", order, got, want)
		}
	}
}

func TestTheOrderOfTheListOfDeedsMakesNoDifference(t *testing.T) {
	deeds := []text.Deed{
		meeting(readout.Held, day(t, "2023-06-19"), smith, jones), meeting(readout.Held, day(t, ""), smith, jones),
		meeting(readout.Planned, day(t, "2023-07-01"), smith, jones), visit(readout.Held, day(t, "2023-06-18"), smith, chad),
	}
	var want string
	for _, order := range permutations(len(deeds)) {
		d := document(t, false, deeds...)
		told := slices.Clone(d.Deeds)
		for i, j := range order {
			d.Deeds[i] = told[j]
		}
		if got := contacts(Record(d)); want == "" {
			want = got
		} else if got != want {
			t.Errorf("with the list in the order %v\ngot\n%s\nwant\n%s", order, got, want)
		}
	}
}

// permutations lists the orders of n things.
func permutations(n int) [][]int {
	if n == 0 {
		return [][]int{nil}
	}
	var out [][]int
	for _, p := range permutations(n - 1) {
		for i := 0; i <= len(p); i++ {
			out = append(out, slices.Insert(slices.Clone(p), i, n-1))
		}
	}
	return out
}

func withoutSources(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		line, _, _ = strings.Cut(line, " (")
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func TestWhatOneSentenceLacksAnotherAdds(t *testing.T) {
	one := meeting(readout.Held, day(t, "2023-06-19"), smith, jones)
	one.Minutes, one.Length = 30, "half-hour"
	two := meeting(readout.Held, day(t, ""), smith, jones)
	two.Place, two.Occasion = &readout.Place{Name: "Vienna", Country: "AUT"}, "G20 summit"
	r := Record(document(t, false, one, two))
	if len(r.Meetings) != 1 {
		t.Fatalf("%d meetings, want 1", len(r.Meetings))
	}
	if m := r.Meetings[0]; m.Minutes != 30 || m.Length != "half-hour" || m.Place == nil || m.Place.Name != "Vienna" || m.Occasion != "G20 summit" {
		t.Errorf("meeting %+v", m)
	}
}

func TestAMeetingTakesThePlaceOfItsVisit(t *testing.T) {
	v := visit(readout.Held, day(t, "2023-06-18"), smith, chad)
	v.Place = &readout.Place{Name: "N'Djamena", Country: "TCD"}
	r := Record(document(t, false, v, meeting(readout.Held, day(t, "2023-06-19"), smith, jones)))
	if len(r.Meetings) != 1 || r.Meetings[0].Place == nil || r.Meetings[0].Place.Name != "N'Djamena" {
		t.Errorf("meetings %+v, want one in N'Djamena", r.Meetings)
	}
}

func TestTheHeadlineIsEvidenceAfterTheBody(t *testing.T) {
	r := Record(document(t, true, meeting(readout.Held, day(t, "2023-06-19"), smith, jones), meeting(readout.Held, day(t, "2023-06-19"), smith, jones)))
	if len(r.Meetings) != 1 || len(r.Meetings[0].Evidence) != 2 {
		t.Fatalf("meetings %+v, want one told twice", r.Meetings)
	}
	if got := r.Meetings[0].Evidence[0].Exact; got != "Sentence b tells of it." {
		t.Errorf("the main evidence is %q, want the body's", got)
	}
}

func TestARecordOfNothingListsNothing(t *testing.T) {
	b, err := json.Marshal(Record(text.New(readout.Article{Name: "test"})))
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"actors", "meetings", "visits", "statements", "agreements", "positions", "incidents", "expectations", "assessments", "events"} {
		if !strings.Contains(string(b), `"`+kind+`":[]`) {
			t.Errorf("%s is no empty list in %s", kind, b)
		}
	}
}

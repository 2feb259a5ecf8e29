package ledger

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

func TestAgreementsAreBetweenStatesAndBodies(t *testing.T) {
	for _, c := range []struct {
		name, want string
		deed       text.Deed
	}{
		{"people agree for their states", "agreed: Chad, Norway", agreement("agreed", -1, smith, jones)},
		{"states agree", "agreed: Chad, Norway", agreement("agreed", -1, norway, chad)},
		{"a ministry pledges for its state", "pledged: Norway", agreement("pledged", -1, ministry)},
		{"an international body stays what it is", "agreed: Norway, Union", agreement("agreed", -1, union, norway)},
		{"a person of no country binds nobody", "", agreement("pledged", -1, analyst)},
		{"a state that the article names by its people alone", "agreed: Norway, Peru", agreement("agreed", -1, smith, brown)},
		{"a claim of a person is that person's", "agreed: Chad, Norway | claimed by Smith", agreement("agreed", smith, norway, chad)},
		{"a claim of a ministry is its state's", "agreed: Chad, Norway | claimed by Norway", agreement("agreed", ministry, norway, chad)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := agreed(Record(document(t, false, c.deed))); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func agreed(r readout.Record) string {
	var lines []string
	for _, a := range r.Agreements {
		line := a.Status + ": " + refNames(a.Parties)
		if a.ClaimedBy != nil {
			line += " | claimed by " + a.ClaimedBy.Name
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestAHeadlineRepeatsTheAgreementOfTheBody(t *testing.T) {
	r := Record(document(t, true, agreement("agreed", -1, norway, chad), agreement("agreed", -1, smith, jones)))
	if len(r.Agreements) != 1 || !strings.Contains(r.Agreements[0].What, "Sentence b") {
		t.Errorf("agreements %+v, want that of the body alone", r.Agreements)
	}
}

func TestWhatIsToComeIsExpected(t *testing.T) {
	r := Record(document(t, false,
		meeting(readout.Held, day(t, "2023-06-19"), smith, jones), meeting(readout.Planned, day(t, "2023-07-01"), smith, jones),
		visit(readout.Hoped, day(t, "2023-11"), smith, chad), meeting(readout.Cancelled, day(t, "2023-08-01"), smith, brown),
	))
	var got []string
	for _, e := range r.Expectations {
		got = append(got, e.What+" by "+e.By.String())
	}
	if want := []string{"Smith–Jones meeting by 2023-07-01", "Smith to Chad by 2023-11"}; !slices.Equal(got, want) {
		t.Errorf("expected are %q, want %q", got, want)
	}
}

func TestMeetingsVisitsAndAgreementsAreEvents(t *testing.T) {
	act := text.Deed{Kind: readout.KindEvent, Type: "ACCUSE", Status: readout.Held, Parties: []int{norway}, Targets: []int{chad}, ClaimedBy: -1, Rule: "test"}
	r := Record(document(t, false,
		meeting(readout.Held, day(t, "2023-06-19"), smith, jones), visit(readout.Planned, day(t, ""), smith, chad), agreement("signed", -1, norway, chad), act,
	))
	var got []string
	for _, e := range r.Events {
		got = append(got, fmt.Sprintf("%s %s: %s to %s", e.Type, e.Factuality, refNames(e.Source), refNames(e.Target)))
	}
	want := []string{"CONSULT happened: Chad, Norway to ", "CONSULT planned: Norway to Chad", "AGREE happened: Chad, Norway to ", "ACCUSE happened: Norway to Chad"}
	if !slices.Equal(got, want) {
		t.Errorf("events %q, want %q", got, want)
	}
}

func TestAnEventNeedsTwoParties(t *testing.T) {
	if r := Record(document(t, false, agreement("pledged", -1, norway))); len(r.Events) != 0 {
		t.Errorf("events %+v of one state alone", r.Events)
	}
}

func TestStatementsKeepWhoSaidThemAndHow(t *testing.T) {
	d := document(t, false, agreement("agreed", -1, norway, chad))
	span := d.SentenceSpan(0)
	d.Statements = []text.Statement{
		{Content: span, Cue: d.Tokens[0].Span, CueToken: 0, Speaker: smith, With: []int{jones}, Via: union, Audience: "reporters", Form: readout.Mixed, Rule: "test"},
		{Content: span, CueToken: -1, Speaker: analyst, Via: -1, Form: readout.Direct, Rule: "test"},
	}
	r := Record(d)
	if len(r.Statements) != 2 {
		t.Fatalf("%d statements, want 2", len(r.Statements))
	}
	one, two := r.Statements[0], r.Statements[1]
	if one.Speaker.Name != "Smith" || refNames(one.With) != "Jones" || one.Via == nil || one.Via.Name != "Union" || one.Audience != "reporters" || one.Cue == nil || one.Cue.Exact != "Sentence" {
		t.Errorf("the first statement is %+v", one)
	}
	if two.Via != nil || two.Cue != nil || two.With != nil || one.ID == two.ID {
		t.Errorf("the second statement is %+v", two)
	}
	if len(r.Assessments) != 1 || r.Assessments[0].Statement != two.ID || r.Assessments[0].Affiliation != "analyst, Oslo Institute" {
		t.Errorf("assessments %+v, want that of the analyst", r.Assessments)
	}
}

func TestActorsWithoutANameAreListedWhereAnEntryRefersToThem(t *testing.T) {
	for _, speaks := range []bool{true, false} {
		d := document(t, false, agreement("agreed", -1, norway, chad))
		d.Actors[brown].Made.Rule = text.Unnamed
		if speaks {
			d.Statements = []text.Statement{{Content: d.SentenceSpan(0), CueToken: -1, Speaker: brown, Via: -1, Form: readout.Direct, Rule: "test"}}
		}
		listed := slices.ContainsFunc(Record(d).Actors, func(a readout.Actor) bool { return a.ID == cast[brown].ID })
		if listed != speaks {
			t.Errorf("who speaks: %v, is listed: %v", speaks, listed)
		}
	}
}

func TestIDsOfARecordAreItsOwn(t *testing.T) {
	d := document(t, false,
		meeting(readout.Held, day(t, "2023-06-19"), smith, jones), meeting(readout.Planned, day(t, "2023-07-01"), smith, jones), visit(readout.Held, day(t, ""), smith, chad),
		agreement("agreed", -1, norway, chad),
	)
	shared := d.Deeds[0]
	shared.Parties = []int{smith, brown} // told by the same words
	d.Deeds = append(d.Deeds, shared)
	r := Record(d)
	seen := map[string]bool{}
	check := func(e readout.Entry) {
		if e.ID == "" || seen[e.ID] {
			t.Errorf("the ID %q is empty or stands twice", e.ID)
		}
		seen[e.ID] = true
	}
	for _, m := range r.Meetings {
		check(m.Entry)
	}
	for _, v := range r.Visits {
		check(v.Entry)
	}
	for _, a := range r.Agreements {
		check(a.Entry)
	}
	for _, e := range r.Expectations {
		check(e.Entry)
	}
	for _, e := range r.Events {
		check(e.Entry)
	}
	if len(r.Meetings) != 3 {
		t.Errorf("%d meetings, want 3", len(r.Meetings))
	}
}

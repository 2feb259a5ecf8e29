package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

func TestEveryFieldOfAnEntryIsShown(t *testing.T) {
	cue := readout.Evidence{Article: "a", Start: 3, End: 7, Exact: "said"}
	via := readout.ActorRef{ID: "organisation:xinhua", Name: "Xinhua", Country: "CHN"}
	raw, err := json.Marshal(readout.Statement{
		Entry:   readout.Entry{ID: "s0", Evidence: []readout.Evidence{cue}},
		Speaker: readout.ActorRef{ID: "CHN", Name: "China"}, Form: readout.Indirect, Cue: &cue, Via: &via,
		With: []readout.ActorRef{{ID: "USA", Name: "United States"}, {ID: "CHN", Name: "China"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	fields, err := fieldsOf(raw)
	if err != nil {
		t.Fatal(err)
	}
	want := "[{speaker China [CHN]} {with United States [USA], China [CHN]} {form indirect} {cue “said”} {via Xinhua [organisation:xinhua]}]"
	if got := fmt.Sprint(fields); got != want {
		t.Errorf("fields\n%s, want\n%s", got, want)
	}
	var ids []string
	for _, ref := range actorsIn(raw) {
		ids = append(ids, ref.ID)
	}
	if got := strings.Join(ids, " "); got != "CHN USA organisation:xinhua" {
		t.Errorf("actors %s", got)
	}
}

func TestFieldsOfWhatIsNoObjectAreAnError(t *testing.T) {
	for _, raw := range []string{"", "{", `{"a"`, `{"a":[{]}`} {
		if _, err := fieldsOf(json.RawMessage(raw)); err == nil {
			t.Errorf("%q: no error", raw)
		}
	}
}

func TestLongParagraphsAreCutAroundTheWords(t *testing.T) {
	filler := strings.Repeat("and so on ", 400)
	s := filler + "they met “in Oslo” again " + filler
	start := strings.Index(s, "met")
	words := text.Span{Start: start, End: start + len("met “in Oslo”")}
	got := excerpt(s, text.Span{End: len(s)}, []text.Span{words})
	var all, marked strings.Builder
	for _, p := range got {
		all.WriteString(p.text)
		if p.marked {
			marked.WriteString(p.text)
		}
	}
	if marked.String() != "met “in Oslo”" {
		t.Errorf("marked %q", &marked)
	}
	if !strings.HasPrefix(all.String(), "… ") || !strings.HasSuffix(all.String(), " …") || all.Len() > 2*around+100 {
		t.Errorf("%d bytes: %q", all.Len(), &all)
	}
}

func TestEvidenceIsFoundInBytes(t *testing.T) {
	s := "“Größe” zählt"
	for _, c := range []struct {
		start, end int
		want       string
	}{{1, 6, "Größe"}, {8, 13, "zählt"}, {0, 13, s}, {13, 13, ""}, {90, 95, ""}} {
		span := byteSpan(s, readout.Evidence{Start: c.start, End: c.end})
		if got := s[span.Start:span.End]; got != c.want {
			t.Errorf("code points %d to %d: %q, want %q", c.start, c.end, got, c.want)
		}
	}
}

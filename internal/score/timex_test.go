package score

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const timeML = `<?xml version="1.0"?><TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2023-06-19" functionInDocument="CREATION_TIME">19 June</TIMEX3></DCT>
<TEXT>Café &amp; bar: they <EVENT>met</EVENT> <TIMEX3 tid="t1" type="DATE" value="2023-06-18">on <EVENT>Sunday</EVENT></TIMEX3>.</TEXT></TimeML>`

func TestTimeMLIsReadInCodePointsOfItsText(t *testing.T) {
	got, err := ReadTimeML(strings.NewReader(timeML))
	if err != nil {
		t.Fatal(err)
	}
	want := TimeML{
		Text: "Café & bar: they met on Sunday.", Created: "2023-06-19",
		Timexes: []Timex{{Start: 21, End: 30, Type: "DATE", Value: "2023-06-18"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
}

func TestBrokenTimeMLIsAnError(t *testing.T) {
	if _, err := ReadTimeML(strings.NewReader("<TimeML><TEXT>open")); err == nil {
		t.Error("got no error for XML that breaks off")
	}
}

func TestTimexesAreScoredAsTempEvalDoes(t *testing.T) {
	gold := []Timex{{0, 6, "DATE", "2023"}, {10, 20, "DATE", "2023-06"}, {30, 40, "SET", "P1D"}}
	ours := []Timex{{0, 6, "DATE", "2023"}, {12, 20, "TIME", "2023-06"}, {50, 60, "DATE", "2018"}}
	got := ScoreTimexes(PairTimexes(gold, ours))
	want := TimexScore{
		Strict:  Counts{Gold: 3, Found: 1, Missed: 2, Invented: 2},
		Relaxed: Counts{Gold: 3, Found: 2, Missed: 1, Invented: 1},
		Type:    Counts{Gold: 3, Found: 1, Missed: 2, Invented: 2},
		Value:   Counts{Gold: 3, Found: 2, Missed: 1, Invented: 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("score (-want +got):\n%s", diff)
	}
}

func FuzzReadTimeML(f *testing.F) {
	f.Add(timeML)
	f.Add("<TEXT><TIMEX3 value='1'>a</TIMEX3></TEXT>")
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := ReadTimeML(strings.NewReader(s))
		if err != nil {
			return
		}
		for _, x := range doc.Timexes {
			if x.Start < 0 || x.End <= x.Start || x.End > len([]rune(doc.Text)) {
				t.Fatalf("%q: expression %+v lies outside the text", s, x)
			}
		}
	})
}

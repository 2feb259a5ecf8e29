package score

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const brat = "T1\tSource 0 5\tSmith\nT2\tCue 6 10\tsaid\nT3\tContent 11 20;30 40\twords\nT4\tAttribution 6 10\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n" +
	"T5\tDiscuss 0 40\tall\nT6\tContent 50 60\tmore\nT7\tCue 61 70\treportedly\nE2\tAttribution-no-source:T8 Content:T6 Cue:T7\n"

func TestReadBrat(t *testing.T) {
	got, err := ReadBrat(strings.NewReader(brat))
	if err != nil {
		t.Fatal(err)
	}
	want := []Attribution{
		{Source: Spans{{0, 5}}, Cue: Spans{{6, 10}}, Content: Spans{{11, 20}, {30, 40}}},
		{Cue: Spans{{61, 70}}, Content: Spans{{50, 60}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, bad := range []string{"T1\tContent a 5\tx", "T1\tContent 7 5\tx", "T1\tContent 7\tx"} {
		if _, err := ReadBrat(strings.NewReader("\n" + bad)); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: error %v names no line 2", bad, err)
		}
	}
}

func TestScoreAttributions(t *testing.T) {
	gold, err := ReadBrat(strings.NewReader(brat))
	if err != nil {
		t.Fatal(err)
	}
	at := func(source, cue int, content ...[2]int) Attribution {
		return Attribution{Source: Spans{{source, source + 5}}, Cue: Spans{{cue, cue + 4}}, Content: content}
	}
	for _, c := range []struct {
		name                string
		ours                []Attribution
		near, close, linked string
		source              int
	}{
		{"all right", []Attribution{at(0, 6, [2]int{11, 20}, [2]int{30, 40})}, "1 0 0", "1 0 0", "1 0 0", 1},
		{"half of the content", []Attribution{at(0, 6, [2]int{30, 40})}, "1 0 0", "0 1 1", "1 0 0", 1},
		{"another source", []Attribution{at(80, 6, [2]int{11, 20}, [2]int{30, 40})}, "1 0 0", "1 0 0", "0 1 1", 0},
		{"nothing", nil, "0 1 0", "0 1 0", "0 1 0", 0},
		{"one that gold has without a source is not held against us", []Attribution{at(0, 61, [2]int{50, 60})}, "0 1 0", "0 1 0", "0 1 0", 0},
		{"invented", []Attribution{at(0, 6, [2]int{70, 80})}, "0 1 1", "0 1 1", "0 1 1", 0},
	} {
		s := ScoreAttributions(PairAttributions(gold, c.ours))
		show := func(k Counts) string { return fmt.Sprint(k.Found, k.Missed, k.Invented) }
		if show(s.Near) != c.near || show(s.Close) != c.close || show(s.Linked) != c.linked || s.Source != c.source {
			t.Errorf("%s: near %s, close %s, linked %s, source %d", c.name, show(s.Near), show(s.Close), show(s.Linked), s.Source)
		}
	}
}

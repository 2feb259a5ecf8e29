package speech_test

import (
	"strings"
	"testing"

	"github.com/readout/readout/internal/codedtest"
	"github.com/readout/readout/internal/speech"
)

// failing lists the rows of cues.tsv whose example is not read as it says, with the reason. The list may only shrink.
var failing = map[string]string{
	"demand":  "a clause in the subjunctive is taken from the verb on",
	"propose": "a clause in the subjunctive is not found: the verb has no tense",
}

func TestTheExampleOfEachCueIsReadAsItsRowSays(t *testing.T) {
	cues, err := speech.LoadCues()
	if err != nil {
		t.Fatal(err)
	}
	for lemma := range failing {
		if _, ok := cues[lemma]; !ok {
			t.Errorf("%q is known to fail and is no row", lemma)
		}
	}
	for lemma, cue := range cues {
		t.Run(lemma, func(t *testing.T) {
			before, rest, _ := strings.Cut(cue.Example, "|")
			content, after, marked := strings.Cut(rest, "|")
			want := ""
			if marked {
				want = content
			}
			d := codedtest.Doc(t, codedtest.Monday, "President John Smith of Norway spoke. "+before+content+after)
			var got []string
			for _, s := range d.Statements {
				if d.Actors[s.Speaker].Name != "John Smith" {
					got = append(got, "by "+d.Actors[s.Speaker].Name+": "+d.Slice(s.Content))
					continue
				}
				got = append(got, d.Slice(s.Content))
			}
			codedtest.Compare(t, cue.Example, strings.Join(got, "\n"), want, failing[lemma])
		})
	}
}

func TestATableOfCuesThatIsDamagedSaysWhere(t *testing.T) {
	for name, c := range map[string]struct{ table, want string }{
		"too few cells":   {"# lemma\tframes\texample\nsay\tclause\n", "line 2: want lemma, frames and example, got 2 cells"},
		"too many cells":  {"say\tclause\tSmith said |so|.\tmore\n", "line 1: want lemma, frames and example, got 4 cells"},
		"no lemma":        {"\tclause\tSmith said |so|.\n", "line 1: want lemma"},
		"no such frame":   {"say\tclause\tx\n\ntell\tsentence\tx\n", `line 3: no such frame as "sentence"`},
		"a lemma twice":   {"say\tclause\tx\nsay\tverb\ty\n", `line 2: "say" stands twice`},
		"a line too long": {"say\tclause\t" + strings.Repeat("x", 1<<17) + "\n", "read cues: bufio.Scanner: token too long"},
		"an empty frame":  {"say\t\tx\n", `line 1: no such frame as ""`},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := speech.ReadCues(strings.NewReader(c.table)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
}

func FuzzReadCues(f *testing.F) {
	f.Add("# lemma\tframes\texample\nsay\tclause,verb\tSmith said |so|.\n")
	f.Add("say\tclause")
	f.Add("\t\t\n#\n\r\n")
	f.Fuzz(func(t *testing.T, table string) {
		cues, err := speech.ReadCues(strings.NewReader(table))
		if err != nil {
			return
		}
		for lemma, c := range cues {
			if lemma == "" || c.Lemma != lemma || len(c.Frames) == 0 {
				t.Errorf("row %q is read as %+v", lemma, c)
			}
		}
	})
}

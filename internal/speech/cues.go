package speech

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"strings"
)

//go:embed cues.tsv
var cueTable string

// A Frame says where a reporting verb has its content.
type Frame string

// The frames of a reporting verb.
const (
	Clause     Frame = "clause"     // the clause after the verb: "said that …"
	Infinitive Frame = "infinitive" // the infinitive after the verb: "urged them to …"
	FromVerb   Frame = "verb"       // from the verb on: "condemned …"
	Quoted     Frame = "quoted"     // from the verb on, where words are quoted: "declared a “new era”"
	Nothing    Frame = "nothing"    // none: the verb only shows that reported words end: ", pointing to …"
)

// Cue is a reporting verb, a row of cues.tsv.
type Cue struct {
	Lemma   string
	Frames  []Frame // tried in order
	Example string  // a sentence with the content between bars
}

// Cues are the reporting verbs by lemma.
type Cues map[string]Cue

// LoadCues reads the table that the program carries.
func LoadCues() (Cues, error) { return ReadCues(strings.NewReader(cueTable)) }

// ReadCues reads rows of lemma, frames (joined by commas) and example, separated by tabs. Lines that
// begin with # are comments. An error names the line.
func ReadCues(r io.Reader) (Cues, error) {
	cues := Cues{}
	scanner := bufio.NewScanner(r)
	for line := 1; scanner.Scan(); line++ {
		row := scanner.Text()
		if row == "" || row[0] == '#' {
			continue
		}
		c, err := readCue(row)
		if err != nil {
			return nil, fmt.Errorf("read cues: line %d: %w", line, err)
		}
		if _, ok := cues[c.Lemma]; ok {
			return nil, fmt.Errorf("read cues: line %d: %q stands twice", line, c.Lemma)
		}
		cues[c.Lemma] = c
	}
	if err := scanner.Err(); err != nil {
		return nil, fmt.Errorf("read cues: %w", err)
	}
	return cues, nil
}

func readCue(row string) (Cue, error) {
	cells := strings.Split(row, "\t")
	if len(cells) != 3 || cells[0] == "" {
		return Cue{}, fmt.Errorf("want lemma, frames and example, got %d cells", len(cells))
	}
	c := Cue{Lemma: cells[0], Example: cells[2]}
	for f := range strings.SplitSeq(cells[1], ",") {
		switch frame := Frame(f); frame {
		case Clause, Infinitive, FromVerb, Quoted, Nothing:
			c.Frames = append(c.Frames, frame)
		default:
			return Cue{}, fmt.Errorf("no such frame as %q", f)
		}
	}
	return c, nil
}

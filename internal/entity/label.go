package entity

import (
	"fmt"
	"slices"

	"github.com/readout/readout/internal/text"
)

// Span is a name at the tokens [First, Last) as the corpora and the sequence model see it, of a coarse type.
type Span struct {
	First, Last int
	Type        Coarse
	Score       float32
}

// Coarse is a type that the sequence model tells apart. What a place is in detail is told afterwards by words and tables.
type Coarse string

// The coarse types.
const (
	CoarsePerson       Coarse = "person"
	CoarseOrganisation Coarse = "organisation"
	CoarsePlace        Coarse = "place"
	CoarseEvent        Coarse = "event"
	CoarseOffice       Coarse = "office" // a title that stands for its bearer: "the Secretary", "Mr. President"
	CoarsePeople       Coarse = "people" // "Americans", "the Maya", "Democrats"
	CoarseOther        Coarse = "other"  // names of works, languages, products: learned, so that they are not taken for one of the others
)

// coarseTypes lists them in the order of the labels.
var coarseTypes = [...]Coarse{CoarsePerson, CoarseOrganisation, CoarsePlace, CoarseEvent, CoarseOffice, CoarsePeople, CoarseOther}

// A label says where in a name a word stands: 0 outside, else 1 + 4·type + position.
type label int

const (
	begins = iota // the first of several words
	within        // neither the first nor the last
	ends          // the last of several words
	alone         // the only word
)

const labelCount = 1 + 4*len(coarseTypes)

func (l label) position() int { return int(l-1) % 4 }
func (l label) kind() int     { return int(l-1) / 4 }

// Labels names the labels in order: "O", "B-person", "I-person", "E-person", "S-person" and so on.
func Labels() []string {
	out := []string{"O"}
	for _, t := range coarseTypes {
		for _, p := range []string{"B", "I", "E", "S"} {
			out = append(out, p+"-"+string(t))
		}
	}
	return out
}

// follows reports whether label b may stand after label a.
func follows(a, b label) bool {
	open := a != 0 && (a.position() == begins || a.position() == within)
	goesOn := b != 0 && (b.position() == within || b.position() == ends)
	if open != goesOn {
		return false
	}
	return !open || a.kind() == b.kind()
}

// labelsOf writes the spans within the tokens [first, last) as labels.
func labelsOf(spans []Span, s text.Sentence) []label {
	out := make([]label, s.Last-s.First)
	for _, n := range spans {
		if n.First < s.First || n.Last > s.Last {
			continue
		}
		base := label(1 + 4*kindOf(n.Type))
		for i := n.First; i < n.Last; i++ {
			out[i-s.First] = base + within
		}
		switch out[n.First-s.First] = base + begins; {
		case n.Last-n.First == 1:
			out[n.First-s.First] = base + alone
		default:
			out[n.Last-1-s.First] = base + ends
		}
	}
	return out
}

// Parts returns for each word of a sentence which of Labels it has.
func Parts(names []Span, s text.Sentence) []string {
	all := Labels()
	var out []string
	for _, l := range labelsOf(names, s) {
		out = append(out, all[l])
	}
	return out
}

func kindOf(t Coarse) int {
	for i, c := range coarseTypes {
		if c == t {
			return i
		}
	}
	panic(fmt.Sprintf("entity: no coarse type %q", t))
}

// spansOf reads labels, whose first stands at token first, as spans. Labels that do not fit are read as they come.
func spansOf(labels []label, first int) []Span {
	var out []Span
	for i := 0; i < len(labels); i++ {
		l := labels[i]
		if l == 0 {
			continue
		}
		from := i
		for l.position() != alone && l.position() != ends && i+1 < len(labels) && labels[i+1] != 0 &&
			labels[i+1].kind() == l.kind() && labels[i+1].position() != begins && labels[i+1].position() != alone {
			i++
			l = labels[i]
		}
		out = append(out, Span{First: first + from, Last: first + i + 1, Type: coarseTypes[l.kind()]})
	}
	return out
}

// checkLabels reports an error where a model's labels are not those of this program.
func checkLabels(names []string) error {
	if !slices.Equal(names, Labels()) {
		return fmt.Errorf("labels %q are not those of this program, %q", names, Labels())
	}
	return nil
}

package event_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/codedtest"
	"github.com/readout/readout/internal/text"
)

// Who acts in the tests below. The first paragraph introduces them, so that the others can use short names.
const people = "Norwegian President John Smith and Chadian Foreign Minister Mary Jones are known."

// A deedCase is a text and the deeds of one kind that it tells, one a line. fails is why it is not read so today.
type deedCase struct{ name, text, want, fails string }

// runDeeds reads each text and compares its deeds of the kinds, as the function writes them.
func runDeeds(t *testing.T, cases []deedCase, write func(*text.Doc, text.Deed) string, kinds ...readout.Kind) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			paragraphs := append([]string{people}, strings.Split(c.text, "\n\n")...)
			codedtest.Compare(t, c.text, deeds(codedtest.Doc(t, codedtest.Monday, paragraphs...), write, kinds...), c.want, c.fails)
		})
	}
}

func deeds(d *text.Doc, write func(*text.Doc, text.Deed) string, kinds ...readout.Kind) string {
	var lines []string
	for _, deed := range d.Deeds {
		for _, k := range kinds {
			if deed.Kind == k {
				lines = append(lines, write(d, deed))
			}
		}
	}
	return strings.Join(lines, "\n")
}

// who writes the kind, the status, and who took part.
func who(d *text.Doc, deed text.Deed) string {
	line := string(deed.Kind) + " " + string(deed.Status) + ": " + shortNames(d, deed.Parties)
	if len(deed.Targets) > 0 {
		line += " to " + shortNames(d, deed.Targets)
	}
	return line
}

func statusOnly(_ *text.Doc, deed text.Deed) string { return string(deed.Status) }

func dateOnly(_ *text.Doc, deed text.Deed) string { return deed.Date.String() }

func placeOnly(_ *text.Doc, deed text.Deed) string {
	if deed.Place == nil {
		return "no place"
	}
	return deed.Place.Name + " (" + deed.Place.Country + ")"
}

func shortNames(d *text.Doc, actors []int) string {
	var names []string
	for _, a := range actors {
		name := d.Actors[a].Name
		if d.Actors[a].Kind == readout.Person {
			words := strings.Fields(name)
			name = words[len(words)-1]
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// sortedWho is who with the parties of a meeting in the order of their names.
func sortedWho(d *text.Doc, deed text.Deed) string {
	if deed.Kind == readout.KindMeeting {
		deed.Parties = sorted(d, deed.Parties)
	}
	return who(d, deed)
}

func sortedAgreed(d *text.Doc, deed text.Deed) string {
	return deed.Agreed + ": " + shortNames(d, sorted(d, deed.Parties))
}

func sorted(d *text.Doc, actors []int) []int {
	return slices.SortedFunc(slices.Values(actors), func(a, b int) int {
		return strings.Compare(shortNames(d, []int{a}), shortNames(d, []int{b}))
	})
}

package brief

import (
	"fmt"

	"github.com/readout/readout"
)

// mostGaps is how many gaps are listed.
const mostGaps = 5

// notSaidSection lists what the articles leave open about the held meetings that they are about.
func (b *brief) notSaidSection() {
	var rows []row
	for _, g := range b.meetings {
		m := g[0].entry
		if m.Status != readout.Held || !b.current(m.Date, g[0].source) {
			continue
		}
		missing := b.gaps(g)
		if len(missing) == 0 {
			continue
		}
		words := enumerate(missing) + " of the meeting of " + enumerate(fullNames(m.Participants))
		if !m.Date.IsZero() && m.Date != b.dates {
			words += " (" + date(m.Date, b.year) + ")"
		}
		rows = append(rows, row{
			main: as(plain, firstUpper(words)+"."), pointer: pointers(places(g, meetingEntry)),
		})
	}
	if more := len(rows) - mostGaps; more > 0 {
		rows = append(rows[:mostGaps], row{main: as(dim, fmt.Sprintf("… and of %d more meetings", more))})
	}
	b.section("Not said", rows)
}

// gaps names what no article tells of a meeting.
func (b *brief) gaps(g gathered[readout.Meeting]) []string {
	var length, day, place bool
	for _, t := range g {
		length = length || t.entry.Minutes > 0 || t.entry.Length != ""
		day = day || !t.entry.Date.IsZero()
		place = place || t.entry.Place != nil
	}
	var missing []string
	for _, gap := range []struct {
		known bool
		name  string
	}{{length, "length"}, {day, "date"}, {place, "place"}} {
		if !gap.known {
			missing = append(missing, gap.name)
		}
	}
	return missing
}

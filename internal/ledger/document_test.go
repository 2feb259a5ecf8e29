package ledger

import (
	"slices"
	"strings"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// The actors of the tests, by the index that deeds refer to them by.
const (
	smith    = iota // of Norway
	jones           // of Chad
	brown           // of Peru
	norway          // a state
	chad            // a state
	ministry        // of Norway
	union           // an international body
	analyst         // who speaks for none
)

var cast = []readout.Actor{
	smith:    {ID: "person:smith", Name: "Smith", Kind: readout.Person, Country: "NOR"},
	jones:    {ID: "person:jones", Name: "Jones", Kind: readout.Person, Country: "TCD"},
	brown:    {ID: "person:brown", Name: "Brown", Kind: readout.Person, Country: "PER"},
	norway:   {ID: "NOR", Name: "Norway", Kind: readout.State, Country: "NOR"},
	chad:     {ID: "TCD", Name: "Chad", Kind: readout.State, Country: "TCD"},
	ministry: {ID: "organisation:ministry", Name: "Ministry", Kind: readout.Organisation, Country: "NOR"},
	union:    {ID: "organisation:union", Name: "Union", Kind: readout.Organisation},
	analyst:  {ID: "person:analyst", Name: "Analyst", Kind: readout.Person, Class: "analyst", Office: "analyst, Oslo Institute"},
}

// document makes a document published on 19 June 2023 in which each deed is told by a sentence of its own, in a paragraph of its
// own: "Sentence 3 tells." The first is the title where headline is so.
func document(t *testing.T, headline bool, deeds ...text.Deed) *text.Doc {
	t.Helper()
	a := readout.Article{Name: "test", Language: "en", Published: day(t, "2023-06-19")}
	for i := range deeds {
		if i > 0 {
			a.Text += "\n\n"
		}
		p := readout.Paragraph{Kind: readout.Body, Number: i + 1, Start: len(a.Text)}
		if headline && i == 0 {
			p.Kind, p.Number = readout.Title, 0
		}
		a.Text += "Sentence " + string(rune('a'+i)) + " tells of it."
		p.End = len(a.Text)
		a.Paragraphs = append(a.Paragraphs, p)
	}
	a.ID = readout.ArticleID(a.Text)
	d := text.New(a)
	text.Segment(d)
	d.Actors = slices.Clone(cast)
	d.StateName = func(code string) string {
		return map[string]string{"NOR": "Norway", "TCD": "Chad", "PER": "Peru"}[code]
	}
	if len(d.Sentences) != len(deeds) {
		t.Fatalf("%d sentences for %d deeds", len(d.Sentences), len(deeds))
	}
	for i, deed := range deeds {
		deed.Trigger, deed.Evidence = d.Sentences[i].First, d.SentenceSpan(i)
		d.Deeds = append(d.Deeds, deed)
	}
	for i, actor := range d.Actors {
		actor.Evidence = []readout.Evidence{d.Evidence(d.SentenceSpan(0))}
		d.Actors[i] = actor
	}
	return d
}

func meeting(status readout.Status, date readout.Date, parties ...int) text.Deed {
	return text.Deed{Kind: readout.KindMeeting, Status: status, Date: date, Parties: parties, ClaimedBy: -1, Rule: "test"}
}

func visit(status readout.Status, date readout.Date, visitor, host int) text.Deed {
	return text.Deed{Kind: readout.KindVisit, Status: status, Date: date, Parties: []int{visitor}, Targets: []int{host}, ClaimedBy: -1, Rule: "test"}
}

func agreement(agreed string, claimedBy int, parties ...int) text.Deed {
	return text.Deed{Kind: readout.KindAgreement, Agreed: agreed, Status: readout.Held, Parties: parties, ClaimedBy: claimedBy, Rule: "test"}
}

func day(t *testing.T, s string) readout.Date {
	t.Helper()
	if s == "" {
		return readout.Date{}
	}
	d, err := readout.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// contacts writes the meetings and visits of a record, one a line, in the order of their words.
func contacts(r readout.Record) string {
	var lines []string
	for _, m := range r.Meetings {
		lines = append(lines, "meeting "+string(m.Status)+" "+m.Date.String()+": "+refNames(m.Participants)+sources(m.Entry))
	}
	for _, v := range r.Visits {
		lines = append(lines, "visit "+string(v.Status)+" "+v.Date.String()+": "+v.Visitor.Name+" to "+v.Host.Name+sources(v.Entry))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// sources names the sentences that an entry was read from: " (a, c)".
func sources(e readout.Entry) string {
	var letters []string
	for _, ev := range e.Evidence {
		letters = append(letters, strings.Fields(ev.Exact)[1])
	}
	slices.Sort(letters)
	return " (" + strings.Join(letters, ", ") + ")"
}

func refNames(refs []readout.ActorRef) string {
	var out []string
	for _, r := range refs {
		out = append(out, r.Name)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

package coder

import (
	"fmt"
	"testing"

	"github.com/readout/readout"
)

func TestEveryEntryOfTheReportsStandsOnTheWordsItPointsAt(t *testing.T) {
	for name, a := range reports(t) {
		for _, fault := range faults(code(t, a)) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

func TestTheReportsHaveMeetingsStatementsAndAgreements(t *testing.T) {
	var meetings, statements, agreements int
	for _, a := range reports(t) {
		r := code(t, a)
		meetings, statements, agreements = meetings+len(r.Meetings), statements+len(r.Statements), agreements+len(r.Agreements)
	}
	if meetings == 0 || statements == 0 || agreements == 0 {
		t.Errorf("%d meetings, %d statements, %d agreements: the checks of evidence check nothing", meetings, statements, agreements)
	}
}

// faults lists what is wrong with a record whatever its article says: evidence that does not stand in the text, IDs that
// two entries share, references to nobody.
func faults(r readout.Record) []string {
	c := checker{runes: []rune(r.Article.Text), article: r.Article.ID, ids: map[string]bool{}, actors: map[string]readout.Actor{}}
	for _, a := range r.Actors {
		c.id("actor", a.ID)
		c.actors[a.ID] = a
		c.made("actor "+a.ID, a.Made)
		for _, e := range a.Evidence {
			c.evidence("actor "+a.ID, e)
		}
	}
	c.contacts(r)
	c.speech(r)
	c.rest(r)
	return c.faults
}

type checker struct {
	runes   []rune
	article string
	ids     map[string]bool
	actors  map[string]readout.Actor
	faults  []string
}

func (c *checker) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, args...))
}

func (c *checker) id(what, id string) {
	if id == "" || c.ids[id] {
		c.fault("%s %q: the ID is empty or taken", what, id)
	}
	c.ids[id] = true
}

func (c *checker) made(what string, p readout.Provenance) {
	if p.Stage == "" || p.Rule == "" || p.Version != readout.Version {
		c.fault("%s: made by %+v", what, p)
	}
}

func (c *checker) evidence(what string, e readout.Evidence) {
	switch {
	case e.Article != c.article:
		c.fault("%s: evidence of article %q", what, e.Article)
	case e.Start < 0 || e.End <= e.Start || e.End > len(c.runes):
		c.fault("%s: evidence at %d to %d of %d", what, e.Start, e.End, len(c.runes))
	case string(c.runes[e.Start:e.End]) != e.Exact:
		c.fault("%s: evidence %q, but the text has %q there", what, e.Exact, string(c.runes[e.Start:e.End]))
	}
}

func (c *checker) entry(k readout.Kind, e readout.Entry) {
	what := string(k) + " " + e.ID
	c.id(what, e.ID)
	c.made(what, e.Made)
	if len(e.Evidence) == 0 {
		c.fault("%s: no evidence", what)
	}
	for _, ev := range e.Evidence {
		c.evidence(what, ev)
	}
}

// refs checks that each actor an entry refers to is listed. A state that the article names by its people or cities alone is not
// listed: its code says all there is to say.
func (c *checker) refs(what string, refs ...readout.ActorRef) {
	for _, ref := range refs {
		if a, ok := c.actors[ref.ID]; ok && a.Ref() != ref || !ok && !isState(ref) {
			c.fault("%s refers to %+v, who is not listed so", what, ref)
		}
	}
}

func isState(a readout.ActorRef) bool { return len(a.ID) == 3 && a.ID == a.Country && a.Name != "" }

func (c *checker) contacts(r readout.Record) {
	for _, m := range r.Meetings {
		c.entry(readout.KindMeeting, m.Entry)
		c.refs("meeting "+m.ID, m.Participants...)
		if len(m.Participants) < 2 || m.Status == "" || m.Minutes < 0 {
			c.fault("meeting %s: %d participants, status %q, %d minutes", m.ID, len(m.Participants), m.Status, m.Minutes)
		}
	}
	for _, v := range r.Visits {
		c.entry(readout.KindVisit, v.Entry)
		c.refs("visit "+v.ID, v.Visitor, v.Host)
		if !isState(v.Host) || v.Status == "" || v.Visitor == v.Host {
			c.fault("visit %s of %s: host %s, status %q", v.ID, v.Visitor.ID, v.Host.ID, v.Status)
		}
	}
}

func (c *checker) speech(r readout.Record) {
	statements := map[string]bool{}
	for _, s := range r.Statements {
		c.entry(readout.KindStatement, s.Entry)
		statements[s.ID] = true
		c.refs("statement "+s.ID, append([]readout.ActorRef{s.Speaker}, s.With...)...)
		if s.Via != nil {
			c.refs("statement "+s.ID, *s.Via)
		}
		if s.Cue != nil {
			c.evidence("the cue of statement "+s.ID, *s.Cue)
		}
		if s.Form != readout.Direct && s.Form != readout.Mixed && s.Form != readout.Indirect {
			c.fault("statement %s: form %q", s.ID, s.Form)
		}
	}
	for _, a := range r.Assessments {
		c.entry(readout.KindAssessment, a.Entry)
		c.refs("assessment "+a.ID, a.Speaker)
		if !statements[a.Statement] {
			c.fault("assessment %s: no statement %q", a.ID, a.Statement)
		}
	}
}

func (c *checker) rest(r readout.Record) {
	for _, a := range r.Agreements {
		c.entry(readout.KindAgreement, a.Entry)
		c.refs("agreement "+a.ID, a.Parties...)
		if a.ClaimedBy != nil {
			c.refs("agreement "+a.ID, *a.ClaimedBy)
		}
		if len(a.Parties) == 0 || a.Status == "" || a.What == "" {
			c.fault("agreement %s: %d parties, status %q, what %q", a.ID, len(a.Parties), a.Status, a.What)
		}
	}
	for _, p := range r.Positions {
		c.entry(readout.KindPosition, p.Entry)
		c.refs("position "+p.ID, p.Holder)
	}
	for _, i := range r.Incidents {
		c.entry(readout.KindIncident, i.Entry)
		c.refs("incident "+i.ID, i.Parties...)
	}
	for _, e := range r.Expectations {
		c.entry(readout.KindExpectation, e.Entry)
		if e.Holder != nil {
			c.refs("expectation "+e.ID, *e.Holder)
		}
	}
	for _, e := range r.Events {
		c.entry(readout.KindEvent, e.Entry)
		c.refs("event "+e.ID, append(append([]readout.ActorRef{}, e.Source...), e.Target...)...)
		if e.Type == "" || len(e.Source) == 0 || e.Factuality == "" {
			c.fault("event %s: type %q, %d sources, factuality %q", e.ID, e.Type, len(e.Source), e.Factuality)
		}
	}
}

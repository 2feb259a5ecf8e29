package score

import (
	"github.com/readout/readout"
)

// Of writes a record in the schema of gold, so that it can be scored by this and by other tools. The name is that
// of the article's folder.
func Of(name string, r readout.Record) Gold {
	g := Gold{
		Schema: Schema, Article: name, Published: r.Article.Published.String(), Publisher: r.Article.Publisher, Title: r.Article.Title,
		Actors: []Actor{}, Meetings: []Meeting{}, Visits: []Visit{}, Statements: []Statement{}, Agreements: []Agreement{},
		Positions: []Position{}, Incidents: []Incident{}, Expectations: []Expectation{}, Events: []Event{},
	}
	kinds := map[string]readout.ActorKind{}
	for _, a := range r.Actors {
		kinds[a.ID] = a.Kind
		if len(a.Evidence) == 0 {
			continue // a state whose people alone are named: gold lists what is named
		}
		g.Actors = append(g.Actors, Actor{Name: a.Name, Country: optional(a.Country), Kind: string(a.Kind), Office: optional(a.Office)})
	}
	c := codes(kinds)
	for _, m := range r.Meetings {
		g.Meetings = append(g.Meetings, Meeting{
			Participants: names(m.Participants), Status: string(m.Status), Date: m.Date.String(), Place: placeName(m.Place), Minutes: m.Minutes, Evidence: m.Evidence[0].Exact,
		})
	}
	for _, v := range r.Visits {
		g.Visits = append(g.Visits, Visit{
			Visitor: v.Visitor.Name, Host: c.code(v.Host), Status: string(v.Status), Date: v.Date.String(), Place: placeName(v.Place), Evidence: v.Evidence[0].Exact,
		})
	}
	for _, s := range r.Statements {
		g.Statements = append(g.Statements, Statement{
			Speaker: s.Speaker.Name, With: names(s.With), Form: string(s.Form), Via: refName(s.Via), Audience: s.Audience, Date: s.Date.String(), Evidence: s.Evidence[0].Exact,
		})
	}
	for _, a := range r.Agreements {
		by := ""
		if a.ClaimedBy != nil {
			by = c.code(*a.ClaimedBy)
		}
		g.Agreements = append(g.Agreements, Agreement{
			Parties: c.list(a.Parties), Status: a.Status, Issue: a.Issue, ClaimedBy: by, Date: a.Date.String(), Evidence: a.Evidence[0].Exact,
		})
	}
	for _, p := range r.Positions {
		g.Positions = append(g.Positions, Position{Holder: c.code(p.Holder), Issue: p.Issue, RedLine: p.RedLine, Date: p.Date.String(), Evidence: p.Evidence[0].Exact})
	}
	for _, i := range r.Incidents {
		g.Incidents = append(g.Incidents, Incident{Issue: i.Issue, Parties: c.list(i.Parties), Date: i.Date.String(), Consequence: i.Consequence, Evidence: i.Evidence[0].Exact})
	}
	for _, e := range r.Expectations {
		g.Expectations = append(g.Expectations, Expectation{What: e.What, By: e.By.String(), Holder: refName(e.Holder), Evidence: e.Evidence[0].Exact})
	}
	for _, e := range r.Events {
		g.Events = append(g.Events, Event{
			Type: e.Type, Source: c.list(e.Source), Target: c.list(e.Target), Factuality: e.Factuality, Date: e.Date.String(), Evidence: e.Evidence[0].Exact,
		})
	}
	return g
}

// codes tells states, which gold calls by their code, from others, which it calls by name.
type codes map[string]readout.ActorKind

func (c codes) code(a readout.ActorRef) string {
	if c[a.ID] == readout.State {
		return a.Country
	}
	return a.Name
}

func (c codes) list(refs []readout.ActorRef) []string {
	out := make([]string, 0, len(refs))
	for _, a := range refs {
		out = append(out, c.code(a))
	}
	return out
}

func names(refs []readout.ActorRef) []string {
	var out []string
	for _, a := range refs {
		out = append(out, a.Name)
	}
	return out
}

func refName(a *readout.ActorRef) string {
	if a == nil {
		return ""
	}
	return a.Name
}

func placeName(p *readout.Place) string {
	if p == nil {
		return ""
	}
	return p.Name
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

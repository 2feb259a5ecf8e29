package storetest

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/readout/readout"
)

// Sample returns a record with entries of every kind, another one for each n.
// Its people and meetings are made up. Every fifth article has no date.
func Sample(n int) readout.Record {
	b := newBuilder(n)
	a, c := b.states[n%len(b.states)], b.states[(n+1)%len(b.states)]
	minister := readout.Actor{
		ID: "person:" + strings.ToLower(a.ID) + "-minister", Name: "Minister of " + a.Name, Kind: readout.Person,
		Country: a.ID, Office: "foreign minister",
	}
	envoy := readout.Actor{
		ID: "person:" + strings.ToLower(c.ID) + "-envoy", Name: "Envoy of " + c.Name, Kind: readout.Person, Country: c.ID,
	}
	b.actors(a, c, minister, envoy)
	b.meeting(minister, envoy)
	b.speech(minister, envoy)
	b.rest(a, c)
	return b.record
}

// builder puts a record together around one text.
type builder struct {
	n      int
	states []readout.Actor
	made   readout.Provenance
	record readout.Record
}

func newBuilder(n int) *builder {
	b := &builder{n: n, made: readout.Provenance{Stage: "ledger", Rule: "sample", Version: "1", Score: 0.75}}
	for _, s := range []struct{ code, name string }{
		{"NOR", "Norway"}, {"CHL", "Chile"}, {"KEN", "Kenya"}, {"CIV", "Côte d’Ivoire"}, {"JPN", "Japan"},
	} {
		b.states = append(b.states, readout.Actor{ID: s.code, Name: s.name, Kind: readout.State, Country: s.code})
	}
	paragraphs := []string{
		fmt.Sprintf("Envoys meet for round %d", n),
		"They spoke of fishing, and of little else.",
		"The minister received the envoy in Geneva for forty minutes on the sidelines of a summit.",
		fmt.Sprintf("“We shall follow through on quota %d,” the minister told reporters; the café <was> full & warm.", n),
		"A visit is planned. Both sides agreed to open two ports, and the envoy accused trawlers of poaching.",
	}
	kinds := []readout.ParagraphKind{readout.Title, readout.Standfirst, readout.Body, readout.Body, readout.Body}
	article := readout.Article{
		Name: fmt.Sprintf("sample-%d.txt", n), Title: paragraphs[0], Publisher: "Harbour Post", Language: "en",
		URL: fmt.Sprintf("https://news.example/%d", n), Text: strings.Join(paragraphs, "\n\n"),
	}
	if n%5 != 4 {
		article.Published = day(n)
	}
	start, number := 0, 0
	for i, p := range paragraphs {
		end := start + utf8.RuneCountInString(p)
		if kinds[i] == readout.Body {
			number++
			article.Paragraphs = append(article.Paragraphs, readout.Paragraph{Kind: kinds[i], Number: number, Start: start, End: end})
		} else {
			article.Paragraphs = append(article.Paragraphs, readout.Paragraph{Kind: kinds[i], Start: start, End: end})
		}
		start = end + 2
	}
	article.ID = readout.ArticleID(article.Text)
	b.record = readout.Record{
		Schema: readout.SchemaRecord, Article: article,
		Coder: readout.Coder{Version: "1", Models: []string{"tag@0"}, Lexicons: []string{}},
	}
	return b
}

// day gives each sample a day of its own, but that three in a row share one.
func day(n int) readout.Date {
	return readout.DayOf(time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n/3))
}

// evidence finds words in the text.
func (b *builder) evidence(words string) readout.Evidence {
	before, _, found := strings.Cut(b.record.Article.Text, words)
	if !found {
		panic(fmt.Sprintf("sample %d does not say %q", b.n, words))
	}
	start := utf8.RuneCountInString(before)
	return readout.Evidence{
		Article: b.record.Article.ID, Start: start, End: start + utf8.RuneCountInString(words), Exact: words,
	}
}

func (b *builder) entry(kind readout.Kind, words string) readout.Entry {
	e := b.evidence(words)
	return readout.Entry{ID: readout.EntryID(kind, e, ""), Evidence: []readout.Evidence{e}, Made: b.made}
}

func (b *builder) actors(actors ...readout.Actor) {
	for i, a := range actors {
		a.Evidence = []readout.Evidence{b.evidence([]string{"minister", "envoy"}[i%2])}
		a.Made = b.made
		b.record.Actors = append(b.record.Actors, a)
	}
}

func (b *builder) meeting(minister, envoy readout.Actor) {
	b.record.Meetings = []readout.Meeting{{
		Entry:        b.entry(readout.KindMeeting, "The minister received the envoy"),
		Participants: []readout.ActorRef{minister.Ref(), envoy.Ref()}, Status: readout.Held, Date: b.record.Article.Published,
		Place:   &readout.Place{Name: "Geneva", Country: "CHE", Lat: 46.2, Lon: 6.15},
		Minutes: 40, Length: "forty minutes", Occasion: "summit",
	}}
	b.record.Visits = []readout.Visit{{
		Entry:   b.entry(readout.KindVisit, "A visit is planned"),
		Visitor: minister.Ref(), Host: readout.ActorRef{ID: envoy.Country, Name: b.stateName(envoy.Country), Country: envoy.Country},
		Status: readout.Planned, Date: readout.YearOf(2031),
	}}
}

func (b *builder) stateName(code string) string {
	for _, s := range b.states {
		if s.ID == code {
			return s.Name
		}
	}
	return ""
}

func (b *builder) speech(minister, envoy readout.Actor) {
	cue, relayed := b.evidence("told"), envoy.Ref()
	said := readout.Statement{
		Entry:   b.entry(readout.KindStatement, fmt.Sprintf("We shall follow through on quota %d,", b.n)),
		Speaker: minister.Ref(), Form: readout.Direct, Cue: &cue, Audience: "reporters",
	}
	accused := readout.Statement{
		Entry:   b.entry(readout.KindStatement, "accused trawlers of poaching"),
		Speaker: envoy.Ref(), Form: readout.Indirect, Via: &relayed, Audience: minister.Name,
		With: []readout.ActorRef{{ID: "organisation:harbour-union", Name: "Harbour Union"}},
	}
	b.record.Statements = []readout.Statement{said, accused}
	b.record.Assessments = []readout.Assessment{{
		Entry: b.entry(readout.KindAssessment, "They spoke of fishing"), Speaker: envoy.Ref(), Statement: accused.ID,
	}}
}

func (b *builder) rest(a, c readout.Actor) {
	sides := []readout.ActorRef{a.Ref(), c.Ref()}
	claims := a.Ref()
	b.record.Agreements = []readout.Agreement{{
		Entry: b.entry(readout.KindAgreement, "agreed to open two ports"), Parties: sides,
		Status: "agreed", What: "open two ports", ClaimedBy: &claims,
	}}
	b.record.Agreements[0].Topics = []string{"Trade", "Ports"}
	b.record.Positions = []readout.Position{{
		Entry: b.entry(readout.KindPosition, "follow through"), Holder: a.Ref(), Issue: "quota", RedLine: b.n%2 == 0,
	}}
	b.record.Incidents = []readout.Incident{{
		Entry: b.entry(readout.KindIncident, "trawlers"), Parties: sides, Issue: "poaching",
	}}
	b.record.Expectations = []readout.Expectation{{
		Entry: b.entry(readout.KindExpectation, "planned"), What: "a visit", By: readout.Between(readout.YearOf(2030), readout.YearOf(2031)),
	}}
	b.record.Events = []readout.Event{{
		Entry: b.entry(readout.KindEvent, "received"), Type: "CONSULT", Source: sides, Factuality: "happened",
		Date: readout.MonthOf(day(b.n).First()),
	}}
}

// samples returns the samples from 0 to n, n excluded.
func samples(n int) []readout.Record {
	var out []readout.Record
	for i := range n {
		out = append(out, Sample(i))
	}
	return out
}

package web_test

import (
	"context"
	"fmt"
	"iter"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/store"
)

// memory is a ledger that holds its records in memory.
type memory struct {
	records []readout.Record
	closed  bool
}

func (m *memory) check() error {
	if m.closed {
		return fmt.Errorf("open /var/lib/secret/ledger.db: %w", os.ErrClosed)
	}
	return nil
}

func (m *memory) Articles(context.Context) ([]store.Summary, error) {
	var out []store.Summary
	for _, r := range m.records {
		out = append(out, store.Summary{Source: store.SourceOf(r.Article), Entries: map[readout.Kind]int{
			readout.KindActor: len(r.Actors), readout.KindMeeting: len(r.Meetings), readout.KindVisit: len(r.Visits),
			readout.KindStatement: len(r.Statements), readout.KindAgreement: len(r.Agreements),
			readout.KindPosition: len(r.Positions), readout.KindIncident: len(r.Incidents),
			readout.KindExpectation: len(r.Expectations), readout.KindAssessment: len(r.Assessments),
			readout.KindEvent: len(r.Events),
		}})
	}
	return out, m.check()
}

func (m *memory) Record(_ context.Context, id string) (readout.Record, error) {
	if err := m.check(); err != nil {
		return readout.Record{}, err
	}
	i := slices.IndexFunc(m.records, func(r readout.Record) bool { return r.Article.ID == id })
	if i < 0 {
		return readout.Record{}, fmt.Errorf("read article %q: %w", id, store.ErrNotFound)
	}
	return m.records[i], nil
}

func (m *memory) Records(context.Context) iter.Seq2[readout.Record, error] {
	return func(yield func(readout.Record, error) bool) {
		if err := m.check(); err != nil {
			yield(readout.Record{}, err)
			return
		}
		for _, r := range m.records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// articleOf is an article of paragraphs: the first is the title, the second the standfirst.
func articleOf(paragraphs ...string) readout.Article {
	text := strings.Join(paragraphs, "\n\n")
	a := readout.Article{ID: readout.ArticleID(text), Title: paragraphs[0], Language: "en", Text: text}
	at := 0
	for i, p := range paragraphs {
		end := at + utf8.RuneCountInString(p)
		kind := readout.Paragraph{Kind: readout.Body, Number: i - 1, Start: at, End: end}
		switch i {
		case 0:
			kind.Kind, kind.Number = readout.Title, 0
		case 1:
			kind.Kind, kind.Number = readout.Standfirst, 0
		}
		a.Paragraphs = append(a.Paragraphs, kind)
		at = end + 2
	}
	return a
}

// evidenceOf points at the first place where an article has the words.
func evidenceOf(a readout.Article, words string) readout.Evidence {
	before, _, ok := strings.Cut(a.Text, words)
	if !ok {
		panic(fmt.Sprintf("the article does not say %q", words))
	}
	start := utf8.RuneCountInString(before)
	return readout.Evidence{Article: a.ID, Start: start, End: start + utf8.RuneCountInString(words), Exact: words}
}

// entryOf is an entry read from the words.
func entryOf(k readout.Kind, a readout.Article, words string, more ...string) readout.Entry {
	e := readout.Entry{Made: readout.Provenance{Stage: "ledger", Rule: string(k) + "-rule", Version: "0.1.0"}}
	for _, w := range append([]string{words}, more...) {
		e.Evidence = append(e.Evidence, evidenceOf(a, w))
	}
	e.ID = readout.EntryID(k, e.Evidence[0], words)
	return e
}

func dateOf(s string) readout.Date {
	d, err := readout.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// The actors of the sample. Persons and bodies are made up.
var (
	norway  = readout.ActorRef{ID: "NOR", Name: "Norway", Country: "NOR"}
	finland = readout.ActorRef{ID: "FIN", Name: "Finland", Country: "FIN"}
	berg    = readout.ActorRef{ID: "person:astrid-berg", Name: "Astrid Berg", Country: "NOR"}
	salmi   = readout.ActorRef{ID: "person:eero-salmi", Name: "Eero Salmi", Country: "FIN"}
	agency  = readout.ActorRef{ID: "organisation:norsk-telegraf", Name: "Norsk Telegraf", Country: "NOR"}
	scholar = readout.ActorRef{ID: "person:mira-holt", Name: "Mira Holt", Country: "SWE"}
)

// sample is a report with every kind of entry, nested and overlapping words among them.
func sample() readout.Record {
	a := articleOf(
		"Ministers settle fishing dispute in Tromsø",
		"Berg and Salmi ‘close to a deal’, both sides say.",
		"Norway’s Foreign Minister Astrid Berg met her Finnish colleague Eero Salmi in Tromsø on Tuesday for about two hours.",
		"“We have agreed to share the salmon quota, and we will meet again in Helsinki,” Berg said, according to Norsk Telegraf.",
		"Salmi said the talks were “frank” and that Finland would not accept new fences on the river. He had put off a visit in March after a Norwegian patrol seized two boats.",
		"Mira Holt of the Nordic Water Institute said the worst was over.",
	)
	a.Publisher, a.Published, a.Name = "The Northern Post", dateOf("2024-05-15"), "talks.txt"
	a.URL = "https://news.example/talks"
	r := readout.Record{Schema: readout.SchemaRecord, Article: a, Coder: readout.Coder{Version: "0.1.0", Models: []string{"tagger@00aa11"}}}
	addActors(&r)
	addContacts(&r)
	addClaims(&r)
	return r
}

func addActors(r *readout.Record) {
	actor := func(ref readout.ActorRef, k readout.ActorKind, office, words string) {
		r.Actors = append(r.Actors, readout.Actor{ID: ref.ID, Name: ref.Name, Kind: k, Country: ref.Country, Office: office,
			Evidence: []readout.Evidence{evidenceOf(r.Article, words)}, Made: readout.Provenance{Stage: "actor", Rule: "name"}})
	}
	actor(norway, readout.State, "", "Norway")
	actor(finland, readout.State, "", "Finland")
	actor(berg, readout.Person, "Foreign Minister", "Astrid Berg")
	actor(salmi, readout.Person, "Foreign Minister", "Eero Salmi")
	actor(agency, readout.Organisation, "", "Norsk Telegraf")
	actor(scholar, readout.Person, "Nordic Water Institute", "Mira Holt")
}

func addContacts(r *readout.Record) {
	a := r.Article
	r.Meetings = []readout.Meeting{
		{Entry: entryOf(readout.KindMeeting, a, "Astrid Berg met her Finnish colleague Eero Salmi in Tromsø on Tuesday", "for about two hours"),
			Participants: []readout.ActorRef{berg, salmi}, Status: readout.Held, Date: dateOf("2024-05-14"),
			Place: &readout.Place{Name: "Tromsø", Country: "NOR"}, Minutes: 120, Length: "about two hours"},
		{Entry: entryOf(readout.KindMeeting, a, "we will meet again in Helsinki"), Participants: []readout.ActorRef{berg, salmi},
			Status: readout.Planned, Place: &readout.Place{Name: "Helsinki", Country: "FIN"}},
	}
	r.Visits = []readout.Visit{{Entry: entryOf(readout.KindVisit, a, "He had put off a visit in March"),
		Visitor: salmi, Host: norway, Status: readout.Postponed, Date: dateOf("2024-03")}}
	r.Incidents = []readout.Incident{{Entry: entryOf(readout.KindIncident, a, "a visit in March after a Norwegian patrol seized two boats"),
		Parties: []readout.ActorRef{norway, finland}, Issue: "seized boats", Consequence: "visit postponed", Date: dateOf("2024-03")}}
	r.Events = []readout.Event{{Entry: entryOf(readout.KindEvent, a, "met her Finnish colleague"), Type: "CONSULT",
		Source: []readout.ActorRef{norway}, Target: []readout.ActorRef{finland}, Factuality: "happened"}}
}

func addClaims(r *readout.Record) {
	a := r.Article
	outside := readout.Statement{Entry: entryOf(readout.KindStatement, a, "the worst was over"), Speaker: scholar, Form: readout.Indirect}
	r.Statements = []readout.Statement{
		{Entry: entryOf(readout.KindStatement, a, "“We have agreed to share the salmon quota, and we will meet again in Helsinki,”"),
			Speaker: berg, Form: readout.Direct, Via: &agency},
		{Entry: entryOf(readout.KindStatement, a, "the talks were “frank”"), Speaker: salmi, Form: readout.Mixed, Audience: "reporters"},
		outside,
	}
	r.Agreements = []readout.Agreement{{Entry: entryOf(readout.KindAgreement, a, "agreed to share the salmon quota"),
		Parties: []readout.ActorRef{norway, finland}, Status: "agreed", Issue: "fishing", What: "share the salmon quota", ClaimedBy: &berg}}
	r.Positions = []readout.Position{{Entry: entryOf(readout.KindPosition, a, "Finland would not accept new fences on the river"),
		Holder: finland, Issue: "fences", RedLine: true}}
	r.Expectations = []readout.Expectation{{Entry: entryOf(readout.KindExpectation, a, "and we will meet again in Helsinki"),
		What: "meeting in Helsinki", Holder: &berg}}
	r.Assessments = []readout.Assessment{{Entry: entryOf(readout.KindAssessment, a, "the worst was over"),
		Speaker: scholar, Affiliation: "Nordic Water Institute", Statement: outside.ID}}
}

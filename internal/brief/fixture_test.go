package brief

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
)

// fixture builds a record over a text, finding evidence by its words.
type fixture struct {
	t      *testing.T
	record readout.Record
}

// newFixture lays out a file of testdata: the title, then paragraphs; a second paragraph before a longer third is a
// standfirst where asked for, and a last one that begins with "Reporting" is a credit.
func newFixture(t *testing.T, file, publisher, published string, standfirst bool) *fixture {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	a := readout.Article{Name: file, Publisher: publisher, Published: day(published), Language: "en"}
	a.Text = strings.TrimSpace(string(raw))
	a.ID = readout.ArticleID(a.Text)
	at, number := 0, 0
	for i, block := range strings.Split(a.Text, "\n\n") {
		p := readout.Paragraph{Kind: readout.Body, Start: at, End: at + utf8.RuneCountInString(block)}
		switch {
		case i == 0:
			p.Kind, a.Title = readout.Title, block
		case i == 1 && standfirst:
			p.Kind = readout.Standfirst
		case strings.HasPrefix(block, "Reporting"):
			p.Kind = readout.Credit
		default:
			number++
			p.Number = number
		}
		a.Paragraphs = append(a.Paragraphs, p)
		at = p.End + 2
	}
	return &fixture{t, readout.Record{Schema: readout.SchemaRecord, Article: a, Coder: readout.Coder{Version: readout.Version}}}
}

// evidence points at words of the text.
func (f *fixture) evidence(words string) readout.Evidence {
	f.t.Helper()
	before, _, ok := strings.Cut(f.record.Article.Text, words)
	if !ok {
		f.t.Fatalf("no words %q in %s", words, f.record.Article.Name)
	}
	start := utf8.RuneCountInString(before)
	return readout.Evidence{Article: f.record.Article.ID, Start: start, End: start + utf8.RuneCountInString(words), Exact: words}
}

// entry is an entry read from the words.
func (f *fixture) entry(k readout.Kind, words string) readout.Entry {
	f.t.Helper()
	e := f.evidence(words)
	return readout.Entry{
		ID: readout.EntryID(k, e, ""), Evidence: []readout.Evidence{e},
		Made: readout.Provenance{Stage: "ledger", Rule: "test", Version: readout.Version},
	}
}

// actor enters an actor with the words that mention it.
func (f *fixture) actor(a readout.Actor, mentions ...string) readout.ActorRef {
	f.t.Helper()
	for _, m := range mentions {
		a.Evidence = append(a.Evidence, f.evidence(m))
	}
	f.record.Actors = append(f.record.Actors, a)
	return a.Ref()
}

func (f *fixture) say(speaker readout.ActorRef, form readout.Form, words string, more ...func(*readout.Statement)) readout.Statement {
	f.t.Helper()
	s := readout.Statement{Entry: f.entry(readout.KindStatement, words), Speaker: speaker, Form: form}
	for _, m := range more {
		m(&s)
	}
	f.record.Statements = append(f.record.Statements, s)
	return s
}

func to(audience string) func(*readout.Statement) {
	return func(s *readout.Statement) { s.Audience = audience }
}

func via(r readout.ActorRef) func(*readout.Statement) {
	return func(s *readout.Statement) { s.Via = &r }
}

func day(s string) readout.Date {
	d, err := readout.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

var (
	wibowo    = readout.Actor{ID: "person:sari-wibowo", Name: "Sari Wibowo", Kind: readout.Person, Country: "IDN", Office: "President", Class: "head_of_state"}
	hartono   = readout.Actor{ID: "person:bagus-hartono", Name: "Bagus Hartono", Kind: readout.Person, Country: "IDN", Office: "Foreign Minister"}
	nordvik   = readout.Actor{ID: "person:kari-nordvik", Name: "Kari Nordvik", Kind: readout.Person, Country: "NOR", Office: "Foreign Minister"}
	lie       = readout.Actor{ID: "person:jonas-lie", Name: "Jonas Lie", Kind: readout.Person, Country: "NOR", Office: "Prime Minister"}
	lindqvist = readout.Actor{ID: "person:mei-lindqvist", Name: "Mei Lindqvist", Kind: readout.Person, Office: "senior fellow, Archipelago Institute", Class: "academic"}
	ministry  = readout.Actor{ID: "organisation:norwegian-foreign-ministry", Name: "Norwegian Foreign Ministry", Kind: readout.Organisation, Country: "NOR"}
	antara    = readout.Actor{ID: "organisation:antara", Name: "Antara", Kind: readout.Organisation, Country: "IDN"}
	indonesia = readout.Actor{ID: "IDN", Name: "Indonesia", Kind: readout.State, Country: "IDN"}
	norway    = readout.Actor{ID: "NOR", Name: "Norway", Kind: readout.State, Country: "NOR"}
	jakarta   = &readout.Place{Name: "Jakarta", Country: "IDN"}
)

// report is a newspaper's report with entries of every kind.
func report(t *testing.T) readout.Record {
	f := newFixture(t, "oslo.txt", "The Strait Gazette", "2024-05-14", true)
	president, minister := f.actor(wibowo, "President Sari Wibowo", "Wibowo"), f.actor(nordvik, "Norwegian Foreign Minister Kari Nordvik", "Nordvik")
	host, premier := f.actor(hartono, "Bagus Hartono", "Hartono"), f.actor(lie, "Jonas Lie", "Lie")
	fellow, oslo := f.actor(lindqvist, "Mei Lindqvist"), f.actor(ministry, "the Norwegian Foreign Ministry")
	agency := f.actor(antara, "Antara")
	idn, nor := f.actor(indonesia, "Indonesia"), f.actor(norway, "Norway")
	r := &f.record

	meet := func(words string, m readout.Meeting, who ...readout.ActorRef) {
		m.Entry, m.Participants = f.entry(readout.KindMeeting, words), who
		r.Meetings = append(r.Meetings, m)
	}
	meet("received Norwegian Foreign Minister Kari Nordvik at the palace for about 40 minutes",
		readout.Meeting{Status: readout.Held, Date: day("2024-05-14"), Place: jakarta, Minutes: 40, Length: "about 40 minutes"}, president, minister)
	meet("Nordvik had held talks of more than five and a half hours",
		readout.Meeting{Status: readout.Held, Date: day("2024-05-13"), Minutes: 330, Length: "more than five and a half hours"}, minister, host)
	meet("Wibowo last met Norway’s prime minister, Jonas Lie, in Belém",
		readout.Meeting{Status: readout.Held, Date: day("2023-11"), Place: &readout.Place{Name: "Belém", Country: "BRA"}, Occasion: "climate conference"}, president, premier)
	meet("there are hopes for a meeting of Wibowo and Lie this year", readout.Meeting{Status: readout.Hoped, Date: day("2024")}, president, premier)

	visit := func(words string, v readout.Visit) {
		v.Entry = f.entry(readout.KindVisit, words)
		r.Visits = append(r.Visits, v)
	}
	visit("the last stop of a two-day visit to Jakarta", readout.Visit{Visitor: minister, Host: idn, Status: readout.Held, Date: day("2024-05-13/2024-05-14"), Place: jakarta})
	visit("Nordvik was to come in February but put off the visit", readout.Visit{Visitor: minister, Host: idn, Status: readout.Postponed, Date: day("2024-02")})
	visit("Hartono may travel to Oslo in the autumn", readout.Visit{Visitor: host, Host: nor, Status: readout.Possible, Place: &readout.Place{Name: "Oslo", Country: "NOR"}})

	f.say(president, readout.Direct, "“The forests are ours, and so is the duty to keep them,”", to("reporters"))
	f.say(president, readout.Direct, "“We asked for partners, not for teachers.”", to("reporters"))
	f.say(president, readout.Mixed, "Oslo had “listened for the first time”", via(agency))
	f.say(president, readout.Indirect, "payments would begin before the dry season", via(agency))
	f.say(minister, readout.Mixed, "called the outcome “a fair bargain”")
	f.say(minister, readout.Direct, "“We do not pay for promises,”")
	f.say(oslo, readout.Indirect, "Norway would publish its measurements every quarter")
	f.say(idn, readout.Indirect, "its northern waters are closed to foreign trawlers and that this is not open to negotiation")
	judged := f.say(fellow, readout.Direct, "“Nobody has lost face, and that is rare,”")
	r.Assessments = append(r.Assessments, readout.Assessment{
		Entry: f.entry(readout.KindAssessment, "Nobody has lost face"), Speaker: fellow, Affiliation: "Archipelago Institute", Statement: judged.ID,
	})

	r.Agreements = append(r.Agreements,
		readout.Agreement{
			Entry: f.entry(readout.KindAgreement, "Indonesia and Norway agreed on Tuesday to revive a fund"), Parties: []readout.ActorRef{idn, nor},
			Status: "agreed", Issue: "forests", What: "to revive a fund that pays for forests left standing", Date: day("2024-05-14"),
		},
		readout.Agreement{
			Entry: f.entry(readout.KindAgreement, "would publish its measurements"), Parties: []readout.ActorRef{nor},
			Status: "pledged", Issue: "forests", What: "publish its measurements every quarter", ClaimedBy: &oslo,
		})
	r.Positions = append(r.Positions,
		readout.Position{Entry: f.entry(readout.KindPosition, "its northern waters are closed to foreign trawlers"), Holder: idn, Issue: "fisheries", RedLine: true},
		readout.Position{Entry: f.entry(readout.KindPosition, "We do not pay for promises"), Holder: nor, Issue: "forests"},
		readout.Position{Entry: f.entry(readout.KindPosition, "wants the boarding of the trawler Havørn in March settled by a tribunal"), Holder: nor, Issue: "fisheries"})
	r.Incidents = append(r.Incidents, readout.Incident{
		Entry: f.entry(readout.KindIncident, "the boarding of the trawler Havørn in March"), Parties: []readout.ActorRef{idn, nor},
		Issue: "trawler boarded", Consequence: "Nordvik put off her visit", Date: day("2024-03"),
	})
	r.Expectations = append(r.Expectations,
		readout.Expectation{Entry: f.entry(readout.KindExpectation, "there are hopes for a meeting of Wibowo and Lie"), What: "a meeting of Wibowo and Lie", By: day("2024")},
		readout.Expectation{Entry: f.entry(readout.KindExpectation, "She expected the first payment to be late"), What: "the first payment to be late", Holder: &fellow})
	r.Events = append(r.Events, readout.Event{
		Entry: f.entry(readout.KindEvent, "agreed on Tuesday"), Type: "AGREE", Source: []readout.ActorRef{idn}, Target: []readout.ActorRef{nor}, Factuality: "happened",
	})
	return *r
}

// official is a ministry's readout of some of the same meetings.
func official(t *testing.T) readout.Record {
	f := newFixture(t, "readout.txt", "Norwegian Foreign Ministry", "2024-05-15", false)
	president, minister := f.actor(wibowo, "Sari Wibowo"), f.actor(nordvik, "Kari Nordvik", "Nordvik")
	host := hartono.Ref()
	idn, nor := f.actor(indonesia, "Indonesia"), f.actor(norway, "Norway")
	r := &f.record
	r.Meetings = []readout.Meeting{
		{
			Entry: f.entry(readout.KindMeeting, "met President Sari Wibowo in Jakarta"), Participants: []readout.ActorRef{minister, president},
			Status: readout.Held, Date: day("2024-05-14"), Place: jakarta, Minutes: 50, Length: "50 minutes",
		},
		{
			Entry: f.entry(readout.KindMeeting, "had met the day before"), Participants: []readout.ActorRef{minister, host},
			Status: readout.Held, Date: day("2024-05"), Place: jakarta,
		},
	}
	f.say(minister, readout.Direct, "Norway keeps its word when the trees are there")
	r.Agreements = []readout.Agreement{{
		Entry: f.entry(readout.KindAgreement, "agreed to publish the measurements"), Parties: []readout.ActorRef{nor, idn},
		Status: "agreed", What: "to publish the measurements of the fund together", ClaimedBy: &nor,
	}}
	return *r
}

var load = sync.OnceValues(func() (*lexicon.Lexicon, error) { return lexicon.Load() })

// world is the lexicon that the program carries.
func world(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lex, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

package schema

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/readout/readout"
)

func compile(t testing.TB) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Record()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("record.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("record.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t testing.TB, s *jsonschema.Schema, data []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

// full is a record with every field of every type filled in.
func full() readout.Record {
	text := "Talks\n\nShe met him."
	id := readout.ArticleID(text)
	e := readout.Evidence{Article: id, Start: 7, End: 10, Exact: "She"}
	made := readout.Provenance{Stage: "event", Rule: "met", Version: readout.Version, Score: 0.5}
	entry := func(k readout.Kind) readout.Entry {
		return readout.Entry{ID: readout.EntryID(k, e, ""), Evidence: []readout.Evidence{e}, Made: made}
	}
	day, err := readout.ParseDate("2024-05-13/2024-05-14")
	if err != nil {
		panic(err)
	}
	state := readout.ActorRef{ID: "NOR", Name: "Norway", Country: "NOR"}
	person := readout.ActorRef{ID: "person:jo-ås", Name: "Jo Ås", Country: "NOR"}
	body := readout.ActorRef{ID: "organisation:european-union", Name: "European Union"}
	place := &readout.Place{Name: "Oslo", Country: "NOR", Lat: 59.9, Lon: 10.7}
	both := []readout.ActorRef{person, body}
	said := entry(readout.KindStatement)
	return readout.Record{
		Schema: readout.SchemaRecord,
		Article: readout.Article{
			ID: id, Name: "talks.txt", URL: "https://example.org/talks", Publisher: "Example", Published: day, Title: "Talks", Language: "en",
			Text: text, Paragraphs: []readout.Paragraph{{Kind: readout.Title, Start: 0, End: 5}, {Kind: readout.Body, Number: 1, Start: 7, End: 19}},
		},
		Actors: []readout.Actor{{
			ID: person.ID, Name: person.Name, Kind: readout.Person, Country: "NOR", Office: "envoy", Class: "envoy",
			Evidence: []readout.Evidence{e}, Made: made,
		}},
		Meetings: []readout.Meeting{{
			Entry: entry(readout.KindMeeting), Participants: both, Status: readout.Held, Date: day, Place: place, Minutes: 30,
			Length: "half an hour", Occasion: "fair",
		}},
		Visits: []readout.Visit{{Entry: entry(readout.KindVisit), Visitor: person, Host: state, Status: readout.Planned, Date: day, Place: place, First: "first in a year"}},
		Statements: []readout.Statement{{
			Entry: said, Speaker: person, With: both, Form: readout.Direct, Cue: &e, Via: &body, Audience: "reporters", Date: day,
		}},
		Agreements: []readout.Agreement{{
			Entry: entry(readout.KindAgreement), Parties: both, Status: "agreed", Issue: "trade", What: "to trade", ClaimedBy: &state, Date: day,
		}},
		Positions:    []readout.Position{{Entry: entry(readout.KindPosition), Holder: state, Issue: "trade", Stance: readout.RedLine, Strength: 3, RedLine: true, Date: day}},
		Incidents:    []readout.Incident{{Entry: entry(readout.KindIncident), Parties: both, Issue: "raid", Consequence: "no visit", Date: day}},
		Expectations: []readout.Expectation{{Entry: entry(readout.KindExpectation), What: "a visit", By: day, Holder: &state}},
		Assessments:  []readout.Assessment{{Entry: entry(readout.KindAssessment), Speaker: person, Affiliation: "a house", Statement: said.ID}},
		Events:       []readout.Event{{Entry: entry(readout.KindEvent), Type: "CONSULT", Source: both, Target: both, Factuality: "happened", Date: day}},
		Coder:        readout.Coder{Version: readout.Version, Models: []string{"tag.bin@0a1b"}, Lexicons: []string{"states.tsv@0a1b"}},
	}
}

// bare is a record with the fields alone that are never left out.
func bare() readout.Record {
	r := full()
	evidence := r.Meetings[0].Evidence
	entry := func(e readout.Entry) readout.Entry {
		return readout.Entry{ID: e.ID, Evidence: evidence, Made: readout.Provenance{Stage: "s", Rule: "r", Version: "v"}}
	}
	body := []readout.ActorRef{{ID: "organisation:european-union", Name: "European Union"}}
	a := r.Article
	return readout.Record{
		Schema:       readout.SchemaRecord,
		Article:      readout.Article{ID: a.ID, Language: "en", Text: a.Text, Paragraphs: a.Paragraphs},
		Actors:       []readout.Actor{{ID: body[0].ID, Name: body[0].Name, Kind: readout.Organisation, Evidence: []readout.Evidence{}, Made: entry(readout.Entry{}).Made}},
		Meetings:     []readout.Meeting{{Entry: entry(r.Meetings[0].Entry), Participants: body, Status: readout.Hoped}},
		Visits:       []readout.Visit{{Entry: entry(r.Visits[0].Entry), Visitor: body[0], Host: body[0], Status: readout.Hoped, Place: &readout.Place{Name: "Oslo"}}},
		Statements:   []readout.Statement{{Entry: entry(r.Statements[0].Entry), Speaker: body[0], Form: readout.Mixed}},
		Agreements:   []readout.Agreement{{Entry: entry(r.Agreements[0].Entry), Parties: body, Status: "signed", What: "to trade"}},
		Positions:    []readout.Position{{Entry: entry(r.Positions[0].Entry), Holder: body[0], Issue: "trade"}},
		Incidents:    []readout.Incident{{Entry: entry(r.Incidents[0].Entry), Parties: body, Issue: "raid"}},
		Expectations: []readout.Expectation{{Entry: entry(r.Expectations[0].Entry), What: "a visit"}},
		Assessments:  []readout.Assessment{{Entry: entry(r.Assessments[0].Entry), Speaker: body[0], Statement: r.Statements[0].ID}},
		Events:       []readout.Event{{Entry: entry(r.Events[0].Entry), Type: "AID", Source: body, Factuality: "denied"}},
		Coder:        readout.Coder{Version: "v", Models: []string{}, Lexicons: []string{}},
	}
}

// empty is a record of an article in which nothing was found, as the coder writes it.
func empty() readout.Record {
	return readout.Record{
		Schema: readout.SchemaRecord, Article: full().Article, Actors: []readout.Actor{}, Meetings: []readout.Meeting{}, Visits: []readout.Visit{},
		Statements: []readout.Statement{}, Agreements: []readout.Agreement{}, Positions: []readout.Position{}, Incidents: []readout.Incident{},
		Expectations: []readout.Expectation{}, Assessments: []readout.Assessment{}, Events: []readout.Event{}, Coder: full().Coder,
	}
}

func marshal(t testing.TB, r readout.Record) []byte {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestWhatARecordMarshalsToIsAccepted(t *testing.T) {
	s := compile(t)
	for name, r := range map[string]readout.Record{"every field": full(), "no field that may be absent": bare(), "no entries": empty()} {
		t.Run(name, func(t *testing.T) {
			if err := validate(t, s, marshal(t, r)); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestADamagedRecordIsRefused(t *testing.T) {
	s := compile(t)
	tests := []struct {
		name  string
		path  string // keys and indices joined by blanks
		value any    // remove{} takes the field away
	}{
		{"another schema", "schema", "readout-record/2"},
		{"a field that is not named", "colour", "red"},
		{"an entry with a field that is not named", "meetings 0 mood", "warm"},
		{"no article", "article", remove{}},
		{"a list that is null", "visits", nil},
		{"a list that is missing", "events", remove{}},
		{"an article ID in capitals", "article id", "0123456789ABCDEF"},
		{"an entry ID of another kind", "meetings 0 id", "v0123456789ab"},
		{"an entry ID that is too short", "meetings 0 id", "m01234"},
		{"an assessment of something that is no statement", "assessments 0 statement", "m0123456789ab"},
		{"an entry without evidence", "statements 0 evidence", []any{}},
		{"evidence without a position", "statements 0 evidence 0 selector", []any{map[string]any{"type": "TextQuoteSelector", "exact": "She"}}},
		{"evidence with the selectors swapped", "statements 0 evidence 0 selector 0 type", "TextQuoteSelector"},
		{"evidence before the text", "statements 0 evidence 0 selector 0 start", -1},
		{"evidence without words", "statements 0 evidence 0 selector 1 exact", ""},
		{"an entry that nothing made", "visits 0 made", remove{}},
		{"a score over one", "visits 0 made score", 1.5},
		{"a status that is none", "meetings 0 status", "happened"},
		{"a form that is none", "statements 0 form", "quoted"},
		{"a kind of actor that is none", "actors 0 kind", "robot"},
		{"an agreement of an unknown status", "agreements 0 status", "hoped"},
		{"an event of an unknown type", "events 0 type", "DINE"},
		{"an event that was held", "events 0 factuality", "held"},
		{"a country of two letters", "actors 0 country", "NO"},
		{"a country that is empty", "actors 0 country", ""},
		{"an actor ID without its kind", "meetings 0 participants 0 id", "jo-ås"},
		{"a date of a thirteenth month", "meetings 0 date", "2024-13"},
		{"a date with the time", "meetings 0 date", "2024-05-13T10:00:00Z"},
		{"a date in words", "article published", "13 May 2024"},
		{"an interval without its end", "visits 0 date", "2024-05-13/"},
		{"a meeting of nobody", "meetings 0 participants", []any{}},
		{"a meeting of no length", "meetings 0 minutes", 0},
		{"a length in words", "meetings 0 minutes", "thirty"},
		{"a place beyond the pole", "meetings 0 place lat", 91},
		{"a title with a number", "article paragraphs 0 number", 1},
		{"a paragraph of the body without its number", "article paragraphs 1 number", remove{}},
		{"a model without its checksum", "coder models 0", "tag.bin"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var v any
			if err := json.Unmarshal(marshal(t, full()), &v); err != nil {
				t.Fatal(err)
			}
			set(t, v, strings.Fields(tt.path), tt.value)
			damaged, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			if validate(t, s, damaged) == nil {
				t.Errorf("accepted with %s = %v", tt.path, tt.value)
			}
		})
	}
}

type remove struct{}

// set changes the value at a path.
func set(t *testing.T, v any, path []string, value any) {
	t.Helper()
	at, last := v, path[len(path)-1]
	for _, step := range path[:len(path)-1] {
		switch node := at.(type) {
		case map[string]any:
			at = node[step]
		case []any:
			at = node[step[0]-'0']
		default:
			t.Fatalf("no %q in %v", step, path)
		}
	}
	switch node := at.(type) {
	case map[string]any:
		node[last] = value
		if value == (remove{}) {
			delete(node, last)
		}
	case []any:
		node[last[0]-'0'] = value
	default:
		t.Fatalf("no %q in %v", last, path)
	}
}

func TestTheCallerMayChangeTheBytes(t *testing.T) {
	Record()[0] = 'x'
	if Record()[0] != '{' {
		t.Error("the schema was changed")
	}
}

func FuzzWhatTheSchemaAcceptsTheProgramReads(f *testing.F) {
	s := compile(f)
	f.Add(marshal(f, full()))
	f.Add(marshal(f, bare()))
	f.Add([]byte(`{"schema":"readout-record/1"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil || s.Validate(v) != nil {
			return
		}
		var r readout.Record
		if err := json.Unmarshal(data, &r); err != nil && !knowinglyWider(err) {
			t.Errorf("accepted, but not read: %v", err)
		}
	})
}

// knowinglyWider reports whether an error is of what a schema can't say: that a day exists, that an interval or a
// stretch of text does not end before it starts, that a number fits.
func knowinglyWider(err error) bool {
	for _, s := range []string{"no such date", "ends before it starts", "without a valid start and end", "cannot unmarshal number"} {
		if strings.Contains(err.Error(), s) {
			return true
		}
	}
	return false
}

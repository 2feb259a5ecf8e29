package ledger

import (
	"cmp"
	"slices"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// Record makes the entries of a coded document.
func Record(d *text.Doc) readout.Record {
	b := &builder{d: d, used: map[int]bool{}}
	meetings, visits := b.meetings(), b.visits()
	b.fill(meetings, visits)
	r := readout.Record{Schema: readout.SchemaRecord, Article: d.Article}
	r.Meetings = list(meetings, b.meeting)
	r.Visits = list(visits, b.visit)
	r.Statements = list(d.Statements, b.statement)
	r.Agreements = list(b.agreements(), b.agreement)
	r.Positions = b.positions()
	r.Incidents = b.incidents()
	r.Expectations = b.foretold(list(b.expected(meetings, visits), b.expectation))
	r.Assessments = b.assessments(r.Statements)
	r.Events = b.events(meetings, visits)
	r.Actors = b.actors()
	return r
}

func list[In, Out any](in []In, convert func(In) Out) []Out {
	out := make([]Out, 0, len(in))
	for _, v := range in {
		out = append(out, convert(v))
	}
	return out
}

// builder holds what is known while one record is made.
type builder struct {
	d    *text.Doc
	used map[int]bool // actors that entries refer to
}

func (b *builder) ref(a int) readout.ActorRef {
	b.used[a] = true
	return b.d.Actors[a].Ref()
}

func (b *builder) refs(actors []int) []readout.ActorRef { return list(actors, b.ref) }

// entry makes the common part of an entry. The discriminator tells entries apart that share their main words.
func (b *builder) entry(k readout.Kind, spans []text.Span, discriminator, stage, rule string) readout.Entry {
	e := readout.Entry{Made: readout.Provenance{Stage: stage, Rule: rule, Version: readout.Version}}
	for _, s := range spans {
		e.Evidence = append(e.Evidence, b.d.Evidence(s))
	}
	e.ID = readout.EntryID(k, e.Evidence[0], discriminator)
	e.Topics = b.topics(spans...)
	return e
}

// topics names the issues that the words of spans speak of, those of earlier ones first.
func (b *builder) topics(spans ...text.Span) []string {
	if b.d.IssuesIn == nil {
		return nil
	}
	var out []string
	for _, s := range spans {
		for _, topic := range b.d.IssuesIn(text.Words(b.d.Slice(s))) {
			if !slices.Contains(out, topic) {
				out = append(out, topic)
			}
		}
	}
	return out
}

// actors lists the actors with a name, and those without whom an entry refers to, by their first mention.
func (b *builder) actors() []readout.Actor {
	out := []readout.Actor{}
	for i, a := range b.d.Actors {
		if a.Made.Rule == text.Unnamed && !b.used[i] {
			continue
		}
		if a.Evidence == nil {
			a.Evidence = []readout.Evidence{}
		}
		out = append(out, a)
	}
	slices.SortStableFunc(out, func(x, y readout.Actor) int { return cmp.Compare(first(x), first(y)) })
	return out
}

// first is where an actor is first named; those never named come last.
func first(a readout.Actor) int {
	if len(a.Evidence) == 0 {
		return 1 << 30
	}
	return a.Evidence[0].Start
}

func (b *builder) statement(st text.Statement) readout.Statement {
	out := readout.Statement{
		Entry:   b.entry(readout.KindStatement, []text.Span{st.Content}, b.d.Actors[st.Speaker].ID, "speech", st.Rule),
		Speaker: b.ref(st.Speaker), Form: st.Form, Audience: st.Audience,
	}
	for _, a := range st.With {
		out.With = append(out.With, b.ref(a))
	}
	if st.CueToken >= 0 && st.Cue.End > st.Cue.Start {
		cue := b.d.Evidence(st.Cue)
		out.Cue = &cue
	}
	if st.Via >= 0 {
		via := b.ref(st.Via)
		out.Via = &via
	}
	return out
}

// outside are the classes of roles whose holders speak for no party.
var outside = map[string]bool{"analyst": true, "academic": true, "media": true, "outside": true}

// assessments lists the statements of those who speak for no party.
func (b *builder) assessments(statements []readout.Statement) []readout.Assessment {
	out := []readout.Assessment{}
	for i, s := range statements {
		speaker := b.d.Actors[b.d.Statements[i].Speaker]
		if !outside[speaker.Class] {
			continue
		}
		out = append(out, readout.Assessment{
			Entry: b.entry(readout.KindAssessment, []text.Span{b.d.Statements[i].Content}, speaker.ID, "ledger", "statement of one who speaks for no party"), Speaker: s.Speaker,
			Affiliation: speaker.Office, Statement: s.ID,
		})
	}
	return out
}

package brief

import (
	"slices"
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
)

// brief is what is to be written: the entries with their sources, the parties, and what was worked out about them.
type brief struct {
	options Options
	lex     *lexicon.Lexicon
	page    page
	several bool // of a dyad over several articles
	sources []*source
	parties []string // keys of the one or two parties of the headline; see key
	dates   readout.Date
	place   string
	year    int // that dates leave out

	meetings     []gathered[readout.Meeting]
	visits       []gathered[readout.Visit]
	statements   []told[readout.Statement]
	agreements   []told[readout.Agreement]
	positions    []told[readout.Position]
	incidents    []told[readout.Incident]
	expectations []told[readout.Expectation]
	assessments  []told[readout.Assessment]
	events       []told[readout.Event]

	actors     map[string]readout.Actor // by ID, of all articles; the first that has an office
	short      map[string]string        // an actor's ID → the word the articles use for short
	outside    map[string]bool          // IDs of speakers who speak for no party
	introduced map[string]bool          // IDs of the actors whose office was shown
}

func newBrief(o Options) (*brief, error) {
	width := o.Width
	if width == 0 {
		width = defaultWidth
	}
	b := &brief{
		options: o, lex: o.Lexicon, page: page{width: min(max(width, narrowest), widest), colour: o.Colour},
		actors: map[string]readout.Actor{}, outside: map[string]bool{}, introduced: map[string]bool{},
	}
	if b.lex == nil {
		lex, err := lexicon.Load()
		if err != nil {
			return nil, err
		}
		b.lex = lex
	}
	return b, nil
}

// gatherOne takes all entries of one record.
func (b *brief) gatherOne(r *readout.Record) {
	b.know(r)
	b.take(&source{record: r}, filter{
		meets: always, within: always, speaks: always,
	})
	b.parties = b.mostSpokenOf()
	b.settle()
}

// gatherDyad takes what the records tell of two states.
func (b *brief) gatherDyad(records []readout.Record, x, y string) {
	b.several = true
	b.parties = []string{x, y}
	for _, r := range inOrder(records) {
		if !concerns(r, x, y) {
			continue
		}
		b.know(r)
		b.take(&source{number: len(b.sources) + 1, record: r}, filter{
			meets: func(keys []string) bool { return slices.Contains(keys, x) && slices.Contains(keys, y) },
			within: func(keys []string) bool {
				return slices.Contains(keys, x) && slices.Contains(keys, y) || len(keys) > 0 && subset(keys, b.parties)
			},
			speaks: func(keys []string) bool { return subset(keys, b.parties) },
		})
	}
	b.settle()
}

func always([]string) bool { return true }

// filter says which entries a brief takes, by the keys of their actors.
type filter struct {
	meets  func([]string) bool // meetings and visits
	within func([]string) bool // agreements and incidents
	speaks func([]string) bool // statements, positions and expectations; outside voices are taken anyway
}

// know enters the actors of a record, and who of them speaks for no party.
func (b *brief) know(r *readout.Record) {
	for _, a := range r.Actors {
		have, ok := b.actors[a.ID]
		if !ok || have.Office == "" && a.Office != "" {
			b.actors[a.ID] = a
		}
		if b.speaksForNone(a) {
			b.outside[a.ID] = true
		}
	}
	for _, a := range r.Assessments {
		b.outside[a.Speaker.ID] = true
	}
}

// take adds the entries of a source that the filter lets through.
func (b *brief) take(s *source, f filter) {
	r := s.record
	b.sources = append(b.sources, s)
	for _, m := range tell(s, r.Meetings, func(m readout.Meeting) bool { return f.meets(keys(m.Participants...)) }) {
		b.meetings = append(b.meetings, gathered[readout.Meeting]{m})
	}
	for _, v := range tell(s, r.Visits, func(v readout.Visit) bool { return f.meets(keys(v.Visitor, v.Host)) }) {
		b.visits = append(b.visits, gathered[readout.Visit]{v})
	}
	b.statements = append(b.statements, tell(s, r.Statements, func(st readout.Statement) bool {
		return b.outside[st.Speaker.ID] || f.speaks(keys(st.Speaker))
	})...)
	b.agreements = append(b.agreements, tell(s, r.Agreements, func(a readout.Agreement) bool { return f.within(keys(a.Parties...)) })...)
	b.positions = append(b.positions, tell(s, r.Positions, func(p readout.Position) bool { return f.speaks(keys(p.Holder)) })...)
	b.incidents = append(b.incidents, tell(s, r.Incidents, func(i readout.Incident) bool { return f.within(keys(i.Parties...)) })...)
	b.expectations = append(b.expectations, tell(s, r.Expectations, func(e readout.Expectation) bool {
		return e.Holder == nil || b.outside[e.Holder.ID] || f.speaks(keys(*e.Holder))
	})...)
	b.assessments = append(b.assessments, tell(s, r.Assessments, func(readout.Assessment) bool { return true })...)
	b.events = append(b.events, tell(s, r.Events, func(e readout.Event) bool {
		return f.meets(keys(append(slices.Clone(e.Source), e.Target...)...))
	})...)
}

// settle merges, and works out what the sections share.
func (b *brief) settle() {
	if b.several {
		b.meetings = mergeMeetings(b.meetings)
		b.visits = mergeVisits(b.visits)
	}
	b.short = b.shortNames()
	b.year = b.headYear()
	b.dates, b.place = b.covered()
	if !b.dates.IsZero() {
		b.year = b.dates.Last().Year()
	}
	slices.SortStableFunc(b.meetings, b.compareMeetings)
	slices.SortStableFunc(b.visits, b.compareVisits)
}

// inOrder returns the records by day of publication, each article once; those without a day come last.
func inOrder(records []readout.Record) []*readout.Record {
	var out []*readout.Record
	seen := map[string]bool{}
	for i := range records {
		if id := records[i].Article.ID; !seen[id] {
			seen[id] = true
			out = append(out, &records[i])
		}
	}
	slices.SortStableFunc(out, func(a, b *readout.Record) int {
		if c := compareDates(a.Article.Published, b.Article.Published); c != 0 {
			return c
		}
		return strings.Compare(a.Article.ID, b.Article.ID)
	})
	return out
}

// compareDates orders dates by their last day, unknown ones last.
func compareDates(a, b readout.Date) int {
	switch {
	case a.IsZero() && b.IsZero():
		return 0
	case a.IsZero():
		return 1
	case b.IsZero():
		return -1
	}
	return a.Last().Compare(b.Last())
}

// concerns reports whether an entry of the record joins the two parties.
func concerns(r *readout.Record, x, y string) bool {
	joins := func(refs ...readout.ActorRef) bool {
		k := keys(refs...)
		return slices.Contains(k, x) && slices.Contains(k, y)
	}
	return slices.ContainsFunc(r.Meetings, func(m readout.Meeting) bool { return joins(m.Participants...) }) ||
		slices.ContainsFunc(r.Visits, func(v readout.Visit) bool { return joins(v.Visitor, v.Host) }) ||
		slices.ContainsFunc(r.Agreements, func(a readout.Agreement) bool { return joins(a.Parties...) }) ||
		slices.ContainsFunc(r.Incidents, func(i readout.Incident) bool { return joins(i.Parties...) }) ||
		slices.ContainsFunc(r.Events, func(e readout.Event) bool {
			return joins(append(slices.Clone(e.Source), e.Target...)...)
		})
}

// key returns what a reference counts as: its country, or itself where it has none, as the European Union.
func key(r readout.ActorRef) string {
	if r.Country != "" {
		return r.Country
	}
	return r.ID
}

// keys returns the distinct keys of the references, in order.
func keys(refs ...readout.ActorRef) []string {
	var out []string
	for _, r := range refs {
		if k := key(r); !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

func subset(keys, of []string) bool {
	for _, k := range keys {
		if !slices.Contains(of, k) {
			return false
		}
	}
	return true
}

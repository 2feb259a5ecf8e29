package speech

import (
	"cmp"
	"slices"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// Stage finds the statements of documents. It is read-only and may be used from many goroutines.
type Stage struct{ cues Cues }

// New returns the stage with the table of reporting verbs that the program carries.
func New() (*Stage, error) {
	cues, err := LoadCues()
	if err != nil {
		return nil, err
	}
	return &Stage{cues: cues}, nil
}

// Read fills d.Statements, in the order of their words.
func (s *Stage) Read(d *text.Doc) {
	r := &reader{cues: s.cues, d: d, used: make([]bool, len(d.Quotes)), last: nobody}
	for _, n := range readingOrder(d) {
		r.sentence(n)
	}
	r.relays()
	r.supplement()
	slices.SortStableFunc(r.out, func(a, b text.Statement) int {
		return cmp.Or(cmp.Compare(a.Content.Start, b.Content.Start), cmp.Compare(b.Content.End, a.Content.End))
	})
	d.Statements = slices.CompactFunc(r.out, func(a, b text.Statement) bool { return a.Content == b.Content && a.Speaker == b.Speaker })
}

// readingOrder lists the sentences of the body, then the standfirst and the title.
func readingOrder(d *text.Doc) []int {
	var body, head []int
	for n, s := range d.Sentences {
		switch d.Paragraphs[s.Paragraph].Kind {
		case readout.Body:
			body = append(body, n)
		case readout.Title, readout.Standfirst:
			head = append(head, n)
		}
	}
	return append(body, head...)
}

// reader holds what is known while one document is read.
type reader struct {
	cues Cues
	d    *text.Doc
	out  []text.Statement
	used []bool // quotations that are part of a statement

	last          voice // the speaker of the statement before
	lastParagraph int
}

// A voice is whoever speaks.
type voice struct {
	actor int // index into Doc.Actors, -1 for nobody known
	with  []int
	words text.Span // that name who speaks; zero where they stand in another sentence
}

// nobody is the voice before anyone has spoken.
var nobody = voice{actor: -1}

func (v voice) known() bool { return v.actor >= 0 }

func (r *reader) word(i int) string { return r.d.Word(i) }

// sentence reads the statements of one sentence.
func (r *reader) sentence(n int) {
	s := r.d.Sentences[n]
	cues := r.cuesOf(s)
	r.quoted(s)
	r.quotations(n, cues)
	for _, c := range cues {
		r.reported(s, c)
	}
	r.accordingTo(n, cues)
	r.reportedBy(n, cues)
	r.carriedBy(n)
}

func (r *reader) add(st text.Statement, v voice) {
	if !v.known() || st.Content.End <= st.Content.Start {
		return
	}
	st.Speaker, st.With, st.Source = v.actor, v.with, v.words
	if st.Via == 0 {
		st.Via = -1
	}
	r.out = append(r.out, st)
	r.last = v
	r.lastParagraph = r.d.Sentences[r.d.SentenceOf(r.d.TokenAt(st.Content.Start))].Paragraph
}

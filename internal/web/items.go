package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/readout/readout"
)

// An item is an entry in so far as the text and the brief of an article's page
// point at each other: #e-ID is its words in the text, #b-ID its line in the brief.
type item struct {
	ID    string
	N     int // its number on the page, from 1: the classes e7 (label, line) and w7 (words) join what belongs together
	Kind  readout.Kind
	Label string // what the text and the brief call it, "M2"; "" where the text carries no label
	Says  string // the same in full, "meeting 2"
	Line  string // the ID of its line in the brief: its own, but for statements that an assessment shows
	Spots []spot // where its words are; none where they are not in this text
	Made  readout.Provenance
	main  readout.Evidence
	shown bool // its line has been laid out: a second one must not carry the same ID
}

// A spot is one stretch of an article's text behind an item.
type spot struct {
	stretch
	Anchor    string
	Paragraph int // 0 outside the body
}

// kindLetters are the letters of the labels. Kinds without a letter are
// marked without a label: events and actors repeat other entries' words.
var kindLetters = map[readout.Kind]struct{ letter, says string }{
	readout.KindMeeting:     {"M", "meeting"},
	readout.KindVisit:       {"V", "visit"},
	readout.KindStatement:   {"S", "statement"},
	readout.KindAgreement:   {"A", "agreement"},
	readout.KindPosition:    {"P", "position"},
	readout.KindIncident:    {"I", "incident"},
	readout.KindExpectation: {"N", "next step"},
	readout.KindAssessment:  {"O", "outside voice"},
}

// items are the items of one article, and the article's text to find words in.
type items struct {
	article readout.Article
	text    []rune
	quoted  []stretch
	byID    map[string]*item
	order   []*item // by number
}

// newItems returns an article's text and no items.
func newItems(a readout.Article) *items {
	text := []rune(a.Text)
	return &items{article: a, text: text, quoted: quotations(text, whole(a.Paragraphs, text)), byID: map[string]*item{}}
}

// itemsOf numbers the entries of a record: kind by kind, in the order of the text.
func itemsOf(r readout.Record) *items {
	s := newItems(r.Article)
	for _, v := range r.Meetings {
		s.add(readout.KindMeeting, v.Entry)
	}
	for _, v := range r.Visits {
		s.add(readout.KindVisit, v.Entry)
	}
	for _, v := range r.Statements {
		s.add(readout.KindStatement, v.Entry)
	}
	for _, v := range r.Agreements {
		s.add(readout.KindAgreement, v.Entry)
	}
	for _, v := range r.Positions {
		s.add(readout.KindPosition, v.Entry)
	}
	for _, v := range r.Incidents {
		s.add(readout.KindIncident, v.Entry)
	}
	for _, v := range r.Expectations {
		s.add(readout.KindExpectation, v.Entry)
	}
	for _, v := range r.Assessments {
		s.add(readout.KindAssessment, v.Entry)
		if said := s.byID[v.Statement]; said != nil {
			said.Line = v.ID
		}
	}
	for _, v := range r.Events {
		s.add(readout.KindEvent, v.Entry)
	}
	for _, v := range r.Actors { // the first mention alone: the others would mark half the text
		s.add(readout.KindActor, readout.Entry{ID: v.ID, Evidence: v.Evidence[:min(1, len(v.Evidence))], Made: v.Made})
	}
	s.number()
	return s
}

func (s *items) add(k readout.Kind, e readout.Entry) {
	if s.byID[e.ID] != nil {
		return // an ID names one entry; a second would make its links lead nowhere
	}
	it := &item{ID: e.ID, Line: e.ID, Kind: k, Made: e.Made}
	for i, ev := range e.Evidence {
		if i == 0 {
			it.main = ev
		}
		if s.holds(ev) {
			it.mark(ev, s.paragraph(ev.Start))
		}
	}
	s.byID[e.ID] = it
	s.order = append(s.order, it)
}

// mark adds a spot unless the item has its words already.
func (it *item) mark(e readout.Evidence, paragraph int) {
	anchor := "e-" + it.ID
	for _, sp := range it.Spots {
		if sp.start <= e.Start && e.End <= sp.end {
			return
		}
	}
	if n := len(it.Spots); n > 0 {
		anchor = fmt.Sprintf("%s-%d", anchor, n+1)
	}
	it.Spots = append(it.Spots, spot{stretch{e.Start, e.End}, anchor, paragraph})
}

// holds reports whether the words stand in the text where the evidence says.
// Marking others would be a lie, and white space alone may stand between the
// blocks of the page, where no link can lead.
func (s *items) holds(e readout.Evidence) bool {
	return e.Article == s.article.ID && 0 <= e.Start && e.Start < e.End && e.End <= len(s.text) &&
		string(s.text[e.Start:e.End]) == e.Exact && strings.TrimSpace(e.Exact) != ""
}

func (s *items) paragraph(at int) int {
	for _, p := range s.article.Paragraphs {
		if p.Start <= at && at < p.End {
			return p.Number
		}
	}
	return 0
}

// number sorts each kind by where its words start and gives out numbers and
// labels. A statement that an assessment shows goes by the assessment's label.
func (s *items) number() {
	for from := 0; from < len(s.order); {
		to := from
		for to < len(s.order) && s.order[to].Kind == s.order[from].Kind {
			to++
		}
		kind := s.order[from:to]
		slices.SortStableFunc(kind, func(a, b *item) int { return cmp.Compare(a.main.Start, b.main.Start) })
		label := 0
		for i, it := range kind {
			it.N = from + i + 1
			if k, ok := kindLetters[it.Kind]; ok && it.Line == it.ID {
				label++
				it.Label = fmt.Sprintf("%s%d", k.letter, label)
				it.Says = fmt.Sprintf("%s %d", k.says, label)
			}
		}
		from = to
	}
}

// A ref is the start of a line in the brief: what the line is called, and the way to its words.
type ref struct {
	ID        string // of the line; "" where the page has that line already
	N         int
	Kind      readout.Kind
	Label     string
	Says      string
	Anchor    string // of the words; "" where they are not in this text
	Paragraph int
	Made      string
}

// ref returns the start of an entry's line. Each entry has one line that links lead to.
func (s *items) ref(id string) ref {
	it := s.byID[id]
	if it == nil {
		return ref{}
	}
	r := ref{N: it.N, Kind: it.Kind, Label: it.Label, Says: it.Says, Made: madeBy(it.Made)}
	if !it.shown {
		it.shown, r.ID = true, "b-"+id
	}
	if len(it.Spots) > 0 {
		r.Anchor, r.Paragraph = it.Spots[0].Anchor, it.Spots[0].Paragraph
	}
	return r
}

// words returns an entry's words for the brief: those of the text where it
// holds them, those of the evidence where it doesn't.
func (s *items) words(e readout.Entry) []words {
	if len(e.Evidence) == 0 {
		return nil
	}
	main := e.Evidence[0]
	if !s.holds(main) {
		return shorten([]words{{Text: main.Exact}}, briefLength)
	}
	return shorten(wordsIn(s.text, s.quoted, main.Start, main.End), briefLength)
}

func madeBy(p readout.Provenance) string {
	if p.Stage == "" && p.Rule == "" {
		return ""
	}
	out := fmt.Sprintf("Made by %s/%s", p.Stage, p.Rule)
	if p.Score > 0 {
		out += fmt.Sprintf(", score %.2f", p.Score)
	}
	if p.Version != "" {
		out += ", version " + p.Version
	}
	return out
}

// n is the number of an entry on the page; 0 where it has none.
func (s *items) n(id string) int {
	if it := s.byID[id]; it != nil {
		return it.N
	}
	return 0
}

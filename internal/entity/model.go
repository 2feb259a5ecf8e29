package entity

import (
	"cmp"
	"slices"

	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

// A Finder finds the names of a document, none within another, in order. What finds them by other means than the two readings of
// this package, such as a neural encoder, is a Finder too; what comes after is the same for all.
type Finder interface {
	Find(d *text.Doc) []Span
}

// Model is the stage. It is read-only and may be used from many goroutines.
type Model struct {
	tables Tables
	finder Finder
}

// New makes the stage of a weights file and the tables of the program.
func New(data []byte, lex *lexicon.Lexicon, names *lexicon.Names) (*Model, error) {
	weights, classes, err := ReadWeights(data)
	if err != nil {
		return nil, err
	}
	t := Tables{Lexicon: lex, Names: names, Classes: classes}
	return With(t, readings{t, weights}), nil
}

// With makes the stage of tables and any finder of names.
func With(t Tables, f Finder) *Model { return &Model{t, f} }

// Tables returns what the stage knows beside its weights.
func (m *Model) Tables() Tables { return m.tables }

// readings is the Finder of this package.
type readings struct {
	tables  Tables
	weights Weights
}

// Find reads the document twice.
func (r readings) Find(d *text.Doc) []Span {
	w := r.tables.view(d)
	w.note(newSequence(r.weights.First, false).read(w))
	return newSequence(r.weights.Second, true).read(w)
}

// Find returns the names of the sequence model alone, of coarse types.
func (m *Model) Find(d *text.Doc) []Span { return m.finder.Find(d) }

// Read fills d.Entities from the words, tags and times of d. It takes time linear in the number of words.
func (m *Model) Read(d *text.Doc) {
	r := reader{Tables: m.tables, doc: d, covered: make([]bool, len(d.Tokens))}
	for _, n := range m.tables.settle(d, m.finder.Find(d)) {
		if kind := m.tables.kind(d, n); kind != "" {
			rule := "model"
			if n.Type == CoarsePeople {
				rule = Peoples
			}
			r.add(n.First, n.Last, kind, rule, n.Score)
			for i := n.First; i < n.Last; i++ {
				r.covered[i] = true
			}
		}
	}
	r.listedOutside()
	flat := slices.Clone(r.found)
	r.offices(flat)
	for _, e := range flat {
		r.within(e)
	}
	r.dates()
	d.Entities = nest(r.found)
}

// Peoples is the rule of what the model takes for a people or the members of a body: "Democrats", "the Maya".
const Peoples = "model: peoples"

// reader collects the entities of one document.
type reader struct {
	Tables
	doc     *text.Doc
	covered []bool // tokens within a name of the model
	found   []text.Entity
}

func (r *reader) add(first, last int, kind text.EntityType, rule string, score float32) {
	r.found = append(r.found, text.Entity{Span: r.doc.TokensSpan(first, last), First: first, Last: last, Type: kind, Parent: -1, Rule: rule, Score: score})
}

// nest orders entities, leaves out what repeats or crosses another, and sets parents.
func nest(found []text.Entity) []text.Entity {
	slices.SortStableFunc(found, func(a, b text.Entity) int { return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.Last, a.Last)) })
	out := found[:0]
	var open []int
	for _, e := range found {
		for len(open) > 0 && out[open[len(open)-1]].Last <= e.First {
			open = open[:len(open)-1]
		}
		e.Parent = -1
		if len(open) > 0 {
			p := out[open[len(open)-1]]
			if e.Last > p.Last || e.First == p.First && e.Last == p.Last {
				continue
			}
			e.Parent = open[len(open)-1]
		}
		open = append(open, len(out))
		out = append(out, e)
	}
	return out
}

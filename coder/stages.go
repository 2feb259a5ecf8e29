package coder

import (
	"golang.org/x/sync/errgroup"

	"github.com/readout/readout/internal/actor"
	"github.com/readout/readout/internal/event"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/speech"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/when"
	"github.com/readout/readout/model"
)

// A layer is a part of a text.Doc that a stage reads or adds.
type layer string

// The layers of a document.
const (
	paragraphs layer = "paragraphs"
	words      layer = "words"
	tags       layer = "tags"
	trees      layer = "trees"
	attributed layer = "attributions" // empty with open models
	times      layer = "times"
	actors     layer = "actors"
	statements layer = "statements"
	deedsLayer layer = "deeds"
)

// A stage adds layers to a document and reads only those that stand before it.
type stage struct {
	name  string
	needs []layer
	gives []layer
	run   func(*text.Doc)
}

// parts are what the stages are made of. They load side by side, since a program waits for them at its start.
type parts struct {
	lex      *lexicon.Lexicon
	language annotator
}

// An annotator gives a segmented document its tags and trees, and its attributions if it has models for them.
type annotator interface{ Annotate(*text.Doc) }

func loadParts(o Options) (p parts, err error) {
	var g errgroup.Group
	g.Go(func() (err error) { p.language, err = loadLanguage(o); return err })
	g.Go(func() (err error) { p.lex, err = lexicon.Load(o.Lexicon...); return err })
	err = g.Wait()
	return p, err
}

func loadLanguage(o Options) (annotator, error) {
	n, err := model.Load()
	if err != nil || o.Open {
		return n, err
	}
	return model.LoadAttributions(n)
}

// newStages is the pipeline. A test checks that each stage finds what it needs.
func newStages(p parts) ([]stage, error) {
	sayings, err := speech.New()
	if err != nil {
		return nil, err
	}
	deeds, err := event.New(p.lex)
	if err != nil {
		return nil, err
	}
	return []stage{
		{"text", []layer{paragraphs}, []layer{words}, text.Segment},
		{"language", []layer{words}, []layer{tags, trees, attributed}, p.language.Annotate},
		{"when", []layer{words, tags, trees}, []layer{times}, when.Read},
		{"actor", []layer{words, tags, trees}, []layer{actors}, actor.New(p.lex).Resolve},
		{"speech", []layer{words, tags, trees, attributed, actors}, []layer{statements}, sayings.Read},
		{"event", []layer{words, tags, trees, times, actors, statements}, []layer{deedsLayer}, deeds.Read},
	}, nil
}

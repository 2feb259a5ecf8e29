// Package coder turns an article into a record: it is what a program that embeds readout calls.
//
//	c, err := coder.New()
//	if err != nil {
//		return err
//	}
//	record, err := c.Code(ctx, article)
//
// A Coder loads its models and lexicons once and may then be used from many goroutines. Coding is a pure function of
// the article: no files, no clock, no network. The stages and their order stand in one list, in stages.go.
package coder

import (
	"context"
	"fmt"
	"io/fs"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/ledger"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/model"
)

// Coder codes articles.
type Coder struct {
	stages   []stage
	versions readout.Coder
}

// Options say what a coder reads with. The zero value reads with all that the program carries.
type Options struct {
	Open bool // without models that learned from research corpora whose texts state no licence: who says what is read by rules alone

	// Lexicon is folders of own tables, whose rows add to those of the program or replace them (docs/lexicon.md).
	Lexicon []fs.FS
}

// New loads the models and lexicons that the program carries.
func New() (*Coder, error) { return NewWith(Options{}) }

// NewWith is New with options.
func NewWith(o Options) (*Coder, error) {
	p, err := loadParts(o)
	if err != nil {
		return nil, fmt.Errorf("make coder: %w", err)
	}
	stages, err := newStages(p)
	if err != nil {
		return nil, fmt.Errorf("make coder: %w", err)
	}
	models := model.Versions()
	if !o.Open {
		models = append(models, model.AttributionVersion())
	}
	return &Coder{stages: stages, versions: readout.Coder{Version: readout.Version, Models: models, Lexicons: p.lex.Versions()}}, nil
}

// Code reads a record out of an article. It stops with the context's error between two stages when the context ends.
func (c *Coder) Code(ctx context.Context, a readout.Article) (readout.Record, error) {
	d, err := c.Doc(ctx, a)
	if err != nil {
		return readout.Record{}, err
	}
	r := ledger.Record(d)
	r.Coder = c.versions
	return r, nil
}

// Doc runs the stages and returns the article with all its layers, for those who look behind a record.
func (c *Coder) Doc(ctx context.Context, a readout.Article) (*text.Doc, error) {
	return c.Walk(ctx, a, func(string) {})
}

// Walk is Doc that calls after with the name of each stage once it has run, for those who measure.
func (c *Coder) Walk(ctx context.Context, a readout.Article, after func(stage string)) (*text.Doc, error) {
	d := text.New(a)
	for _, s := range c.stages {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("code %s: %w", a.Name, err)
		}
		s.run(d)
		after(s.name)
	}
	return d, nil
}

package main

import (
	"context"
	"errors"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/article"
	"github.com/readout/readout/internal/text"
)

// The size of what is tagged and parsed at a time, so that memory does not grow with the input.
const (
	batchBytes = 1 << 16
	batchWords = 10_000
)

// part is what parse reads of an input at a time: an article, some paragraphs of a long text, some sentences of CoNLL-U, or why no
// more of the input can be read.
type part struct {
	id, name string // of the document that begins with the part; "" for a part further on
	begins   bool   // mentions are numbered from 1
	doc      *text.Doc
	prepare  func(*text.Doc) // fills in what stands before tags
	err      error           // a failure; the others are empty
}

// parts reads inputs.
func parts(ctx context.Context, inputs []input, form string) iter.Seq[part] {
	return func(yield func(part) bool) {
		for _, in := range inputs { // one, or the files of a folder
			if !partsOf(ctx, in, form, yield) {
				return
			}
		}
	}
}

// partsOf reads an input and reports whether more is wanted.
func partsOf(ctx context.Context, in input, form string, yield func(part) bool) bool {
	r, err := in.open(ctx)
	if err != nil {
		return yield(part{err: failure{in.name, err}})
	}
	defer r.Close()
	if form == "conllu" {
		return given(in.name, r, yield)
	}
	whole, long, err := article.Open(r)
	switch {
	case err != nil:
		return yield(part{err: failure{in.name, err}})
	case long != nil:
		return paragraphs(in.name, long, yield)
	}
	in.open = func(context.Context) (io.ReadCloser, error) { return io.NopCloser(whole), nil }
	a, err := readArticle(ctx, in, facts{})
	if err != nil {
		return yield(part{err: err})
	}
	return yield(part{id: a.ID, name: in.name, begins: true, doc: text.New(a), prepare: text.Segment})
}

// given reads CoNLL-U.
func given(name string, r io.Reader, yield func(part) bool) bool {
	in := text.NewConlluReader(r)
	for next := (part{id: "s", name: name, begins: true, prepare: text.PairQuotes}); ; next.id = "" {
		d, err := in.ReadBatch(batchWords)
		if err == io.EOF && next.id == "" {
			return true
		}
		if err == io.EOF {
			err = errors.New("no sentence in it")
		}
		if err != nil {
			return yield(part{err: failure{name, err}})
		}
		for i := range d.Tokens { // the tagger's own, or none
			d.Tokens[i].Feats = ""
		}
		_, marked := d.Sentences[0].Comment("newdoc")
		next.doc, next.begins = d, marked || next.id != ""
		if !yield(next) {
			return false
		}
	}
}

// paragraphs reads a long text a few paragraphs at a time.
func paragraphs(name string, t *article.LongText, yield func(part) bool) bool {
	next := part{id: "text", name: name, begins: true, prepare: text.Segment}
	for number := 1; ; next = (part{prepare: text.Segment}) {
		d, err := someParagraphs(t, number)
		if err != nil && err != io.EOF {
			return yield(part{err: failure{name, err}})
		}
		number += len(d.Paragraphs)
		next.doc = d
		if more := yield(next); !more || err == io.EOF {
			return more
		}
	}
}

// someParagraphs reads paragraphs, the first with the number given, until there is enough for a part; io.EOF after the last.
func someParagraphs(t *article.LongText, number int) (*text.Doc, error) {
	d := &text.Doc{}
	var b strings.Builder
	for b.Len() < batchBytes {
		paragraph, err := t.Next()
		if err != nil {
			d.Text = b.String()
			return d, err
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		span := text.Span{Start: b.Len(), End: b.Len() + len(paragraph)}
		d.Paragraphs = append(d.Paragraphs, text.Paragraph{Span: span, Kind: readout.Body, Number: number + len(d.Paragraphs)})
		b.WriteString(paragraph)
	}
	d.Text = b.String()
	return d, nil
}

// runes counts the code points of a stretch.
func runes(d *text.Doc, s text.Span) int { return utf8.RuneCountInString(d.Slice(s)) }

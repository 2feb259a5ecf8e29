package article

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/readout/readout"
)

// The limits of an input. They bound time and memory, and lie far above any report.
const (
	maxInput      = 64 << 20 // bytes of an input
	maxLine       = 1 << 20  // bytes of a line of plain text, before normalisation
	maxParagraph  = 1 << 20  // bytes of a paragraph
	maxParagraphs = 50_000   // paragraphs of an article
)

// Options are what the user knows about an input.
type Options struct {
	Name      string       // file name or address, for messages and Article.Name
	Published readout.Date // wins over a date that the input states: the user has looked
	Publisher string       // used where the input states none
}

// Read reads one article, plain text or HTML. The errors wrap ErrEmpty, ErrBinary,
// ErrTooLarge, ErrNotEnglish or ErrNoArticle.
//
// The publisher is the first of: what a header or the page states, what o gives,
// and the X of a last line "Source: X" or "Source: X and news agencies".
func Read(r io.Reader, o Options) (readout.Article, error) {
	a, err := read(r, o)
	if err != nil {
		return readout.Article{}, fmt.Errorf("read %s: %w", o.label(), err)
	}
	return a, nil
}

func (o Options) label() string {
	if o.Name == "" {
		return "article"
	}
	return o.Name
}

func read(r io.Reader, o Options) (readout.Article, error) {
	raw, err := readAll(r)
	if err != nil {
		return readout.Article{}, err
	}
	text, isPage, err := decode(raw)
	if err != nil {
		return readout.Article{}, err
	}
	var parts layout
	if isPage {
		parts, err = readPage(text)
	} else {
		parts, err = readText(text)
	}
	if err != nil {
		return readout.Article{}, err
	}
	if err := checkEnglish(parts.blocks); err != nil {
		return readout.Article{}, err
	}
	return assemble(parts, o), nil
}

func readAll(r io.Reader) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxInput+1))
	switch {
	case err != nil:
		return nil, err
	case len(raw) > maxInput:
		return nil, fmt.Errorf("%w: more than %d MiB; split it into single articles", ErrTooLarge, maxInput>>20)
	case len(raw) == 0:
		return nil, fmt.Errorf("%w: it is empty", ErrEmpty)
	}
	return raw, nil
}

func readText(text string) (layout, error) {
	lines, err := normalisedLines(text)
	if err != nil {
		return layout{}, err
	}
	stated, lines := cutHeader(lines)
	blocks, err := cutBlocks(lines)
	if err != nil {
		return layout{}, err
	}
	late, blocks := cutHeader(blocks) // that wrapped lines between keys had hidden
	return layOut(stated.or(late), blocks)
}

// assemble joins the blocks and measures them in code points.
func assemble(l layout, o Options) readout.Article {
	a := readout.Article{
		Name: o.Name, URL: l.stated.url, Language: english,
		Publisher: firstNonEmpty(l.stated.publisher, o.Publisher, l.source),
		Published: o.Published,
	}
	if a.Published.IsZero() {
		a.Published = l.stated.published
	}
	var text strings.Builder
	position, number := 0, 0
	for i, b := range l.blocks {
		if i > 0 {
			text.WriteString(blockBreak)
			position += len(blockBreak)
		}
		p := readout.Paragraph{Kind: b.kind, Start: position, End: position + utf8.RuneCountInString(b.text)}
		switch b.kind {
		case readout.Title:
			a.Title = b.text
		case readout.Body:
			number++
			p.Number = number
		}
		text.WriteString(b.text)
		position = p.End
		a.Paragraphs = append(a.Paragraphs, p)
	}
	a.Text = text.String()
	a.ID = readout.ArticleID(a.Text)
	return a
}

func firstNonEmpty(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

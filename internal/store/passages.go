package store

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/readout/readout"
)

// Passage is a stretch of text to search: a title, a paragraph or the content of
// a statement.
type Passage struct {
	Place     int // the paragraph's place among the article's, from 0; a statement has that of the paragraph it begins in
	Kind      readout.ParagraphKind
	Paragraph int    // body paragraphs from 1, 0 for the others
	Statement string // the statement's ID; empty for a title or paragraph
	Speaker   string // names of the statement's speakers
	Text      string // control characters are spaces
}

// Passages lays out the text of a record for searching: the paragraphs in order,
// then the statements.
func Passages(r readout.Record) ([]Passage, error) {
	text := []rune(r.Article.Text)
	var out []Passage
	titled := false
	for i, p := range r.Article.Paragraphs {
		if p.Start < 0 || p.End < p.Start || p.End > len(text) {
			return nil, fmt.Errorf("paragraph %d: code points %d to %d of a text of %d", i+1, p.Start, p.End, len(text))
		}
		titled = titled || p.Kind == readout.Title
		out = append(out, Passage{Place: i, Kind: p.Kind, Paragraph: p.Number, Text: plain(string(text[p.Start:p.End]))})
	}
	if !titled && r.Article.Title != "" {
		out = append(out, Passage{Place: len(out), Kind: readout.Title, Text: plain(r.Article.Title)})
	}
	for _, s := range r.Statements {
		if len(s.Evidence) > 0 {
			out = append(out, statementPassage(s, r.Article.Paragraphs))
		}
	}
	return out, nil
}

func statementPassage(s readout.Statement, paragraphs []readout.Paragraph) Passage {
	content := s.Evidence[0]
	names := []string{s.Speaker.Name}
	for _, a := range s.With {
		names = append(names, a.Name)
	}
	out := Passage{Statement: s.ID, Speaker: plain(strings.Join(names, ", ")), Text: plain(content.Exact)}
	for i, p := range paragraphs {
		if p.Start <= content.Start {
			out.Place, out.Kind, out.Paragraph = i, p.Kind, p.Number
		}
	}
	return out
}

// plain frees a text of control characters, with which databases deal in
// different ways and which a store may use to mark what it found.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

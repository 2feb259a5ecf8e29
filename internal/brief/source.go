package brief

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/readout/readout"
)

// source is an article that the brief draws on.
type source struct {
	number int // in SOURCES, from 1; 0 where the brief is of one article
	record *readout.Record
}

// told is an entry and the article that tells of it.
type told[T any] struct {
	entry  T
	source *source
}

// tell gives each entry its source, save those that keep refuses.
func tell[T any](s *source, entries []T, keep func(T) bool) []told[T] {
	var out []told[T]
	for _, e := range entries {
		if keep(e) {
			out = append(out, told[T]{e, s})
		}
	}
	return out
}

// pointer returns where the main evidence stands: "[12]", or "[3:12]" for the third of several articles.
func (s *source) pointer(e readout.Entry) string {
	return "[" + s.place(e) + "]"
}

func (s *source) place(e readout.Entry) string {
	place := "?"
	if len(e.Evidence) > 0 {
		place = s.paragraph(e.Evidence[0].Start)
	}
	if s.number > 0 {
		place = strconv.Itoa(s.number) + ":" + place
	}
	return place
}

// paragraph names the paragraph that a code point of the text stands in.
func (s *source) paragraph(at int) string {
	for _, p := range s.record.Article.Paragraphs {
		if at < p.Start || at >= p.End {
			continue
		}
		switch p.Kind {
		case readout.Title:
			return "T"
		case readout.Standfirst:
			return "S"
		case readout.Credit:
			return "C"
		default:
			return strconv.Itoa(p.Number)
		}
	}
	return "?"
}

// pointers joins the places of several entries: "[1:2] [3:4]".
func pointers(places []string) string {
	var out []string
	for _, p := range places {
		if p = "[" + p + "]"; !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return strings.Join(out, " ")
}

// evidenceWords returns the words of the main evidence, clean.
func evidenceWords(e readout.Entry) string {
	if len(e.Evidence) == 0 {
		return ""
	}
	return clean(e.Evidence[0].Exact)
}

// sourcesSection lists the articles of a dyad's brief.
func (b *brief) sourcesSection() {
	if !b.several {
		return
	}
	var rows []row
	for _, s := range b.sources {
		a := s.record.Article
		var about []string
		if !a.Published.IsZero() {
			about = append(about, date(a.Published, 0))
		}
		for _, part := range []string{clean(a.Publisher), clean(a.Title)} {
			if part != "" {
				about = append(about, part)
			}
		}
		rows = append(rows, row{
			label: as(cyan, fmt.Sprintf("[%d]", s.number)),
			main:  join(" ", as(plain, strings.Join(about, " · ")), as(dim, "("+a.ID+")")),
		})
	}
	b.section("Sources", rows)
}

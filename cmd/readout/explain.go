package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/coder"
	"github.com/readout/readout/internal/sqlite"
	"github.com/readout/readout/internal/store"
	"github.com/readout/readout/internal/text"
)

func newExplainCommand() *cobra.Command {
	var db string
	cmd := &cobra.Command{
		Use:   "explain ENTRY-ID",
		Short: "Say why an entry is in the ledger: its words, the rule that made it, the sentence's tree",
		Long: `Explain shows an entry with all it says, the words it was read from in their paragraph, which stage and
rule of the program made it, whom it names by which words, and the tree of the sentence.

The beginning of an ID is enough where no other has it. "readout show" and "readout search" print IDs.`,
		Args: exactlyOne("the ID of an entry"),
	}
	addLedgerFlag(cmd, &db)
	cmd.RunE = func(cmd *cobra.Command, ids []string) error {
		ledger, err := openToRead(cmd.Context(), db)
		if err != nil {
			return err
		}
		defer ledger.Close()
		found, err := ledger.Entry(cmd.Context(), ids[0])
		if err != nil {
			return hintAt(cmd.Context(), ledger, ids[0], err)
		}
		e, err := explanationOf(cmd.Context(), ledger, found)
		if err != nil {
			return err
		}
		return e.write(screenOf(cmd.OutOrStdout()))
	}
	return cmd
}

// hintAt says what an ID that names no entry is instead.
func hintAt(ctx context.Context, ledger *sqlite.Store, id string, err error) error {
	if !errors.Is(err, store.ErrNotFound) {
		return err
	}
	if r, articleErr := ledger.Record(ctx, id); articleErr == nil {
		return fmt.Errorf("%q is an article, %q, and no entry; \"readout show\" prints the IDs of entries", id, oneLine(r.Article.Title))
	}
	for _, err := range ledger.Entries(ctx, store.Query{Kind: readout.KindActor, Actors: []string{id}, Limit: 1}) {
		if err == nil {
			return fmt.Errorf("%q is an actor and no entry; \"readout show events --with %s\" lists entries", id, shellQuote(id))
		}
	}
	return fmt.Errorf("%w; \"readout show\" and \"readout search\" print the IDs of entries", err)
}

// explanation is an entry and all that it came from.
type explanation struct {
	found  store.Found
	entry  readout.Entry // what entries of all kinds have in common
	fields []field
	record readout.Record
	doc    *text.Doc // the article, coded again
}

func explanationOf(ctx context.Context, ledger *sqlite.Store, f store.Found) (explanation, error) {
	e := explanation{found: f}
	if err := json.Unmarshal(f.JSON, &e.entry); err != nil {
		return e, fmt.Errorf("read entry %q: %w", f.ID, err)
	}
	var err error
	if e.fields, err = fieldsOf(f.JSON); err != nil {
		return e, fmt.Errorf("read entry %q: %w", f.ID, err)
	}
	if e.record, err = ledger.Record(ctx, f.Article.ID); err != nil {
		return e, err
	}
	c, err := coder.New()
	if err != nil {
		return e, err
	}
	e.doc, err = c.Doc(ctx, e.record.Article)
	return e, err
}

func (e explanation) write(s screen) error {
	s.width = min(s.width, pipeWidth) // longer lines are hard to read
	out := bufio.NewWriter(s)
	s.Writer = out
	fmt.Fprintf(s, "%s  %s\n", s.bold(strings.ToUpper(string(e.found.Kind))), e.found.ID)
	writeFields(s, e.fields)
	e.writeWords(s)
	e.writeMaker(s)
	e.writeMentions(s)
	e.writeTrees(s)
	return out.Flush()
}

func heading(s screen, title string) { fmt.Fprintf(s, "\n%s\n", s.bold(title)) }

func writeFields(s screen, fields []field) {
	width := 0
	for _, f := range fields {
		width = max(width, columns(f.name))
	}
	for _, f := range fields {
		writeHanging(s, "  "+pad(f.name, width)+"  ", []stretch{{oneLine(f.value), false}})
	}
}

// writeHanging writes text behind a label, and its further lines below its first.
func writeHanging(s screen, label string, text []stretch) {
	indent := columns(label)
	for i, line := range wrapMarked(text, s.width-indent, s) {
		if i > 0 {
			label = strings.Repeat(" ", indent)
		}
		fmt.Fprintln(s, strings.TrimRight(label+line, " "))
	}
}

// writeWords shows the evidence in its paragraphs.
func (e explanation) writeWords(s screen) {
	heading(s, "WORDS")
	writeHanging(s, "  ", []stretch{{sourceLine(e.found.Article), false}})
	spans := e.spans()
	for _, p := range e.doc.Paragraphs {
		var within []text.Span
		for _, span := range spans {
			if span.Overlaps(p.Span) {
				within = append(within, text.Span{Start: max(span.Start, p.Start), End: min(span.End, p.End)})
			}
		}
		if len(within) > 0 {
			fmt.Fprintf(s, "  %s\n", s.dim(blockName(p.Kind, p.Number)))
			writeHanging(s, "    ", excerpt(e.doc.Text, p.Span, union(within)))
		}
	}
}

// spans is the evidence in bytes, in the order of the text.
func (e explanation) spans() []text.Span {
	var out []text.Span
	for _, v := range e.entry.Evidence {
		out = append(out, byteSpan(e.doc.Text, v))
	}
	slices.SortFunc(out, func(a, b text.Span) int { return a.Start - b.Start })
	return out
}

// byteSpan is the words of evidence in bytes.
func byteSpan(s string, e readout.Evidence) text.Span {
	span := text.Span{Start: len(s), End: len(s)}
	n := 0
	for i := range s {
		if n == e.Start {
			span.Start = i
		}
		if n == e.End {
			span.End = i
			break
		}
		n++
	}
	return span
}

// union joins spans, ordered by their start, that overlap.
func union(spans []text.Span) []text.Span {
	var out []text.Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// around is how many bytes before and behind the words are shown of a long paragraph, about.
const around = 1500

// excerpt is a paragraph with stretches of it marked.
func excerpt(s string, paragraph text.Span, marks []text.Span) []stretch {
	first, last := paragraph.Start, paragraph.End
	var out []stretch
	if from := marks[0].Start - around; from > first {
		first = from + max(0, strings.IndexByte(s[from:marks[0].Start], ' '))
		out = append(out, stretch{"… ", false})
	}
	to := marks[len(marks)-1].End
	cutShort := to+around < last
	if cutShort {
		last = to + max(0, strings.LastIndexByte(s[to:to+around], ' '))
	}
	for _, m := range marks {
		out = append(out, stretch{s[first:m.Start], false}, stretch{s[m.Start:m.End], true})
		first = m.End
	}
	out = append(out, stretch{s[first:last], false})
	if cutShort {
		out = append(out, stretch{" …", false})
	}
	return out
}

// writeMaker says what made the entry, and warns where the text has now been coded by something else.
func (e explanation) writeMaker(s screen) {
	m := e.entry.Made
	heading(s, "MADE BY")
	line := fmt.Sprintf("stage %s, rule %q, readout %s", m.Stage, m.Rule, m.Version)
	if m.Score > 0 {
		line += fmt.Sprintf(", score %.2f", m.Score)
	}
	writeHanging(s, "  ", []stretch{{line, false}})
	writeHanging(s, "  ", []stretch{{"models " + strings.Join(e.record.Coder.Models, ", "), false}})
}

func (e explanation) writeTrees(s screen) {
	sentences := e.sentences()
	if len(sentences) == 0 {
		return
	}
	heading(s, "TREE")
	for i, n := range sentences {
		if i == mostTrees {
			fmt.Fprintf(s, "\n  … and %s more\n", counted(len(sentences)-i, "sentence", "sentences"))
			return
		}
		if i > 0 {
			fmt.Fprintln(s)
		}
		writeTree(s, e.doc, n, e.spans())
	}
}

// mostTrees is how many sentences are drawn; a long quotation has many.
const mostTrees = 4

// sentences are those that the main evidence stands in.
func (e explanation) sentences() []int {
	if len(e.entry.Evidence) == 0 {
		return nil
	}
	main := byteSpan(e.doc.Text, e.entry.Evidence[0])
	var out []int
	for i := range e.doc.Sentences {
		if e.doc.SentenceSpan(i).Overlaps(main) {
			out = append(out, i)
		}
	}
	return out
}

// writeMentions says by which words the actors of the entry are named in its sentences.
func (e explanation) writeMentions(s screen) {
	refs := actorsIn(e.found.JSON)
	if len(refs) == 0 {
		return
	}
	heading(s, "NAMED BY")
	for _, ref := range refs {
		writeHanging(s, "  "+oneLine(ref.Name)+"  ", []stretch{{e.namings(ref), false}})
	}
}

// namings lists the words for an actor in the sentences of the entry, or else the first in the article.
func (e explanation) namings(ref readout.ActorRef) string {
	actor := slices.IndexFunc(e.doc.Actors, func(a readout.Actor) bool { return a.ID == ref.ID })
	if actor < 0 {
		return "not found again by this version of readout"
	}
	sentences := e.sentences()
	var near []string
	first := ""
	for _, m := range e.doc.Mentions {
		if !slices.Contains(m.Actors(), actor) {
			continue
		}
		n := e.doc.SentenceOf(m.First)
		p := e.doc.Paragraphs[e.doc.Sentences[n].Paragraph]
		words := fmt.Sprintf("“%s” (%s)", oneLine(e.doc.Slice(e.doc.TokensSpan(m.First, m.Last))), m.Kind)
		if first == "" {
			first = words + " in " + blockName(p.Kind, p.Number)
		}
		if slices.Contains(sentences, n) {
			near = append(near, words)
		}
	}
	switch {
	case len(near) > 0:
		return strings.Join(near, ", ")
	case first != "":
		return "not in this sentence; first " + first
	}
	return "by no words of its own"
}

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"github.com/readout/readout/internal/coref"
	"github.com/readout/readout/internal/text"
)

// jsonTrees writes documents as JSON, a line a sentence, with no more than a sentence held in memory:
//
//	{"schema":"readout-parse/1","documents":[
//	{"id":"…","name":"talks.txt","sentences":[
//	{"id":"…-1","paragraph":1,"text":"…","start":0,"end":38,"tokens":[{"id":1,"form":"The", … ,"start":0,"end":3}, …]},
//	…
//	]}
//	]}
type jsonTrees struct {
	out        *bufio.Writer
	documents  int
	id, name   string
	sentences  int // of the document
	paragraphs int
	position   int // code points of the document before what is written next
}

func newJSONTrees(w io.Writer) *jsonTrees { return &jsonTrees{out: bufio.NewWriter(w)} }

// jsonSentence is a sentence; positions are code points of the document's text.
type jsonSentence struct {
	ID        string        `json:"id"`
	Paragraph int           `json:"paragraph"`
	Comments  []string      `json:"comments,omitempty"`
	Text      string        `json:"text"`
	Start     int           `json:"start"`
	End       int           `json:"end"`
	Multiword []jsonRange   `json:"multiword,omitempty"`
	Tokens    []jsonToken   `json:"tokens"`
	Mentions  []jsonMention `json:"mentions,omitempty"`
}

// jsonMention is a mention over the words First to Last, of which the others hang on Head. The group is one for all mentions of a
// person or thing in the document.
type jsonMention struct {
	First  int    `json:"first"`
	Last   int    `json:"last"`
	Head   int    `json:"head"`
	Group  int    `json:"group"`
	Type   string `json:"type"`
	Status string `json:"status"`
	Tie    string `json:"tie"`
	Name   string `json:"name,omitempty"` // the type of a name in detail, such as "gpe"
}

// jsonRange is a multiword token over the words First to Last.
type jsonRange struct {
	First int    `json:"first"`
	Last  int    `json:"last"`
	Form  string `json:"form"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type jsonToken struct {
	ID     int    `json:"id"`
	Form   string `json:"form"`
	Lemma  string `json:"lemma,omitempty"`
	UPOS   string `json:"upos,omitempty"`
	XPOS   string `json:"xpos,omitempty"`
	Feats  string `json:"feats,omitempty"`
	Head   int    `json:"head"`
	Deprel string `json:"deprel,omitempty"`
	Misc   string `json:"misc,omitempty"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
}

// Document begins a document.
func (w *jsonTrees) Document(id, name string) {
	w.endDocument()
	w.id, w.name, w.sentences, w.paragraphs, w.position = id, name, 0, 0, 0
}

// begin writes the start of the document before its first sentence.
func (w *jsonTrees) begin() {
	if w.documents == 0 {
		w.out.WriteString(`{"schema":"readout-parse/1","documents":[` + "\n")
	} else {
		w.out.WriteString(",\n")
	}
	w.documents++
	fmt.Fprintf(w.out, `{"id":%s,"name":%s,"sentences":[`+"\n", quoted(w.id), quoted(w.name))
}

func quoted(s string) []byte {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string has JSON
	}
	return b
}

func (w *jsonTrees) endDocument() {
	if w.sentences > 0 {
		w.out.WriteString("\n]}")
	}
}

// Write writes the sentences of d, which follow those written before in the same document. A treebank may begin documents of
// its own.
func (w *jsonTrees) Write(d *text.Doc, mentions []coref.Mention) error {
	from := 0 // bytes of d.Text counted into position
	for n := range d.Sentences {
		s := d.Sentences[n]
		if id, ok := s.Comment("newdoc"); ok && w.sentences > 0 {
			w.Document(id, w.name)
			from = d.SentenceSpan(n).Start
		} else if ok && id != "" {
			w.id = id
		}
		if w.sentences == 0 {
			w.begin()
		} else {
			w.out.WriteString(",\n")
		}
		paragraph := n == 0 || d.Sentences[n-1].Paragraph != s.Paragraph
		if s.Comments != nil { // of a treebank, whose batches don't begin paragraphs
			paragraph = w.sentences == 0 || s.BeginsParagraph()
		}
		if paragraph {
			w.paragraphs++
		}
		if paragraph && n == 0 && w.sentences > 0 {
			w.position += len("\n\n")
		}
		w.sentences++
		start := d.SentenceSpan(n).Start
		w.position += runes(d, text.Span{Start: from, End: start})
		from = start
		inside := 0
		for inside < len(mentions) && mentions[inside].First < s.Last {
			inside++
		}
		if err := w.sentence(d, n, mentions[:inside]); err != nil {
			return err
		}
		mentions = mentions[inside:]
	}
	w.position += runes(d, text.Span{Start: from, End: len(d.Text)})
	return nil
}

// sentence writes sentence n, which begins at the current position.
func (w *jsonTrees) sentence(d *text.Doc, n int, mentions []coref.Mention) error {
	s := d.Sentences[n]
	span := d.SentenceSpan(n)
	out := jsonSentence{
		ID: fmt.Sprintf("%s-%d", w.id, w.sentences), Paragraph: w.paragraphs, Comments: s.Comments,
		Text: d.SentenceText(n), Start: w.position, End: w.position + runes(d, span),
	}
	if id, ok := s.Comment("sent_id"); ok {
		out.ID = id
	}
	position, byteAt := w.position, span.Start
	for i := s.First; i < s.Last; i++ {
		t := d.Tokens[i]
		position += runes(d, text.Span{Start: byteAt, End: t.Start})
		end := position + runes(d, t.Span)
		out.Tokens = append(out.Tokens, jsonToken{
			ID: i - s.First + 1, Form: d.Form(i), Lemma: t.Lemma, UPOS: t.UPOS, XPOS: t.XPOS, Feats: unlessBlank(t.Feats),
			Head: headNumber(t, s), Deprel: t.Deprel, Misc: unlessBlank(d.Misc(i)), Start: position, End: end,
		})
		position, byteAt = end, t.End
	}
	out.Multiword = multiword(d, s, out.Tokens)
	for _, m := range mentions {
		out.Mentions = append(out.Mentions, jsonMention{m.First - s.First + 1, m.Last - s.First, m.Head - s.First + 1, m.Group, m.Type, m.Status, m.Tie, nameIn(d, m)})
	}
	b, err := json.Marshal(out)
	if err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	if _, err := w.out.Write(b); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// nameIn returns the type of the name that a mention is, "" for a mention without one.
func nameIn(d *text.Doc, m coref.Mention) string {
	for _, e := range d.Entities {
		if e.First > m.Head {
			break
		}
		if m.Head < e.Last && m.First <= e.First && e.Last <= m.Last {
			return string(e.Type)
		}
	}
	return ""
}

// unlessBlank returns a column of CoNLL-U, or "" for the mark that it is empty.
func unlessBlank(cell string) string {
	if cell == "_" {
		return ""
	}
	return cell
}

func headNumber(t text.Token, s text.Sentence) int {
	if t.Head < 0 {
		return 0
	}
	return t.Head - s.First + 1
}

func multiword(d *text.Doc, s text.Sentence, words []jsonToken) []jsonRange {
	var out []jsonRange
	for i := s.First; i < s.Last; i++ {
		if last := d.JoinedTo(i); last > i+1 {
			first, end := words[i-s.First], words[last-1-s.First]
			form := d.Slice(text.Span{Start: d.Tokens[i].Start, End: d.Tokens[last-1].End})
			out = append(out, jsonRange{First: first.ID, Last: end.ID, Form: form, Start: first.Start, End: end.End})
			i = last - 1
		}
	}
	return out
}

// Flush writes what is held back.
func (w *jsonTrees) Flush() error {
	if err := w.out.Flush(); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// Close ends the last document and the whole.
func (w *jsonTrees) Close() error {
	w.endDocument()
	if w.documents == 0 {
		w.out.WriteString(`{"schema":"readout-parse/1","documents":[`)
	}
	w.out.WriteString("\n]}\n")
	return w.Flush()
}

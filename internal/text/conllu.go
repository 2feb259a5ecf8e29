package text

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/readout/readout"
)

// MaxGiven is the length in words of the longest sentence that CoNLL-U may hold. What readout cuts itself ends at
// MaxSentence; a given sentence can't be cut, and stages whose time grows faster than its length need a bound.
const MaxGiven = 1000

// maxConlluLine is the length in bytes of the longest line of CoNLL-U.
const maxConlluLine = 1 << 22

// ConlluReader reads CoNLL-U (https://universaldependencies.org/format.html) a sentence at a time, so that memory does not
// grow with the file. It is strict: what breaks a rule of the format is an error with line and reason. It keeps comments
// and MISC; empty nodes and enhanced dependencies are checked for their place and left out.
type ConlluReader struct {
	scanner *bufio.Scanner
	line    int
	ahead   *Doc // a sentence that was read too far
}

// NewConlluReader returns a reader of r.
func NewConlluReader(r io.Reader) *ConlluReader {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 0, 1<<16), maxConlluLine)
	return &ConlluReader{scanner: scanner}
}

// Read returns the next sentence as a Doc of its own, in one paragraph, and io.EOF after the last. A sentence without
// any head, as a file has that is still to be parsed, gets Head -1 everywhere.
func (r *ConlluReader) Read() (*Doc, error) {
	if d := r.ahead; d != nil {
		r.ahead = nil
		return d, nil
	}
	s := newConlluSentence()
	for r.scanner.Scan() {
		r.line++
		row := strings.TrimSuffix(r.scanner.Text(), "\r")
		if r.line == 1 {
			row = strings.TrimPrefix(row, "\ufeff")
		}
		if row == "" && s.empty() {
			continue
		}
		if row == "" {
			return s.finished(r.line)
		}
		if err := s.add(row); err != nil {
			return nil, atLine(r.line, err)
		}
	}
	if err := r.scanner.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			err = fmt.Errorf("longer than %d MiB", maxConlluLine>>20)
		}
		return nil, atLine(r.line+1, err)
	}
	if s.empty() {
		return nil, io.EOF
	}
	return s.finished(r.line)
}

func atLine(line int, err error) error { return fmt.Errorf("read CoNLL-U: line %d: %w", line, err) }

// ReadBatch returns the sentences up to the next document as one Doc, or some of at least so many words of a longer document,
// with a paragraph for each "newpar" and "newdoc", and io.EOF after the last.
func (r *ConlluReader) ReadBatch(words int) (*Doc, error) {
	batch := treebank{doc: &Doc{}}
	for len(batch.doc.Tokens) < words {
		d, err := r.Read()
		if err == io.EOF && len(batch.doc.Tokens) > 0 {
			break
		}
		if err != nil {
			return nil, err
		}
		if _, begins := d.Sentences[0].Comment("newdoc"); begins && len(batch.doc.Tokens) > 0 {
			r.ahead = d
			break
		}
		batch.add(d)
	}
	return batch.done(), nil
}

// ReadCoNLLU reads a whole treebank into one Doc. Its text is rebuilt from the words, with a paragraph for each "newpar"
// and "newdoc". Each sentence must have its tree.
func ReadCoNLLU(r io.Reader) (*Doc, error) {
	in := NewConlluReader(r)
	all := treebank{doc: &Doc{}}
	for {
		d, err := in.Read()
		if err == io.EOF {
			return all.done(), nil
		}
		if err != nil {
			return nil, err
		}
		if d.isBlind() {
			return nil, atLine(in.line, errors.New("the words above have no heads"))
		}
		all.add(d)
	}
}

// isBlind reports whether a sentence was read that has no tree.
func (d *Doc) isBlind() bool {
	roots := 0
	for _, t := range d.Tokens {
		if t.Head < 0 {
			roots++
		}
	}
	return roots > 1
}

// treebank joins sentences into one Doc.
type treebank struct {
	doc  *Doc
	text strings.Builder
}

func (t *treebank) add(d *Doc) {
	for _, s := range d.Sentences {
		if t.text.Len() == 0 || s.BeginsParagraph() {
			t.paragraph()
		}
		s.First, s.Last = s.First+len(t.doc.Tokens), s.Last+len(t.doc.Tokens)
		s.Paragraph = len(t.doc.Paragraphs) - 1
		t.doc.Sentences = append(t.doc.Sentences, s)
	}
	bytes, words := t.text.Len(), len(t.doc.Tokens)
	for _, tok := range d.Tokens {
		tok.Start, tok.End = tok.Start+bytes, tok.End+bytes
		if tok.Head >= 0 {
			tok.Head += words
		}
		t.doc.Tokens = append(t.doc.Tokens, tok)
	}
	t.text.WriteString(d.Text)
}

func (t *treebank) paragraph() {
	t.endParagraph()
	if t.text.Len() > 0 {
		t.text.WriteString("\n\n")
	}
	t.doc.Paragraphs = append(t.doc.Paragraphs, Paragraph{
		Span: Span{t.text.Len(), t.text.Len()}, Kind: readout.Body, Number: len(t.doc.Paragraphs) + 1,
	})
}

func (t *treebank) endParagraph() {
	if n := len(t.doc.Paragraphs); n > 0 {
		t.doc.Paragraphs[n-1].End = t.text.Len()
	}
}

func (t *treebank) done() *Doc {
	t.endParagraph()
	t.doc.Text = t.text.String()
	t.doc.Article = readout.Article{ID: readout.ArticleID(t.doc.Text), Text: t.doc.Text}
	return t.doc
}

// BeginsParagraph reports whether a comment of a treebank says so.
func (s Sentence) BeginsParagraph() bool {
	_, par := s.Comment("newpar")
	_, doc := s.Comment("newdoc")
	return par || doc
}

// Comment returns what a treebank says of a sentence under a key: of "sent_id" the ID, of "newdoc" that of the document that begins.
func (s Sentence) Comment(key string) (value string, ok bool) {
	for _, c := range s.Comments {
		if isComment(c, key) {
			_, value, _ = strings.Cut(c, "=")
			return strings.TrimSpace(value), true
		}
	}
	return "", false
}

// isComment reports whether a comment is about a key: "newpar" and "newpar id = p1" are, "newpar_block = head" is not.
func isComment(comment, key string) bool {
	rest, ok := strings.CutPrefix(comment, key)
	return ok && (rest == "" || rest[0] == ' ' || rest[0] == '=')
}

package text

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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

// ReadBatch returns sentences of at least so many words as one Doc, with a paragraph for each "newpar" and "newdoc", and io.EOF after
// the last.
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

// Columns of CoNLL-U.
const (
	colID = iota
	colForm
	colLemma
	colUPOS
	colXPOS
	colFeats
	colHead
	colDeprel
	colDeps
	colMisc
	columns
)

// conlluSentence is a sentence being read.
type conlluSentence struct {
	doc  *Doc
	text strings.Builder

	comments []string
	stated   string // the text that a comment states
	hasText  bool
	nodes    int // empty nodes after the last word

	rangeFirst, rangeLast int // words of the last multiword token
	rangeForm             string
	rangeStart            int // where its words begin in the text
	rangeSpace            bool

	headless int // words without a head
}

func newConlluSentence() *conlluSentence { return &conlluSentence{doc: &Doc{}, comments: []string{}} }

func (s *conlluSentence) empty() bool {
	return len(s.comments) == 0 && !s.hasText && len(s.doc.Tokens) == 0
}

// add reads one line.
func (s *conlluSentence) add(row string) error {
	if !utf8.ValidString(row) {
		return errors.New("not UTF-8")
	}
	if row[0] == '#' {
		return s.comment(row)
	}
	cells := strings.Split(row, "\t")
	if len(cells) != columns {
		return fmt.Errorf("want %d columns, got %d", columns, len(cells))
	}
	for i, cell := range cells {
		if err := checkCell(i, cell); err != nil {
			return err
		}
	}
	switch {
	case strings.Contains(cells[colID], "."):
		return s.emptyNode(cells[colID])
	case strings.Contains(cells[colID], "-"):
		return s.multiword(cells)
	}
	return s.word(cells)
}

func (s *conlluSentence) comment(row string) error {
	if len(s.doc.Tokens) > 0 || s.rangeLast > 0 {
		return errors.New("a comment among the words of a sentence")
	}
	c := strings.TrimSpace(row[1:])
	if key, value, ok := strings.Cut(c, "="); ok && strings.TrimSpace(key) == "text" {
		s.stated, s.hasText = strings.TrimSpace(value), true
		return nil
	}
	s.comments = append(s.comments, c)
	return nil
}

// checkCell checks what holds for every column: something in it, and spaces only within a form, a lemma or MISC.
func checkCell(column int, cell string) error {
	if cell == "" {
		return fmt.Errorf("column %d is empty", column+1)
	}
	if strings.IndexFunc(cell, unicode.IsSpace) < 0 {
		return nil
	}
	if column != colForm && column != colLemma && column != colMisc {
		return fmt.Errorf("white space in column %d, %q", column+1, cell)
	}
	if strings.Join(strings.Fields(cell), " ") != cell {
		return fmt.Errorf("white space in column %d, %q, that is more than single spaces between characters", column+1, cell)
	}
	return nil
}

// natural reads a number as CoNLL-U writes one: no sign, no zero before it.
func natural(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0 && strconv.Itoa(n) == s
}

// emptyNode checks the place of an empty node, "8.1", which is then left out.
func (s *conlluSentence) emptyNode(id string) error {
	after, nth, _ := strings.Cut(id, ".")
	i, ok := natural(after)
	n, ok2 := natural(nth)
	if !ok || !ok2 || i != len(s.doc.Tokens) || n != s.nodes+1 {
		return fmt.Errorf("empty node %q out of order: want %d.%d", id, len(s.doc.Tokens), s.nodes+1)
	}
	s.nodes++
	return nil
}

// multiword reads the line of a multiword token, "1-2 don't".
func (s *conlluSentence) multiword(cells []string) error {
	from, to, _ := strings.Cut(cells[colID], "-")
	first, ok := natural(from)
	last, ok2 := natural(to)
	switch {
	case !ok || !ok2 || last <= first:
		return fmt.Errorf("bad range %q", cells[colID])
	case first != len(s.doc.Tokens)+1:
		return fmt.Errorf("range %q out of order: the next word is %d", cells[colID], len(s.doc.Tokens)+1)
	case first <= s.rangeLast:
		return fmt.Errorf("range %q overlaps %d-%d", cells[colID], s.rangeFirst, s.rangeLast)
	}
	for i := colLemma; i < colMisc; i++ {
		if cells[i] != "_" && i != colFeats {
			return fmt.Errorf("range %q has %q in column %d: only its words have", cells[colID], cells[i], i+1)
		}
	}
	s.rangeFirst, s.rangeLast, s.rangeForm, s.rangeStart = first, last, cells[colForm], s.text.Len()
	s.rangeSpace, _ = cutSpaceAfter(cells[colMisc])
	return nil
}

// word reads the line of a word.
func (s *conlluSentence) word(cells []string) error {
	id, ok := natural(cells[colID])
	if !ok || id != len(s.doc.Tokens)+1 {
		return fmt.Errorf("word %q out of order: want %d", cells[colID], len(s.doc.Tokens)+1)
	}
	if id > MaxGiven {
		return fmt.Errorf("a sentence of more than %d words", MaxGiven)
	}
	head, ok := natural(cells[colHead])
	if cells[colHead] == "_" {
		s.headless++
	} else if !ok {
		return fmt.Errorf("bad head %q", cells[colHead])
	}
	if d := cells[colDeprel]; cells[colHead] != "_" && d != "_" && (head == 0) != (d == "root") {
		return fmt.Errorf("word %d has head %d and relation %q: the root, and nothing else, has head 0", id, head, d)
	}
	space, misc := cutSpaceAfter(cells[colMisc])
	if id <= s.rangeLast {
		space = id == s.rangeLast && s.rangeSpace
	}
	start := s.text.Len()
	s.text.WriteString(cells[colForm])
	s.doc.Tokens = append(s.doc.Tokens, Token{
		Span: Span{start, s.text.Len()}, SpaceAfter: space, Joined: id > s.rangeFirst && id <= s.rangeLast,
		Lemma: blank(cells[colLemma], cells[colForm]), UPOS: blank(cells[colUPOS], ""), XPOS: blank(cells[colXPOS], ""),
		Feats: cells[colFeats], Head: head - 1, Deprel: blank(cells[colDeprel], ""), Misc: misc,
	})
	s.nodes = 0
	if id == s.rangeLast && s.text.String()[s.rangeStart:] != s.rangeForm {
		return fmt.Errorf("%q of range %d-%d is not its words put together, %q", s.rangeForm, s.rangeFirst, s.rangeLast,
			s.text.String()[s.rangeStart:])
	}
	if space {
		s.text.WriteByte(' ')
	}
	return nil
}

// blank returns a cell, or "" for the mark "_" that it is empty. The lemma of the word "_" is no such mark.
func blank(cell, form string) string {
	if cell == "_" && form != "_" {
		return ""
	}
	return cell
}

// cutSpaceAfter parts MISC in whether white space follows and the rest.
func cutSpaceAfter(misc string) (space bool, rest string) {
	if misc == "_" {
		return true, ""
	}
	space = true
	for attribute := range strings.SplitSeq(misc, "|") {
		switch {
		case attribute == "SpaceAfter=No":
			space = false
		case attribute == "" || strings.HasPrefix(attribute, "SpaceAfter="):
		case rest == "":
			rest = attribute
		default:
			rest += "|" + attribute
		}
	}
	return space, rest
}

// finished checks the sentence as a whole and returns it; line is the one after it.
func (s *conlluSentence) finished(line int) (*Doc, error) {
	if err := s.check(); err != nil {
		return nil, atLine(line, err)
	}
	s.doc.Text = s.text.String()
	s.doc.Paragraphs = []Paragraph{{Span: Span{0, len(s.doc.Text)}, Kind: readout.Body, Number: 1}}
	s.doc.Sentences = []Sentence{{First: 0, Last: len(s.doc.Tokens), Comments: s.comments}}
	return s.doc, nil
}

func (s *conlluSentence) check() error {
	words := len(s.doc.Tokens)
	switch {
	case words == 0:
		return errors.New("comments without a sentence")
	case s.rangeLast > words:
		return fmt.Errorf("range %d-%d in a sentence of %d words", s.rangeFirst, s.rangeLast, words)
	case s.hasText && strings.Join(strings.Fields(s.stated), " ") != strings.Join(strings.Fields(s.text.String()), " "):
		return fmt.Errorf("the text %q is not that of the words, %q", clipped(s.stated), clipped(s.text.String()))
	case s.headless == words:
		return nil
	case s.headless > 0:
		return fmt.Errorf("%d of %d words have no head", s.headless, words)
	}
	return checkTree(s.doc.Tokens)
}

// clipped shortens a text for a message.
func clipped(s string) string {
	const longest = 80
	if len(s) <= longest {
		return s
	}
	return strings.ToValidUTF8(s[:longest], "") + "…"
}

// checkTree reports what keeps the heads of a sentence from being a tree. It takes linear time.
func checkTree(words []Token) error {
	roots := 0
	for i, w := range words {
		if w.Head >= len(words) {
			return fmt.Errorf("word %d has head %d in a sentence of %d words", i+1, w.Head+1, len(words))
		}
		if w.Head < 0 {
			roots++
		}
	}
	if roots != 1 {
		return fmt.Errorf("want one root, got %d", roots)
	}
	seen := make([]int, len(words)) // one more than the word whose way up passed here first
	for i := range words {
		at := i
		for at >= 0 && seen[at] == 0 {
			seen[at] = i + 1
			at = words[at].Head
		}
		if at >= 0 && seen[at] == i+1 {
			return fmt.Errorf("word %d hangs on itself", at+1)
		}
	}
	return nil
}

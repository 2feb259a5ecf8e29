package text

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout/readout"
)

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

// maxComments bounds the lines about a sentence, which are kept with it.
const maxComments = 1000

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
	if len(s.comments) == maxComments {
		return fmt.Errorf("a sentence with more than %d comments", maxComments)
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
		if d := cells[colDeprel]; d != "_" {
			return fmt.Errorf("word %d has the relation %q and no head", id, d)
		}
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

package text

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/readout/readout"
)

// ReadCoNLLU reads a CoNLL-U stream (https://universaldependencies.org/format.html) as one Doc a
// sentence batch: tokens keep their order, the text is rebuilt from forms and SpaceAfter, and multi-word
// ranges and empty nodes are passed over. An error names the line and the reason.
func ReadCoNLLU(r io.Reader) (*Doc, error) {
	c := conlluReader{doc: &Doc{}, first: 0}
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 0, 1<<16), 1<<22)
	line := 0
	for scanner.Scan() {
		line++
		if err := c.line(strings.TrimSuffix(scanner.Text(), "\r")); err != nil {
			return nil, fmt.Errorf("read CoNLL-U: line %d: %w", line, err)
		}
	}
	if err := scanner.Err(); err != nil {
		return nil, fmt.Errorf("read CoNLL-U: line %d: %w", line+1, err)
	}
	if err := c.endSentence(); err != nil {
		return nil, fmt.Errorf("read CoNLL-U: line %d: %w", line, err)
	}
	c.doc.Text = c.text.String()
	c.doc.Article = readout.Article{ID: readout.ArticleID(c.doc.Text), Text: c.doc.Text}
	c.doc.Paragraphs = []Paragraph{{Span: Span{0, len(c.doc.Text)}, Kind: readout.Body, Number: 1}}
	return c.doc, nil
}

type conlluReader struct {
	doc   *Doc
	text  strings.Builder
	first int // first token of the open sentence

	rangeEnd   int  // last word of the open multi-word token, 0 for none
	rangeSpace bool // white space follows that token
}

func (c *conlluReader) line(row string) error {
	switch {
	case row == "":
		return c.endSentence()
	case row[0] == '#':
		return nil
	}
	cells := strings.Split(row, "\t")
	if len(cells) != 10 {
		return fmt.Errorf("want 10 columns, got %d", len(cells))
	}
	if strings.Contains(cells[0], ".") {
		return nil
	}
	if _, to, ok := strings.Cut(cells[0], "-"); ok {
		end, err := strconv.Atoi(to)
		if err != nil {
			return fmt.Errorf("bad token range %q", cells[0])
		}
		c.rangeEnd, c.rangeSpace = end, spaceAfter(cells[9])
		return nil
	}
	return c.word(cells)
}

func spaceAfter(misc string) bool { return !strings.Contains(misc, "SpaceAfter=No") }

func (c *conlluReader) word(cells []string) error {
	id, err := strconv.Atoi(cells[0])
	if err != nil || id != len(c.doc.Tokens)-c.first+1 {
		return fmt.Errorf("word %q out of order", cells[0])
	}
	head, err := strconv.Atoi(cells[6])
	if err != nil || head < 0 {
		return fmt.Errorf("bad head %q", cells[6])
	}
	if cells[1] == "" {
		return fmt.Errorf("word %d has no form", id)
	}
	space := spaceAfter(cells[9])
	if c.rangeEnd > 0 {
		space = id == c.rangeEnd && c.rangeSpace
		if id >= c.rangeEnd {
			c.rangeEnd = 0
		}
	}
	t := Token{
		Span: Span{c.text.Len(), c.text.Len() + len(cells[1])}, SpaceAfter: space,
		Lemma: cells[2], UPOS: cells[3], XPOS: cells[4], Feats: cells[5], Head: head, Deprel: cells[7],
	}
	c.text.WriteString(cells[1])
	if space {
		c.text.WriteByte(' ')
	}
	c.doc.Tokens = append(c.doc.Tokens, t)
	return nil
}

func (c *conlluReader) endSentence() error {
	words := c.doc.Tokens[c.first:]
	if len(words) == 0 {
		return nil
	}
	for i := range words {
		if words[i].Head > len(words) {
			return fmt.Errorf("word %d has head %d in a sentence of %d words", i+1, words[i].Head, len(words))
		}
		words[i].Head += c.first - 1
		if words[i].Head < c.first {
			words[i].Head = -1
		}
	}
	c.doc.Sentences = append(c.doc.Sentences, Sentence{First: c.first, Last: len(c.doc.Tokens)})
	if n := c.text.Len(); n > 0 && !words[len(words)-1].SpaceAfter {
		c.text.WriteByte(' ')
	}
	c.first, c.rangeEnd = len(c.doc.Tokens), 0
	return nil
}

// WriteCoNLLU writes the sentences of d as CoNLL-U.
func WriteCoNLLU(w io.Writer, d *Doc) error {
	out := bufio.NewWriter(w)
	for n, s := range d.Sentences {
		fmt.Fprintf(out, "# sent_id = %d\n# text = %s\n", n+1, strings.ReplaceAll(d.Slice(d.SentenceSpan(n)), "\n", " "))
		for i := s.First; i < s.Last; i++ {
			writeWord(out, d, s, i)
		}
		out.WriteByte('\n')
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write CoNLL-U: %w", err)
	}
	return nil
}

func writeWord(out *bufio.Writer, d *Doc, s Sentence, i int) {
	t := d.Tokens[i]
	misc := "_"
	if !t.SpaceAfter && i+1 < s.Last {
		misc = "SpaceAfter=No"
	}
	head := 0
	if t.Head >= 0 {
		head = t.Head - s.First + 1
	}
	fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n", i-s.First+1, d.Word(i),
		orBlank(t.Lemma), orBlank(t.UPOS), orBlank(t.XPOS), orBlank(t.Feats), head, orBlank(t.Deprel), misc)
}

func orBlank(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

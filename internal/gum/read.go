package gum

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// ReadDir reads the documents of DIR/en_gum-SPLIT.conllu.
func ReadDir(dir, split string) ([]Document, error) {
	name := filepath.Join(dir, "en_gum-"+split+".conllu")
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open corpus: %w", err)
	}
	defer f.Close()
	docs, err := Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return docs, nil
}

// Read reads a stream of CoNLL-U into its documents. An error names the line and the reason.
func Read(r io.Reader) ([]Document, error) {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 0, 1<<16), 1<<22)
	var c corpus
	for scanner.Scan() {
		c.number++
		if err := c.line(strings.TrimSuffix(scanner.Text(), "\r")); err != nil {
			return nil, fmt.Errorf("read entities: line %d: %w", c.number, err)
		}
	}
	if err := scanner.Err(); err != nil {
		return nil, fmt.Errorf("read entities: line %d: %w", c.number+1, err)
	}
	if err := c.endDocument(); err != nil {
		return nil, fmt.Errorf("read entities: line %d: %w", c.number, err)
	}
	return c.docs, nil
}

// corpus reads lines; open is the document being read, nil before the first.
type corpus struct {
	docs   []Document
	number int // of the line being read
	open   *document
}

// document is a document being read.
type document struct {
	Document
	first     int             // line it begins at
	rows      strings.Builder // its lines, for the reader of words and trees
	words     int             // words so far
	reads     bracketReader
	speaker   string // of the sentence being read
	inside    bool   // a word of that sentence was read
	newPar    bool   // a paragraph begins with that sentence
	paragraph []int  // for each sentence, its paragraph from 0
}

func (c *corpus) line(row string) error {
	if name, ok := comment(row, "newdoc id"); ok || strings.HasPrefix(row, "# newdoc") {
		if err := c.endDocument(); err != nil {
			return err
		}
		c.start(name)
	}
	switch {
	case c.open == nil && strings.TrimSpace(row) == "":
		return nil
	case c.open == nil:
		c.start("")
	}
	c.open.rows.WriteString(row)
	c.open.rows.WriteByte('\n')
	switch {
	case row == "":
		c.open.endSentence()
		return nil
	case row[0] == '#':
		c.open.comment(row)
		return nil
	}
	return c.open.word(row)
}

func (c *corpus) start(name string) {
	c.open = &document{first: c.number}
	c.open.Name, c.open.Genre = name, genre(name)
}

// genre is the second part of a name such as GUM_news_iodine.
func genre(name string) string {
	if parts := strings.Split(name, "_"); len(parts) >= 3 {
		return parts[1]
	}
	return ""
}

// comment returns the value of a line "# key = value".
func comment(row, key string) (string, bool) {
	left, value, ok := strings.Cut(row, "=")
	if !ok || strings.TrimSpace(strings.TrimPrefix(left, "#")) != key || !strings.HasPrefix(row, "#") {
		return "", false
	}
	return strings.TrimSpace(value), true
}

func (d *document) comment(row string) {
	if strings.HasPrefix(row, "# newpar") && !strings.HasPrefix(row, "# newpar_") {
		d.newPar = true
	}
	if v, ok := comment(row, "speaker"); ok {
		d.speaker = v
	}
	if v, ok := comment(row, "meta::genre"); ok {
		d.Genre = v
	}
	if v, ok := comment(row, "global.Entity"); ok {
		d.reads.fields = strings.Split(v, "-")
	}
}

func (d *document) word(row string) error {
	cells := strings.Split(row, "\t")
	if len(cells) != 10 {
		return fmt.Errorf("want 10 columns, got %d", len(cells))
	}
	if strings.ContainsAny(cells[0], ".-") {
		return nil // an empty node or a range of words: mentions stand at words
	}
	d.inside = true
	at := d.words
	d.words++
	for _, pair := range strings.Split(cells[9], "|") {
		key, value, ok := strings.Cut(pair, "=")
		if !ok {
			continue
		}
		switch key {
		case "Entity":
			if err := d.reads.cell(at, value); err != nil {
				return fmt.Errorf("cell Entity=%q: %w", value, err)
			}
		case "Bridge":
			d.Links = append(d.Links, links(value, Bridge)...)
		case "SplitAnte":
			d.Links = append(d.Links, links(value, SplitAnte)...)
		}
	}
	return nil
}

// links reads "7<11,8<11".
func links(value string, kind Kind) []Link {
	var out []Link
	for _, pair := range strings.Split(value, ",") {
		if from, to, ok := strings.Cut(pair, "<"); ok {
			out = append(out, Link{from, to, kind})
		}
	}
	return out
}

func (d *document) endSentence() {
	if !d.inside {
		return
	}
	number := 0
	if n := len(d.paragraph); n > 0 {
		number = d.paragraph[n-1]
		if d.newPar {
			number++
		}
	}
	d.paragraph = append(d.paragraph, number)
	d.Speakers = append(d.Speakers, d.speaker)
	d.speaker, d.inside, d.newPar = "", false, false
}

// endDocument makes a Document of the lines read since the last.
func (c *corpus) endDocument() error {
	d := c.open
	if c.open = nil; d == nil {
		return nil
	}
	d.endSentence()
	if d.words == 0 {
		return nil
	}
	var err error
	if d.Doc, err = text.ReadCoNLLU(strings.NewReader(d.rows.String())); err != nil {
		return fmt.Errorf("document %q, which begins at line %d: %w", d.Name, d.first, err)
	}
	if d.Mentions, err = d.reads.finish(); err != nil {
		return fmt.Errorf("document %q: %w", d.Name, err)
	}
	d.setMin()
	d.setParagraphs()
	c.docs = append(c.docs, d.Document)
	return nil
}

// setMin turns the numbers of minimal words, which count from 1 within a mention, into tokens.
func (d *document) setMin() {
	for k := range d.Mentions {
		m := &d.Mentions[k]
		kept := m.Min[:0]
		for _, n := range m.Min {
			if at := m.token(n - 1); at >= 0 {
				kept = append(kept, at)
			}
		}
		m.Min = kept
	}
}

// token returns the token of the mention's word n, -1 where it has fewer.
func (m Mention) token(n int) int {
	for _, p := range m.parts() {
		if n >= 0 && n < p.Last-p.First {
			return p.First + n
		}
		n -= p.Last - p.First
	}
	return -1
}

func (m Mention) parts() []Part {
	if m.Parts != nil {
		return m.Parts
	}
	return []Part{{m.First, m.Last}}
}

// setParagraphs cuts the document at its "# newpar" lines.
func (d *document) setParagraphs() {
	doc := d.Doc
	doc.Paragraphs = nil
	for n := range doc.Sentences {
		span := doc.SentenceSpan(n)
		if n == 0 || d.paragraph[n] != d.paragraph[n-1] {
			doc.Paragraphs = append(doc.Paragraphs, text.Paragraph{Span: span, Kind: readout.Body, Number: len(doc.Paragraphs) + 1})
		}
		last := len(doc.Paragraphs) - 1
		doc.Paragraphs[last].End = span.End
		doc.Sentences[n].Paragraph = last
	}
}

// number reads a small number from 1.
func number(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n > 0
}

func sortMentions(ms []Mention) {
	slices.SortStableFunc(ms, func(a, b Mention) int { return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.Last, a.Last)) })
}

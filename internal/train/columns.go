package train

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// Columns is one sentence of a file in columns: a word a line, its tag in the last column where there is one.
type Columns struct {
	Doc  *text.Doc // the sentence as a document of its own
	Rows []string  // its lines as they stand in the file
	Tags []string  // in BIO form; "O" where a line has one column
}

// A ColumnError says which line of a file in columns can't be read.
type ColumnError struct {
	Line   int
	Reason string
}

func (e *ColumnError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Reason) }

// ReadColumnFile reads a file in columns.
func ReadColumnFile(name string) ([]Columns, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open columns: %w", err)
	}
	defer f.Close()
	out, err := ReadColumns(f)
	if err != nil {
		return nil, fmt.Errorf("read columns: %s: %w", name, err)
	}
	return out, nil
}

// ReadColumns reads words in columns, parted by a tab or by blanks, with an empty line between sentences.
func ReadColumns(r io.Reader) ([]Columns, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<16), 1<<22)
	var out []Columns
	var rows, forms, tags []string
	end := func() {
		if len(rows) > 0 {
			out = append(out, Columns{Doc: sentenceOf(forms), Rows: rows, Tags: tags})
		}
		rows, forms, tags = nil, nil, nil
	}
	number := 0
	for lines.Scan() {
		number++
		row := strings.TrimRight(lines.Text(), "\r")
		if strings.TrimSpace(row) == "" {
			end()
			continue
		}
		cells := strings.Split(row, "\t")
		if len(cells) == 1 {
			cells = strings.Fields(row)
		}
		if strings.TrimSpace(cells[0]) == "" {
			return nil, &ColumnError{number, "the first column, which holds the word, is empty"}
		}
		rows, forms = append(rows, row), append(forms, strings.TrimSpace(cells[0]))
		tag := "O"
		if len(cells) > 1 {
			tag = cells[len(cells)-1]
		}
		tags = append(tags, tag)
	}
	if err := lines.Err(); err != nil {
		return nil, &ColumnError{number + 1, err.Error()}
	}
	end()
	return out, nil
}

// sentenceOf makes a document of one sentence, its words parted by blanks.
func sentenceOf(forms []string) *text.Doc {
	d := &text.Doc{Text: strings.Join(forms, " ") + " "}
	at := 0
	for _, f := range forms {
		d.Tokens = append(d.Tokens, text.Token{Span: text.Span{Start: at, End: at + len(f)}, SpaceAfter: true, Head: -1})
		at += len(f) + 1
	}
	d.Sentences = []text.Sentence{{First: 0, Last: len(forms)}}
	d.Paragraphs = []text.Paragraph{{Span: text.Span{Start: 0, End: len(d.Text)}, Kind: readout.Body, Number: 1}}
	d.Article = readout.Article{ID: readout.ArticleID(d.Text), Text: d.Text}
	return d
}

// A Tagged is a run of tokens [First, Last) with its type as a file names it.
type Tagged struct {
	First, Last int
	Type        string
}

// Spans reads the tags; an I- tag that follows no tag of its type begins a span.
func (c Columns) Spans() []Tagged {
	var out []Tagged
	for i, tag := range c.Tags {
		position, kind, ok := strings.Cut(tag, "-")
		if !ok {
			continue
		}
		if n := len(out); position == "I" && n > 0 && out[n-1].Last == i && out[n-1].Type == kind {
			out[n-1].Last++
			continue
		}
		out = append(out, Tagged{i, i + 1, kind})
	}
	return out
}

// BIO writes spans that do not overlap as a tag for each of n words.
func BIO(spans []Tagged, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = "O"
	}
	for _, s := range spans {
		for i := s.First; i < s.Last; i++ {
			out[i] = "I-" + s.Type
		}
		out[s.First] = "B-" + s.Type
	}
	return out
}

// IsCrossNER reports whether the sentences are tagged, all in the types of CrossNER politics.
func IsCrossNER(sentences []Columns) bool {
	tagged := false
	for _, s := range sentences {
		for _, n := range s.Spans() {
			if _, ok := CrossNER[n.Type]; !ok {
				return false
			}
			tagged = true
		}
	}
	return tagged
}

package neural

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/text"
)

// Corpus is raw text, its words as numbers of forms.
type Corpus struct {
	Forms  []string
	number map[string]int32
	Words  []int32
	Ends   []int // of sentences, into Words
}

// ReadCorpus reads DIR/*.txt.zst, one paragraph a line, in the order of their names.
func ReadCorpus(dir string) (*Corpus, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt.zst"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("list raw text in %s: no file *.txt.zst", dir)
	}
	slices.Sort(files)
	c := &Corpus{number: map[string]int32{}}
	for _, name := range files {
		if err := c.readFile(name); err != nil {
			return nil, fmt.Errorf("read raw text: %w", err)
		}
	}
	return c, nil
}

func (c *Corpus) readFile(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := zstd.NewReader(f)
	if err != nil {
		return err
	}
	defer z.Close()
	if err := c.read(z); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func (c *Corpus) read(r io.Reader) error {
	lines := bufio.NewReaderSize(r, 1<<20)
	for {
		line, err := lines.ReadString('\n')
		if line = strings.TrimSpace(line); line != "" {
			c.add(line)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// The sentences that are learned from, in words: shorter ones tell nothing, longer ones are lists.
const shortest, longest = 3, 100

func (c *Corpus) add(paragraph string) {
	d := text.New(readout.Article{Text: paragraph})
	d.Paragraphs = []text.Paragraph{{Span: text.Span{End: len(paragraph)}, Kind: readout.Body, Number: 1}}
	text.Segment(d)
	bare := text.Unquoted(d)
	for _, s := range bare.Sentences {
		if s.Last-s.First < shortest || s.Last-s.First > longest {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			c.Words = append(c.Words, c.form(bare.Word(i)))
		}
		c.Ends = append(c.Ends, len(c.Words))
	}
}

// AddTreebank adds the sentences of a treebank so many times: they are few, but of the kinds of text that the trees are of.
func (c *Corpus) AddTreebank(d *text.Doc, times int) {
	for range times {
		for _, s := range d.Sentences {
			for i := s.First; i < s.Last; i++ {
				c.Words = append(c.Words, c.form(d.Word(i)))
			}
			c.Ends = append(c.Ends, len(c.Words))
		}
	}
}

// form returns the number of a form.
func (c *Corpus) form(w string) int32 {
	n, ok := c.number[w]
	if !ok {
		n = int32(len(c.Forms))
		w = strings.Clone(w)
		c.number[w] = n
		c.Forms = append(c.Forms, w)
	}
	return n
}

// A word has a row of its own if the treebank has it so often, or the raw text.
const leastTreebank, leastRaw = 2, 15

// Vocabulary numbers the words that have rows of their own, from 1, the commonest first. The corpus may be nil.
func Vocabulary(d *text.Doc, c *Corpus) map[string]int32 {
	trees, raw := map[string]int{}, map[string]int{}
	for i := range d.Tokens {
		trees[encoder.Norm(d.Word(i))]++
	}
	if c != nil {
		each := make([]int, len(c.Forms))
		for _, w := range c.Words {
			each[w]++
		}
		for i, f := range c.Forms {
			raw[encoder.Norm(f)] += each[i]
		}
	}
	var words []string
	for w, n := range trees {
		if n >= leastTreebank || raw[w] >= leastRaw {
			words = append(words, w)
		}
	}
	for w, n := range raw {
		if n >= leastRaw && trees[w] == 0 {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(trees[b]+raw[b], trees[a]+raw[a]), cmp.Compare(a, b))
	})
	out := make(map[string]int32, len(words))
	for i, w := range words {
		out[w] = int32(i + 1)
	}
	return out
}

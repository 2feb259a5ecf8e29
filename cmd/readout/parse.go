package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/article"
	"github.com/readout/readout/internal/coref"
	"github.com/readout/readout/internal/text"
)

// The size of what is tagged and parsed at a time, so that memory does not grow with the input.
const (
	batchBytes = 1 << 16
	batchWords = 10_000
)

func newParseCommand() *cobra.Command {
	var form, format string
	var mentions bool
	cmd := &cobra.Command{
		Use:   "parse FILE|-",
		Short: "Write the sentences of a text with tags, lemmas and trees as CoNLL-U or JSON",
		Long: `Parse cuts an article into sentences and words, tags and parses them, and writes CoNLL-U
(https://universaldependencies.org/format.html) or the same as JSON. With --input conllu it keeps the
words and sentences of the file and gives them its own tags, lemmas and trees.

The column MISC has the mentions of people and things as the treebank GUM writes them, Entity=(1-person-…:
those that are mentioned more than once with one number for all, and the other names. --mentions=false
leaves them out, which is faster.

Plain text of more than 1 MiB is no article: it is read a paragraph at a time, whatever its length, with
empty lines between paragraphs. So is CoNLL-U, a sentence at a time; a fault in it ends the output there.
What is mentioned again far on in so long a text gets a new number.`,
		Example: `  readout parse talks.txt
  readout parse --input conllu treebank.conllu --format json`,
		Args: exactlyOne("a file, or - for standard input"),
	}
	cmd.Flags().StringVar(&form, "input", "text", "text or conllu")
	cmd.Flags().StringVar(&format, "format", "conllu", "conllu or json")
	cmd.Flags().BoolVar(&mentions, "mentions", true, "also find names and who is mentioned again")
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		if err := oneOf("input", form, "text", "conllu"); err != nil {
			return err
		}
		if err := oneOf("format", format, "conllu", "json"); err != nil {
			return err
		}
		inputs, err := gather(paths, cmd.InOrStdin())
		if err != nil {
			return err
		}
		r, err := newTreeReader(mentions)
		if err != nil {
			return err
		}
		p := parsing{reader: r, out: newTreeWriter(cmd.OutOrStdout(), format, mentions), ids: map[string]int{}}
		for _, in := range inputs { // one, or the files of a folder
			if err := p.input(cmd.Context(), in, form); err != nil {
				return errors.Join(err, p.out.Flush())
			}
		}
		return p.out.Close()
	}
	return cmd
}

// treeWriter writes documents as batches of sentences.
type treeWriter interface {
	Document(id, name string)
	Write(*text.Doc, []coref.Mention) error
	Flush() error // what is held back, before an error
	Close() error
}

func newTreeWriter(w io.Writer, format string, mentions bool) treeWriter {
	if format == "json" {
		return newJSONTrees(w)
	}
	out := text.NewConlluWriter(w)
	if mentions {
		out.Header = coref.Header
	}
	return conlluTrees{out}
}

type conlluTrees struct{ *text.ConlluWriter }

func (w conlluTrees) Document(id, _ string) { w.ConlluWriter.Document(id) }
func (w conlluTrees) Close() error          { return w.Flush() }

func (w conlluTrees) Write(d *text.Doc, _ []coref.Mention) error { return w.ConlluWriter.Write(d) }

// parsing is one run of the command.
type parsing struct {
	reader *treeReader
	out    treeWriter
	ids    map[string]int // how often each document's ID was given
}

// document begins a document. Each gets an ID of its own, since two files may hold the same article.
func (p parsing) document(id, name string) {
	p.ids[id]++
	if n := p.ids[id]; n > 1 {
		id = fmt.Sprintf("%s-%d", id, n)
	}
	p.reader.begin()
	p.out.Document(id, name)
}

func (p parsing) input(ctx context.Context, in input, form string) error {
	r, err := in.open(ctx)
	if err != nil {
		return failure{in.name, err}
	}
	defer r.Close()
	if form == "conllu" {
		return p.given(ctx, in.name, r)
	}
	whole, long, err := article.Open(r)
	switch {
	case err != nil:
		return failure{in.name, err}
	case long != nil:
		return p.long(ctx, in.name, long)
	}
	in.open = func(context.Context) (io.ReadCloser, error) { return io.NopCloser(whole), nil }
	a, err := readArticle(ctx, in, facts{})
	if err != nil {
		return err
	}
	p.document(a.ID, in.name)
	return p.segmented(text.New(a))
}

func (p parsing) segmented(d *text.Doc) error {
	text.Segment(d)
	return p.out.Write(d, p.reader.read(d))
}

// given parses the words and sentences of CoNLL-U.
func (p parsing) given(ctx context.Context, name string, r io.Reader) error {
	in := text.NewConlluReader(r)
	for batches := 0; ; batches++ {
		d, err := in.ReadBatch(batchWords)
		if err == io.EOF && batches > 0 {
			return nil
		}
		if err == io.EOF {
			err = errors.New("no sentence in it")
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return failure{name, err}
		}
		if batches == 0 {
			p.document("s", name)
		}
		for i := range d.Tokens { // the tagger's own, or none
			d.Tokens[i].Feats = ""
		}
		if _, begins := d.Sentences[0].Comment("newdoc"); begins {
			p.reader.begin()
		}
		text.PairQuotes(d)
		if err := p.out.Write(d, p.reader.read(d)); err != nil {
			return err
		}
	}
}

// long parses a text a few paragraphs at a time.
func (p parsing) long(ctx context.Context, name string, t *article.LongText) error {
	p.document("text", name)
	for number := 1; ; {
		d := &text.Doc{}
		var b strings.Builder
		var end error
		for b.Len() < batchBytes && end == nil {
			var paragraph string
			if paragraph, end = t.Next(); end == nil {
				if b.Len() > 0 {
					b.WriteString("\n\n")
				}
				span := text.Span{Start: b.Len(), End: b.Len() + len(paragraph)}
				d.Paragraphs = append(d.Paragraphs, text.Paragraph{Span: span, Kind: readout.Body, Number: number})
				number++
				b.WriteString(paragraph)
			}
		}
		if end != nil && end != io.EOF {
			return failure{name, end}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		d.Text = b.String()
		if err := p.segmented(d); err != nil {
			return err
		}
		if end == io.EOF {
			return nil
		}
	}
}

// runes counts the code points of a stretch.
func runes(d *text.Doc, s text.Span) int { return utf8.RuneCountInString(d.Slice(s)) }

package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/coref"
	"github.com/readout/readout/internal/text"
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
		return p.all(cmd, inputs, form)
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
	reader  *treeReader
	out     treeWriter
	ids     map[string]int // how often each document's ID was given
	numbers numbers
}

// all parses inputs on all processors and writes them in their order. An input that fails is named on standard error after what came
// before the fault, and the others are done; the error is then errReported.
func (p *parsing) all(cmd *cobra.Command, inputs []input, form string) error {
	ctx := cmd.Context()
	failed := false
	for part := range inOrder(ctx, parts(ctx, inputs, form), p.read) {
		if err := ctx.Err(); err != nil {
			return errors.Join(err, p.out.Flush())
		}
		if part.err != nil {
			failed = true
			fmt.Fprintf(cmd.ErrOrStderr(), "readout: %v\n", part.err)
			continue
		}
		if err := p.write(part); err != nil {
			return err
		}
	}
	switch {
	case ctx.Err() != nil:
		return errors.Join(ctx.Err(), p.out.Flush())
	case failed:
		return errors.Join(p.out.Close(), errReported)
	}
	return p.out.Close()
}

func (p *parsing) read(part part) part {
	if part.err == nil {
		part.prepare(part.doc)
		p.reader.read(part.doc)
	}
	return part
}

// write writes a part. Each document gets an ID of its own, since two files may hold the same article.
func (p *parsing) write(part part) error {
	if id := part.id; id != "" {
		p.ids[id]++
		if n := p.ids[id]; n > 1 {
			id = fmt.Sprintf("%s-%d", id, n)
		}
		p.out.Document(id, part.name)
	}
	if part.begins {
		p.numbers = numbers{}
	}
	if p.reader.entities == nil {
		return p.out.Write(part.doc, nil)
	}
	return p.out.Write(part.doc, p.numbers.number(part.doc))
}

// Package brief writes records for people to read: the brief of one article, and
// the brief of the relation of two states over several.
//
// Records come in and plain text goes out, laid out for a width and coloured where
// that is asked for. It stands at the end of the flow, beside export and web, and is
// what the command prints on a terminal:
//
//	err := brief.Write(os.Stdout, record, brief.Options{Width: 100})
//	err = brief.WriteDyad(os.Stdout, records, "CHN", "USA", brief.Options{Width: 100})
//
// Nothing is said that no entry says, and each line ends in the place of its words: [12] is the twelfth paragraph of
// the body, [T] the title, [S] the standfirst, [C] a credit; with several articles [3:12] is in the third of SOURCES.
// Only the words of direct quotations get quotation marks, and whatever was not held stands in capitals, so that
// paraphrase can't be taken for quotation, nor a plan for a deed.
//
// The steps, each a file: gather turns records into told entries with their sources; merge joins what several
// articles tell of one meeting; headline, summary and a file for each section turn them into rows; page, wrap and
// clean lay the rows out.
package brief

import (
	"fmt"
	"io"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
)

// Options says how a brief is to look.
type Options struct {
	Width   int              // columns; 0 is 100, less than 40 is 40, more than 120 is 120
	Colour  bool             // with ANSI colours
	IDs     bool             // with the ID of each entry
	All     bool             // with all statements, not only the most telling ones of each side
	Lexicon *lexicon.Lexicon // names of states and classes of offices; nil loads the one the program carries
}

const (
	defaultWidth = 100
	narrowest    = 40
	widest       = 120 // wider lines are hard to read
)

// Write writes the brief of one article.
func Write(w io.Writer, r readout.Record, o Options) error {
	b, err := newBrief(o)
	if err != nil {
		return fmt.Errorf("write the brief of article %q: %w", r.Article.ID, err)
	}
	b.gatherOne(&r)
	b.compose()
	if err := b.page.writeTo(w); err != nil {
		return fmt.Errorf("write the brief of article %q: %w", r.Article.ID, err)
	}
	return nil
}

// WriteDyad writes the brief of the relation of the states a and b, ISO 3166-1 alpha-3 codes, over the records that
// tell of it. The same article twice counts once.
func WriteDyad(w io.Writer, records []readout.Record, a, b string, o Options) error {
	br, err := newBrief(o)
	if err != nil {
		return fmt.Errorf("write the brief of %q and %q: %w", a, b, err)
	}
	br.gatherDyad(records, a, b)
	br.compose()
	if err := br.page.writeTo(w); err != nil {
		return fmt.Errorf("write the brief of %q and %q: %w", a, b, err)
	}
	return nil
}

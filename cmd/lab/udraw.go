package main

import (
	"fmt"
	"io"

	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/train"
	"github.com/readout/readout/model"
)

// evalRawText scores what is made of the texts of treebanks, with the paragraphs that they state.
func evalRawText(w io.Writer, banks []devTreebank, language *model.Language) error {
	fmt.Fprintf(w, "\n%-24s %7s %9s %6s %6s %6s %6s %6s\n", "F1 from raw text", "words", "sentences", "UPOS", "XPOS", "lemma", "UAS", "LAS")
	for _, b := range banks {
		got := &text.Doc{Text: b.gold.Text, Paragraphs: b.gold.Paragraphs}
		text.Segment(got)
		language.Annotate(got)
		a := train.CompareRaw(b.gold, got)
		fmt.Fprintf(w, "%-24s %7.2f %9.2f %6.2f %6.2f %6.2f %6.2f %6.2f\n", b.name, a.Words.Value(), a.Sentences.Value(),
			a.UPOS.Value(), a.XPOS.Value(), a.Lemma.Value(), a.UAS.Value(), a.LAS.Value())
	}
	return nil
}

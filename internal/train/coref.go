package train

import (
	"github.com/readout/readout/internal/coref"
	"github.com/readout/readout/internal/gum"
	"github.com/readout/readout/internal/text"
)

// CorefExamples makes examples of the documents of GUM. Every second one keeps to itself who speaks its sentences, as articles do, so
// that the ranking learns to read both.
func CorefExamples(docs []gum.Document) []coref.Example {
	out := make([]coref.Example, 0, len(docs))
	for n, d := range docs {
		text.PairQuotes(d.Doc)
		e := coref.Example{Doc: d.Doc, Speakers: d.Speakers}
		if n%2 == 1 {
			e.Speakers = nil
		}
		for _, m := range d.Mentions {
			e.Known = append(e.Known, coref.Known{First: m.First, Last: m.Last, Type: m.Type, Chain: m.Group})
		}
		out = append(out, e)
	}
	return out
}

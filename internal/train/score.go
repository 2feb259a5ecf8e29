package train

import (
	"strings"

	"github.com/readout/readout/internal/text"
)

// Accuracy counts right words, as the CoNLL 2018 shared task counts them with given words; LAS compares the
// universal part of the relation, before any colon.
type Accuracy struct {
	Words, UPOS, XPOS, Feats, Lemma, UAS, LAS int
}

// Compare counts the words of got that are as in gold; both hold the same words.
func Compare(gold, got *text.Doc) Accuracy {
	var a Accuracy
	for i, g := range gold.Tokens {
		p := got.Tokens[i]
		a.Words++
		a.UPOS += one(g.UPOS == p.UPOS)
		a.XPOS += one(g.XPOS == p.XPOS)
		a.Feats += one(g.Feats == p.Feats)
		a.Lemma += one(g.Lemma == p.Lemma)
		a.UAS += one(g.Head == p.Head)
		a.LAS += one(g.Head == p.Head && universal(g.Deprel) == universal(p.Deprel))
	}
	return a
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func universal(deprel string) string {
	u, _, _ := strings.Cut(deprel, ":")
	return u
}

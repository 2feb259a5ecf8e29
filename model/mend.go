package model

import (
	"strings"

	"github.com/readout/readout/internal/text"
)

// mend mends what contradicts itself in the tags and tree of the words [first, last), whole sentences.
func mend(d *text.Doc, first, last int) {
	for i := first; i < last; i++ {
		nameNumeral(d, i)
		raiseFinite(d, i)
		subjectVocative(d, i)
		circumstance(d, i)
	}
}

// nameNumeral makes a name of what was taken for a Roman numeral but is written as none is, with a capital and small letters: "Xi".
func nameNumeral(d *text.Doc, i int) {
	t := &d.Tokens[i]
	if form := d.Word(i); t.XPOS == "CD" && strings.Trim(form, "IVXLCDMivxlcdm") == "" && form != strings.ToUpper(form) && form != strings.ToLower(form) {
		t.UPOS, t.XPOS, t.Feats, t.Lemma = "PROPN", "NNP", "Number=Sing", form
	}
}

// raiseFinite mends a tree that contradicts the tags: a finite verb modifies no noun as an adjective does. In "Smith scrapped
// talks" the noun after such a verb is its object, and the verb stands where the noun stood.
func raiseFinite(d *text.Doc, i int) {
	t := &d.Tokens[i]
	if t.Deprel != "amod" || t.Head < i || t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" {
		return
	}
	noun := t.Head
	t.Head, t.Deprel = d.Tokens[noun].Head, d.Tokens[noun].Deprel
	d.Tokens[noun].Head, d.Tokens[noun].Deprel = i, "obj"
}

// subjectVocative makes a subject of a name that was taken for someone spoken to, where the finite verb after it has no subject: in
// "Smith, who left, is to return" nobody is spoken to.
func subjectVocative(d *text.Doc, i int) {
	t := &d.Tokens[i]
	if t.Deprel != "vocative" || t.Head < i || t.UPOS != "PROPN" {
		return
	}
	finite := isFinite(d.Tokens[t.Head].XPOS)
	s := d.Sentences[d.SentenceOf(i)]
	for j := s.First; j < s.Last; j++ {
		switch c := &d.Tokens[j]; {
		case c.Head != t.Head:
		case strings.HasPrefix(c.Deprel, "nsubj") || c.Deprel == "expl" || strings.HasPrefix(c.Deprel, "csubj"):
			return
		case c.Deprel == "cop" || strings.HasPrefix(c.Deprel, "aux"):
			finite = finite || isFinite(c.XPOS)
		}
	}
	if finite {
		t.Deprel = "nsubj"
	}
}

func isFinite(xpos string) bool {
	return xpos == "VBD" || xpos == "VBZ" || xpos == "MD"
}

// circumstance makes a circumstance of a participle after a comma that was taken for the complement of a verb: "it went better than
// expected, pointing to the talks". In the training halves of EWT and GUM 2 of 370 such participles are complements.
func circumstance(d *text.Doc, i int) {
	t := &d.Tokens[i]
	if t.Deprel == "xcomp" && t.XPOS == "VBG" && t.Head >= 0 && t.Head < i && d.Word(i-1) == "," {
		t.Deprel = "advcl"
	}
}

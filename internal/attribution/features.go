package attribution

import "github.com/readout/readout/internal/text"

// FeatureRows is how many rows features share by their hash.
const FeatureRows = 4096

// Features returns the rows of what a token is besides its vector: relation, part of speech, the lemma of a verb, whether it stands in a
// quotation or is the mark of one.
func Features(d *text.Doc, i int) []int32 {
	t := d.Tokens[i]
	out := []int32{row('d', t.Deprel), row('u', t.UPOS)}
	if t.UPOS == "VERB" {
		out = append(out, row('l', t.Lemma))
	}
	if d.InQuote(i) {
		out = append(out, row('q', ""))
	}
	if text.IsQuote(d.Word(i)) {
		out = append(out, row('m', t.XPOS))
	}
	return out
}

func row(kind byte, s string) int32 { return newHash(kind).bytes(s).row(FeatureRows) }

// Ends returns where paragraphs end: the network reads each at once, since a quotation may go on over its sentences.
func Ends(d *text.Doc) []int {
	var out []int
	for k, s := range d.Sentences {
		if k+1 == len(d.Sentences) || d.Sentences[k+1].Paragraph != s.Paragraph {
			out = append(out, s.Last)
		}
	}
	return out
}

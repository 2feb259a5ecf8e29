package model

import (
	"strings"
	"testing"

	"github.com/readout/readout/internal/text"
)

func TestWhatContradictsItselfIsMended(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"a name is no numeral", "Xi NUM CD 2 nsubj|spoke VERB VBD 0 root", "Xi PROPN NNP 2 nsubj|spoke VERB VBD 0 root"},
		{"a numeral stays one", "XI NUM CD 2 nsubj|spoke VERB VBD 0 root", "XI NUM CD 2 nsubj|spoke VERB VBD 0 root"},
		{"a finite verb is no adjective", "Smith PROPN NNP 3 compound|scrapped VERB VBD 3 amod|talks NOUN NNS 0 root", "Smith PROPN NNP 3 compound|scrapped VERB VBD 0 root|talks NOUN NNS 2 obj"},
		{"nobody is spoken to", "Smith PROPN NNP 4 vocative|is AUX VBZ 4 aux|to PART TO 4 mark|return VERB VB 0 root", "Smith PROPN NNP 4 nsubj|is AUX VBZ 4 aux|to PART TO 4 mark|return VERB VB 0 root"},
		{"a circumstance is no complement", "It PRON PRP 2 nsubj|ended VERB VBD 0 root|, PUNCT , 4 punct|pointing VERB VBG 2 xcomp", "It PRON PRP 2 nsubj|ended VERB VBD 0 root|, PUNCT , 4 punct|pointing VERB VBG 2 advcl"},
		{"a complement stays one", "It PRON PRP 2 nsubj|kept VERB VBD 0 root|pointing VERB VBG 2 xcomp", "It PRON PRP 2 nsubj|kept VERB VBD 0 root|pointing VERB VBG 2 xcomp"},
		{"somebody is asked", "Smith PROPN NNP 2 vocative|come VERB VB 0 root", "Smith PROPN NNP 2 vocative|come VERB VB 0 root"},
		{"somebody is told", "Smith PROPN NNP 3 vocative|he PRON PRP 3 nsubj|came VERB VBD 0 root", "Smith PROPN NNP 3 vocative|he PRON PRP 3 nsubj|came VERB VBD 0 root"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := docOf(t, c.rows)
			mend(d, 0, len(d.Tokens))
			if want := docOf(t, c.want); rowsOf(d) != rowsOf(want) {
				t.Errorf("got %s, want %s", rowsOf(d), rowsOf(want))
			}
		})
	}
}

// docOf makes a sentence of rows of form, UPOS, XPOS, head and relation.
func docOf(t *testing.T, rows string) *text.Doc {
	t.Helper()
	var b strings.Builder
	for i, row := range strings.Split(rows, "|") {
		f := strings.Fields(row)
		b.WriteString(strings.Join([]string{string(rune('1' + i)), f[0], "_", f[1], f[2], "_", f[3], f[4], "_", "_"}, "\t") + "\n")
	}
	d, err := text.ReadCoNLLU(strings.NewReader(b.String() + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func rowsOf(d *text.Doc) string {
	var b strings.Builder
	for i, tok := range d.Tokens {
		b.WriteString(d.Word(i) + " " + tok.UPOS + " " + tok.XPOS + " " + string(rune('1'+tok.Head)) + " " + tok.Deprel + " ")
	}
	return b.String()
}

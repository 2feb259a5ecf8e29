package train

import (
	"strings"
	"testing"

	"github.com/readout/readout/internal/gum"
)

// corpus is a document of our own in the form of GUM.
const corpus = `# newdoc id = OWN_news_harbour
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# sent_id = 1
1	The	the	DET	DT	_	3	det	_	Entity=(1-organization-new-nnnnn-cf1-2-sgl
2	Albanian	Albanian	ADJ	JJ	_	3	amod	_	_
3	Government	Government	PROPN	NNP	_	4	nsubj	_	Entity=1)
4	thanked	thank	VERB	VBD	_	0	root	_	_
5	former	former	ADJ	JJ	_	6	amod	_	Entity=(2-person-new-nnnnn-cf2-2-coref
6	President	President	PROPN	NNP	_	4	obj	_	_
7	Anna	Anna	PROPN	NNP	_	6	flat	_	_
8	Berg	Berg	PROPN	NNP	_	6	flat	_	_
9	,	,	PUNCT	,	_	10	punct	_	_
10	director	director	NOUN	NN	_	6	appos	_	Entity=(2-person-giv:act-nnnnn-cf2-1-appos
11	of	of	ADP	IN	_	12	case	_	_
12	Lake	Lake	PROPN	NNP	_	10	nmod	_	Entity=(3-organization-new-nnnnn-cf3-1-sgl
13	Bank	Bank	PROPN	NNP	_	12	flat	_	_
14	's	's	PART	POS	_	12	case	_	Entity=3)2)2)
15	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = 2
1	Anna	Anna	PROPN	NNP	_	5	nsubj	_	Entity=(4-person-acc:aggr-nnnnn-cf1-1,3-sgl(2-person-giv:act-nnnnn-cf2-1-coref)
2	and	and	CCONJ	CC	_	3	cc	_	_
3	Ivan	Ivan	PROPN	NNP	_	1	conj	_	Entity=(5-person-new-nnnnn-cf4-1-sgl)4)
4	both	both	ADV	RB	_	5	advmod	_	_
5	left	leave	VERB	VBD	_	0	root	_	_
6	the	the	DET	DT	_	7	det	_	Entity=(6-place-new-nnnnn-cf5-2-sgl
7	port	port	NOUN	NN	_	5	obj	_	Entity=6)
8	of	of	ADP	IN	_	10	case	_	_
9	the	the	DET	DT	_	10	det	_	Entity=(7-organization-new-nnnnn-cf6-2-sgl
10	Bank	Bank	PROPN	NNP	_	7	nmod	_	_
11	of	of	ADP	IN	_	12	case	_	_
12	Lima	Lima	PROPN	NNP	_	10	nmod	_	Entity=(8-place-new-nnnnn-cf7-1-coref-Lima)7)

`

func TestNamesAreReadFromMentions(t *testing.T) {
	docs, err := gum.Read(strings.NewReader(corpus))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range Named(&docs[0]) {
		d := docs[0].Doc
		got = append(got, string(n.Type)+" "+d.Slice(d.TokensSpan(n.First, n.Last)))
	}
	want := "organisation Albanian Government | person President Anna Berg | organisation Lake Bank | person Anna | person Ivan | " +
		"organisation Bank of Lima | place Lima"
	if s := strings.Join(got, " | "); s != want {
		t.Errorf("\n got %s\nwant %s", s, want)
	}
	if flat := Flat(Names(&docs[0])); len(flat) != 6 {
		t.Errorf("%d names stand in no other, want 6", len(flat))
	}
}

package entity

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/wordclass"
)

var tables = sync.OnceValues(func() (Tables, error) {
	lex, err := lexicon.Load()
	if err != nil {
		return Tables{}, err
	}
	names, err := lexicon.LoadNames()
	return Tables{Lexicon: lex, Names: names, Classes: wordclass.Table{}}, err
})

func loaded(t testing.TB) Tables {
	t.Helper()
	all, err := tables()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// given is a Finder that knows the names beforehand.
type given []Span

func (g given) Find(*text.Doc) []Span { return g }

// marked reads "[person Wang Yi] met" as a document of one sentence and its names. "word/TAG" gives a word its part of speech.
func marked(s string) (*text.Doc, []Span) {
	d := &text.Doc{}
	var names []Span
	var kind Coarse
	first := 0
	for _, w := range strings.Fields(s) {
		if k, ok := strings.CutPrefix(w, "["); ok {
			kind, first = Coarse(k), len(d.Tokens)
			continue
		}
		w, closes := strings.CutSuffix(w, "]")
		form, tag, _ := strings.Cut(w, "/")
		d.Tokens = append(d.Tokens, text.Token{Span: text.Span{Start: len(d.Text), End: len(d.Text) + len(form)}, SpaceAfter: true, UPOS: tag, Head: -1})
		d.Text += form + " "
		if closes {
			names = append(names, Span{First: first, Last: len(d.Tokens), Type: kind})
		}
	}
	d.Sentences = []text.Sentence{{First: 0, Last: len(d.Tokens)}}
	return d, names
}

// shown writes the entities of a document, what stands in another in brackets after it.
func shown(d *text.Doc) string {
	var out []string
	depth := map[int]int{-1: -1}
	for k, e := range d.Entities {
		depth[k] = depth[e.Parent] + 1
		out = append(out, strings.Repeat(">", depth[k])+string(e.Type)+" "+d.Slice(e.Span))
	}
	return strings.Join(out, " | ")
}

func TestNamesWithinNamesAndKindsOfPlaces(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"[person President Xi Jinping] spoke .", "person President Xi Jinping | >office President"},
		{"[person Prime Minister Julia Gillard] spoke .", "person Prime Minister Julia Gillard | >office Prime Minister"},
		{"the [person Secretary] spoke .", "office Secretary"},
		{"the [organisation Bank of China] lent .", "organisation Bank of China | >gpe China"},
		{"at [organisation University of California , Berkeley] .", "organisation University of California , Berkeley | >gpe California | >gpe Berkeley"},
		{"the [organisation Chinese Foreign Ministry] said .", "organisation Chinese Foreign Ministry | >nationality Chinese"},
		{"the [event Munich Security Conference] began .", "event Munich Security Conference | >gpe Munich"},
		{"the [event NATO Summit] began .", "event NATO Summit | >organisation NATO"},
		{"at [place Platt 's Music Hall] .", "facility Platt 's Music Hall | >person Platt"},
		{"the [organisation John Murray Archive] has it .", "organisation John Murray Archive | >person John Murray"},
		{"[place China] 's director of the [organisation Office of the Central Foreign Affairs Commission] , [person Wang Yi] , came .",
			"gpe China | office director of the Office of the Central Foreign Affairs Commission | >organisation Office of the Central Foreign Affairs Commission | >>organisation Central Foreign Affairs Commission | person Wang Yi"},
		{"[place Lake Geneva] , [place Heathrow Airport] , [place Bavaria] and the [place Levant] .", "place Lake Geneva | facility Heathrow Airport | gpe Bavaria | place Levant"},
		{"in the [place South China Sea] .", "place South China Sea"},
		{"[person Americans] and Chinese/ADJ talks in [other Latin] .", "nationality Americans | nationality Chinese"},
		{"[organisation Xinhua] said .", "organisation Xinhua"},
		{"the [place World Health Organisation] met .", "organisation World Health Organisation"},
		{"the [place War Office] met .", "organisation War Office"},
		{"[person Cyclone Phailin] came .", "event Cyclone Phailin"},
		{"to [place San Francisco] .", "gpe San Francisco"},
		{"he told NATO so .", "organisation NATO"},
		{"HE TOLD NATO SO .", ""},
		{"[organisation Smith smith@kb.nl National Library] met .", "organisation Smith | organisation National Library"},
	} {
		d, names := marked(c.in)
		With(loaded(t), given(names)).Read(d)
		if got := shown(d); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestDatesComeFromTheTimesAlreadyRead(t *testing.T) {
	d, names := marked("In [person May] 2021 the [event 2019 Canadian federal election] was over .")
	d.Times = []text.Time{
		{Span: d.TokensSpan(1, 3), Type: "DATE"}, {Span: d.TokensSpan(4, 5), Type: "DATE"}, {Span: d.TokensSpan(0, 1), Type: "DURATION"},
	}
	With(loaded(t), given(names)).Read(d)
	if got, want := shown(d), "date May 2021 | event 2019 Canadian federal election | >date 2019"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestMentionsOfNames(t *testing.T) {
	d, names := marked("The new [organisation Bank of China] 's head met [person Wang Yi] of [place Norway] .")
	for i, hang := range map[int]struct {
		head          int
		deprel, upos  string
		possessiveTag string
	}{0: {2, "det", "DET", ""}, 1: {2, "amod", "ADJ", ""}, 5: {2, "case", "PART", "POS"}} {
		d.Tokens[i].Head, d.Tokens[i].Deprel, d.Tokens[i].UPOS, d.Tokens[i].XPOS = hang.head, hang.deprel, hang.upos, hang.possessiveTag
	}
	With(loaded(t), given(names)).Read(d)
	var got []string
	for _, e := range d.Entities {
		first, last := Mention(d, e)
		got = append(got, GUMType(e.Type)+" "+d.Slice(d.TokensSpan(first, last)))
	}
	want := []string{"organization The new Bank of China 's", "place China 's", "person Wang Yi", "place Norway"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLabelsAndSpansAreTheSame(t *testing.T) {
	s := text.Sentence{First: 3, Last: 10}
	want := []Span{{First: 3, Last: 4, Type: CoarsePlace}, {First: 4, Last: 7, Type: CoarsePerson}, {First: 8, Last: 10, Type: CoarseOther}}
	if diff := cmp.Diff(want, spansOf(labelsOf(want, s), s.First)); diff != "" {
		t.Error(diff)
	}
}

func TestDecodingKeepsLabelsInOrder(t *testing.T) {
	d := newDecoder()
	for n := range 6 {
		scores := make([][labelCount]float32, n)
		for i := range scores {
			scores[i][1+4*i%20+within] = 5 // words that want to be within names that never begin
		}
		labels := d.decode(scores)
		before := label(0)
		for _, l := range labels {
			if !follows(before, l) {
				t.Errorf("%v: %d after %d", labels, l, before)
			}
			before = l
		}
		if len(labels) != n || !mayEnd(before) {
			t.Errorf("%d words: %v", n, labels)
		}
	}
}

func TestProbabilitiesAreThoseOfAllSequences(t *testing.T) {
	f := newField()
	f.reset(3)
	for i := range f.scores {
		for b := range f.scores[i] {
			f.scores[i][b] = float32((i*7+b*3)%5) / 2
		}
	}
	for a := range f.moves {
		for b := range f.moves[a] {
			f.moves[a][b] = float32((a+2*b)%3) / 3
		}
	}
	f.run()
	want, total := bruteForce(f)
	for i := range want {
		for b := range want[i] {
			if diff := want[i][b]/total - f.probability[i][b]; diff > 1e-6 || diff < -1e-6 {
				t.Errorf("word %d label %d: got %f, want %f", i, b, f.probability[i][b], want[i][b]/total)
			}
		}
	}
}

// bruteForce sums the weights of all sequences of three labels.
func bruteForce(f *field) (sums [3][labelCount]float64, total float64) {
	for a := range label(labelCount) {
		for b := range label(labelCount) {
			for c := range label(labelCount) {
				if !follows(0, a) || !follows(a, b) || !follows(b, c) || !mayEnd(c) {
					continue
				}
				w := exp(f.moves[0][a] + f.moves[a][b] + f.moves[b][c] + f.scores[0][a] + f.scores[1][b] + f.scores[2][c])
				sums[0][a] += w
				sums[1][b] += w
				sums[2][c] += w
				total += w
			}
		}
	}
	return sums, total
}

// lesson is a small corpus of our own.
func lesson() []Example {
	var out []Example
	for _, s := range []string{
		"[person Anna Berg] of the [organisation Lake Bank] flew to [place Oslo] .",
		"[person Ivan Petrov] met [person Anna Berg] in [place Lima] .",
		"The [organisation River Bank] is in [place Oslo] .",
		"Nothing was said in [place Lima] by the bank .",
	} {
		d, names := marked(s)
		out = append(out, Example{Doc: d, Names: names})
	}
	return out
}

func TestTrainingIsTheSameTwiceAndLearns(t *testing.T) {
	o := Usual()
	o.Passes, o.Folds, o.Seen = 20, 2, 1
	var files [2]strings.Builder
	var last Weights
	for i := range files {
		last = Train(lesson(), loaded(t), o)
		if err := last.Write(&files[i], wordclass.Table{}); err != nil {
			t.Fatal(err)
		}
	}
	if files[0].String() != files[1].String() {
		t.Error("two files of one training differ")
	}
	for _, e := range lesson() {
		got := readings{loaded(t), last}.Find(e.Doc)
		for k := range got {
			got[k].Score = 0
		}
		if !slices.Equal(got, e.Names) {
			t.Errorf("%s: got %v, want %v", e.Doc.Text, got, e.Names)
		}
	}
}

// sparse is a stage of weights learned from the lesson.
var sparse = sync.OnceValues(func() (*Model, error) {
	t, err := tables()
	if err != nil {
		return nil, err
	}
	o := Usual()
	o.Passes, o.Folds, o.Seen = 5, 2, 1
	return With(t, readings{t, Train(lesson(), t, o)}), nil
})

func FuzzRead(f *testing.F) {
	m, err := sparse()
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{
		"Anna Berg of the Lake Bank", "", "’s of of , , the The", "President President President of of China , China 's 's", "\xff\x00 ÿ 北京 ", "A B C D E F G H I J K L M N O P ABCDEFGHIJKLMNOP",
		"( [ ) ] - – — . 's", "Mr. Mr. Mr. Mr. Mr. Chief Justice of the United States of America",
	} {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, cut int) {
		d, _ := marked(strings.ReplaceAll(s, "[", "("))
		if n := len(d.Tokens); n > 1 && cut > 0 {
			at := 1 + cut%(n-1)
			d.Sentences = []text.Sentence{{First: 0, Last: at}, {First: at, Last: n}}
			d.Times = []text.Time{{Span: d.TokensSpan(max(0, at-1), min(n, at+1)), Type: "DATE"}}
		}
		if len(d.Tokens) == 0 {
			d.Sentences = nil
		}
		hang(d, cut)
		m.Read(d)
		check(t, d)
		for _, e := range d.Entities {
			if first, last := Mention(d, e); first > e.First || last < e.Last || first < 0 || last > len(d.Tokens) {
				t.Errorf("the mention of %+v is [%d, %d)", e, first, last)
			}
		}
	})
}

// hang gives words odd heads and tags.
func hang(d *text.Doc, seed int) {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		seed = seed*1103515245 + 12345
		t.Head = i + seed>>16&3 - 1
		t.Deprel = []string{"det", "amod", "compound", "nmod:poss"}[seed>>18&3]
		t.UPOS = []string{"PRON", "ADJ", "PROPN"}[(seed>>20&7)%3]
		if seed>>22&7 == 0 {
			t.XPOS = "POS"
		}
	}
}

// check holds what every list of entities must fulfil.
func check(t *testing.T, d *text.Doc) {
	t.Helper()
	for k, e := range d.Entities {
		if e.First < 0 || e.First >= e.Last || e.Last > len(d.Tokens) || e.Parent >= k || e.Type == "" {
			t.Fatalf("entity %d: %+v", k, e)
		}
		if e.Parent >= 0 {
			if p := d.Entities[e.Parent]; p.First > e.First || p.Last < e.Last {
				t.Fatalf("entity %d %+v is not within %+v", k, e, p)
			}
		}
	}
}

func TestOddInputIsRead(t *testing.T) {
	m, err := sparse()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"", ".", strings.Repeat("Mr. ", 20000), strings.Repeat("President of China 's ", 5000), strings.Repeat("Bank of ", 10000), strings.Repeat("x", 100000)} {
		d, _ := marked(s)
		m.Read(d)
		check(t, d)
	}
	m.Read(&text.Doc{})
}

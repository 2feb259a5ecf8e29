// Package text holds Doc, the one structure that an article passes through the
// house in: its normalised text and the layers that the stages add to it. A stage
// reads the layers below it and adds its own; every layer points into the text
// by byte offset.
//
// It comes after package article and before every stage of language and coding.
package text

import (
	"sort"
	"unicode/utf8"

	"github.com/readout/readout"
)

// Doc is an article and its layers.
type Doc struct {
	Article    readout.Article
	Text       string      // Article.Text
	Paragraphs []Paragraph // the blocks of the text, in order

	Tokens    []Token    // words in the sense of Universal Dependencies
	Sentences []Sentence // runs of tokens, none crossing a paragraph
	Quotes    []Quote    // stretches in quotation marks

	Written      readout.Date // when the article was published or, where it states none, the day of its dateline, set by package when
	Mentions     []Mention    // names, titles, pronouns and collective nouns resolved to actors, by First
	Actors       []readout.Actor
	Places       []Place       // places named, by First
	Dateline     *Place        // where the article says it was written, nil where it does not
	Times        []Time        // time expressions with their values
	Entities     []Entity      // names and dates, by First, each before those that stand in it
	Attributions []Attribution // who says, thinks or wants what, at a glance, by cue; none where no network is asked
	Statements   []Statement   // who said what, by the start of the content
	Deeds        []Deed        // what was done, planned or denied, in the order of the text
	Chains       []Chain       // what is spoken of more than once, set by package coref

	StateName func(code string) string      // the common name of a state, set by package actor from the lexicon
	IssuesIn  func(words []string) []string // the names of the issues that words speak of, set by package actor from the lexicon; may be nil

	quoted []bool // for each token whether it stands in a quotation, filled when first asked
	counts []int  // code points before each multiple of stride bytes, filled as needed
}

// Span is a stretch of Doc.Text in bytes, End excluded.
type Span struct{ Start, End int }

// Contains reports whether o lies within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Paragraph is a block of the text.
type Paragraph struct {
	Span
	Kind   readout.ParagraphKind
	Number int // body paragraphs from 1
}

// Token is one syntactic word. "don't" is two tokens, "do" and "n't".
type Token struct {
	Span
	SpaceAfter bool   // white space or the end of the paragraph follows
	Joined     bool   // one word to the eye with the token before, "n't" of "don't": a multiword token of UD
	UPOS       string // universal part of speech
	XPOS       string // Penn Treebank tag
	Feats      string // UD features, "Number=Sing|Tense=Past" or "_"
	Lemma      string
	Head       int    // index into Doc.Tokens of the head, -1 for the root of a sentence
	Deprel     string // UD relation to the head, "root" for the root
	Guess      Guess
	Misc       string // what the column MISC of a treebank says besides SpaceAfter, "Entity=(1-person)"; else empty
}

// Guess is what the tagger makes of a word as a part of a name, at a glance: of its classes of names the best and the next,
// from 1 on in the order of its weights, and how clear the choice is, from 0 to 5. Package entity reads it; 0 is no guess.
type Guess struct{ Best, Next, Margin uint8 }

// Sentence is the tokens [First, Last).
type Sentence struct {
	First, Last int
	Paragraph   int  // index into Doc.Paragraphs
	Dateline    bool // only says where, when and by whom it was written: "BEIJING, June 19 (Agency) -"

	Comments []string // the lines about it in a treebank that it was read from, "sent_id = a-1", but "text"; nil elsewhere
}

// Quote is a stretch in quotation marks. Span includes the marks, Inner does not.
type Quote struct {
	Span
	Inner  Span
	Open   bool // runs on into the next paragraph: the closing mark is missing because the speech goes on
	Nested bool // stands within another quotation
}

// Mention is a stretch that refers to an actor. Span is the referring words themselves, the name where there is one;
// First and Last are the tokens [First, Last) of the whole phrase with titles and description before the name.
type Mention struct {
	Span
	First, Last int
	Actor       int    // index into Doc.Actors; -1 where it refers to several (see Group) or to nobody known
	Group       []int  // for "the two sides", "they": indices into Doc.Actors
	Country     string // ISO 3166-1 alpha-3 of an adjective or a bare title ("Chinese", "the Indian side"); may be empty
	Kind        MentionKind
}

// Unnamed is the rule of an actor without a name ("a military source"), who counts only where an entry refers to it.
const Unnamed = "described without a name"

// A MentionKind says how an actor is referred to.
type MentionKind string

// The kinds of mention.
const (
	Named     MentionKind = "named"     // "Antony Blinken", "China", "Beijing" for its government
	Titled    MentionKind = "titled"    // "the US secretary of state", "the foreign minister"
	Pronoun   MentionKind = "pronoun"   // "he", "they"
	Group     MentionKind = "group"     // "the two sides", "both countries"
	Adjective MentionKind = "adjective" // "Chinese": names no actor by itself, tells a country
	Location  MentionKind = "location"  // "in China": the state as a place
)

// Time is a time expression with its value.
type Time struct {
	Span
	Head    int          // index into Doc.Tokens of the token that the others hang on
	Type    string       // of TIMEX3: DATE, TIME, DURATION or SET
	Value   string       // of TIMEX3, "2023-W25", "P2D", "PAST_REF"; an interval of dates is "a/b"
	Mod     string       // of TIMEX3: START, MID, END, APPROX; "" otherwise
	Date    readout.Date // the calendar value; zero where there is nothing to anchor it to
	Minutes int          // for a duration of hours and minutes, its length; 0 otherwise
	Rule    string       // the rule that read it
}

// Place is a named place at the tokens [First, Last).
type Place struct {
	Span
	First, Last int
	Place       readout.Place
	Kind        string // capital, city, site, … as the lexicon sorts it
}

// Statement is something said by somebody.
type Statement struct {
	Content  Span
	Source   Span // the words that name the speaker; zero where they stand elsewhere
	Cue      Span // zero where a quotation stands alone and goes on with an earlier speaker's words
	CueToken int  // -1 where there is none
	Speaker  int  // index into Doc.Actors
	With     []int
	Via      int    // index into Doc.Actors, -1 for none
	Audience string // an actor's name or "reporters"
	Form     readout.Form
	Rule     string // the rule that read it
	Negated  bool   // "did not say": kept out of the ledger
}

// Attribution is the words of a cue of saying, thinking or wanting, with those of its source and its content, as package attribution
// sees them: tokens, in their order. There is none of the source where nobody is named.
type Attribution struct{ Cue, Source, Content []int }

// Runs returns the runs [first, last) of tokens that stand together, of tokens in their order.
func Runs(tokens []int) [][2]int {
	var out [][2]int
	for _, i := range tokens {
		if k := len(out) - 1; k >= 0 && out[k][1] == i {
			out[k][1]++
		} else {
			out = append(out, [2]int{i, i + 1})
		}
	}
	return out
}

// Deed is something that parties did, plan or deny, as one stretch of the text tells it. Package ledger joins the deeds
// that tell of one meeting or visit.
type Deed struct {
	Kind      readout.Kind // meeting, visit, agreement, position, expectation, incident or event
	Evidence  Span
	Trigger   int            // token
	Parties   []int          // indices into Doc.Actors: participants, the visitor, those who agree, who holds a position, an event's source
	Targets   []int          // the host of a visit, an event's target
	Status    readout.Status // how real a meeting, visit or event is
	Agreed    string         // of an agreement: agreed, pledged, reaffirmed, signed
	Type      string         // of an event: its PLOVER type
	Stance    string         // of a position: support, oppose, concern, demand, red line, offer, reserve
	Strength  int            // of a position: 1 weak to 3 strong
	Issue     Span           // of a position or an incident: what it is about
	Led       Span           // of an incident: what it led to, zero where nothing tells
	Date      readout.Date
	Place     *readout.Place
	Minutes   int
	Length    string // the words that give the length
	Occasion  string
	First     string // an article's claim to be the first of its kind
	Weak      bool   // a party was found by its nearness alone
	ClaimedBy int    // index into Doc.Actors of the one whose word it is, -1 for the reporter
	Rule      string
}

// New returns a Doc over the article with its paragraphs and no other layer.
func New(a readout.Article) *Doc {
	d := &Doc{Article: a, Text: a.Text, Written: a.Published}
	toByte := byteOffsets(a.Text)
	for _, p := range a.Paragraphs {
		d.Paragraphs = append(d.Paragraphs, Paragraph{
			Span: Span{toByte(p.Start), toByte(p.End)}, Kind: p.Kind, Number: p.Number,
		})
	}
	return d
}

// byteOffsets returns a function from code points to bytes, to be called with rising arguments.
func byteOffsets(s string) func(int) int {
	runes, bytes := 0, 0
	return func(n int) int {
		for runes < n && bytes < len(s) {
			_, size := utf8.DecodeRuneInString(s[bytes:])
			bytes += size
			runes++
		}
		return bytes
	}
}

// Slice returns the words of a span.
func (d *Doc) Slice(s Span) string { return d.Text[s.Start:s.End] }

// Word returns the words of token i.
func (d *Doc) Word(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// Evidence returns the span as evidence, in code points.
func (d *Doc) Evidence(s Span) readout.Evidence {
	start := d.codePoints(s.Start)
	exact := d.Text[s.Start:s.End]
	return readout.Evidence{
		Article: d.Article.ID, Start: start, End: start + utf8.RuneCountInString(exact), Exact: exact,
	}
}

// stride is how many bytes lie between two known counts of code points.
const stride = 1 << 10

// codePoints counts the code points before a byte offset. It keeps a count every stride bytes, so that a long article with many
// entries takes linear time.
func (d *Doc) codePoints(offset int) int {
	for len(d.counts)*stride <= offset {
		n := len(d.counts)
		if n == 0 {
			d.counts = append(d.counts, 0)
			continue
		}
		d.counts = append(d.counts, d.counts[n-1]+starts(d.Text[(n-1)*stride:n*stride]))
	}
	n := offset / stride
	return d.counts[n] + starts(d.Text[n*stride:offset])
}

// starts counts the bytes that begin a code point.
func starts(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}

// SentenceOf returns the index of the sentence that token i stands in.
func (d *Doc) SentenceOf(i int) int {
	return sort.Search(len(d.Sentences), func(n int) bool { return d.Sentences[n].Last > i })
}

// SentenceSpan returns the words of sentence i.
func (d *Doc) SentenceSpan(i int) Span {
	s := d.Sentences[i]
	return Span{d.Tokens[s.First].Start, d.Tokens[s.Last-1].End}
}

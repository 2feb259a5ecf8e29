// Package gum reads the Georgetown University Multilayer corpus as Universal Dependencies ships it: CoNLL-U whose MISC
// column holds entities and coreference (https://wiki.gucorpling.org/gum/conllu, and the form of CorefUD that it shares).
// What trains and what scores entities and coreference read it through this package.
//
// In comes a stream of CoNLL-U, out come its documents: words, tags and trees as a text.Doc, and beside them each mention
// with its type, its group of coreference and what the corpus says of it:
//
//	docs, err := gum.Read(file)
//	for _, d := range docs {
//		for _, m := range d.Mentions {
//			fmt.Println(d.Doc.Slice(d.Doc.TokensSpan(m.First, m.Last)), m.Type, m.Group)
//		}
//	}
//
// The header "# global.Entity" names the fields of an opening bracket, so that a corpus with fewer or other fields reads too.
// Of GUM's fields are kept: GRP (or eid), etype, infstat, salience, minspan, link and identity.
package gum

import "github.com/readout/readout/internal/text"

// Document is one document of the corpus.
type Document struct {
	Name     string // "GUM_news_iodine"
	Genre    string // "news"
	Doc      *text.Doc
	Mentions []Mention // by First, of those that begin together the longest first
	Links    []Link    // between groups, in the order of the text
	Speakers []string  // for each sentence who speaks by its "# speaker" line, "" where none is named
}

// Mention is a stretch of tokens that refers to something.
type Mention struct {
	First, Last int    // the tokens [First, Last) of Document.Doc, from its first word to its last
	Parts       []Part // of a discontinuous mention, in order; nil where it is one piece
	Type        string // person, place, organization, object, event, time, substance, animal, plant, abstract
	Infstat     string // information status: new, giv:act, giv:inact, acc:inf, acc:com, acc:aggr
	Salience    string // GUM's salience, one letter for each summary: s salient, n not
	Min         []int  // tokens of the smallest span that counts as the mention: head words or the whole name
	Group       string // of coreference: mentions of one group refer to the same
	Link        Kind   // how it is tied to the other mentions of its group
	Identity    string // title of the article in Wikipedia that is about it; "" for what has none
}

// Part is the tokens [First, Last) of a discontinuous mention.
type Part struct{ First, Last int }

// Named reports whether the corpus ties the mention to a named thing of the world.
func (m Mention) Named() bool { return m.Identity != "" }

// A Kind says how a mention is tied to another, in the words of the corpus.
type Kind string

// The kinds of tie of GUM.
const (
	Coref     Kind = "coref"     // lexical: a name or a noun repeated or varied
	Anaphora  Kind = "ana"       // a pronoun and what it stands for
	Cataphora Kind = "cata"      // a pronoun before what it stands for
	Apposed   Kind = "appos"     // in apposition to the mention before
	Predicate Kind = "pred"      // said of the mention by "be" and the like
	Discourse Kind = "disc"      // stands for a clause or a sentence
	Single    Kind = "sgl"       // mentioned once
	Bridge    Kind = "bridge"    // between groups: a part, an owner, a member
	SplitAnte Kind = "splitante" // between groups: one of those that "they" adds up
)

// Link is a tie between two groups.
type Link struct {
	From, To string // groups: To is the one whose mention leans on From
	Kind     Kind   // Bridge or SplitAnte
}

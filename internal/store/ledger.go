package store

import (
	"encoding/json"
	"errors"

	"github.com/readout/readout"
)

// Errors of looking up one thing by its ID.
var (
	ErrNotFound  = errors.New("not in the ledger")
	ErrAmbiguous = errors.New("more than one in the ledger")
)

// A Result says what adding a record did to the ledger.
type Result string

// The results of adding a record.
const (
	Added     Result = "added"     // the ledger did not hold the article
	Unchanged Result = "unchanged" // it held this very record
	Replaced  Result = "replaced"  // it held another record of the article, by another coder or with other facts about it, which this one took the place of
)

// Source is the article that something in the ledger was read from.
type Source struct {
	ID        string
	Title     string
	Publisher string
	URL       string
	Published readout.Date
}

// SourceOf returns the source that a record's entries have.
func SourceOf(a readout.Article) Source {
	return Source{ID: a.ID, Title: a.Title, Publisher: a.Publisher, URL: a.URL, Published: a.Published}
}

// Summary is one article of the ledger and how much was read out of it.
type Summary struct {
	Source
	Entries map[readout.Kind]int // how many entries of each kind; kinds without any are left out
}

// Query asks for entries. A field left at its zero value does not narrow the
// answer.
type Query struct {
	Kind readout.Kind
	// Actors take part in the entry, every one of them. Each is an actor's ID, a
	// name, whatever its case, or a country's code. A country's code, or the name
	// of a state, stands for the state and all who act for it.
	Actors []string
	// From and To bound the days of the entry: its date overlaps the time from
	// the first day of From to the last day of To. An entry without a date of its
	// own stands at its article's date of publication.
	From, To readout.Date
	Status   string // of a meeting, visit or agreement, or the factuality of an event
	Topic    string // an issue that the words of the entry name, as the lexicon calls it
	Limit    int    // at most so many entries; 0 for all
}

// Found is an entry of the ledger with the article it was read from.
type Found struct {
	Article Source
	Kind    readout.Kind
	ID      string          // an actor's ID is the same in every article
	JSON    json.RawMessage // the entry as its record holds it: see Decode
}

// Hit is a paragraph or title of an article in which the words searched for stand.
type Hit struct {
	Article    Source
	Kind       readout.ParagraphKind
	Paragraph  int      // body paragraphs from 1, 0 for the others
	Statements []string // IDs of the statements beginning in the paragraph whose words or speaker match, in the order of the record
	Snippet    Snippet
	Rank       float64 // the smaller, the better; to be compared within one search alone
}

// Snippet is a stretch of text with the words found in it.
type Snippet struct {
	Text  string
	Marks []Mark // in order, none overlapping
}

// Mark is a stretch of Snippet.Text in bytes, End excluded.
type Mark struct{ Start, End int }

package web

import (
	"context"
	"errors"
	"iter"

	"github.com/readout/readout"
)

// Ledger is what the pages need from a store.
type Ledger interface {
	// Articles lists every article, in any order.
	Articles(ctx context.Context) ([]Summary, error)
	// Record gives what was read out of one article. An error that wraps
	// ErrNotFound says that there is no such article.
	Record(ctx context.Context, articleID string) (readout.Record, error)
	// Records gives every record, one at a time and in any order; it ends at
	// the first error.
	Records(ctx context.Context) iter.Seq2[readout.Record, error]
}

// ErrNotFound says that the ledger holds no such article.
var ErrNotFound = errors.New("not in the ledger")

// Summary is one article as the list of articles shows it.
type Summary struct {
	ID        string
	Title     string
	Publisher string
	Published readout.Date
	Countries []string             // codes of the countries whose actors the entries name, the most named first
	Actors    []readout.ActorRef   // persons and bodies that the entries name, the most named first; a few
	Entries   map[readout.Kind]int // how many entries of each kind; kinds without any may be left out
}

// summaryActors is how many persons and bodies a Summary names.
const summaryActors = 5

// Summarise counts what a record holds.
func Summarise(r readout.Record) Summary {
	t := tallyOf(r)
	actors := t.actors()
	return Summary{
		ID:        r.Article.ID,
		Title:     r.Article.Title,
		Publisher: r.Article.Publisher,
		Published: r.Article.Published,
		Countries: t.countries(),
		Actors:    actors[:min(len(actors), summaryActors)],
		Entries: map[readout.Kind]int{
			readout.KindActor:       len(r.Actors),
			readout.KindMeeting:     len(r.Meetings),
			readout.KindVisit:       len(r.Visits),
			readout.KindStatement:   len(r.Statements),
			readout.KindAgreement:   len(r.Agreements),
			readout.KindPosition:    len(r.Positions),
			readout.KindIncident:    len(r.Incidents),
			readout.KindExpectation: len(r.Expectations),
			readout.KindAssessment:  len(r.Assessments),
			readout.KindEvent:       len(r.Events),
		},
	}
}

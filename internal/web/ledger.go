package web

import (
	"context"
	"iter"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/store"
)

// Ledger is what the pages need from a store; every store has it.
type Ledger interface {
	// Articles lists every article, in any order.
	Articles(ctx context.Context) ([]store.Summary, error)
	// Record gives what was read out of one article. An error that wraps
	// store.ErrNotFound or store.ErrAmbiguous says that there is no such article.
	Record(ctx context.Context, articleID string) (readout.Record, error)
	// Records gives every record, one at a time and in any order; it ends at
	// the first error.
	Records(ctx context.Context) iter.Seq2[readout.Record, error]
}

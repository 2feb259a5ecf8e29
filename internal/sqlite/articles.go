package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/store"
)

// Articles lists the articles, the latest first, those without a date last; of
// one day by ID.
func (s *Store) Articles(ctx context.Context) ([]store.Summary, error) {
	counts, err := s.counts(ctx)
	if err != nil {
		return nil, fmt.Errorf("count entries: %w", err)
	}
	rows, err := s.db.QueryContext(ctx, "select "+sourceColumns+" from article order by day desc, id")
	if err != nil {
		return nil, fmt.Errorf("list articles: %w", err)
	}
	out, err := collect(rows, func(scan func(...any) error) (sum store.Summary, err error) {
		sum.Source, err = scanSource(scan)
		if sum.Entries = counts[sum.ID]; sum.Entries == nil {
			sum.Entries = map[readout.Kind]int{}
		}
		return sum, err
	})
	if err != nil {
		return nil, fmt.Errorf("list articles: %w", err)
	}
	return out, nil
}

func (s *Store) counts(ctx context.Context) (map[string]map[readout.Kind]int, error) {
	rows, err := s.db.QueryContext(ctx, "select article, kind, count(*) from entry group by article, kind")
	if err != nil {
		return nil, err
	}
	type count struct {
		article string
		kind    readout.Kind
		n       int
	}
	counts, err := collect(rows, func(scan func(...any) error) (c count, err error) {
		return c, scan(&c.article, &c.kind, &c.n)
	})
	out := map[string]map[readout.Kind]int{}
	for _, c := range counts {
		if out[c.article] == nil {
			out[c.article] = map[readout.Kind]int{}
		}
		out[c.article][c.kind] = c.n
	}
	return out, err
}

// Record returns what was read out of an article, named by its ID or by the
// start of it that no other article's has. It fails with store.ErrNotFound or
// store.ErrAmbiguous.
func (s *Store) Record(ctx context.Context, id string) (readout.Record, error) {
	whole, err := s.resolve(ctx, "article", id)
	if err != nil {
		return readout.Record{}, fmt.Errorf("find article %q: %w", id, err)
	}
	var held string
	if err := s.db.QueryRowContext(ctx, "select record from article where id = ?", whole).Scan(&held); err != nil {
		return readout.Record{}, fmt.Errorf("read article %q: %w", whole, err)
	}
	return decodeRecord(whole, held)
}

func decodeRecord(id, held string) (r readout.Record, err error) {
	if err := json.Unmarshal([]byte(held), &r); err != nil {
		return readout.Record{}, fmt.Errorf("read record of article %q: %w", id, err)
	}
	return r, nil
}

// recordBatch is how many records are in memory at once.
const recordBatch = 16

// Records gives every record, the oldest article first, after those without a
// date; of one day by ID. It ends at the first error.
func (s *Store) Records(ctx context.Context) iter.Seq2[readout.Record, error] {
	return batches(recordBatch, func(last *readout.Record) ([]readout.Record, error) {
		day, id := "", ""
		if last != nil {
			day, _ = store.Days(last.Article.Published)
			id = last.Article.ID
		}
		rows, err := s.db.QueryContext(ctx,
			"select id, record from article where (day, id) > (?, ?) order by day, id limit ?", day, id, recordBatch)
		if err != nil {
			return nil, fmt.Errorf("list records: %w", err)
		}
		return collect(rows, func(scan func(...any) error) (readout.Record, error) {
			var id, held string
			if err := scan(&id, &held); err != nil {
				return readout.Record{}, fmt.Errorf("list records: %w", err)
			}
			return decodeRecord(id, held)
		})
	})
}

const sourceColumns = "article.id, article.title, article.publisher, article.url, article.published"

// scanSource reads sourceColumns and then whatever else was selected after them.
func scanSource(scan func(...any) error, more ...any) (store.Source, error) {
	var out store.Source
	var published string
	if err := scan(append([]any{&out.ID, &out.Title, &out.Publisher, &out.URL, &published}, more...)...); err != nil {
		return out, err
	}
	if err := out.Published.UnmarshalText([]byte(published)); err != nil {
		return out, fmt.Errorf("article %q: %w", out.ID, err)
	}
	return out, nil
}

// collect reads all rows and closes them.
func collect[T any](rows *sql.Rows, read func(scan func(...any) error) (T, error)) ([]T, error) {
	defer rows.Close()
	var out []T
	for rows.Next() {
		item, err := read(rows.Scan)
		if err != nil {
			return out, err
		}
		out = append(out, item)
	}
	return out, rows.Err()
}

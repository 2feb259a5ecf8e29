package sqlite

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"github.com/readout/readout/internal/store"
)

// entryBatch is how many entries are in memory at once.
const entryBatch = 256

// listed is an entry with its place in the order.
type listed struct {
	store.Found
	first    string
	position int
}

const selectEntries = "select " + sourceColumns + `, entry.kind, entry.id, entry.json, entry.first, entry.position
	from entry join article on article.id = entry.article`

func scanListed(scan func(...any) error) (l listed, err error) {
	var body string
	l.Article, err = scanSource(scan, &l.Kind, &l.ID, &body, &l.first, &l.position)
	l.JSON = []byte(body)
	return l, err
}

// Entries gives the entries that a query asks for, the latest first, those
// without a date last; of one day by the article's ID and then in the order of its
// record. It ends at the first error.
func (s *Store) Entries(ctx context.Context, q store.Query) iter.Seq2[store.Found, error] {
	all := batches(entryBatch, func(last *listed) ([]listed, error) {
		c := conditionsOf(q)
		if last != nil {
			c.add("(entry.first < ? or entry.first = ? and (entry.article, entry.position) > (?, ?))",
				last.first, last.first, last.Article.ID, last.position)
		}
		rows, err := s.db.QueryContext(ctx, selectEntries+c.where()+
			" order by entry.first desc, entry.article, entry.position limit ?", append(c.args, entryBatch)...)
		if err != nil {
			return nil, err
		}
		return collect(rows, scanListed)
	})
	return func(yield func(store.Found, error) bool) {
		n := 0
		for l, err := range all {
			if err != nil {
				yield(store.Found{}, fmt.Errorf("list entries: %w", err))
				return
			}
			if n++; !yield(l.Found, nil) || n == q.Limit {
				return
			}
		}
	}
}

// Entry returns the entry of an ID, or of the start of one that no other entry
// has. It fails with store.ErrNotFound or store.ErrAmbiguous. An actor is an entry
// in each of its articles and so not to be found by its ID alone: ask Entries.
func (s *Store) Entry(ctx context.Context, id string) (store.Found, error) {
	whole, err := s.resolve(ctx, "(select id from entry where kind <> 'actor')", id)
	if err != nil {
		return store.Found{}, fmt.Errorf("find entry %q: %w", id, err)
	}
	found, err := scanListed(s.db.QueryRowContext(ctx,
		selectEntries+" where entry.id = ? and entry.kind <> 'actor' order by entry.article, entry.position limit 1", whole).Scan)
	if err != nil {
		return store.Found{}, fmt.Errorf("read entry %q: %w", whole, err)
	}
	return found.Found, nil
}

// conditions are what a where clause asks for, all of it at once.
type conditions struct {
	terms []string
	args  []any
}

func (c *conditions) add(term string, args ...any) {
	c.terms = append(c.terms, term)
	c.args = append(c.args, args...)
}

func (c *conditions) where() string {
	if len(c.terms) == 0 {
		return ""
	}
	return " where " + strings.Join(c.terms, " and ")
}

// partIn finds the entries in which an actor of an ID, country or name takes
// part, and with the name of a state all who act for it.
const partIn = `entry.number in (
	select entry from entry_actor where actor = ?
	union all select entry from entry_actor where country = ?
	union all select entry from entry_actor where folded = ?
	union all select entry from entry_actor where country in (
		select country from entry_actor where folded = ? and actor = country))`

func conditionsOf(q store.Query) *conditions {
	c := &conditions{}
	if q.Kind != "" {
		c.add("entry.kind = ?", q.Kind)
	}
	for _, a := range q.Actors {
		c.add(partIn, a, a, fold(a), fold(a))
	}
	if first, _ := store.Days(q.From); first != "" {
		c.add("entry.first <> '' and entry.last >= ?", first)
	}
	if _, last := store.Days(q.To); last != "" {
		c.add("entry.first <> '' and entry.first <= ?", last)
	}
	if q.Status != "" {
		c.add("entry.status = ?", q.Status)
	}
	if q.Topic != "" {
		c.add("instr(entry.issue, ?) > 0", "|"+q.Topic+"|")
	}
	return c
}

package sqlite

import (
	"context"
	"fmt"

	"github.com/readout/readout/internal/store"
)

// resolve returns the whole ID of the row of a table that an ID or the start of
// one names.
func (s *Store) resolve(ctx context.Context, table, id string) (string, error) {
	from, to, ok := store.PrefixRange(id)
	if !ok {
		from, to = id, id // an empty range
	}
	rows, err := s.db.QueryContext(ctx,
		"select distinct id from "+table+" where id = ? or id >= ? and id < ? order by id limit 3", id, from, to)
	if err != nil {
		return "", err
	}
	found, err := collect(rows, func(scan func(...any) error) (whole string, err error) { return whole, scan(&whole) })
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return "", store.ErrNotFound
	case len(found) > 1 && found[0] != id: // a whole ID stands before those that it starts
		return "", fmt.Errorf("%w: %q, %q", store.ErrAmbiguous, found[0], found[1])
	}
	return found[0], nil
}

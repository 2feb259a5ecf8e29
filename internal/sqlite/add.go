package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/store"
)

// Add puts a record into the ledger, in one transaction. If the ledger holds the
// article already it compares the records' JSON: the same bytes change nothing,
// others replace the whole record.
func (s *Store) Add(ctx context.Context, r readout.Record) (store.Result, error) {
	l, err := layOut(r)
	if err != nil {
		return "", fmt.Errorf("add article %q: %w", r.Article.ID, err)
	}
	var result store.Result
	err = s.write(ctx, func(tx *sql.Tx) (err error) {
		result, err = l.add(ctx, tx)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("add article %q: %w", r.Article.ID, err)
	}
	return result, nil
}

// write runs do in a transaction that holds the database's write lock from the
// start, so that what it reads stays true until it commits.
func (s *Store) write(ctx context.Context, do func(*sql.Tx) error) error {
	select {
	case s.writing <- struct{}{}:
		defer func() { <-s.writing }()
	case <-ctx.Done():
		return ctx.Err()
	}
	var tx *sql.Tx
	err := whileBusy(ctx, func() (err error) {
		tx, err = s.db.BeginTx(ctx, nil)
		return err
	})
	if err != nil {
		return err
	}
	if err := do(tx); err != nil {
		_ = tx.Rollback() // the first error says more
		return err
	}
	return tx.Commit()
}

// laidOut is a record ready to be written, so that the transaction is short.
type laidOut struct {
	article  readout.Article
	json     []byte
	rows     []store.Row
	passages []store.Passage
}

func layOut(r readout.Record) (l laidOut, err error) {
	if r.Article.ID == "" {
		return l, errors.New("an article without an ID")
	}
	l.article = r.Article
	if l.json, err = json.Marshal(r); err != nil {
		return l, fmt.Errorf("write record as JSON: %w", err)
	}
	if l.rows, err = store.Rows(r); err != nil {
		return l, err
	}
	l.passages, err = store.Passages(r)
	return l, err
}

func (l laidOut) add(ctx context.Context, tx *sql.Tx) (store.Result, error) {
	var held []byte
	err := tx.QueryRowContext(ctx, "select record from article where id = ?", l.article.ID).Scan(&held)
	result := store.Replaced
	switch {
	case errors.Is(err, sql.ErrNoRows):
		result = store.Added
	case err != nil:
		return "", err
	case string(held) == string(l.json):
		return store.Unchanged, nil
	}
	if result == store.Replaced {
		if _, err := tx.ExecContext(ctx, "delete from article where id = ?", l.article.ID); err != nil {
			return "", fmt.Errorf("remove the record held: %w", err)
		}
	}
	return result, l.insert(ctx, tx)
}

func (l laidOut) insert(ctx context.Context, tx *sql.Tx) error {
	a := l.article
	day, _ := store.Days(a.Published)
	_, err := tx.ExecContext(ctx,
		"insert into article (id, title, publisher, url, published, day, record) values (?, ?, ?, ?, ?, ?, ?)",
		a.ID, a.Title, a.Publisher, a.URL, a.Published.String(), day, string(l.json))
	if err != nil {
		return err
	}
	if err := insertRows(ctx, tx, a.ID, l.rows); err != nil {
		return err
	}
	return insertPassages(ctx, tx, a.ID, l.passages)
}

func insertRows(ctx context.Context, tx *sql.Tx, article string, rows []store.Row) error {
	entry, err := tx.PrepareContext(ctx, `insert into entry
		(article, position, kind, id, date, first, last, status, issue, start, "end", exact, json)
		values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer entry.Close()
	actor, err := tx.PrepareContext(ctx, `insert into entry_actor
		(entry, position, role, actor, name, folded, country) values (?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer actor.Close()
	for _, r := range rows {
		first, last := store.Days(r.When)
		done, err := entry.ExecContext(ctx, article, r.Number, r.Kind, r.ID, r.Date.String(), first, last,
			r.Status, barred(r.Topics), r.Evidence.Start, r.Evidence.End, r.Evidence.Exact, string(r.JSON))
		if err != nil {
			return fmt.Errorf("%s %q: %w", r.Kind, r.ID, err)
		}
		number, err := done.LastInsertId()
		if err != nil {
			return fmt.Errorf("%s %q: %w", r.Kind, r.ID, err)
		}
		for i, p := range r.Parts {
			a := p.Actor
			if _, err := actor.ExecContext(ctx, number, i, p.Role, a.ID, a.Name, fold(a.Name), a.Country); err != nil {
				return fmt.Errorf("actors of %s %q: %w", r.Kind, r.ID, err)
			}
		}
	}
	return nil
}

func insertPassages(ctx context.Context, tx *sql.Tx, article string, passages []store.Passage) error {
	passage, err := tx.PrepareContext(ctx, `insert into passage
		(article, place, kind, paragraph, statement, speaker, text) values (?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer passage.Close()
	for _, p := range passages {
		if _, err := passage.ExecContext(ctx, article, p.Place, p.Kind, p.Paragraph, p.Statement, p.Speaker, p.Text); err != nil {
			return fmt.Errorf("text of paragraph %d: %w", p.Paragraph, err)
		}
	}
	return nil
}

// fold is how names are compared.
func fold(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

// barred joins names by bars and puts one at either end, so that a name is found with those around it: "|Taiwan|Tariffs|".
func barred(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "|" + strings.Join(names, "|") + "|"
}

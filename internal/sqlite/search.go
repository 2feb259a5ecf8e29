package sqlite

import (
	"context"
	"fmt"
	"strings"

	"github.com/readout/readout/internal/store"
)

// searchQuery ranks passages, gathers those of one paragraph, of which the best
// speaks for it, and cuts a snippet from each of the first few.
const searchQuery = `
with matching as materialized (
	select passage.number, article, place, kind, paragraph, statement, bm25(passage_words) as rank
	from passage_words join passage on passage.number = passage_words.rowid
	where passage_words match ?1
), gathered as (
	select *,
		row_number() over (partition by article, place order by rank, number) as standing,
		group_concat(nullif(statement, ''), char(10)) over (partition by article, place order by number
			rows between unbounded preceding and unbounded following) as statements
	from matching
), hit as (
	select gathered.*, day, ` + sourceColumns + `
	from gathered join article on article.id = gathered.article
	where standing = 1
	order by rank, day desc, article.id, place
	limit ?2
)
select hit.id, hit.title, hit.publisher, hit.url, hit.published,
	hit.kind, hit.paragraph, coalesce(hit.statements, ''), hit.rank, (
		select snippet(passage_words, 0, char(1), char(2), '…', 32)
		from passage_words where passage_words match ?1 and rowid = hit.number)
from hit order by hit.rank, hit.day desc, hit.id, hit.place`

// Search finds the paragraphs in which all the words stand, or a statement that
// begins there and whose words and speaker they are, the best first. Words are read
// as store.Terms says; nothing that can be typed is an error. At most limit hits
// come back, 0 for all.
func (s *Store) Search(ctx context.Context, words string, limit int) ([]store.Hit, error) {
	match := matchOf(store.Terms(words))
	if match == "" {
		return nil, nil
	}
	if limit <= 0 {
		limit = -1
	}
	rows, err := s.db.QueryContext(ctx, searchQuery, match, limit)
	if err != nil {
		return nil, fmt.Errorf("search for %q: %w", words, err)
	}
	hits, err := collect(rows, scanHit)
	if err != nil {
		return nil, fmt.Errorf("search for %q: %w", words, err)
	}
	return hits, nil
}

// matchOf writes terms as FTS5 strings, in which no sign has a meaning but the
// quotation mark, and of those a term has none.
func matchOf(terms []store.Term) string {
	var out []string
	for _, t := range terms {
		text := `"` + t.Text + `"`
		if t.Prefix {
			text += "*"
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

func scanHit(scan func(...any) error) (h store.Hit, err error) {
	var statements, snippet string
	h.Article, err = scanSource(scan, &h.Kind, &h.Paragraph, &statements, &h.Rank, &snippet)
	if statements != "" {
		h.Statements = strings.Split(statements, "\n")
	}
	h.Snippet = readMarks(snippet)
	return h, err
}

// readMarks takes out of a snippet the signs that FTS5 put around what it found.
// The text itself has no control characters.
func readMarks(marked string) store.Snippet {
	var text strings.Builder
	var out store.Snippet
	for _, r := range marked {
		switch r {
		case 1:
			out.Marks = append(out.Marks, store.Mark{Start: text.Len(), End: text.Len()})
		case 2:
			out.Marks[len(out.Marks)-1].End = text.Len()
		default:
			text.WriteRune(r)
		}
	}
	out.Text = text.String()
	return out
}

package lexicon

import (
	"slices"
	"strings"
)

// A table is how the rows of a file are read.
type table struct {
	file    string
	columns []string
	key     []string            // columns that no two rows share; without any, rows only add to others
	lists   []string            // columns that hold several values
	known   map[string][]string // columns of which each cell is one of these
	front   bool                // own rows stand before those of the program: the first of a name is the likeliest
	enter   func(*Lexicon, row) error
}

// schema lists the tables in the order in which they are read: later ones name rows of earlier ones.
func schema() []table {
	state := []string{"code", "name", "aliases", "demonyms", "capitals", "status"}
	names := []string{"aliases", "demonyms", "capitals"}
	return []table{
		{file: "states.tsv", columns: state, key: state[:1], lists: names, enter: (*Lexicon).enterState,
			known: map[string][]string{"status": {"state", "territory"}}},
		{file: "past-states.tsv", columns: state, key: state[:1], lists: names, enter: (*Lexicon).enterState,
			known: map[string][]string{"status": {"past"}}},
		{file: "state-names.tsv", columns: []string{"code", "aliases", "demonyms"}, lists: names[:2], enter: (*Lexicon).enterStateNames},
		{file: "seats.tsv", columns: []string{"name", "country", "kind", "body"}, key: []string{"name"}, enter: (*Lexicon).enterSeat,
			known: map[string][]string{"kind": {"capital", "city", "building"}}},
		{file: "ministries.tsv", columns: []string{"phrase", "name", "function"}, key: []string{"phrase"}, enter: (*Lexicon).enterMinistry},
		{file: "roles.tsv", columns: []string{"phrases", "name", "class", "sort"}, key: []string{"phrases"}, lists: []string{"phrases"}, enter: (*Lexicon).enterRole,
			known: map[string][]string{"sort": {"office", "official", "outside", "title"}}},
		{file: "org-words.tsv", columns: []string{"word", "sort"}, key: []string{"word"}, enter: (*Lexicon).enterOrgWord},
		{file: "organisations.tsv", columns: []string{"name", "aliases", "country", "sort", "cased"}, key: []string{"name"}, lists: names[:1], enter: (*Lexicon).enterOrganisation,
			known: map[string][]string{
				"sort":  {"igo", "bloc", "court", "legislature", "ministry", "agency", "armed_forces", "militia", "party", "company", "media", "thinktank", "university", "ngo"},
				"cased": {"", "yes"},
			}},
		{file: "places.tsv", columns: []string{"name", "aliases", "country", "kind", "lat", "lon"}, key: []string{"name", "country", "kind"}, lists: names[:1], front: true, enter: (*Lexicon).enterPlace,
			known: map[string][]string{"kind": {"capital", "city", "island", "sea", "strait", "site", "region", "admin1"}}},
		{file: "persons.tsv", columns: []string{"name", "aliases", "country", "office", "class", "body", "from", "to"}, key: []string{"name", "country", "office", "body", "from"}, lists: names[:1], enter: (*Lexicon).enterPerson},
		{file: "sectors.tsv", columns: []string{"class", "sector"}, key: []string{"class"}, enter: (*Lexicon).enterSector},
		{file: "body-codes.tsv", columns: []string{"organisation", "code"}, key: []string{"organisation"}, enter: (*Lexicon).enterCode},
		{file: "issues.tsv", columns: []string{"name", "phrases", "contexts"}, key: []string{"name"}, lists: []string{"phrases", "contexts"}, enter: (*Lexicon).enterIssue},
	}
}

// keyOf joins the cells that tell a row from all others, "" where the table has no key.
func (t table) keyOf(r row) string {
	parts := make([]string, len(t.key))
	for i, column := range t.key {
		parts[i] = r.get(column)
	}
	return strings.Join(parts, " / ")
}

// check looks at what no row of the table may have, whatever other rows say.
func (t table) check(r row) error {
	for i, cell := range r.cells {
		if strings.TrimSpace(cell) != cell {
			return r.errorf("column %s: %q begins or ends with a blank", t.columns[i], cell)
		}
	}
	for _, column := range t.lists {
		if slices.Contains(r.list(column), "") {
			return r.errorf("column %s: %q has an empty value between its bars", column, r.get(column))
		}
	}
	for _, column := range t.columns {
		if known, ok := t.known[column]; ok && !slices.Contains(known, r.get(column)) {
			return r.errorf("column %s: want %s, not %q", column, oneOf(known), r.get(column))
		}
	}
	return nil
}

func oneOf(known []string) string {
	shown := make([]string, len(known))
	for i, k := range known {
		if shown[i] = k; k == "" {
			shown[i] = "nothing"
		}
	}
	return strings.Join(shown, ", ")
}

// merge puts own rows among those of the program: in the place of those of the same key, and the others after them, or before.
func (t table) merge(program, own []row) []row {
	at := map[string]int{}
	if len(t.key) > 0 && len(own) > 0 {
		for i, r := range program {
			at[t.keyOf(r)] = i
		}
	}
	var added []row
	for _, r := range own {
		if i, ok := at[t.keyOf(r)]; ok {
			program[i] = r
		} else {
			added = append(added, r)
		}
	}
	if t.front {
		return append(added, program...)
	}
	return append(program, added...)
}

package lexicon

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
)

//go:embed tables/*.tsv
var tables embed.FS

// Lexicon is what readout knows of the world. It is read-only and may be used from many goroutines.
type Lexicon struct {
	terms    node
	states   map[string]string // code → common name
	capitals map[string]string // code → the first capital
	bodies   map[string]string // seat → the international body it stands for
	persons  []Person
	byID     map[string]int // a person's ID → its index
	short    map[string][]int
	holders  map[officeKey][]int // persons who hold or held an office
	given    map[string]bool     // first words of persons' names
	orgWords map[string]string   // "Institute" → sort
	orgs     map[string]Organisation
	places   map[string]Place
	versions []string
}

// Load reads the tables that the program carries.
func Load() (*Lexicon, error) {
	sub, err := fs.Sub(tables, "tables")
	if err != nil {
		return nil, fmt.Errorf("load lexicon: %w", err)
	}
	return Read(sub)
}

// Read reads the tables of a folder.
func Read(dir fs.FS) (*Lexicon, error) {
	l := &Lexicon{
		states: map[string]string{}, capitals: map[string]string{}, bodies: map[string]string{}, byID: map[string]int{}, short: map[string][]int{}, holders: map[officeKey][]int{},
		given: map[string]bool{}, orgWords: map[string]string{}, orgs: map[string]Organisation{}, places: map[string]Place{},
	}
	for _, t := range []struct {
		file    string
		columns []string
		enter   func(row) error
	}{
		{"states.tsv", []string{"code", "name", "aliases", "demonyms", "capitals", "status"}, l.enterState},
		{"past-states.tsv", []string{"code", "name", "aliases", "demonyms", "capitals", "status"}, l.enterState},
		{"state-names.tsv", []string{"code", "aliases", "demonyms"}, l.enterStateNames},
		{"seats.tsv", []string{"name", "country", "kind", "body"}, l.enterSeat},
		{"ministries.tsv", []string{"phrase", "name", "function"}, l.enterMinistry},
		{"roles.tsv", []string{"phrases", "name", "class", "sort"}, l.enterRole},
		{"org-words.tsv", []string{"word", "sort"}, l.enterOrgWord},
		{"organisations.tsv", []string{"name", "aliases", "country", "sort", "cased"}, l.enterOrganisation},
		{"places.tsv", []string{"name", "aliases", "country", "kind", "lat", "lon"}, l.enterPlace},
		{"persons.tsv", []string{"name", "aliases", "country", "office", "class", "body", "from", "to"}, l.enterPerson},
	} {
		if err := l.readFile(dir, t.file, t.columns, t.enter); err != nil {
			return nil, fmt.Errorf("load lexicon: %w", err)
		}
	}
	l.indexPersons()
	return l, nil
}

func (l *Lexicon) readFile(dir fs.FS, name string, columns []string, enter func(row) error) error {
	b, err := fs.ReadFile(dir, name)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	sum := sha256.Sum256(b)
	l.versions = append(l.versions, path.Base(name)+"@"+hex.EncodeToString(sum[:4]))
	return eachRow(b, name, columns, enter)
}

// Versions names each table with the beginning of its checksum, in the order of their names.
func (l *Lexicon) Versions() []string { return slices.Sorted(slices.Values(l.versions)) }

// Match returns the meanings of the longest known stretch of words from i on, and its length in words.
func (l *Lexicon) Match(words []string, i int) (terms []Term, length int) {
	return l.terms.match(words, i)
}

// StateName returns the common name of a state, or "".
func (l *Lexicon) StateName(code string) string { return l.states[code] }

// Capital returns the name of a state's capital, or "".
func (l *Lexicon) Capital(code string) string { return l.capitals[code] }

// OrgSort returns what sort of organisation the word stands for at the end of a name, or "".
func (l *Lexicon) OrgSort(word string) string { return l.orgWords[word] }

// IsGivenName reports whether a person of the tables has the word as the first of the name.
func (l *Lexicon) IsGivenName(word string) bool { return l.given[fold(word)] }

package lexicon

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
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
	sectors  map[string]string // a class of office or sort of organisation → its sector
	codes    map[string]string // an international body's ID → its CAMEO code
	phrases  node              // of issues
	issues   map[string]Issue
	versions []string
}

// Load reads the tables that the program carries, and own ones. A folder of own tables has files of the same names and columns, as many as
// are wanted; a row of the same key replaces that of the program or of a folder before, any other is added. Keys stand in docs/lexicon.md.
func Load(own ...fs.FS) (*Lexicon, error) { return Read(programTables(), own...) }

// Read is Load for tables of a folder in the place of those of the program.
func Read(dir fs.FS, own ...fs.FS) (*Lexicon, error) {
	l := newLexicon()
	for _, t := range schema() {
		rows, err := l.rowsOf(dir, t, "")
		if err != nil {
			return nil, fmt.Errorf("load lexicon: %w", err)
		}
		for _, folder := range own {
			more, err := l.rowsOf(folder, t, "own/")
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return nil, fmt.Errorf("load own lexicon: %w", err)
			}
			rows = t.merge(rows, more)
		}
		for _, r := range rows {
			if err := t.enter(l, r); err != nil {
				return nil, fmt.Errorf("load lexicon: %w", err)
			}
		}
	}
	l.indexPersons()
	return l, nil
}

func newLexicon() *Lexicon {
	return &Lexicon{
		states: map[string]string{}, capitals: map[string]string{}, bodies: map[string]string{}, byID: map[string]int{}, short: map[string][]int{}, holders: map[officeKey][]int{},
		given: map[string]bool{}, orgWords: map[string]string{}, orgs: map[string]Organisation{}, places: map[string]Place{}, issues: map[string]Issue{},
		sectors: map[string]string{}, codes: map[string]string{},
	}
}

// programTables is the folder of the tables that the program carries.
func programTables() fs.FS {
	sub, err := fs.Sub(tables, "tables")
	if err != nil {
		panic(err) // the name is a constant
	}
	return sub
}

// rowsOf reads the rows of a table of a folder. Its version is told with the prefix before its name.
func (l *Lexicon) rowsOf(dir fs.FS, t table, prefix string) ([]row, error) {
	b, err := fs.ReadFile(dir, t.file)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", t.file, err)
	}
	sum := sha256.Sum256(b)
	l.versions = append(l.versions, prefix+t.file+"@"+hex.EncodeToString(sum[:4]))
	var rows []row
	err = eachRow(b, t.file, t.columns, func(r row) error {
		rows = append(rows, r)
		if prefix != "" {
			return t.check(r)
		}
		return nil
	})
	return rows, err
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

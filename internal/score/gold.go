package score

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/readout/readout"
)

// Schema names the JSON form of Gold.
const Schema = "readout-gold/1"

// Gold is every entry that a reader, or a coder, makes of one article. Evidence
// is a verbatim stretch of the article. Countries are ISO 3166-1 alpha-3 codes.
type Gold struct {
	Schema       string        `json:"schema"`
	Article      string        `json:"article"` // the text file, or the folder of the article
	Published    string        `json:"published,omitempty"`
	Publisher    string        `json:"publisher,omitempty"`
	Title        string        `json:"title,omitempty"`
	Actors       []Actor       `json:"actors"`
	Meetings     []Meeting     `json:"meetings"`
	Visits       []Visit       `json:"visits"`
	Statements   []Statement   `json:"statements"`
	Agreements   []Agreement   `json:"agreements"`
	Positions    []Position    `json:"positions"`
	Incidents    []Incident    `json:"incidents"`
	Expectations []Expectation `json:"expectations"`
	Events       []Event       `json:"events"`
}

// Actor is a person, organisation or state; it needs no evidence.
type Actor struct {
	Name    string  `json:"name"`
	Country *string `json:"country"`
	Kind    string  `json:"kind"`
	Office  *string `json:"office"`
}

// Meeting is an encounter; participants go by name.
type Meeting struct {
	Participants []string `json:"participants"`
	Status       string   `json:"status"`
	Date         string   `json:"date,omitempty"`
	Place        string   `json:"place,omitempty"`
	Minutes      int      `json:"minutes,omitempty"`
	Evidence     string   `json:"evidence"`
}

// Visit is a journey of a visitor, by name, to a host state, by code.
type Visit struct {
	Visitor  string `json:"visitor"`
	Host     string `json:"host"`
	Status   string `json:"status"`
	Date     string `json:"date,omitempty"`
	Place    string `json:"place,omitempty"`
	Evidence string `json:"evidence"`
}

// Statement is something said; the evidence is its content.
type Statement struct {
	Speaker  string   `json:"speaker"`
	With     []string `json:"with,omitempty"` // further joint speakers: any of them counts
	Form     string   `json:"form"`
	Via      string   `json:"via,omitempty"`
	Audience string   `json:"audience,omitempty"`
	Date     string   `json:"date,omitempty"`
	Evidence string   `json:"evidence"`
}

// Agreement is something agreed or pledged by parties, by code.
type Agreement struct {
	Parties   []string `json:"parties"`
	Status    string   `json:"status"`
	Issue     string   `json:"issue,omitempty"`
	ClaimedBy string   `json:"claimed_by,omitempty"` // a person or body by name, a state by code
	Date      string   `json:"date,omitempty"`
	Evidence  string   `json:"evidence"`
}

// Position is where a holder, by code, stands.
type Position struct {
	Holder   string `json:"holder"`
	Issue    string `json:"issue,omitempty"`
	RedLine  bool   `json:"red_line,omitempty"`
	Date     string `json:"date,omitempty"`
	Evidence string `json:"evidence"`
}

// Incident is a thing that happened between parties, by code.
type Incident struct {
	Issue       string   `json:"issue,omitempty"`
	Parties     []string `json:"parties"`
	Date        string   `json:"date,omitempty"`
	Consequence string   `json:"consequence,omitempty"`
	Evidence    string   `json:"evidence"`
}

// Expectation is a hope, a forecast or an announced next step.
type Expectation struct {
	What     string `json:"what,omitempty"`
	By       string `json:"by,omitempty"`
	Holder   string `json:"holder,omitempty"`
	Evidence string `json:"evidence"`
}

// Event is a PLOVER event between parties, by code.
type Event struct {
	Type       string   `json:"type"`
	Source     []string `json:"source"`
	Target     []string `json:"target"`
	Factuality string   `json:"factuality"`
	Date       string   `json:"date,omitempty"`
	Evidence   string   `json:"evidence"`
}

// ReadFile reads one Gold from a file.
func ReadFile(path string) (Gold, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return Gold{}, err
	}
	return Read(path, b)
}

// Read reads one Gold. The name stands before every complaint.
func Read(name string, b []byte) (Gold, error) {
	all, err := ReadLines(name, bytes.NewReader(b))
	if err != nil {
		return Gold{}, err
	}
	if len(all) != 1 {
		return Gold{}, fmt.Errorf("read %s: want one JSON object, found %d", name, len(all))
	}
	return all[0], nil
}

// ReadLines reads Golds one after the other, as the lines of a file of predictions.
func ReadLines(name string, r io.Reader) ([]Gold, error) {
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	var out []Gold
	for {
		var g Gold
		err := d.Decode(&g)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err == nil {
			err = g.check()
		}
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, describe(err, len(out)))
		}
		out = append(out, g)
	}
}

// describe adds to an error of the decoder where it happened.
func describe(err error, article int) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return fmt.Errorf("article %d: field %s: want %s, found a JSON %s", article+1, wrong.Field, wrong.Type, wrong.Value)
	}
	return fmt.Errorf("article %d: %w", article+1, err)
}

// check complains of the first field that is missing or of a form that no comparison could use.
func (g Gold) check() error {
	if g.Schema != Schema {
		return fmt.Errorf("schema: want %q, found %q", Schema, g.Schema)
	}
	if err := checkDate("published", g.Published); err != nil {
		return err
	}
	for i, a := range g.Actors {
		at := fmt.Sprintf("actors[%d]", i)
		if err := checkWord(at+".name", a.Name); err != nil {
			return err
		}
		if err := checkWord(at+".kind", a.Kind); err != nil {
			return err
		}
	}
	for i := range kinds {
		for j, e := range kinds[i].entries(g) {
			at := fmt.Sprintf("%s[%d]", kinds[i].name, j)
			if err := checkWord(at+".evidence", e.evidence); err != nil && kinds[i].name != actorKind {
				return err
			}
			if err := e.check(at); err != nil {
				return err
			}
		}
	}
	return nil
}

func checkWord(at, s string) error {
	if strings.TrimSpace(s) == "" {
		return fmt.Errorf("%s: is missing or empty", at)
	}
	return nil
}

func checkDate(at, s string) error {
	if s == "" {
		return nil
	}
	if _, err := readout.ParseDate(s); err != nil {
		return fmt.Errorf("%s: %w", at, err)
	}
	return nil
}

// Header is what a user would know of an article besides its words.
type Header struct {
	Published string `json:"published"`
	Publisher string `json:"publisher"`
}

// ReadHeader reads the date and publisher out of a gold file and nothing else, so
// that a coder can be told them without seeing an entry. A file that does not
// exist is an empty Header.
func ReadHeader(path string) (Header, error) {
	b, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return Header{}, nil
	}
	if err != nil {
		return Header{}, err
	}
	var h Header
	if err := json.Unmarshal(b, &h); err != nil {
		return Header{}, fmt.Errorf("read %s: %w", path, err)
	}
	if err := checkDate("published", h.Published); err != nil {
		return Header{}, fmt.Errorf("read %s: %w", path, err)
	}
	return h, nil
}

// Folders returns the article folders among dirs: a folder with an article.txt is
// one itself, another stands for the article folders in it.
func Folders(dirs []string) ([]string, error) {
	var out []string
	for _, dir := range dirs {
		if _, err := os.Stat(filepath.Join(dir, "article.txt")); err == nil {
			out = append(out, filepath.Clean(dir))
			continue
		}
		entries, err := os.ReadDir(dir)
		if err != nil {
			return nil, err
		}
		before := len(out)
		for _, e := range entries {
			sub := filepath.Join(dir, e.Name())
			if _, err := os.Stat(filepath.Join(sub, "article.txt")); err == nil {
				out = append(out, sub)
			}
		}
		if len(out) == before {
			return nil, fmt.Errorf("read %s: holds no article.txt, nor does a folder in it", dir)
		}
	}
	return out, nil
}

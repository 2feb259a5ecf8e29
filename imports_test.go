package readout_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/readout/readout"

// levels is the order of imports. A package may import the root and packages of levels above its own in this list; packages of
// one level don't know each other. A new package gets its place here by hand, so that a back door fails the build.
var levels = [][]string{
	{"examples", "schema"},                                     // material: articles, the form of a record
	{"internal/article", "internal/text"},                      // bytes → article; the document with its layers
	{"internal/sealed"},                                        // how weights files are closed and opened
	{"internal/perceptron", "internal/kernel", "internal/gum"}, // how models are stored and applied; a corpus of entities and coreference
	{"internal/encoder"},                                       // words in context
	{"internal/lexicon", "internal/tag", "internal/parse", "internal/wordclass"}, // the world's tables; the language; classes of words
	{"internal/coref", "internal/entity", "internal/attribution"},                // what words speak of one and the same; named entities
	{"model"},                                 // the trained weights
	{"internal/actor", "internal/when"},       // who and when
	{"internal/speech", "internal/event"},     // what was said and done
	{"internal/ledger"},                       // entries
	{"coder"},                                 // all of the above in one call
	{"internal/codedtest"},                    // what the tests of the stages share
	{"internal/store"},                        // what a ledger can keep and be asked
	{"internal/sqlite", "internal/storetest"}, // how it is kept
	{"internal/brief", "internal/web"},        // what people read
	{"internal/score", "internal/train", "internal/grad", "internal/corefscore"}, // the laboratory
	{"internal/train/neural"},  // and the training of its networks
	{"cmd/readout", "cmd/lab"}, // the commands
}

// laboratory lists the packages that the command lab alone may use.
var laboratory = []string{"internal/score", "internal/train", "internal/grad", "internal/train/neural", "internal/corefscore"}

// A listed package is what "go list -json" says of one.
type listed struct {
	ImportPath string
	Imports    []string
}

func TestImportsGoOneWay(t *testing.T) {
	level := levelOf(t)
	for _, p := range packages(t) {
		own, ok := level[p.ImportPath]
		if !ok {
			t.Errorf("%s has no place in the list of levels: give it one", short(p.ImportPath))
			continue
		}
		for _, imported := range inModule(p.Imports) {
			if other, known := level[imported]; known && other >= own {
				t.Errorf("%s imports %s, which does not stand above it in the list of levels", short(p.ImportPath), short(imported))
			}
		}
	}
}

func TestEveryListedPackageIsThere(t *testing.T) {
	var there []string
	for _, p := range packages(t) {
		there = append(there, p.ImportPath)
	}
	for path := range levelOf(t) {
		if !slices.Contains(there, path) {
			t.Errorf("%s stands in the list of levels and is no package any more", short(path))
		}
	}
}

func TestTheRootDependsOnTheStandardLibraryAlone(t *testing.T) {
	for _, p := range packages(t) {
		if p.ImportPath != module {
			continue
		}
		for _, imported := range p.Imports {
			if first, _, _ := strings.Cut(imported, "/"); strings.Contains(first, ".") {
				t.Errorf("the root imports %s", imported)
			}
		}
	}
}

func TestTheLaboratoryIsUsedByItsCommandAlone(t *testing.T) {
	for _, p := range packages(t) {
		if short(p.ImportPath) == "cmd/lab" || slices.Contains(laboratory, short(p.ImportPath)) {
			continue
		}
		for _, imported := range inModule(p.Imports) {
			if slices.Contains(laboratory, short(imported)) {
				t.Errorf("%s imports %s, which is for cmd/lab", short(p.ImportPath), short(imported))
			}
		}
	}
}

// levelOf gives each package its level; the root has the lowest.
func levelOf(t *testing.T) map[string]int {
	t.Helper()
	level := map[string]int{module: -1}
	for n, names := range levels {
		for _, name := range names {
			path := module + "/" + name
			if _, ok := level[path]; ok {
				t.Fatalf("%s stands twice in the list of levels", name)
			}
			level[path] = n
		}
	}
	return level
}

// packages asks the go command for the packages of the module and what they import, tests left out.
func packages(t *testing.T) []listed {
	t.Helper()
	var stderr bytes.Buffer
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Imports", "./...")
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var all []listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("read what go list writes: %v", err)
		}
		all = append(all, p)
	}
	if len(all) == 0 {
		t.Fatal("go list names no package")
	}
	return all
}

func inModule(imports []string) []string {
	return slices.DeleteFunc(slices.Clone(imports), func(path string) bool {
		return path != module && !strings.HasPrefix(path, module+"/")
	})
}

func short(path string) string { return strings.TrimPrefix(path, module+"/") }

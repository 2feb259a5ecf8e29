package coder

import (
	"encoding/json"
	"flag"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/article"
	"github.com/readout/readout/internal/score"
)

var raise = flag.Bool("raise", false, "raise the floors of accuracy to just below what is measured; none is ever lowered")

// floorsFile holds the least F1 of each kind over the gold articles.
var floorsFile = filepath.Join("testdata", "floors.json")

// margin is how far below what is measured a floor is set.
const margin = 0.02

// floors are the contents of floorsFile.
type floors struct {
	About string             `json:"about"`
	F1    map[string]float64 `json:"f1"`
}

func TestAccuracyStaysAboveItsFloors(t *testing.T) {
	f := readFloors(t)
	measured := accuracy(t)
	if *raise {
		raiseFloors(t, f, measured)
	}
	for _, name := range slices.Sorted(maps.Keys(measured)) {
		t.Logf("%-28s F1 %.3f, floor %.3f", name, measured[name], f.F1[name])
		if _, ok := f.F1[name]; !ok {
			t.Errorf("%s has no floor: run this test with -raise", name)
		}
	}
	for name, floor := range f.F1 {
		if f1, ok := measured[name]; !ok || f1 < floor {
			t.Errorf("%s: F1 is %.3f, and its floor is %.3f; see with: go run ./cmd/lab eval gold -v testdata/gold", name, f1, floor)
		}
	}
}

func readFloors(t *testing.T) floors {
	t.Helper()
	b, err := os.ReadFile(floorsFile)
	if err != nil {
		t.Fatal(err)
	}
	var f floors
	if err := json.Unmarshal(b, &f); err != nil {
		t.Fatalf("read %s: %v", floorsFile, err)
	}
	return f
}

// raiseFloors writes the floors anew: each the higher of what it was and what is measured less the margin.
func raiseFloors(t *testing.T, f floors, measured map[string]float64) {
	t.Helper()
	for name, f1 := range measured {
		f.F1[name] = max(f.F1[name], math.Floor(1000*(f1-margin))/1000)
	}
	b, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(floorsFile, append(b, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

// accuracy codes the gold articles and returns the F1 of each kind that has a floor.
func accuracy(t *testing.T) map[string]float64 {
	t.Helper()
	counts, out := map[string]score.Counts{}, map[string]float64{}
	add := func(name string, c score.Counts) {
		sum := counts[name]
		sum.Add(c)
		counts[name] = sum
	}
	for _, k := range goldReport(t).Total() {
		switch k.Name {
		case "actors", "agreements":
			add(k.Name, k.Counts)
		case "meetings", "visits":
			add("meetings and visits", k.Counts)
		case "positions":
			out["positions, recall"] = k.Counts.Recall() // a reader may see more than the gold lists
		case "statements":
			add("statements", k.Counts)
			for _, p := range k.Parts {
				if p.Name == "direct and mixed" {
					add("statements, direct and mixed", p.Counts)
				}
			}
		}
	}
	for name, c := range counts {
		out[name] = c.F1()
	}
	return out
}

func goldReport(t *testing.T) score.Report {
	t.Helper()
	folders, err := score.Folders([]string{filepath.Join("..", "testdata", "gold")})
	if err != nil || len(folders) == 0 {
		t.Fatalf("gold folders %v, error %v", folders, err)
	}
	var out score.Report
	for _, dir := range folders {
		gold, err := score.ReadFile(filepath.Join(dir, "gold.json"))
		if err != nil {
			t.Fatal(err)
		}
		r := code(t, goldArticle(t, dir))
		a, err := score.Score(filepath.Base(dir), r.Article.Text, gold, score.Of(filepath.Base(dir), r))
		if err != nil {
			t.Fatal(err)
		}
		out.Articles = append(out.Articles, a)
	}
	return out
}

// goldArticle reads the article of a folder, told of its gold.json the date and publisher alone, as "lab eval gold" does.
func goldArticle(t *testing.T, dir string) readout.Article {
	t.Helper()
	header, err := score.ReadHeader(filepath.Join(dir, "gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "article.txt")
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	return read(t, f, article.Options{Name: name, Publisher: header.Publisher, Published: date(header.Published)})
}

package main

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/grad"
	"github.com/readout/readout/internal/score"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/train/attribution"
	"github.com/readout/readout/model"
)

func newTrainAttributionCommand() *cobra.Command {
	var data, dev, weights string
	var most int
	o, shape := attribution.Usual(), attribution.Default
	cmd := &cobra.Command{
		Use: "attribution", Short: "Train what finds who says what, on PolNeAR", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			language, err := languageOf(weights)
			if err != nil {
				return err
			}
			all, err := readPolNeAR(language, data, most)
			if err != nil {
				return err
			}
			test, err := readPolNeAR(language, dev, 0)
			if err != nil {
				return err
			}
			examples := make([]attribution.Example, len(all))
			for i := range all {
				examples[i] = all[i].example
			}
			o.Log = cmd.OutOrStdout()
			n := attribution.New(shape, language.Dim(), featureRows, o.Seed)
			n.Learn(examples, o, func(epoch int) {
				for _, lean := range []float32{0, 0.7, 1.5} {
					var sum score.AttributionScore
					tape := &grad.Tape{}
					for i := range test {
						sum.Add(score.ScoreAttributions(score.PairAttributions(test[i].gold, test[i].found(n.Read(tape, &test[i].example, lean)))))
					}
					fmt.Fprintf(o.Log, "  lean %.1f: near %.1f (P %.1f R %.1f), close %.1f, linked %.1f, source %.1f %%\n", lean, 100*sum.Near.F1(), 100*sum.Near.Precision(), 100*sum.Near.Recall(), 100*sum.Close.F1(),
						100*sum.Linked.F1(), 100*float64(sum.Source)/float64(max(1, sum.Near.Found)))
				}
			})
			return nil
		},
	}
	cmd.Flags().StringVar(&data, "data", "", "folder of PolNeAR's training half")
	cmd.Flags().StringVar(&dev, "dev", "", "folder of PolNeAR's dev half")
	cmd.Flags().StringVar(&weights, "weights", "", "weights of the language instead of those in the program")
	cmd.Flags().IntVar(&most, "most", 0, "documents to learn from; 0 for all")
	cmd.Flags().IntVar(&o.Epochs, "epochs", o.Epochs, "passes over the data")
	cmd.Flags().Float64Var(&o.Rate, "rate", o.Rate, "highest rate of Adam")
	cmd.Flags().Float64Var(&o.Drop, "drop", o.Drop, "share of values that dropout sets to zero")
	return cmd
}

// languageOf loads the weights of a file, or those of the program.
func languageOf(name string) (*model.Language, error) {
	if name == "" {
		return model.Load()
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read weights: %w", err)
	}
	return model.Read(b)
}

// attributed is a document with its attributions.
type attributed struct {
	doc     *text.Doc
	gold    []score.Attribution
	example attribution.Example
}

// readPolNeAR reads the documents of a half, at most so many.
func readPolNeAR(language *model.Language, dir string, most int) ([]attributed, error) {
	files, err := filepath.Glob(filepath.Join(dir, "text", "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("list texts in %s: no file text/*.txt", dir)
	}
	if most > 0 {
		files = files[:min(most, len(files))]
	}
	var out []attributed
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read text: %w", err)
		}
		gold, err := goldAttributions(name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		s := string(b)
		d := text.New(readout.Article{Text: s, Paragraphs: blocks(s)})
		text.Segment(d)
		if len(d.Tokens) == 0 {
			continue
		}
		out = append(out, attributed{d, gold, newExample(language, d, gold)})
	}
	return out, nil
}

// newExample reads a document as the network does.
func newExample(language *model.Language, d *text.Doc, gold []score.Attribution) attribution.Example {
	n, dim := len(d.Tokens), language.Dim()
	e := attribution.Example{Vectors: &grad.Param{Rows: n, Cols: dim, W: make([]float32, n*dim)}, Parts: make([]int, n)}
	language.AnnotateWith(d, func(token int, v []float32) { copy(e.Vectors.W[token*dim:], v) })
	starts := make([]int, n)
	ends := make([]int, n)
	for i := range n {
		ev := d.Evidence(d.Tokens[i].Span)
		starts[i], ends[i] = ev.Start, ev.End
		e.Features = append(e.Features, features(d, i))
	}
	for k, s := range d.Sentences {
		if k+1 == len(d.Sentences) || d.Sentences[k+1].Paragraph != s.Paragraph {
			e.Ends = append(e.Ends, s.Last)
		}
	}
	in := func(s score.Spans) []int {
		var out []int
		for i := range n {
			if (score.Spans{{starts[i], ends[i]}}).Shared(s) > 0 {
				out = append(out, i)
			}
		}
		return out
	}
	for _, a := range gold {
		cue := in(a.Cue)
		if len(cue) == 0 {
			continue
		}
		l := attribution.Link{Cue: cue[0], Roles: map[int]int{}}
		for _, i := range in(a.Content) {
			l.Roles[i] = attribution.Content
		}
		for _, i := range in(a.Source) {
			l.Roles[i] = attribution.Source
		}
		for _, i := range cue {
			e.Parts[i] = attribution.Within
		}
		e.Links = append(e.Links, l)
	}
	for _, l := range e.Links {
		e.Parts[l.Cue] = attribution.Begins
	}
	return e
}

// featureRows is how many rows features share by their hash.
const featureRows = 4096

// features are the rows of the features of a word.
func features(d *text.Doc, i int) []int32 {
	t := d.Tokens[i]
	out := []string{"d" + t.Deprel, "u" + t.UPOS}
	if t.UPOS == "VERB" {
		out = append(out, "l"+t.Lemma)
	}
	if d.InQuote(i) {
		out = append(out, "quoted")
	}
	if text.IsQuote(d.Word(i)) {
		out = append(out, "m"+t.XPOS)
	}
	rows := make([]int32, len(out))
	for k, s := range out {
		h := fnv.New32a()
		h.Write([]byte(s))
		rows[k] = int32(h.Sum32() % featureRows)
	}
	return rows
}

// found writes what the network found as attributions.
func (a *attributed) found(all []attribution.Found) []score.Attribution {
	var out []score.Attribution
	for _, f := range all {
		content := a.spans(f.Content, true)
		if len(content) == 0 {
			continue
		}
		out = append(out, score.Attribution{Source: a.spans(f.Source, true), Cue: a.spans(f.Cue, false), Content: content})
	}
	return out
}

// spans joins words that stand side by side, or with whole set no more than two words apart; of stretches of one word beside longer
// ones nothing is left then.
func (a *attributed) spans(words []int, whole bool) score.Spans {
	gap := 1
	if whole {
		gap = 3
	}
	var runs [][2]int
	for _, w := range slices.Sorted(slices.Values(words)) {
		if k := len(runs) - 1; k >= 0 && w-runs[k][1] <= gap {
			runs[k][1] = w
			continue
		}
		runs = append(runs, [2]int{w, w})
	}
	longest := 0
	for _, r := range runs {
		longest = max(longest, r[1]-r[0]+1)
	}
	var out score.Spans
	for _, r := range runs {
		if whole && r[0] == r[1] && longest > 3 {
			continue
		}
		e := a.doc.Evidence(text.Span{Start: a.doc.Tokens[r[0]].Start, End: a.doc.Tokens[r[1]].End})
		out = append(out, [2]int{e.Start, e.End})
	}
	return out
}

var _ = strings.TrimSpace

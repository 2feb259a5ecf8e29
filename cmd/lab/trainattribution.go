package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/attribution"
	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/grad"
	"github.com/readout/readout/internal/score"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/train/neural"
	"github.com/readout/readout/model"
)

func newTrainAttributionCommand() *cobra.Command {
	var data, dev, weights, out string
	var verbose bool
	o, shape := neural.CuesUsual, neural.CuesDefault
	cmd := &cobra.Command{
		Use: "attribution", Short: "Train what finds who says what, on PolNeAR", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			language, err := languageOf(weights)
			if err != nil {
				return err
			}
			all, err := readPolNeAR(language, data)
			if err != nil {
				return err
			}
			var test []attributed
			if dev != "" {
				if test, err = readPolNeAR(language, dev); err != nil {
					return err
				}
			}
			examples := make([]neural.CueExample, len(all))
			for i := range all {
				examples[i] = all[i].example
			}
			o.Log = cmd.OutOrStdout()
			n := neural.NewCues(shape, language.Dim(), o.Seed)
			n.Learn(examples, o, func() { tellAttributions(o.Log, n.File(), language.Dim(), test, verbose) })
			var b bytes.Buffer
			if err := n.File().Write(&b); err != nil {
				return err
			}
			if err := os.WriteFile(out, b.Bytes(), 0o644); err != nil {
				return fmt.Errorf("write weights: %w", err)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&data, "data", "", "folder of PolNeAR's training half")
	cmd.Flags().StringVar(&dev, "dev", "", "folder of PolNeAR's dev half, to score each pass on")
	cmd.Flags().StringVar(&weights, "weights", "", "weights of the language instead of those in the program")
	cmd.Flags().StringVar(&out, "out", "", "weights file to write")
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "list the errors of each pass on the dev half")
	cmd.Flags().IntVar(&o.Epochs, "epochs", o.Epochs, "passes over the data")
	cmd.Flags().Float64Var(&o.Rate, "rate", o.Rate, "highest rate of Adam")
	cmd.Flags().IntVar(&shape.Half, "half", shape.Half, "values of a layer in each direction")
	cmd.Flags().IntVar(&shape.Label, "label", shape.Label, "values of a word towards a cue")
	cmd.Flags().Float64Var(&o.Drop, "drop", o.Drop, "share of values that dropout sets to zero")
	for _, name := range []string{"data", "out"} {
		if err := cmd.MarkFlagRequired(name); err != nil {
			panic(err)
		}
	}
	return cmd
}

// tellAttributions scores a network in training on documents, for some leanings towards finding more.
func tellAttributions(w io.Writer, f *encoder.File, dim int, test []attributed, verbose bool) {
	m, err := attribution.New(f, dim)
	if err != nil {
		fmt.Fprintf(w, "not scored: %v\n", err)
		return
	}
	s := m.NewState()
	for _, lean := range []float32{0, 0.7, 1.5} {
		var sum score.AttributionScore
		for i := range test {
			a := &test[i]
			pairs := score.PairAttributions(a.gold, foundIn(a.doc, s.Read(a.doc, a.example.Vectors.W, lean)))
			sum.Add(score.ScoreAttributions(pairs))
			if verbose && lean == 0 {
				listAttributions(w, a.doc.Article.Name, []rune(a.doc.Text), pairs)
			}
		}
		fmt.Fprintf(w, "  lean %.1f: near %.1f (P %.1f R %.1f), close %.1f, linked %.1f, source %.1f %%\n", lean, 100*sum.Near.F1(), 100*sum.Near.Precision(),
			100*sum.Near.Recall(), 100*sum.Close.F1(), 100*sum.Linked.F1(), 100*float64(sum.Source)/float64(max(1, sum.Near.Found)))
	}
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
	example neural.CueExample
}

// readPolNeAR reads the documents of a half.
func readPolNeAR(language *model.Language, dir string) ([]attributed, error) {
	files, err := filepath.Glob(filepath.Join(dir, "text", "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("list texts in %s: no file text/*.txt", dir)
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
		d := text.New(readout.Article{Name: filepath.Base(name), Text: s, Paragraphs: blocks(s)})
		text.Segment(d)
		if len(d.Tokens) == 0 {
			continue
		}
		out = append(out, attributed{d, gold, newExample(language, d, gold)})
	}
	return out, nil
}

// newExample reads a document as the network does.
func newExample(language *model.Language, d *text.Doc, gold []score.Attribution) neural.CueExample {
	n, dim := len(d.Tokens), language.Dim()
	e := neural.CueExample{Vectors: &grad.Param{Rows: n, Cols: dim, W: make([]float32, n*dim)}, Parts: make([]int, n)}
	language.AnnotateWith(d, func(token int, v []float32) { copy(e.Vectors.W[token*dim:], v) })
	e.Ends, e.Ties = attribution.Ends(d), attribution.NewTies(d)
	starts, ends := make([]int, n), make([]int, n)
	for i := range n {
		at := d.Evidence(d.Tokens[i].Span)
		starts[i], ends[i] = at.Start, at.End
		e.Features = append(e.Features, attribution.Features(d, i))
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
		l := neural.CueLink{Cue: cue[0], Roles: map[int]int{}}
		content := in(a.Content)
		for k, i := range content {
			l.Roles[i] = partOf(k > 0 && content[k-1] == i-1, k+1 < len(content) && content[k+1] == i+1)
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

// partOf is the part of a content that a word is, by whether those to either side belong to it.
func partOf(before, after bool) int {
	switch {
	case before && after:
		return attribution.Inner
	case before:
		return attribution.Last
	case after:
		return attribution.First
	}
	return attribution.Only
}

// foundIn writes what the network found as attributions.
func foundIn(d *text.Doc, all []text.Attribution) []score.Attribution {
	var out []score.Attribution
	for _, f := range all {
		if len(f.Content) > 0 {
			out = append(out, score.Attribution{Source: runs(d, f.Source), Cue: runs(d, f.Cue), Content: runs(d, f.Content)})
		}
	}
	return out
}

// runs are the stretches of words that stand together.
func runs(d *text.Doc, words []int) score.Spans {
	out := score.Spans{}
	for _, r := range text.Runs(words) {
		e := d.Evidence(d.TokensSpan(r[0], r[1]))
		out = append(out, [2]int{e.Start, e.End})
	}
	return out
}

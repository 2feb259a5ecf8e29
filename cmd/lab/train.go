package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/entity"
	"github.com/readout/readout/internal/tag"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/train"
	"github.com/readout/readout/internal/train/neural"
	"github.com/readout/readout/model"
)

func newTrainCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "train", Short: "Train the weights of a stage"}
	cmd.AddCommand(newTrainEncoderCommand(), newTrainParseCommand(), newTrainTagCommand(), newTrainCorefCommand(), newTrainClassesCommand(), newTrainEntityCommand(), newTrainAttributionCommand())
	return cmd
}

// trainFlags are what every stage is told.
type trainFlags struct{ data, out string }

func (f *trainFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.data, "data", "", "folder of treebanks, *-train.conllu")
	cmd.Flags().StringVar(&f.out, "out", "", "file to write")
	for _, name := range []string{"data", "out"} {
		if err := cmd.MarkFlagRequired(name); err != nil {
			panic(err)
		}
	}
}

// vectorsUsed is how many vectors of words the weights hold.
const vectorsUsed = 100_000

func addNeuralFlags(cmd *cobra.Command, o *neural.Options) {
	cmd.Flags().IntVar(&o.Epochs, "epochs", o.Epochs, "passes over the data")
	cmd.Flags().IntVar(&o.Batch, "batch", o.Batch, "words of a step")
	cmd.Flags().Float64Var(&o.Rate, "rate", o.Rate, "highest rate of Adam")
	cmd.Flags().Float64Var(&o.Drop, "drop", o.Drop, "share of values that dropout sets to zero")
	cmd.Flags().Uint64Var(&o.Seed, "seed", o.Seed, "seed of all that is drawn by chance")
	cmd.Flags().StringVar(&o.Checkpoint, "checkpoint", "", "file that the run is kept in, and goes on from when it was stopped")
	cmd.Flags().Func("vectors", "vectors of words in the format of GloVe, of which the first 100,000 are used", func(name string) (err error) {
		o.Vectors, err = neural.ReadVectors(name, vectorsUsed)
		return err
	})
	cmd.Flags().DurationVar(&o.Each, "each", o.Each, "time between checkpoints")
}

// addShapeFlags adds the sizes that experiments change; what lab train encoder writes has them, and lab train parse must be
// told the same.
func addShapeFlags(cmd *cobra.Command, s *neural.Shape) {
	cmd.Flags().IntVar(&s.Word, "word", s.Word, "values of the row of a word")
	cmd.Flags().IntVar(&s.Half, "half", s.Half, "values of each direction of a layer")
	cmd.Flags().IntVar(&s.Layers, "layers", s.Layers, "layers")
	cmd.Flags().IntVar(&s.Arc, "arc", s.Arc, "values that arcs are scored by")
	cmd.Flags().IntVar(&s.Label, "label", s.Label, "values that relations are scored by")
}

// treebankTimes is how often the encoder reads the sentences of the treebanks beside the raw text, which is some ninety times
// as long.
const treebankTimes = 5

func newTrainEncoderCommand() *cobra.Command {
	var f trainFlags
	var raw string
	o, shape := neural.WordsDefault, neural.Default
	cmd := &cobra.Command{
		Use: "encoder", Short: "Train the encoder to name hidden words of raw text", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			d, err := treebank(f.data)
			if err != nil {
				return err
			}
			corpus, err := neural.ReadCorpus(raw)
			if err != nil {
				return err
			}
			corpus.AddTreebank(d, treebankTimes)
			fmt.Fprintf(cmd.OutOrStdout(), "%d words in %d sentences of raw text, %d forms\n", len(corpus.Words), len(corpus.Ends), len(corpus.Forms))
			return stoppable(cmd, &o, func() error {
				c, err := neural.Words(d, corpus, shape, o)
				if err != nil {
					return err
				}
				return c.Write(f.out)
			})
		},
	}
	f.add(cmd)
	cmd.Flags().StringVar(&raw, "text", "", "folder of raw text, *.txt.zst, a paragraph a line")
	if err := cmd.MarkFlagRequired("text"); err != nil {
		panic(err)
	}
	addNeuralFlags(cmd, &o)
	addShapeFlags(cmd, &shape)
	return cmd
}

func newTrainParseCommand() *cobra.Command {
	var f trainFlags
	var from, dev string
	var tables []string
	o, shape := neural.TreesDefault, neural.Default
	cmd := &cobra.Command{
		Use: "parse", Short: "Train the encoder with its heads for tags and trees", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			d, err := treebank(f.data)
			if err != nil {
				return err
			}
			var pretrained *neural.Checkpoint
			if from != "" {
				if pretrained, err = neural.ReadCheckpoint(from); err != nil {
					return err
				}
			}
			for _, table := range tables {
				names, err := firstColumn(table)
				if err != nil {
					return err
				}
				o.Names = append(o.Names, names...)
			}
			o.Parts = entity.Labels()
			return stoppable(cmd, &o, func() error {
				tell, err := devScore(cmd.OutOrStdout(), dev)
				if err != nil {
					return err
				}
				n, err := neural.Trees(d, shape, pretrained, o, tell)
				if err != nil {
					return err
				}
				return writeNetwork(cmd, n.File(), d, f.out)
			})
		},
	}
	f.add(cmd)
	cmd.Flags().StringSliceVar(&tables, "names", nil, "tables of names, in the first column, that stand for names of the treebank now and then")
	cmd.Flags().StringVar(&from, "encoder", "", "what lab train encoder wrote, to start from")
	cmd.Flags().StringVar(&dev, "dev", "", "folder of treebanks, *-dev.conllu, that the network is scored on after each pass")
	cmd.Flags().Float64Var(&o.Slow.Tables, "table-rate", o.Slow.Tables, "share of the rate by which the tables of a pretrained encoder learn")
	cmd.Flags().Float64Var(&o.Slow.Layers, "layer-rate", o.Slow.Layers, "share of the rate by which its layers learn")
	addNeuralFlags(cmd, &o)
	addShapeFlags(cmd, &shape)
	return cmd
}

// devScore returns what tells how a network in training does on the dev halves of a folder, or nil without one.
func devScore(w io.Writer, dir string) (func(*encoder.File), error) {
	if dir == "" {
		return nil, nil
	}
	banks, err := devTreebanks(dir)
	if err != nil {
		return nil, err
	}
	return func(f *encoder.File) {
		language, err := model.New(f, nil)
		if err != nil {
			fmt.Fprintf(w, "not scored: %v\n", err)
			return
		}
		for _, b := range banks {
			got := given(b.gold)
			language.Annotate(got)
			a := train.Compare(b.gold, got)
			percent := func(n int) float64 { return 100 * float64(n) / float64(max(a.Words, 1)) }
			fmt.Fprintf(w, "  %s UPOS %.2f UAS %.2f LAS %.2f\n", b.name, percent(a.UPOS), percent(a.UAS), percent(a.LAS))
		}
	}, nil
}

// treebank reads the training halves as the stages see them, without quotation marks, with the names of GUM.
func treebank(dir string) (*text.Doc, error) {
	d, err := train.Treebank(dir, "train")
	if err != nil {
		return nil, err
	}
	if err := markNames(d, dir); err != nil {
		return nil, err
	}
	return text.Unquoted(d).Doc, nil
}

// firstColumn reads the first column of a table; lines that begin with # are none of it.
func firstColumn(table string) ([]string, error) {
	data, err := os.ReadFile(table)
	if err != nil {
		return nil, fmt.Errorf("read names: %w", err)
	}
	var names []string
	for line := range strings.Lines(string(data)) {
		if name, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); name != "" && name[0] != '#' {
			names = append(names, name)
		}
	}
	return names, nil
}

// stoppable runs a stage that ends with its checkpoint written when it is interrupted.
func stoppable(cmd *cobra.Command, o *neural.Options, run func() error) error {
	ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
	defer stop()
	o.Stop, o.Log = ctx, cmd.OutOrStdout()
	began := time.Now()
	if err := run(); err != nil {
		return err
	}
	fmt.Fprintf(o.Log, "took %.0f minutes\n", time.Since(began).Minutes())
	return nil
}

func writeNetwork(cmd *cobra.Command, file *encoder.File, d *text.Doc, name string) error {
	var b bytes.Buffer
	if err := file.Write(&b); err != nil {
		return err
	}
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s: %d bytes, from %d words in %d sentences\n", name, b.Len(), len(d.Tokens), len(d.Sentences))
	return nil
}

func newTrainTagCommand() *cobra.Command {
	var f trainFlags
	cmd := &cobra.Command{
		Use: "tag", Short: "Make the table of lemmas (the tags themselves are trained with the trees)", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			d, err := train.Treebank(f.data, "train")
			if err != nil {
				return err
			}
			if err := os.WriteFile(f.out, []byte(tag.LemmaTable(d)), 0o644); err != nil {
				return fmt.Errorf("write lemmas: %w", err)
			}
			return nil
		},
	}
	f.add(cmd)
	return cmd
}

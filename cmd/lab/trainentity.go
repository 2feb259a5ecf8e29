package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/entity"
	"github.com/readout/readout/internal/gum"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/train"
	"github.com/readout/readout/internal/train/neural"
	"github.com/readout/readout/internal/wordclass"
	"github.com/readout/readout/model"
)

func newTrainEntityCommand() *cobra.Command {
	var data, classes, out string
	var j jackknife
	o := entity.Usual()
	cmd := &cobra.Command{
		Use: "entity", Short: "Train the two readings of names, on GUM and CrossNER with the tags of jackknifed taggers", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return trainEntity(data, classes, j, out, o) },
	}
	cmd.Flags().StringVar(&data, "data", "", "folder with ud/*-train.conllu, crossner-politics/train.txt and text/*.txt.zst")
	cmd.Flags().StringVar(&classes, "classes", "", "table of classes of words, made by train classes; made anew where none is given")
	cmd.Flags().StringVar(&j.file, "tagged", "", "GUM's training half with the tags of jackknifed taggers, kept there by a run before; made where the file is not there yet")
	cmd.Flags().StringVar(&j.encoder, "encoder", "", "what lab train encoder wrote, for those taggers to start from")
	cmd.Flags().StringVar(&j.vectors, "vectors", "", "vectors of words for those taggers, as in lab train parse")
	cmd.Flags().StringVar(&out, "out", "", "weights file to write")
	cmd.Flags().IntVar(&o.Passes, "passes", o.Passes, "passes over the data")
	cmd.Flags().Uint64Var(&o.Seed, "seed", o.Seed, "seed of the order of sentences")
	for _, name := range []string{"data", "out"} {
		if err := cmd.MarkFlagRequired(name); err != nil {
			panic(err)
		}
	}
	return cmd
}

func trainEntity(data, classes string, j jackknife, out string, o entity.Options) error {
	table, err := classTable(data, classes)
	if err != nil {
		return err
	}
	tables, err := entityTables(table)
	if err != nil {
		return err
	}
	examples, err := entityExamples(data, j, tables, o.Seed)
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := entity.Train(examples, tables, o).Write(&file, table); err != nil {
		return err
	}
	if err := os.WriteFile(out, file.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	names := 0
	for _, e := range examples {
		names += len(e.Names)
	}
	fmt.Printf("%s: %d bytes, from %d names in %d documents\n", out, file.Len(), names, len(examples))
	return nil
}

// classTable reads a table of classes of words, or makes it of the raw text.
func classTable(data, name string) (wordclass.Table, error) {
	if name == "" {
		return makeClasses(data)
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return wordclass.Table{}, fmt.Errorf("read classes of words: %w", err)
	}
	t, err := wordclass.Read(b)
	if err != nil {
		return t, fmt.Errorf("%s: %w", name, err)
	}
	return t, nil
}

// entityTables loads what the reader of names knows beside its weights.
func entityTables(classes wordclass.Table) (entity.Tables, error) {
	lex, err := lexicon.Load()
	if err != nil {
		return entity.Tables{}, err
	}
	names, err := lexicon.LoadNames()
	if err != nil {
		return entity.Tables{}, err
	}
	return entity.Tables{Lexicon: lex, Names: names, Classes: classes}, nil
}

// entityExamples reads GUM, retagged by taggers that have not seen the sentence, and CrossNER, whose tags are the shipped tagger's.
func entityExamples(data string, j jackknife, tables entity.Tables, seed uint64) ([]entity.Example, error) {
	docs, err := gum.ReadDir(filepath.Join(data, "ud"), "train")
	if err != nil {
		return nil, err
	}
	retagged, err := j.read(filepath.Join(data, "ud"), docs, seed)
	if err != nil {
		return nil, err
	}
	words := 0
	for _, d := range docs {
		words += len(d.Doc.Tokens)
	}
	if words != len(retagged.Tokens) {
		return nil, fmt.Errorf("%s holds %d words, GUM's training half %d: make it anew", j.file, len(retagged.Tokens), words)
	}
	sentences, err := train.ReadColumnFile(filepath.Join(data, "crossner-politics", "train.txt"))
	if err != nil {
		return nil, err
	}
	language, err := model.Load()
	if err != nil {
		return nil, err
	}
	return append(train.FromGUM(docs, retagged.Tokens, tables), train.FromCrossNER(sentences, tables, language.Annotate)...), nil
}

// jackknifePasses are enough for tags and trees that are about as wrong as those of the shipped weights.
const jackknifePasses = 8

// jackknife is where networks that have not seen the words they tag come from.
type jackknife struct{ file, encoder, vectors string }

// read returns the words of GUM with the tags, trees and guesses of networks that have not seen them, from the file or made anew and
// kept there.
func (j jackknife) read(ud string, docs []gum.Document, seed uint64) (*text.Doc, error) {
	if _, err := os.Stat(j.file); j.file != "" && err == nil {
		return readGuesses(j.file)
	}
	bank, err := j.tag(ud, seed)
	if err != nil {
		return nil, err
	}
	words, sentences := 0, 0
	for _, d := range docs {
		words, sentences = words+len(d.Doc.Tokens), sentences+len(d.Doc.Sentences)
	}
	bank.Sentences = bank.Sentences[len(bank.Sentences)-sentences:] // GUM is the last treebank by name
	if j.file != "" {
		if err := writeGuesses(j.file, bank); err != nil {
			return nil, err
		}
	}
	bank.Tokens = bank.Tokens[len(bank.Tokens)-words:]
	return bank, nil
}

// tag has three networks tag the third of the treebanks that they have not seen.
func (j jackknife) tag(ud string, seed uint64) (*text.Doc, error) {
	bank, err := train.Treebank(ud, "train")
	if err != nil {
		return nil, err
	}
	if err := markNames(bank, ud); err != nil {
		return nil, err
	}
	o := neural.TreesDefault
	o.Epochs, o.Seed, o.Log, o.Parts = jackknifePasses, seed, os.Stdout, entity.Labels()
	var pretrained *neural.Checkpoint
	if j.encoder != "" {
		if pretrained, err = neural.ReadCheckpoint(j.encoder); err != nil {
			return nil, err
		}
	}
	if j.vectors != "" {
		if o.Vectors, err = neural.ReadVectors(j.vectors, vectorsUsed); err != nil {
			return nil, err
		}
	}
	const folds = 3
	bare := text.Unquoted(bank)
	if err := neural.Jackknife(bare.Doc, folds, neural.Default, pretrained, o); err != nil {
		return nil, err
	}
	bare.Tags()
	bare.Trees()
	return bank, nil
}

// guessed is how the file of jackknifed tags keeps a guess in MISC.
const guessed = "Guess=%d,%d,%d"

func writeGuesses(file string, bank *text.Doc) error {
	for i := range bank.Tokens {
		g := bank.Tokens[i].Guess
		bank.Tokens[i].Misc = fmt.Sprintf(guessed, g.Best, g.Next, g.Margin)
	}
	out, err := os.Create(file)
	if err != nil {
		return fmt.Errorf("keep tags: %w", err)
	}
	if err := text.WriteCoNLLU(out, bank); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

func readGuesses(file string) (*text.Doc, error) {
	d, err := train.ReadFile(file)
	if err != nil {
		return nil, err
	}
	for i := range d.Tokens {
		g := &d.Tokens[i].Guess
		if _, err := fmt.Sscanf(d.Tokens[i].Misc, guessed, &g.Best, &g.Next, &g.Margin); err != nil {
			return nil, fmt.Errorf("%s: word %d has the MISC %q, not a guess: make the file anew", file, i+1, d.Tokens[i].Misc)
		}
	}
	return d, nil
}

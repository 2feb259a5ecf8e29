// Package model carries the trained weights inside the program and loads them. Each weights file has a card beside it:
// data, licence, command, seed, date, scores, known faults.
package model

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"

	"golang.org/x/sync/errgroup"

	"github.com/readout/readout/internal/coref"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/parse"
	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/tag"
	"github.com/readout/readout/internal/text"
)

var (
	//go:embed tag.bin
	tagWeights []byte
	//go:embed tag.bin.lemmas
	lemmas string
	//go:embed parse.bin
	parseWeights []byte
	//go:embed coref.bin
	corefWeights []byte
)

// Language is what a segmented document is tagged and parsed with. It is read-only and may be used from many goroutines.
type Language struct {
	Tagger *tag.Model
	Parser *parse.Model
}

// Load loads the tagger and the parser, side by side, since a program waits for them at its start.
func Load() (l Language, err error) {
	var g errgroup.Group
	g.Go(func() (err error) { l.Parser, err = loadParser(); return err })
	g.Go(func() (err error) { l.Tagger, err = loadTagger(); return err })
	err = g.Wait()
	return l, err
}

// Annotate gives a segmented document its tags, lemmas and trees.
func (l Language) Annotate(d *text.Doc) {
	l.Tagger.Tag(d)
	l.Parser.Parse(d)
}

// loadTagger reads the weights of the tagger.
func loadTagger() (*tag.Model, error) {
	weights, err := perceptron.Read(tagWeights)
	if err != nil {
		return nil, fmt.Errorf("load tag.bin: %w", err)
	}
	return tag.New(weights, lemmas)
}

// loadParser reads the weights of the parser.
func loadParser() (*parse.Model, error) {
	weights, err := perceptron.Read(parseWeights)
	if err != nil {
		return nil, fmt.Errorf("load parse.bin: %w", err)
	}
	return parse.New(weights)
}

// LoadCoref loads the weights of coreference, which are no part of Language: few programs ask for chains.
func LoadCoref(lex *lexicon.Lexicon) (*coref.Model, error) {
	weights, err := perceptron.Read(corefWeights)
	if err != nil {
		return nil, fmt.Errorf("load coref.bin: %w", err)
	}
	return coref.New(weights, lex)
}

// CorefVersion names the weights file of coreference with the beginning of its checksum.
func CorefVersion() string { return "coref.bin@" + checksum(corefWeights) }

// Versions names each weights file with the beginning of its checksum.
func Versions() []string {
	return []string{"tag.bin@" + checksum(tagWeights), "parse.bin@" + checksum(parseWeights)}
}

func checksum(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:4])
}

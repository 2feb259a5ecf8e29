// Package model carries the trained weights inside the program, loads them and runs them over documents. Each weights file
// has a card beside it: data, licence, command, seed, date, scores, known faults.
package model

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"

	"github.com/readout/readout/internal/coref"
	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/tag"
)

var (
	//go:embed language.bin
	languageWeights []byte
	//go:embed lemmas.tsv
	lemmas string
	//go:embed coref.bin
	corefWeights []byte
)

// Load loads what a segmented document is tagged and parsed with.
func Load() (*Language, error) {
	n, err := Read(languageWeights)
	if err != nil {
		return nil, fmt.Errorf("load language.bin: %w", err)
	}
	return n, nil
}

// Read is Load with other weights than those in the program.
func Read(weights []byte) (*Language, error) {
	f, err := encoder.ReadFile(weights)
	if err != nil {
		return nil, err
	}
	table, err := tag.ReadLemmas(lemmas)
	if err != nil {
		return nil, fmt.Errorf("load lemmas.tsv: %w", err)
	}
	return New(f, table)
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

// Versions names each weights file with the beginning of its checksum; that of language.bin is the one it states.
func Versions() []string {
	return []string{"language.bin@" + stated(languageWeights), "lemmas.tsv@" + checksum([]byte(lemmas))}
}

// stated is the beginning of the checksum that a weights file of the encoder's form states; reading the file has checked it.
func stated(b []byte) string { return hex.EncodeToString(encoder.Sum(b)[:4]) }

func checksum(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:4])
}

// Package model carries the trained weights inside the program and loads them. Each weights file has a card beside it:
// data, licence, command, seed, date, scores, known faults.
package model

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"

	"github.com/readout/readout/internal/parse"
	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/tag"
)

var (
	//go:embed tag.bin
	tagWeights []byte
	//go:embed tag.bin.lemmas
	lemmas string
	//go:embed parse.bin
	parseWeights []byte
)

// Tagger loads the tagger.
func Tagger() (*tag.Model, error) {
	weights, err := perceptron.Read(tagWeights)
	if err != nil {
		return nil, fmt.Errorf("load tag.bin: %w", err)
	}
	return tag.New(weights, lemmas)
}

// Parser loads the parser.
func Parser() (*parse.Model, error) {
	weights, err := perceptron.Read(parseWeights)
	if err != nil {
		return nil, fmt.Errorf("load parse.bin: %w", err)
	}
	return parse.New(weights)
}

// Versions names each weights file with the beginning of its checksum.
func Versions() []string {
	return []string{"tag.bin@" + checksum(tagWeights), "parse.bin@" + checksum(parseWeights)}
}

func checksum(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:4])
}

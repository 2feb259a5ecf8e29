// Package model carries the trained weights inside the program, loads them and runs them over documents. Each weights file
// has a card beside it: data, licence, command, seed, date, scores, known faults.
package model

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/tag"
)

var (
	//go:embed language.bin
	languageWeights []byte
	//go:embed lemmas.tsv
	lemmas string
)

// Load loads what a segmented document is tagged and parsed with.
func Load() (*Language, error) {
	f, err := encoder.ReadFile(languageWeights)
	if err != nil {
		return nil, fmt.Errorf("load language.bin: %w", err)
	}
	table, err := tag.ReadLemmas(lemmas)
	if err != nil {
		return nil, fmt.Errorf("load lemmas.tsv: %w", err)
	}
	return New(f, table)
}

// Versions names each weights file with the beginning of its checksum.
func Versions() []string {
	return []string{"language.bin@" + checksum(languageWeights), "lemmas.tsv@" + checksum([]byte(lemmas))}
}

func checksum(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:4])
}

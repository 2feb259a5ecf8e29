package model

import (
	_ "embed"
	"fmt"

	"github.com/readout/readout/internal/entity"
	"github.com/readout/readout/internal/lexicon"
)

//go:embed entity.bin
var entityWeights []byte

// LoadEntities loads the reader of names. It is apart from Load, since the coder does not read names with it yet.
func LoadEntities(lex *lexicon.Lexicon) (*entity.Model, error) {
	names, err := lexicon.LoadNames()
	if err != nil {
		return nil, err
	}
	m, err := entity.New(entityWeights, lex, names)
	if err != nil {
		return nil, fmt.Errorf("load entity.bin: %w", err)
	}
	return m, nil
}

package entity

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"

	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/sealed"
	"github.com/readout/readout/internal/wordclass"
)

// The weights file is "RDOE", a version byte, the SHA-256 of the rest, and three parts, each after its length as an unsigned
// varint: the classes of words in zstd, the weights of the first reading and those of the second as package perceptron writes them.
var form = sealed.Form{Magic: "RDOE", Version: 1, Not: ErrNotWeights, Other: ErrVersion, Damaged: ErrDamaged}

// Errors that say why a weights file can't be used. A part that is damaged gives the error of its own package.
var (
	ErrNotWeights = errors.New("not a weights file of entities")
	ErrVersion    = errors.New("weights file of entities of another version")
	ErrDamaged    = errors.New("weights file of entities is damaged")
)

// Write writes the weights and the classes of words that they were learned with; the same give the same bytes.
func (m Weights) Write(w io.Writer, classes wordclass.Table) error {
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	body := part(nil, z.EncodeAll(classes.Append(nil), nil))
	for _, reading := range []*perceptron.Model{m.First, m.Second} {
		var file bytes.Buffer
		if err := reading.Write(&file); err != nil {
			return err
		}
		body = part(body, file.Bytes())
	}
	return form.Write(w, body)
}

func part(to, p []byte) []byte {
	return append(binary.AppendUvarint(to, uint64(len(p))), p...)
}

// ReadWeights reads a weights file.
func ReadWeights(data []byte) (Weights, wordclass.Table, error) {
	parts, err := readParts(data)
	if err != nil {
		return Weights{}, wordclass.Table{}, err
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<26))
	if err != nil {
		return Weights{}, wordclass.Table{}, fmt.Errorf("read weights: %w", err)
	}
	defer z.Close()
	table, err := z.DecodeAll(parts[0], nil)
	if err != nil {
		return Weights{}, wordclass.Table{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	classes, err := wordclass.Read(table)
	if err != nil {
		return Weights{}, wordclass.Table{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	var w Weights
	for k, reading := range []**perceptron.Model{&w.First, &w.Second} {
		m, err := perceptron.Read(parts[k+1])
		if err != nil {
			return Weights{}, wordclass.Table{}, fmt.Errorf("reading %d: %w", k+1, err)
		}
		if err := checkLabels(m.Classes); err != nil {
			return Weights{}, wordclass.Table{}, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		*reading = m
	}
	return w, classes, nil
}

// readParts checks the header and returns the three parts.
func readParts(data []byte) (parts [3][]byte, err error) {
	body, err := form.Open(data)
	if err != nil {
		return parts, err
	}
	for k := range parts {
		n, size := binary.Uvarint(body)
		if size <= 0 || n > uint64(len(body)-size) {
			return parts, fmt.Errorf("%w: part %d ends early", ErrDamaged, k+1)
		}
		parts[k], body = body[size:size+int(n)], body[size+int(n):]
	}
	if len(body) != 0 {
		return parts, fmt.Errorf("%w: %d bytes too many", ErrDamaged, len(body))
	}
	return parts, nil
}

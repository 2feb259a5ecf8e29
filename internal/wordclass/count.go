package wordclass

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// counter counts words and, in a second reading, what stands around them.
type counter struct {
	counts  map[string]int
	ids     map[string]int32 // the vocabulary by falling frequency, once vocabulary has been called
	words   []string
	around  []map[uint32]float32 // for each word of the vocabulary its contexts
	context int                  // the commonest words serve as contexts
}

// newCounter returns a counter that has read nothing.
func newCounter() *counter { return &counter{counts: map[string]int{}} }

// eachLine calls use with each line of plain text as lower-cased words, split about as the treebanks split them. The slice is
// valid during the call.
func eachLine(r io.Reader, use func([]string)) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	var words []string
	for lines.Scan() {
		words = words[:0]
		for w := range strings.FieldsSeq(strings.ReplaceAll(strings.ToLower(lines.Text()), "’", "'")) {
			words = splitWord(words, digits(w))
		}
		use(words)
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read text: %w", err)
	}
	return nil
}

const marksOfPunctuation = ".,;:!?()[]\"'“”‘«»-–—"

// splitWord parts a word from the marks around it and from "'s" and "n't". Quotation marks are dropped, as the parser reads without.
func splitWord(words []string, w string) []string {
	rest := strings.TrimLeft(w, marksOfPunctuation)
	words = marksAround(words, w[:len(w)-len(rest)])
	core := strings.TrimRight(rest, marksOfPunctuation)
	stem := core
	for _, end := range []string{"n't", "'s", "'re", "'ve", "'ll", "'d", "'m"} {
		if s, ok := strings.CutSuffix(core, end); ok && s != "" {
			stem = s
			break
		}
	}
	for _, part := range []string{stem, core[len(stem):]} {
		if part != "" {
			words = append(words, part)
		}
	}
	return marksAround(words, rest[len(core):])
}

func marksAround(words []string, of string) []string {
	for _, r := range of {
		if !strings.ContainsRune("\"'“”‘«»", r) {
			words = append(words, string(r))
		}
	}
	return words
}

// count counts the words of a line.
func (c *counter) count(words []string, weight int) {
	for _, w := range words {
		c.counts[w] += weight
	}
}

// vocabulary fixes the words to sort, those seen at least least times, and how many of them serve as contexts.
func (c *counter) vocabulary(least, contexts int) {
	for w, n := range c.counts {
		if n >= least {
			c.words = append(c.words, w)
		}
	}
	slices.SortFunc(c.words, func(a, b string) int {
		return cmp.Or(cmp.Compare(c.counts[b], c.counts[a]), cmp.Compare(a, b))
	})
	c.ids = make(map[string]int32, len(c.words))
	for i, w := range c.words {
		c.ids[w] = int32(i)
	}
	c.around = make([]map[uint32]float32, len(c.words))
	c.context = min(contexts, len(c.words))
}

// offsets are the places around a word that count as its context, each a context of its own.
var offsets = [...]int{-2, -1, 1, 2}

// neighbours counts what stands around the words of a line. The first two contexts stand for a rare word and for none.
func (c *counter) neighbours(words []string, weight int) {
	ids := make([]int32, len(words))
	for i, w := range words {
		id, ok := c.ids[w]
		if !ok {
			id = -1
		}
		ids[i] = id
	}
	for i, id := range ids {
		if id < 0 {
			continue
		}
		if c.around[id] == nil {
			c.around[id] = map[uint32]float32{}
		}
		for place, offset := range offsets {
			at := uint32(1)
			if j := i + offset; j >= 0 && j < len(ids) {
				at = 0
				if n := ids[j]; n >= 0 && int(n) < c.context {
					at = uint32(n) + 2
				}
			}
			c.around[id][at*uint32(len(offsets))+uint32(place)] += float32(weight)
		}
	}
}

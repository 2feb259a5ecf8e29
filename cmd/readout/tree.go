package main

import (
	"fmt"
	"strings"

	"github.com/readout/readout/internal/text"
)

// deepest is the deepest level of a tree that is drawn by its depth; what lies below is drawn at it.
const deepest = 20

// writeTree draws the tree of a sentence: each word below the word it depends on, with its part of speech and its
// relation. Words of the evidence are marked.
func writeTree(s screen, d *text.Doc, sentence int, evidence []text.Span) {
	sent := d.Sentences[sentence]
	children := make(map[int][]int, sent.Last-sent.First)
	for i := sent.First; i < sent.Last; i++ {
		children[d.Tokens[i].Head] = append(children[d.Tokens[i].Head], i)
	}
	var draw func(i int, front, below string, depth int)
	draw = func(i int, front, below string, depth int) {
		writeNode(s, d, i, front, evidence)
		for n, child := range children[i] {
			branch, further := "├─ ", "│  "
			if n == len(children[i])-1 {
				branch, further = "└─ ", "   "
			}
			if depth >= deepest {
				draw(child, below+branch, below, depth+1)
				continue
			}
			draw(child, below+branch, below+further, depth+1)
		}
	}
	for _, root := range children[-1] {
		draw(root, "  ", "  ", 0)
	}
}

func writeNode(s screen, d *text.Doc, i int, front string, evidence []text.Span) {
	t := d.Tokens[i]
	word := shorten(oneLine(d.Word(i)), max(10, s.width-columns(front)-22))
	for _, e := range evidence {
		if e.Overlaps(t.Span) {
			if word = s.bold(word); !s.colour {
				word = "*" + word + "*"
			}
			break
		}
	}
	fmt.Fprintf(s, "%s%s %s\n", front, word, s.dim(strings.TrimSpace(t.UPOS+" "+t.Deprel)))
}

package parse

import (
	"strings"

	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/text"
)

// state is a configuration of the parser over one sentence of n words. Word n is the root, which stands at the end
// of the buffer, so that exactly one word gets it as head.
type state struct {
	span  text.Sentence
	n     int
	words []uint64 // hashes, one longer than the sentence
	tags  []uint64
	upos  []uint64

	stack  []int
	next   int // first of the buffer
	heads  []int
	labels []string
	hashes []uint64 // of labels

	leftmost, leftmost2   []int // nearest the edge, -1 for none
	rightmost, rightmost2 []int
	lefts, rights         []int // numbers of dependents

	buffer []perceptron.Feature
}

func (st *state) reset(d *text.Doc, s text.Sentence) {
	st.span, st.n = s, s.Last-s.First
	st.words, st.tags, st.upos = st.words[:0], st.tags[:0], st.upos[:0]
	st.stack, st.next = st.stack[:0], 0
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		st.words = append(st.words, perceptron.Hash(strings.ToLower(plain(d.Word(i)))))
		st.tags = append(st.tags, perceptron.Hash(t.XPOS))
		st.upos = append(st.upos, perceptron.Hash(t.UPOS))
	}
	root := perceptron.Hash("<root>")
	st.words, st.tags, st.upos = append(st.words, root), append(st.tags, root), append(st.upos, root)
	st.heads, st.labels, st.hashes = st.heads[:0], st.labels[:0], st.hashes[:0]
	st.leftmost, st.leftmost2, st.rightmost, st.rightmost2 = st.leftmost[:0], st.leftmost2[:0], st.rightmost[:0], st.rightmost2[:0]
	st.lefts, st.rights = st.lefts[:0], st.rights[:0]
	for range st.n + 1 {
		st.heads, st.labels, st.hashes = append(st.heads, -1), append(st.labels, ""), append(st.hashes, 0)
		st.leftmost, st.leftmost2 = append(st.leftmost, -1), append(st.leftmost2, -1)
		st.rightmost, st.rightmost2 = append(st.rightmost, -1), append(st.rightmost2, -1)
		st.lefts, st.rights = append(st.lefts, 0), append(st.rights, 0)
	}
}

// plain gives curly marks their typewriter form, so that all styles are parsed alike.
func plain(form string) string {
	switch form {
	case "“", "”", "«", "»":
		return "\""
	case "‘":
		return "'"
	}
	return strings.ReplaceAll(form, "’", "'")
}

func (st *state) done() bool { return st.next == st.n && len(st.stack) == 0 }

// allows reports whether the action keeps the tree a tree with one root.
func (st *state) allows(a action) bool {
	switch a.move {
	case shift:
		return st.next < st.n
	case left:
		atRoot := st.next == st.n
		return len(st.stack) > 0 && (!atRoot || len(st.stack) == 1) && atRoot == (a.label == "root")
	}
	return len(st.stack) > 1 && a.label != "root"
}

func (st *state) apply(a action) {
	if a.move == shift {
		st.stack = append(st.stack, st.next)
		st.next++
		return
	}
	top := st.stack[len(st.stack)-1]
	st.stack = st.stack[:len(st.stack)-1]
	head := st.next
	if a.move == right {
		head = st.stack[len(st.stack)-1]
	}
	st.heads[top], st.labels[top], st.hashes[top] = head, a.label, a.hash
	if top < head {
		st.lefts[head]++
		st.leftmost[head], st.leftmost2[head] = top, st.leftmost[head]
	} else {
		st.rights[head]++
		st.rightmost[head], st.rightmost2[head] = top, st.rightmost[head]
	}
}

func (st *state) write(d *text.Doc) {
	for i := range st.n {
		t := &d.Tokens[st.span.First+i]
		t.Deprel = st.labels[i]
		t.Head = st.span.First + st.heads[i]
		if st.heads[i] == st.n {
			t.Head = -1
		}
	}
}

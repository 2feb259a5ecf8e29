package text

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// ConlluWriter writes sentences as CoNLL-U that follows the rules of the format
// (https://universaldependencies.org/format.html).
type ConlluWriter struct {
	Header    string // comment of each document, such as "global.Entity = …"; may be empty
	out       *bufio.Writer
	document  string // begins each sent_id
	begins    bool   // the next sentence is the first of its document
	sentences int    // of the document
}

// NewConlluWriter returns a writer to w. Flush it at the end.
func NewConlluWriter(w io.Writer) *ConlluWriter {
	return &ConlluWriter{out: bufio.NewWriter(w), document: "s"}
}

// Document begins a document, whose sentences are numbered after its ID. No two documents of a file should share one.
func (w *ConlluWriter) Document(id string) { w.document, w.begins, w.sentences = id, true, 0 }

// Write writes the sentences of d. Those of a treebank keep its comments; the others begin a paragraph with each of d.
func (w *ConlluWriter) Write(d *Doc) error {
	for n, s := range d.Sentences {
		w.comments(s, n == 0 || d.Sentences[n-1].Paragraph != s.Paragraph)
		fmt.Fprintf(w.out, "# text = %s\n", d.SentenceText(n))
		for i := s.First; i < s.Last; i++ {
			w.multiword(d, s, i)
			w.word(d, s, i)
		}
		w.out.WriteByte('\n')
	}
	return w.failure()
}

// Flush writes what is still held back.
func (w *ConlluWriter) Flush() error {
	w.out.Flush()
	return w.failure()
}

// failure returns the first error of writing, which the buffer keeps.
func (w *ConlluWriter) failure() error {
	if _, err := w.out.Write(nil); err != nil {
		return fmt.Errorf("write CoNLL-U: %w", err)
	}
	return nil
}

func (w *ConlluWriter) comments(s Sentence, paragraph bool) {
	w.sentences++
	_, begins := s.Comment("newdoc")
	begins = begins || w.begins
	if s.Comments == nil && w.begins {
		fmt.Fprintf(w.out, "# newdoc id = %s\n", w.document)
	}
	if begins {
		w.header(s)
	}
	for _, c := range s.Comments {
		if !(begins && isComment(c, "newdoc")) && !w.isHeader(c) {
			fmt.Fprintf(w.out, "# %s\n", c)
		}
	}
	if s.Comments == nil && paragraph {
		w.out.WriteString("# newpar\n")
	}
	if _, named := s.Comment("sent_id"); !named {
		fmt.Fprintf(w.out, "# sent_id = %s-%d\n", w.document, w.sentences)
	}
	w.begins = false
}

// header writes what begins a document: the comment of a treebank that says so, and the header.
func (w *ConlluWriter) header(s Sentence) {
	for _, c := range s.Comments {
		if isComment(c, "newdoc") {
			fmt.Fprintf(w.out, "# %s\n", c)
		}
	}
	if w.Header != "" {
		fmt.Fprintf(w.out, "# %s\n", w.Header)
	}
}

// isHeader reports whether a comment of a treebank is about what the header is about, which then stands in its place.
func (w *ConlluWriter) isHeader(comment string) bool {
	key, _, ok := strings.Cut(w.Header, " ")
	return ok && isComment(comment, key)
}

// multiword writes the line of the multiword token that begins at token i, if one does.
func (w *ConlluWriter) multiword(d *Doc, s Sentence, i int) {
	last := d.JoinedTo(i)
	if last == i+1 || d.Tokens[i].Joined {
		return
	}
	fmt.Fprintf(w.out, "%d-%d\t", i-s.First+1, last-s.First)
	for j := i; j < last; j++ {
		w.out.WriteString(d.Form(j))
	}
	misc := "_"
	if !d.Tokens[last-1].SpaceAfter {
		misc = "SpaceAfter=No"
	}
	fmt.Fprintf(w.out, "\t_\t_\t_\t_\t_\t_\t_\t%s\n", misc)
}

// JoinedTo returns the token after the word to the eye that begins at token i: after "n't" for "do" of "don't".
func (d *Doc) JoinedTo(i int) int {
	last := i + 1
	for last < len(d.Tokens) && d.Tokens[last].Joined {
		last++
	}
	return last
}

func (w *ConlluWriter) word(d *Doc, s Sentence, i int) {
	t := d.Tokens[i]
	head := 0
	if t.Head >= 0 {
		head = t.Head - s.First + 1
	}
	fmt.Fprintf(w.out, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n", i-s.First+1, d.Form(i),
		orBlank(t.Lemma), orBlank(t.UPOS), orBlank(t.XPOS), orBlank(t.Feats), head, orBlank(t.Deprel), d.Misc(i))
}

// Misc returns the column MISC: what the treebank said of the word, and whether no white space follows it, which the line
// of a multiword token says for its words.
func (d *Doc) Misc(i int) string {
	t := d.Tokens[i]
	inner := t.Joined || d.JoinedTo(i) > i+1
	switch {
	case t.SpaceAfter || inner:
		return orBlank(t.Misc)
	case t.Misc == "":
		return "SpaceAfter=No"
	}
	return t.Misc + "|SpaceAfter=No"
}

// Form returns the words of token i as a column may hold them.
func (d *Doc) Form(i int) string { return oneSpaced(d.Word(i)) }

func oneSpaced(s string) string {
	if strings.ContainsAny(s, "\t\n\r\v\f") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}

// SentenceText returns the words of sentence n with single spaces where white space stands between them.
func (d *Doc) SentenceText(n int) string {
	s := d.Sentences[n]
	var b strings.Builder
	for i := s.First; i < s.Last; i++ {
		b.WriteString(d.Form(i))
		if d.Tokens[i].SpaceAfter && i+1 < s.Last {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// WriteCoNLLU writes the sentences of d as one document.
func WriteCoNLLU(w io.Writer, d *Doc) error {
	out := NewConlluWriter(w)
	out.Document(documentID(d))
	if err := out.Write(d); err != nil {
		return err
	}
	return out.Flush()
}

func documentID(d *Doc) string {
	if d.Article.ID == "" {
		return "s"
	}
	return d.Article.ID
}

func orBlank(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

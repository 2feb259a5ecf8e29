package article

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"

	"github.com/readout/readout"
)

// The limits of reading a text a paragraph at a time.
const (
	wholeInput   = 1 << 20 // bytes up to which plain text is read as an article
	longestPiece = 1 << 16 // bytes of a line; a longer one is cut at white space
	longestGroup = 1000    // lines of a wrapped paragraph
)

// LongText is plain text too long to be one article, read a paragraph at a time so that memory does not grow with it. Empty
// lines part paragraphs, and lines are joined where they look wrapped, as in an article; nothing is taken for a title,
// a header or a credit line.
type LongText struct {
	lines  *bufio.Reader
	group  []string // lines since the last empty one, all short
	ready  []string // paragraphs to hand out
	single bool     // the lines since the last empty one are paragraphs each
}

// Open looks at the start of an input. Plain text of more than 1 MiB comes back as a LongText; anything else, a web page, an
// article or what is no text at all, as a reader of the whole, for Read.
func Open(r io.Reader) (io.Reader, *LongText, error) {
	head := make([]byte, wholeInput)
	n, err := io.ReadFull(r, head)
	head = head[:n]
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return bytes.NewReader(head), nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	all := io.MultiReader(bytes.NewReader(head), r)
	enc, text, isPage, err := decodeHead(head)
	if err != nil {
		return nil, nil, err
	}
	if isPage {
		return all, nil, nil
	}
	if err := checkEnglish([]block{{kind: readout.Body, text: text}}); err != nil {
		return nil, nil, err
	}
	if enc != nil {
		all = transform.NewReader(all, enc.NewDecoder())
	}
	return nil, &LongText{lines: bufio.NewReaderSize(all, wholeInput)}, nil
}

// decodeHead tells the encoding of a long text by its head, nil for UTF-8, and refuses what is no text.
func decodeHead(head []byte) (enc encoding.Encoding, text string, isPage bool, err error) {
	whole := head[:max(bytes.LastIndexByte(head, '\n'), 0)] // no character is cut there
	if len(whole) == 0 {
		whole = head[:len(head)-partialRune(head)]
	}
	if enc, _ = unicodeEncoding(head); enc != nil {
		whole = whole[:len(whole)&^1]
	} else if multibyte, broken := countUTF8(whole); broken > 0 && broken >= multibyte {
		enc = charmap.Windows1252
	}
	text, isPage, err = decode(whole)
	return enc, text, isPage, err
}

// Next returns the next paragraph, normalised as in an article, and io.EOF after the last.
func (t *LongText) Next() (string, error) {
	for len(t.ready) == 0 {
		line, err := t.line()
		if err == io.EOF {
			t.endGroup()
			if len(t.ready) == 0 {
				return "", io.EOF
			}
			break
		}
		if err != nil {
			return "", fmt.Errorf("read text: %w", err)
		}
		t.add(line)
	}
	next := t.ready[0]
	t.ready = t.ready[1:]
	return next, nil
}

func (t *LongText) add(line string) {
	switch {
	case line == "":
		t.endGroup()
		t.single = false
	case t.single:
		t.ready = append(t.ready, line)
	case utf8.RuneCountInString(line) > wrapWidth:
		t.ready = append(append(t.ready, t.group...), line)
		t.group, t.single = t.group[:0], true
	default:
		t.group = append(t.group, line)
		if len(t.group) == longestGroup {
			t.endGroup()
		}
	}
}

// endGroup makes paragraphs of the lines held.
func (t *LongText) endGroup() {
	if len(t.group) == 0 {
		return
	}
	if wrapped(t.group, false) {
		t.ready = append(t.ready, unwrap(t.group)...)
	} else {
		t.ready = append(t.ready, t.group...)
	}
	t.group = t.group[:0]
}

// line returns the next line, normalised, or the part of a very long one up to its last white space.
func (t *LongText) line() (string, error) {
	ahead, err := t.lines.Peek(longestPiece)
	if len(ahead) == 0 {
		return "", err
	}
	n, skip := bytes.IndexByte(ahead, '\n'), 1
	if n < 0 {
		n, skip = len(ahead), 0
		if n == longestPiece {
			n = pieceLength(ahead)
		}
	}
	line := plainLine(string(ahead[:n]))
	_, err = t.lines.Discard(n + skip)
	return line, err
}

// pieceLength is where a line is cut that goes on after b.
func pieceLength(b []byte) int {
	if n := bytes.LastIndexAny(b, " \t\r"); n > 0 {
		return n
	}
	return len(b) - partialRune(b)
}

func plainLine(s string) string {
	return normalise(strings.ToValidUTF8(strings.TrimPrefix(s, "\ufeff"), "\uFFFD"))
}

// partialRune is the number of bytes at the end of b that begin a character and don't end it.
func partialRune(b []byte) int {
	for n := 1; n <= min(utf8.UTFMax, len(b)); n++ {
		if utf8.RuneStart(b[len(b)-n]) {
			if utf8.FullRune(b[len(b)-n:]) {
				return 0
			}
			return n
		}
	}
	return 0
}

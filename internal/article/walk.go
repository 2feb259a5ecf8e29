package article

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// pageBlock is a paragraph, heading or list item of a page.
type pageBlock struct {
	tag    string  // the block element around it
	text   string  // normalised
	linked float64 // the share of its characters that are links
}

// blockElements begin and end a block. Source: the rendering section of the HTML
// standard, elements with display: block, list-item or table parts.
var blockElements = setOf("address article aside blockquote body caption center dd details dialog div dl dt fieldset figure" +
	" footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul")

// unread are the elements whose text is no part of an article.
var unread = setOf("script style noscript template head figcaption svg math button select textarea option input iframe object audio video canvas nav")

// inlined are elements that go-trafilatura removes with the words in them, though
// they stand in the middle of sentences.
var inlined = setOf("time ins data label")

// captionClass marks captions that are not in a figcaption.
var captionClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:wp-)?(?:caption|captions|photo-credit|image-credit)(?:$|[\s_-])`)

func setOf(names string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(names) {
		set[name] = true
	}
	return set
}

// prune removes from a page what is never read, and keeps inline elements inline.
func prune(n *html.Node) {
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		switch {
		case child.Type == html.CommentNode, child.Type == html.ElementNode && isUnread(child):
			n.RemoveChild(child)
		case child.Type == html.ElementNode && inlined[child.Data]:
			child.Data, child.DataAtom = "span", 0
			prune(child)
		default:
			prune(child)
		}
		child = next
	}
}

func isUnread(n *html.Node) bool {
	if n.Data == "body" {
		return false
	}
	_, hidden := attribute(n, "hidden")
	aria, _ := attribute(n, "aria-hidden")
	class, _ := attribute(n, "class")
	return unread[n.Data] || hidden || aria == "true" || captionClass.MatchString(class) && textLength(n, maxCaption) < maxCaption
}

// maxCaption is the length, in bytes, from which an element with a caption's class
// is taken for what holds pictures and text.
const maxCaption = 500

// textLength returns the length of the text below n, counting no further than limit.
func textLength(n *html.Node, limit int) int {
	length := 0
	if n.Type == html.TextNode {
		length = len(n.Data)
	}
	for child := n.FirstChild; child != nil && length < limit; child = child.NextSibling {
		length += textLength(child, limit-length)
	}
	return length
}

func attribute(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// walker collects the blocks of a tree in order.
type walker struct {
	blocks []pageBlock
	text   strings.Builder // of the block at hand, "\n" for a <br>
	linked int             // bytes of it that are links
	err    error
}

// walk returns the blocks below n. The parser bounds the depth of a tree.
func walk(n *html.Node) ([]pageBlock, error) {
	var w walker
	w.visit(n, "", false)
	w.flush("")
	return w.blocks, w.err
}

func (w *walker) visit(n *html.Node, tag string, inLink bool) {
	switch {
	case w.err != nil:
	case n.Type == html.TextNode:
		w.write(n.Data, tag == "pre", inLink)
	case n.Type == html.ElementNode && n.Data == "br":
		w.text.WriteByte('\n')
	case n.Type == html.ElementNode && blockElements[n.Data]:
		w.flush(tag)
		w.children(n, n.Data, inLink)
		w.flush(n.Data)
	default:
		w.children(n, tag, inLink || n.Data == "a" && n.Type == html.ElementNode)
	}
}

func (w *walker) children(n *html.Node, tag string, inLink bool) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		w.visit(child, tag, inLink)
	}
}

// write adds text; its own line ends count in preformatted text alone.
func (w *walker) write(text string, preformatted, inLink bool) {
	if !preformatted {
		text = strings.Map(func(r rune) rune {
			if r == '\n' || r == '\r' || r == '\f' {
				return ' '
			}
			return r
		}, text)
	}
	if inLink {
		w.linked += len(text)
	}
	w.text.WriteString(text)
}

// flush ends the block at hand. Two line breaks part paragraphs; so do single
// ones when each stands behind the end of a sentence.
func (w *walker) flush(tag string) {
	raw, linked := w.text.String(), w.linked
	w.text.Reset()
	w.linked = 0
	if raw == "" || w.err != nil {
		return
	}
	lines, err := normalisedLines(raw)
	if err != nil {
		w.err = err
		return
	}
	share := float64(linked) / float64(len(raw))
	for _, group := range groupLines(lines) {
		if tag == "pre" {
			group = unwrap(group)
		} else if !sentencePerLine(group) {
			group = []string{strings.Join(group, " ")}
		}
		for _, text := range group {
			if w.err = checkBlock(len(w.blocks), text); w.err != nil {
				return
			}
			w.blocks = append(w.blocks, pageBlock{tag, text, share})
		}
	}
}

func sentencePerLine(lines []string) bool {
	for _, line := range lines[:len(lines)-1] {
		if !endsSentence(line) {
			return false
		}
	}
	return true
}

func (b pageBlock) isHeading() bool {
	return len(b.tag) == 2 && b.tag[0] == 'h' && b.tag[1] >= '1' && b.tag[1] <= '6'
}

// minProse is how many words a paragraph has at least on a page that holds an article.
const minProse = 6

// isProse reports whether a block is running text and no link.
func (b pageBlock) isProse() bool {
	return !b.isHeading() && b.linked < 0.5 && !b.isPointer() && len(words(b.text)) >= minProse
}

// pointerLabel begins what points to other articles.
var pointerLabel = regexp.MustCompile(`(?i)^(?:read|see|watch|listen)(?: more| also| next)?(?: on| about)?:|^(?:read more|also read|read also|see also|more on this(?: story)?|more from [^.]*|related(?: articles?| stories| news| links| topics| content)?|recommended(?: stories| for you)?|most read|editor[’']s picks?|keep reading|in pictures)(?::|$)`)

// isPointer reports whether a block points away from the article: a paragraph or
// item that is one link and no sentence, or "Read more: …".
func (b pageBlock) isPointer() bool {
	const mostly, short = 0.9, 40
	if pointerLabel.MatchString(b.text) {
		return b.linked > 0.5 || utf8.RuneCountInString(b.text) <= short
	}
	return b.linked >= mostly && !b.isHeading() && !endsSentence(b.text)
}

package article

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// The limits of a web page. A page of a newspaper has some thousand elements.
const (
	maxPage     = 16 << 20 // bytes
	maxElements = 100_000  // as countElements counts
)

var (
	pageStart = regexp.MustCompile(`(?i)^(?:<!doctype html|<(?:html|head|body|title|meta|link|script|style|article|main|section|header|nav|div|table|center|h[1-6]|p|br|a|b|font|span|iframe)[\s/>])`)
	xmlStart  = regexp.MustCompile(`^<([A-Za-z][\w:.-]*)[^<]*\s(?:xmlns|version)[:=]`)
	prologue  = regexp.MustCompile(`(?s)^(?:\s+|<\?xml.*?\?>|<!--.*?-->)+`)
)

// sniffPage reports whether bytes are a web page, by their first element. XML of
// another kind is an error, for a feed is not an article.
func sniffPage(raw []byte) (bool, error) {
	head := raw[:min(len(raw), 1<<16)]
	start := prologue.ReplaceAll(head, nil)
	if pageStart.Match(start) {
		return true, nil
	}
	if m := xmlStart.FindSubmatch(start); m != nil || bytes.HasPrefix(raw, []byte("<?xml")) {
		if m == nil {
			m = [][]byte{nil, []byte("?xml")}
		}
		return false, fmt.Errorf("%w: it is XML, <%s>, and no web page", ErrNoArticle, m[1])
	}
	return false, nil
}

// readPage reads the article of a web page. go-trafilatura says which words
// belong to it; the words themselves are read from the page, since the library
// drops or repeats some of them (what stands after an inline element, paragraphs
// parted by line breaks).
func readPage(text string) (layout, error) {
	if len(text) > maxPage {
		return layout{}, fmt.Errorf("%w: a page of %d bytes; a page may have %d", ErrTooLarge, len(text), maxPage)
	}
	if n := countElements(text); n > maxElements {
		return layout{}, fmt.Errorf("%w: a page of more than %d elements", ErrTooLarge, maxElements)
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return layout{}, fmt.Errorf("%w: the page cannot be taken apart: %w", ErrNoArticle, err)
	}
	stated := pageFacts(doc)
	prune(doc)
	all, err := walk(doc)
	if err != nil {
		return layout{}, err
	}
	kept, err := chosen(doc, all)
	if err == nil && !hasProse(kept) {
		kept, err = rescued(doc, all)
	}
	if err != nil {
		return layout{}, err
	}
	if !hasProse(kept) {
		return layout{}, fmt.Errorf("%w on the page; if it has one, save it as text", ErrNoArticle)
	}
	return layOutPage(stated, kept)
}

// countElements counts the elements that the parser would make of a page. A
// formatting element that is not closed is made again in each block after it, so
// a small page can become a huge tree.
func countElements(text string) int {
	count, open := 0, 0
	for z := html.NewTokenizer(strings.NewReader(text)); count <= maxElements; {
		switch z.Next() {
		case html.ErrorToken:
			return count
		case html.StartTagToken:
			if name, _ := z.TagName(); formatting[string(name)] {
				open++
			}
			count += 1 + open
		case html.EndTagToken:
			if name, _ := z.TagName(); formatting[string(name)] {
				open = max(0, open-1)
			}
		case html.SelfClosingTagToken:
			count += 1 + open
		}
	}
	return count
}

// formatting are the elements that the HTML standard reopens (section 13.2.4.3,
// "the list of active formatting elements").
var formatting = map[string]bool{"a": true, "b": true, "big": true, "code": true, "em": true, "font": true,
	"i": true, "nobr": true, "s": true, "small": true, "strike": true, "strong": true, "tt": true, "u": true}

// chosen returns the blocks of the page that belong to the article, as
// go-trafilatura sees it.
func chosen(doc *html.Node, all []pageBlock) ([]pageBlock, error) {
	config := trafilatura.DefaultConfig()
	config.MinExtractedSize = 0 // no rescue: it takes the whole page for the article
	config.MinOutputSize = 1
	result, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		Config: config, ExcludeComments: true, HtmlDateMode: trafilatura.Disabled,
	})
	if err != nil { // it finds nothing: that is its only error
		return nil, nil
	}
	extract, err := walk(result.ContentNode)
	if err != nil {
		return nil, err
	}
	want := newWording(extract)
	seen := map[string]bool{}
	var kept []pageBlock
	for _, b := range all {
		key := strings.Join(words(b.text), " ")
		if !want.has(b.text) || b.isPointer() || seen[key] {
			continue
		}
		seen[key] = strings.Count(key, " ") >= 3 // short lines may come again, sentences do not
		kept = append(kept, b)
	}
	return kept, nil
}

func hasProse(blocks []pageBlock) bool {
	return slices.ContainsFunc(blocks, pageBlock.isProse)
}

// layOutPage takes the headline off the blocks and says what the others are.
func layOutPage(stated facts, kept []pageBlock) (layout, error) {
	if i := headline(kept, stated); i >= 0 {
		stated.title = withoutKeys(kept[i].text)
		kept = append(sentencesOnly(kept[:i]), kept[i+1:]...)
	}
	texts := make([]string, len(kept))
	for i, b := range kept {
		texts[i] = b.text
	}
	visible, texts := cutHeader(texts)
	return layOut(stated.or(visible), texts)
}

// headline returns the index of the heading that is the title which the page
// states, or else of the first h1 that is not the site's name; -1 if there is none.
func headline(blocks []pageBlock, stated facts) int {
	i := slices.IndexFunc(blocks, func(b pageBlock) bool { return b.isHeading() && strings.EqualFold(b.text, stated.title) })
	if i >= 0 {
		return i
	}
	return slices.IndexFunc(blocks, func(b pageBlock) bool { return b.tag == "h1" && !strings.EqualFold(b.text, stated.publisher) })
}

// sentencesOnly drops what stands over a headline and is no sentence, such as the
// name of a section.
func sentencesOnly(blocks []pageBlock) []pageBlock {
	var out []pageBlock
	for _, b := range blocks {
		if endsSentence(b.text) {
			out = append(out, b)
		}
	}
	return out
}

package article

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/readout/readout"
)

// The longest a block of a kind may be, in characters. They are conventions of
// news pages: headlines and standfirsts are written to fit a few lines.
const (
	maxTitle      = 150
	maxStandfirst = 200
	minStandfirst = 5 // words
	maxByline     = 100
	maxCredit     = 300
)

// block is one stretch of the article and what it is.
type block struct {
	kind readout.ParagraphKind
	text string
}

// layout is an article whose parts are known.
type layout struct {
	stated facts
	source string // publisher named by the last credit line
	blocks []block
}

// layOut says what each block is.
//
//   - Title: the stated one; else the first block, if it is short, does not end
//     as a sentence, is no dateline paragraph, and others follow.
//   - Standfirst: the block after the title, if it is one sentence of
//     minStandfirst words or more and maxStandfirst characters or less, shorter
//     than the block after it, without a day of the week or a date (which the
//     first paragraph of a report or readout gives and a standfirst leaves to
//     it), no dateline paragraph, and at least three blocks follow. A short
//     undated first paragraph that a longer one follows looks the same and is
//     taken for a standfirst.
//   - Credit: "By …" and lines that are nothing but a date, straight after these;
//     and at the end, the lines that creditLines describes. Such a date is the
//     date of publication, where none is stated.
//   - Body: everything else.
func layOut(stated facts, texts []string) (layout, error) {
	l := layout{stated: stated}
	texts = l.takeTitle(texts)
	texts = l.takeTop(texts)
	body, credits := splitCredits(texts)
	for _, text := range body {
		l.add(readout.Body, text)
	}
	for _, text := range credits {
		l.add(readout.Credit, text)
		l.source = firstNonEmpty(sourceOf(text), l.source)
	}
	if len(body) == 0 {
		return layout{}, fmt.Errorf("%w: there is no paragraph of text", ErrEmpty)
	}
	return l, nil
}

func (l *layout) add(kind readout.ParagraphKind, text string) {
	l.blocks = append(l.blocks, block{kind, text})
}

// takeTitle adds the title, and drops blocks that repeat a stated one.
func (l *layout) takeTitle(texts []string) []string {
	title := l.stated.title
	if title == "" {
		if len(texts) < 2 || !looksLikeTitle(texts[0]) {
			return texts
		}
		title, texts = texts[0], texts[1:]
	}
	for l.stated.title != "" && len(texts) > 0 && strings.EqualFold(texts[0], title) {
		texts = texts[1:]
	}
	l.add(readout.Title, title)
	return texts
}

// takeTop adds what stands between title and body.
func (l *layout) takeTop(texts []string) []string {
	if len(l.blocks) == 0 {
		return texts
	}
	texts = l.takeBylines(texts)
	if len(texts) > 3 && looksLikeStandfirst(texts[0], texts[1]) {
		l.add(readout.Standfirst, texts[0])
		texts = l.takeBylines(texts[1:])
	}
	return texts
}

func (l *layout) takeBylines(texts []string) []string {
	for len(texts) > 1 {
		date := dateLine(texts[0])
		if date.IsZero() && !looksLikeByline(texts[0]) {
			break
		}
		if l.stated.published.IsZero() {
			l.stated.published = date
		}
		l.add(readout.Credit, texts[0])
		texts = texts[1:]
	}
	return texts
}

// splitCredits splits off the credit lines at the end; one block always stays.
func splitCredits(texts []string) (body, credits []string) {
	end := len(texts)
	for end > 1 && isCredit(texts[end-1]) {
		end--
	}
	return texts[:end], texts[end:]
}

func looksLikeTitle(s string) bool {
	return utf8.RuneCountInString(s) <= maxTitle && !endsSentence(s) &&
		!strings.ContainsAny(s[len(s)-1:], ":;,") && !isWireDateline(s) && !isCredit(s)
}

func looksLikeStandfirst(s, next string) bool {
	n := utf8.RuneCountInString(s)
	return n <= maxStandfirst && strings.Count(s, " ") >= minStandfirst-1 && n < utf8.RuneCountInString(next) &&
		!strings.HasSuffix(s, ":") && !sentenceInside(s) && !namedDay.MatchString(s) && !isWireDateline(s) && !plainDateline.MatchString(s)
}

const months = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`

// On Tuesday; 5 March; March 5
var namedDay = regexp.MustCompile(`\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b\d{1,2} ` + months + `\b|\b` + months + ` \d{1,2}\b`)

var byline = regexp.MustCompile(`^By \p{Lu}\p{L}+`)

func looksLikeByline(s string) bool {
	return utf8.RuneCountInString(s) <= maxByline && byline.MatchString(s) && !endsSentence(s)
}

var publishedWord = regexp.MustCompile(`^(?i:published|posted|updated|date|on)(?: on)?:? `)

// dateLine returns the date that a line consists of, as in "Published on 19 June 2023".
func dateLine(s string) readout.Date {
	if len(s) > maxByline {
		return readout.Date{}
	}
	d := parseDate(publishedWord.ReplaceAllString(s, ""))
	if d.Precision() != readout.Day {
		return readout.Date{}
	}
	return d
}

// datelines are the openings of agency reports. Each row comes with an example.
var datelines = []*regexp.Regexp{
	// SOLMAR, March 5 (Agency) - The ministers …
	regexp.MustCompile(`^\p{Lu}[\p{Lu}.'’-]{2,}[^()]{0,60}\([^()]{2,30}\) ?[-–—]`),
	// Solmar, Norland (AP) — The ministers …
	regexp.MustCompile(`^\p{Lu}[\p{L} ,.'’/-]{2,60} ?\(\p{Lu}[\p{L} ]{1,30}\) ?[–—-]{1,2} `),
	// SOLMAR, 5 March 2024 – The ministers …
	regexp.MustCompile(`^\p{Lu}[\p{L} .'’-]{2,40}, (?:\d{1,2} )?\p{Lu}\p{Ll}{2,8}\.?(?: \d{1,2})?(?:,? \d{4})? ?[–—-]{1,2} `),
}

// SOLMAR — The ministers …
var plainDateline = regexp.MustCompile(`^\p{Lu}[\p{Lu} .,'’-]{2,40} ?[–—-]{1,2} `)

func isWireDateline(s string) bool {
	for _, d := range datelines {
		if d.MatchString(s) {
			return true
		}
	}
	return false
}

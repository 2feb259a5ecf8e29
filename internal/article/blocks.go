package article

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// blockBreak stands between the blocks of Article.Text.
const blockBreak = "\n\n"

// wrapWidth is the longest line, in characters, that counts as hard-wrapped.
const wrapWidth = 80

// bullet begins a line that may be an item of a list.
var bullet = regexp.MustCompile(`^(?:[-*•·▪–—]|\d{1,2}[.)]|\([a-z0-9]\)) `)

// cutBlocks cuts normalised lines into paragraphs, one string each. Empty lines
// part them. A text without any empty line has a paragraph a line, unless its
// lines look wrapped.
func cutBlocks(lines []string) ([]string, error) {
	groups := groupLines(lines)
	var blocks []string
	for _, group := range groups {
		if wrapped(group, len(groups) == 1) {
			group = unwrap(group)
		}
		for _, block := range group {
			if err := checkBlock(len(blocks), block); err != nil {
				return nil, err
			}
			blocks = append(blocks, block)
		}
	}
	return blocks, nil
}

// groupLines returns the runs of lines between empty lines.
func groupLines(lines []string) [][]string {
	var groups [][]string
	start := 0
	for i := 0; i <= len(lines); i++ {
		if i < len(lines) && lines[i] != "" {
			continue
		}
		if i > start {
			groups = append(groups, lines[start:i])
		}
		start = i + 1
	}
	return groups
}

// wrapped reports whether the lines of a group are one paragraph that was broken
// at a fixed width. Where the whole text is one group, line ends may as well be
// the only paragraph breaks there are; then most lines must also be long and end
// within a sentence.
func wrapped(group []string, alone bool) bool {
	within := 0
	for _, line := range group {
		n := utf8.RuneCountInString(line)
		if n > wrapWidth {
			return false
		}
		if n > wrapWidth/2 && !endsSentence(line) {
			within++
		}
	}
	return !alone || 2*within >= len(group)
}

// unwrap joins the lines of a group with spaces, or with nothing after a hyphen
// that a letter precedes. Items of a list and credit lines stay apart. A list
// begins with the group or after a colon: any other line that looks like an item
// has been broken at a dash or a number.
func unwrap(group []string) []string {
	var out []string
	var b strings.Builder
	inList := bullet.MatchString(group[0])
	for i, line := range group {
		item := bullet.MatchString(line) && (inList || i > 0 && strings.HasSuffix(group[i-1], ":"))
		inList = inList || item
		switch {
		case i == 0:
		case item || isCredit(line):
			out = append(out, b.String())
			b.Reset()
		case !hyphenated(group[i-1]):
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return append(out, b.String())
}

func hyphenated(line string) bool {
	return len(line) > 1 && line[len(line)-1] == '-' && line[len(line)-2] != ' ' && line[len(line)-2] != '-'
}

// checkBlock refuses a paragraph beyond the limits; before counts those ahead of it.
func checkBlock(before int, block string) error {
	if before >= maxParagraphs {
		return fmt.Errorf("%w: more than %d paragraphs; split it into single articles", ErrTooLarge, maxParagraphs)
	}
	if len(block) > maxParagraph {
		return fmt.Errorf("%w: paragraph %d, %q, is %d bytes long; a paragraph may have %d",
			ErrTooLarge, before+1, opening(block), len(block), maxParagraph)
	}
	return nil
}

// opening returns the first characters of a text, for messages.
func opening(s string) string {
	const length = 40
	n := 0
	for i := range s {
		if n == length {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

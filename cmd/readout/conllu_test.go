package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// conlluFaults checks what was written against the rules of the format at levels 1 and 2 of the validator of Universal Dependencies
// (https://universaldependencies.org/validation-rules.html), with the tags and relations of the guidelines.
func conlluFaults(out string) []string {
	v := conlluValidator{ids: map[string]bool{}}
	if out != "" && !strings.HasSuffix(out, "\n\n") {
		v.fault("the file does not end with an empty line")
	}
	if strings.HasSuffix(out, "\n\n\n") || strings.Contains(out, "\n\n\n") {
		v.fault("two empty lines")
	}
	if !utf8.ValidString(out) || !norm.NFC.IsNormalString(out) || strings.ContainsRune(out, '\r') {
		v.fault("not UTF-8 in NFC with plain line ends")
	}
	for block := range strings.SplitSeq(strings.TrimSuffix(out, "\n\n"), "\n\n") {
		if block != "" {
			v.sentence(strings.Split(block, "\n"))
		}
	}
	return v.faults
}

type conlluValidator struct {
	faults []string
	ids    map[string]bool
	where  string // sentence and line
}

func (v *conlluValidator) fault(format string, args ...any) {
	v.faults = append(v.faults, v.where+fmt.Sprintf(format, args...))
}

func (v *conlluValidator) sentence(lines []string) {
	v.where = lines[0] + ": "
	texts, ids := comments(lines, "# text = "), comments(lines, "# sent_id = ")
	switch {
	case len(texts) != 1 || len(ids) != 1:
		v.fault("%d texts and %d IDs", len(texts), len(ids))
		return
	case v.ids[ids[0]] || strings.ContainsAny(ids[0], " /"):
		v.fault("ID %q stands twice or holds a space or stroke", ids[0])
	}
	v.ids[ids[0]] = true
	v.where = ids[0] + ": "
	var words [][]string
	var text strings.Builder
	inner := 0 // last word of the open multiword token
	for _, line := range lines {
		if strings.HasPrefix(line, "#") {
			if len(words) > 0 || strings.TrimRight(line, " ") != line {
				v.fault("comment %q among words or with space at its end", line)
			}
			continue
		}
		cells := strings.Split(line, "\t")
		if !v.cells(cells) {
			return
		}
		if from, to, ok := strings.Cut(cells[0], "-"); ok {
			last, _ := strconv.Atoi(to)
			if from != strconv.Itoa(len(words)+1) || last <= len(words)+1 || inner > len(words) || strings.Join(cells[2:9], "") != "_______" {
				v.fault("bad range %q", line)
			}
			inner = last
			text.WriteString(cells[1] + spaceAfter(cells))
			continue
		}
		words = append(words, cells)
		if cells[0] != strconv.Itoa(len(words)) {
			v.fault("word %q out of order", cells[0])
		}
		if len(words) > inner {
			text.WriteString(cells[1] + spaceAfter(cells))
		} else if strings.Contains(cells[9], "SpaceAfter") {
			v.fault("SpaceAfter within a multiword token: %q", line)
		}
	}
	if got := strings.TrimSuffix(text.String(), " "); got != texts[0] || strings.TrimSpace(texts[0]) != texts[0] {
		v.fault("text %q is not that of the words, %q", texts[0], got)
	}
	v.tree(words)
}

func comments(lines []string, prefix string) []string {
	var out []string
	for _, line := range lines {
		if value, ok := strings.CutPrefix(line, prefix); ok {
			out = append(out, value)
		}
	}
	return out
}

func spaceAfter(cells []string) string {
	if slices.Contains(strings.Split(cells[9], "|"), "SpaceAfter=No") {
		return ""
	}
	return " "
}

var (
	openSpace = regexp.MustCompile(`^\s|\s$|\s\s`)
	universal = regexp.MustCompile(`^(ADJ|ADP|ADV|AUX|CCONJ|DET|INTJ|NOUN|NUM|PART|PRON|PROPN|PUNCT|SCONJ|SYM|VERB|X|_)$`)
	relation  = regexp.MustCompile(`^(acl|advcl|advmod|amod|appos|aux|case|cc|ccomp|clf|compound|conj|cop|csubj|dep|det|discourse|dislocated|` +
		`expl|fixed|flat|goeswith|iobj|list|mark|nmod|nsubj|nummod|obj|obl|orphan|parataxis|punct|reparandum|root|vocative|xcomp)(:[a-z]+)?$`)
	feature = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*(\[[a-z0-9]+\])?=[A-Z0-9][A-Za-z0-9]*(,[A-Z0-9][A-Za-z0-9]*)*$`)
)

// cells checks the columns of a line by themselves, and reports whether there are ten.
func (v *conlluValidator) cells(cells []string) bool {
	if len(cells) != 10 {
		v.fault("%d columns in %q", len(cells), cells)
		return false
	}
	for i, cell := range cells {
		if cell == "" || openSpace.MatchString(cell) || i != 1 && i != 2 && i != 9 && strings.ContainsRune(cell, ' ') {
			v.fault("column %d is %q", i+1, cell)
		}
	}
	if !universal.MatchString(cells[3]) {
		v.fault("no such part of speech as %q", cells[3])
	}
	if features := strings.Split(cells[5], "|"); cells[5] != "_" {
		sorted := slices.SortedFunc(slices.Values(features), func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
		if !slices.Equal(sorted, features) || slices.ContainsFunc(features, func(f string) bool { return !feature.MatchString(f) }) {
			v.fault("features %q", cells[5])
		}
	}
	if cells[9] != "_" && slices.Contains(strings.Split(cells[9], "|"), "") {
		v.fault("MISC %q", cells[9])
	}
	return true
}

// tree checks that the heads are a tree with one root.
func (v *conlluValidator) tree(words [][]string) {
	heads := make([]int, len(words)+1)
	roots := 0
	for i, cells := range words {
		head, err := strconv.Atoi(cells[6])
		if err != nil || head < 0 || head > len(words) {
			v.fault("word %d has head %q", i+1, cells[6])
			return
		}
		if !relation.MatchString(cells[7]) || (cells[7] == "root") != (head == 0) {
			v.fault("word %d has head %d and relation %q", i+1, head, cells[7])
		}
		if head == 0 {
			roots++
		}
		heads[i+1] = head
	}
	if roots != 1 {
		v.fault("%d roots", roots)
	}
	for i := range words {
		at := i + 1
		for steps := 0; at != 0 && steps <= len(words); steps++ {
			at = heads[at]
		}
		if at != 0 {
			v.fault("word %d hangs in a cycle", i+1)
		}
	}
}

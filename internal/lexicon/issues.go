package lexicon

import (
	"maps"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/readout/readout/internal/text"
)

// Issue is a row of issues.tsv: what states talk and quarrel about.
type Issue struct {
	Name     string
	Phrases  []string
	Contexts []string // of the PLOVER manual
}

// Issue returns the issue of a name.
func (l *Lexicon) Issue(name string) (Issue, bool) {
	i, ok := l.issues[name]
	return i, ok
}

// Issues returns all issues, by their names.
func (l *Lexicon) Issues() []Issue {
	var out []Issue
	for _, name := range slices.Sorted(maps.Keys(l.issues)) {
		out = append(out, l.issues[name])
	}
	return out
}

// IssueCalled returns the name of the issue that a user calls so: by its name in any case of letters, or by a phrase for it.
func (l *Lexicon) IssueCalled(s string) (name string, ok bool) {
	for _, i := range l.Issues() {
		if fold(i.Name) == fold(s) {
			return i.Name, true
		}
	}
	words := text.Words(s)
	if terms, n := l.phrases.match(words, 0); n == len(words) && len(terms) > 0 {
		return terms[0].Name, true
	}
	return "", false
}

// IssuesIn returns the names of the issues that the words speak of, in the order in which they first do.
func (l *Lexicon) IssuesIn(words []string) []string {
	var out []string
	for i := 0; i < len(words); {
		terms, n := l.phrases.match(words, i)
		for _, t := range terms {
			if !slices.Contains(out, t.Name) {
				out = append(out, t.Name)
			}
		}
		i += max(n, 1)
	}
	return out
}

func (l *Lexicon) enterIssue(r row) error {
	name := r.get("name")
	if name == "" || len(r.list("phrases")) == 0 {
		return r.errorf("an issue needs a name and phrases")
	}
	l.issues[name] = Issue{name, r.list("phrases"), r.list("contexts")}
	for _, phrase := range r.list("phrases") {
		first, _ := utf8.DecodeRuneInString(phrase)
		l.phrases.add(text.Words(phrase), Term{Kind: IssueTerm, ID: name, Name: name, Cased: unicode.IsUpper(first)})
	}
	return nil
}

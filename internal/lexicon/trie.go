package lexicon

import (
	"strings"
	"unicode"
)

// A TermKind says what a term stands for.
type TermKind string

// The kinds of term.
const (
	State            TermKind = "state"        // "United States", "the US"
	Demonym          TermKind = "demonym"      // "Chinese", "a Briton"
	Seat             TermKind = "seat"         // "Beijing", "the Kremlin": stands for a government
	PersonTerm       TermKind = "person"       // a name or other well-known form
	OrganisationTerm TermKind = "organisation" // "European Union", "Xinhua"
	Ministry         TermKind = "ministry"     // "foreign ministry": needs a state
	Role             TermKind = "role"         // "foreign minister", "spokeswoman", "analyst"
	PlaceTerm        TermKind = "place"        // a city, region, island or site
	IssueTerm        TermKind = "issue"        // "export controls": never among the terms of Match
)

// Term is one meaning of a stretch of words.
type Term struct {
	Kind    TermKind
	ID      string // a person's or organisation's key, a state's code, a role's class
	Name    string // the canonical name
	Country string // ISO 3166-1 alpha-3, empty where there is none
	Sort    string // of an organisation, role or place, from its table
	Cased   bool   // matches only as it is written
	written string // as the table writes it, words joined by blanks
}

type node struct {
	next  map[string]*node
	terms []Term
}

// add enters a term under the words.
func (n *node) add(words []string, t Term) {
	t.written = strings.Join(words, " ")
	at := n
	for _, w := range words {
		w = fold(w)
		if at.next == nil {
			at.next = map[string]*node{}
		}
		if at.next[w] == nil {
			at.next[w] = &node{}
		}
		at = at.next[w]
	}
	for _, have := range at.terms {
		if have.Kind == t.Kind && have.ID == t.ID && have.Cased == t.Cased && have.written == t.written {
			return
		}
	}
	at.terms = append(at.terms, t)
}

// fold writes a word so that case and the style of the apostrophe make no difference.
func fold(w string) string {
	return strings.ReplaceAll(strings.ToLower(w), "’", "'")
}

// match returns the terms of the longest stretch of words from i on, and its length in words.
func (n *node) match(words []string, i int) (terms []Term, length int) {
	at := n
	for j := i; j < len(words); j++ {
		next := at.next[fold(words[j])]
		if next == nil {
			break
		}
		at = next
		if fit := fitting(at.terms, words[i:j+1]); len(fit) > 0 {
			terms, length = fit, j+1-i
		}
	}
	return terms, length
}

func fitting(terms []Term, words []string) []Term {
	var out []Term
	written := ""
	for _, t := range terms {
		if t.Cased {
			if written == "" {
				written = strings.ReplaceAll(strings.Join(words, " "), "’", "'")
			}
			if written != t.written && !(shouted(written) && len(written) > 3) {
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// shouted reports whether the words are in capitals throughout, as in some headlines.
func shouted(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

package main

import (
	"strings"

	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

// actorOf turns what a user calls an actor into what a store looks for: a country's code or an actor's ID. A seat of
// government or a demonym stands for its country, "Beijing" for CHN. A name that the lexicon does not know for certain stays
// as it is, since the ledger may hold it.
func actorOf(lex *lexicon.Lexicon, name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if code := strings.ToUpper(name); lex.StateName(code) != "" {
		return code
	}
	for _, form := range []string{name, strings.ToUpper(name)} { // "us" is a word, "US" a country
		if id := known(lex, form); id != "" {
			return id
		}
	}
	if persons := lex.Short(name); len(persons) == 1 {
		return persons[0].ID
	}
	return name
}

// known returns what the whole of a name stands for in the lexicon, a state before anything else.
func known(lex *lexicon.Lexicon, name string) string {
	words := text.Words(name)
	if len(words) > 1 && strings.EqualFold(words[0], "the") {
		words = words[1:]
	}
	terms, length := lex.Match(words, 0)
	if length == 0 || length < len(words) {
		return ""
	}
	for _, kind := range []lexicon.TermKind{
		lexicon.State, lexicon.Seat, lexicon.Demonym, lexicon.PersonTerm, lexicon.OrganisationTerm,
	} {
		for _, t := range terms {
			if t.Kind != kind {
				continue
			}
			if kind == lexicon.PersonTerm || kind == lexicon.OrganisationTerm {
				return t.ID
			}
			return t.Country
		}
	}
	return ""
}

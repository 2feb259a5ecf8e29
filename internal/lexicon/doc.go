// Package lexicon holds what readout knows of the world: states with their
// demonyms and seats of government, persons with the offices they held and when,
// organisations, roles, ministries and places. Every row stands in a table under
// tables/, whose first lines say what it holds, where it is from and under which
// licence; no fact about the world stands in code.
//
// The stages of coding read it and it reads none of them. Words are matched as
// package text cuts them:
//
//	lex, err := lexicon.Load()
//	terms, n := lex.Match([]string{"the", "United", "States"}, 1)
//	// terms[0].Kind == lexicon.State, terms[0].Country == "USA", n == 2
package lexicon

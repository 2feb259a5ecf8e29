// Package actor finds who an article speaks of: persons with the office they held that day, states and
// organisations; by name, by title ("the foreign minister"), by pronoun and together ("the two sides").
//
// It reads the words, sentences, tags and trees of a text.Doc and the lexicon, and adds the layers Mentions, Actors
// and Places. It comes after packages tag and parse and before speech, event and ledger:
//
//	actor.New(lex).Resolve(doc)
//	for _, a := range doc.Actors {
//		fmt.Println(a.Name, a.Country, a.Office)
//	}
//
// The steps, each a file: scan cuts a sentence into known terms and runs of capitalised words; phrase reads the
// description around a name; person, organisation and state turn phrases into entities; titled, group and pronoun
// resolve what is left, in reading order. Where the words leave it open, nothing is resolved.
package actor

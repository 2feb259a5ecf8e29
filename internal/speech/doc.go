// Package speech finds who said what: quotations with their speakers, mixed and reported speech, who relayed it
// and to whom it was said.
//
// It reads the words, trees, quotations and mentions of a text.Doc and adds the layer Statements. It comes after
// package actor and before event and ledger:
//
//	stage, err := speech.New()
//	stage.Read(doc)
//	for _, s := range doc.Statements {
//		fmt.Println(doc.Actors[s.Speaker].Name, doc.Slice(s.Content))
//	}
//
// The steps, each a file: cue finds the reporting verbs with their subjects; speaker finds who is meant by a
// subject; quotation gives each quotation that stands alone to its cue or to the speaker before; clause finds the
// extent of reported words; relay reads "according to" and "quoted him as saying".
package speech

// Package entity finds names: persons, organisations, places, states, buildings, events, nationalities, and with the times that
// package when has read, dates. In comes a text.Doc with words, tags and times, out goes its layer Entities:
//
//	m, err := model.LoadEntities(lex)
//	m.Read(doc)
//	for _, e := range doc.Entities {
//		fmt.Println(doc.Slice(e.Span), e.Type)
//	}
//
// Three steps stand behind it. A sequence model labels each word, twice: the second reading knows what the first found in the rest of
// the document (sequence.go, features.go). Then words and tables tell what sort of place a place is (kind.go). Then patterns find the
// names within names, "China" in "Bank of China" (nested.go). docs/entities.md tells more.
//
// It comes after packages tag, lexicon and wordclass. Nothing it finds enters a record yet.
package entity

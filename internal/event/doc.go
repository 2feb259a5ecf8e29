// Package event finds what was done, is planned or is denied between parties: meetings, visits, agreements and
// pledges, and the PLOVER events behind them, each with its factuality, date, place and the words it was read from.
//
// It reads the words, trees, times, mentions and statements of a text.Doc and adds the layer Deeds. It comes after
// package speech and before ledger, which joins the deeds that tell of one thing:
//
//	event.New(lex).Read(doc)
//	for _, deed := range doc.Deeds {
//		fmt.Println(deed.Kind, deed.Status, deed.Date, doc.Slice(deed.Evidence))
//	}
//
// What counts as what stands in tables: contacts.tsv and agreements.tsv list the words that tell of a meeting, a
// visit or an agreement, factuality.tsv those that make it a plan, a hope or a denial, stances.tsv those by which parties take a
// stand, incidents.tsv those of force and seizure, verbs.tsv those of other events.
package event

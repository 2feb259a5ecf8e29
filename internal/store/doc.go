// Package store says what a ledger's store takes and gives, whichever database
// is behind it, and how a record is laid out in one: its entries as rows to
// filter by (Rows) and its text as passages to search (Passages).
//
// A readout.Record comes in from the coder and stays whole, byte for byte as
// its JSON; what goes out are records, Summaries of articles, Found entries and
// Hits of a search. Packages sqlite and postgres are stores and package
// storetest is the contract that both keep. It comes after the coder and before
// relation, brief, web and the command:
//
//	for f, err := range ledger.Entries(ctx, store.Query{Kind: readout.KindMeeting, Actors: []string{"USA", "CHN"}}) {
//		if err != nil {
//			return err
//		}
//		meeting, err := store.Decode[readout.Meeting](f)
//		…
//	}
package store

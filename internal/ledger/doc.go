// Package ledger joins what an article says in several places into entries: the mentions of one meeting, the words
// about one visit, the events that follow from both.
//
// It reads the layers of a text.Doc, Deeds and Statements above all, and gives the entries of a readout.Record. It is
// the last step of coding; package coder adds the versions:
//
//	record := ledger.Record(doc)
//	fmt.Println(len(record.Meetings), "meetings")
package ledger

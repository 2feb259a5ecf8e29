// Package score measures a coder against articles that a careful reader has
// coded by hand. What comes in is the reader's entries and the coder's, both as
// a [Gold] (schema "readout-gold/1"), and the text they were read from; what goes
// out is a [Report]: for each kind of entry how many were found, missed and
// invented, with each miss and invention named.
//
// An entry counts as found when an entry of the same kind shares a content word
// of evidence with it and the fields that matter for the kind are equal; the
// fields are the rows of [kinds]. Entries are paired one to one so that as many
// as possible are found.
//
// The package stands at the end of the flow, beside the other readers of records,
// and only cmd/lab uses it.
package score

// Package sqlite keeps a ledger in one file of its own, without a server: the
// store that readout uses unless told otherwise.
//
// Records come in from the coder by Add, each in one transaction; records,
// summaries, entries and hits go out to the command and the pages as package
// store describes them. Several processes may read and write one ledger at once.
//
// # Durability
//
// When Add has returned, the record stays, whatever happens to the process or
// the machine. The file has a write-ahead log: a commit is one append to it, so
// that a process killed in the middle leaves the ledger as it was before. The log
// is synced at each commit (synchronous=FULL). The quicker NORMAL would do for a
// killed process, whose writes the operating system still holds, but would lose
// the last commits when the machine loses power.
//
// # Other people's files
//
// Open looks at an existing file before it does anything to it. What is no
// ledger is left as it was, byte for byte, and nothing is put beside it.
package sqlite

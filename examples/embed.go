// Package examples holds six short articles about relations between the United
// States and China from November 2022 to November 2023, written for this project
// from the public record. They are what the demonstration codes and what tests
// and documentation may quote; README.md beside them names the record each was
// written from.
//
// Nothing comes in; what goes out is the text of the articles, as package article
// reads it: header lines, an empty line, the title, paragraphs. The package stands
// outside the flow of coding and imports no other package of the module.
package examples

import "embed"

// Files holds the articles, one file each, named by the day of publication and a
// few words: "2022-11-15-bali-presidents-meet.txt". In the order of their names
// they are in the order of their dates.
//
//go:embed *.txt
var Files embed.FS

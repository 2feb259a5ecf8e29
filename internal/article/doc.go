// Package article is the first room of the house: bytes come in, a
// readout.Article goes out. The bytes may be plain text in any common encoding or
// a web page; the article has one normalised text, cut into a title, a
// standfirst, numbered body paragraphs and credit lines, and what the input
// states about itself: publisher, date, address.
//
// Four steps follow one another:
//
//   - Bytes to characters: binary.go refuses what is no text at all, decode.go
//     turns bytes into UTF-8, normalise.go rids each line of what only print needs.
//   - Characters to blocks: blocks.go cuts plain text and undoes hard wrapping.
//     For a web page, page.go leads: go-trafilatura says which words belong to the
//     article (wording.go), walk.go takes the blocks that hold them from the page,
//     rescue.go helps where the library finds none.
//   - What is stated: header.go reads "Key: value" lines, facts.go what a page
//     says of itself.
//   - What each block is: layout.go, credits.go. Last, language.go refuses what is
//     not English.
//
// Article.Text is the blocks joined by an empty line and nothing else, so that
// reading it again as plain text gives the same text. All positions are code
// points of that text.
//
// Nothing is guessed: a publication date is the user's or one that the input
// states, and otherwise empty.
//
// It comes before package text, and knows the root package alone.
package article

// Package article is the first room of the house: bytes come in, a
// readout.Article goes out. The bytes may be plain text in any common encoding or
// a web page; the article has one normalised text, cut into a title, a
// standfirst, numbered body paragraphs and credit lines, and what the input
// states about itself: publisher, date, address.
//
// Four steps follow one another, a file or two each:
//
//   - binary.go refuses what is no text at all, decode.go turns bytes into
//     UTF-8, normalise.go rids each line of what only print needs.
//   - blocks.go cuts plain text into blocks and undoes hard wrapping; page.go,
//     facts.go and walk.go do the same for a web page, of which go-trafilatura
//     says what belongs to the article.
//   - header.go reads "Key: value" lines at the top, layout.go says what each
//     block is.
//   - language.go refuses what is not English.
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

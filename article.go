package readout

import (
	"crypto/sha256"
	"encoding/hex"
)

// Article is one report as it was read. Text is the normalised text that is
// stored and that all evidence points into.
type Article struct {
	ID         string      `json:"id"`                  // ArticleID(Text)
	Name       string      `json:"name,omitempty"`      // file name or address as given
	URL        string      `json:"url,omitempty"`       // stated by the input
	Publisher  string      `json:"publisher,omitempty"` // stated by the input
	Published  Date        `json:"published,omitzero"`  // stated by the input or the user; never guessed
	Title      string      `json:"title"`
	Language   string      `json:"language"` // ISO 639-1
	Text       string      `json:"text"`
	Paragraphs []Paragraph `json:"paragraphs"`
}

// A ParagraphKind says what a stretch of an article is.
type ParagraphKind string

// The kinds of paragraph.
const (
	Title      ParagraphKind = "title"
	Standfirst ParagraphKind = "standfirst"
	Body       ParagraphKind = "body"
	Credit     ParagraphKind = "credit" // "Source: agencies", "Reporting by …"
)

// Paragraph is a stretch of Article.Text. Start and End are code points, End
// excluded. Number counts body paragraphs from 1 and is 0 for the others.
type Paragraph struct {
	Kind   ParagraphKind `json:"kind"`
	Number int           `json:"number,omitempty"`
	Start  int           `json:"start"`
	End    int           `json:"end"`
}

// ArticleID is the identity of an article: the first 16 hexadecimal digits of
// the SHA-256 of its normalised text.
func ArticleID(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

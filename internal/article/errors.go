package article

import "errors"

// The reasons why an input is not read. Each error that Read returns wraps one
// of them, or the error of the reader, and names the input.
var (
	ErrEmpty      = errors.New("no text in it")
	ErrBinary     = errors.New("not text")
	ErrTooLarge   = errors.New("too large")
	ErrNotEnglish = errors.New("not English")
	ErrNoArticle  = errors.New("no article text found")
)

package readout

import (
	"encoding/json"
	"fmt"
)

// Evidence points at the words an entry was read from: an article and a span
// of its normalised text in code points, End excluded, with the exact words. Its
// JSON form is a W3C Web Annotation target with a TextPositionSelector and a
// TextQuoteSelector (https://www.w3.org/TR/annotation-model/#selectors).
type Evidence struct {
	Article string
	Start   int
	End     int
	Exact   string
}

// Overlaps reports whether e and o share a code point of one article.
func (e Evidence) Overlaps(o Evidence) bool {
	return e.Article == o.Article && e.Start < o.End && o.Start < e.End
}

type selector struct {
	Type  string `json:"type"`
	Start *int   `json:"start,omitempty"`
	End   *int   `json:"end,omitempty"`
	Exact string `json:"exact,omitempty"`
}

type target struct {
	Source   string     `json:"source"`
	Selector []selector `json:"selector"`
}

// MarshalJSON writes the W3C form.
func (e Evidence) MarshalJSON() ([]byte, error) {
	return json.Marshal(target{Source: e.Article, Selector: []selector{
		{Type: "TextPositionSelector", Start: &e.Start, End: &e.End},
		{Type: "TextQuoteSelector", Exact: e.Exact},
	}})
}

// UnmarshalJSON reads the W3C form; both selectors must be present.
func (e *Evidence) UnmarshalJSON(data []byte) error {
	var t target
	if err := json.Unmarshal(data, &t); err != nil {
		return fmt.Errorf("read evidence: %w", err)
	}
	out := Evidence{Article: t.Source}
	var position, quote bool
	for _, s := range t.Selector {
		switch s.Type {
		case "TextPositionSelector":
			if s.Start == nil || s.End == nil || *s.Start < 0 || *s.End < *s.Start {
				return fmt.Errorf("read evidence of %q: text position selector without a valid start and end", t.Source)
			}
			out.Start, out.End, position = *s.Start, *s.End, true
		case "TextQuoteSelector":
			out.Exact, quote = s.Exact, true
		}
	}
	if !position || !quote {
		return fmt.Errorf("read evidence of %q: want a text position and a text quote selector", t.Source)
	}
	*e = out
	return nil
}

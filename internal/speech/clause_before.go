package speech

import (
	"strings"

	"github.com/readout/readout/internal/text"
)

// clauseBefore reads content that stands before its cue: "Talks went well, Smith said."
func (r *reader) clauseBefore(s text.Sentence, c cue) bool {
	comma := c.from - 1
	if c.inverted {
		comma = c.at - 1
	}
	for k := comma; k > s.First && k >= comma-4 && r.word(comma) != ","; k-- {
		if u := r.d.Tokens[k].UPOS; r.word(k) == "," {
			comma = k // "…, the country's foreign ministry said"
		} else if u != "DET" && u != "NOUN" && u != "PART" && u != "ADJ" && u != "PRON" && u != "PROPN" {
			break
		}
	}
	if comma <= s.First {
		return false // nothing stands before the cue
	}
	if isCloseQuote(r.word(comma)) && comma-1 > s.First && r.word(comma-1) == "," && !r.usedAt(comma) {
		return r.mixedBefore(s, c, comma)
	}
	if r.word(comma) != "," || c.after < s.Last && r.word(c.after) != "." && r.word(c.after) != "," && !r.trails(s, c.after) {
		return false
	}
	if isCloseQuote(r.word(comma)) {
		return false
	}
	first := s.First
	for i := comma - 1; i > s.First; i-- {
		if isCloseQuote(r.word(i)) && i+1 < comma && r.word(i+1) == "," {
			break
		}
	}
	if w := strings.ToLower(r.word(first)); (w == "still" || w == "but" || w == "however" || w == "meanwhile" || w == "and") && first+1 < comma {
		first++
	}
	first = r.passBy(first, comma)
	if comma-first < 3 || !r.finite(first, comma) || r.isCircumstance(first) || r.quoteFollows(s, c.after) {
		return false
	}
	r.content(s, c, first, comma, "clause before the cue")
	return true
}

// mixedBefore reads a clause before its cue that ends with quoted words: They will “go on with talks,” the minister said.
func (r *reader) mixedBefore(s text.Sentence, c cue, quote int) bool {
	first := r.passBy(s.First, quote)
	if r.isCircumstance(first) || !r.finite(first, quote) || quote-first < 3 {
		return false
	}
	r.content(s, c, first, quote+1, "clause before the cue")
	return true
}

// trails reports whether only a time, place or circumstance follows the cue.
func (r *reader) trails(s text.Sentence, i int) bool {
	switch r.d.Tokens[i].UPOS {
	case "ADP", "ADV", "PROPN", "SCONJ":
		return true
	}
	return false
}

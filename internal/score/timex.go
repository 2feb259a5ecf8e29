package score

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// A Timex is a time expression of TimeML or of ours: code points of the text within the TEXT element, End excluded.
type Timex struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

func (t Timex) overlaps(o Timex) bool { return t.Start < o.End && o.Start < t.End }

// A TimeML is a document of TimeML: the text of its TEXT element, the value of its creation time and its time expressions.
type TimeML struct {
	Text    string
	Created string
	Timexes []Timex
}

// ReadTimeML reads a document of TimeML.
func ReadTimeML(r io.Reader) (TimeML, error) {
	var doc TimeML
	var text strings.Builder
	var open *Timex
	inText, runes := false, 0
	for x := xml.NewDecoder(r); ; {
		token, err := x.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return TimeML{}, fmt.Errorf("read TimeML: %w", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch {
			case token.Name.Local == "TEXT":
				inText = true
			case token.Name.Local == "TIMEX3":
				t := timexOf(token, runes)
				if attribute(token, "functionInDocument") == "CREATION_TIME" && doc.Created == "" {
					doc.Created = t.Value
				}
				if inText {
					open = &t
				}
			}
		case xml.EndElement:
			switch {
			case token.Name.Local == "TEXT":
				inText = false
			case token.Name.Local == "TIMEX3" && open != nil:
				open.End = runes
				if open.End > open.Start {
					doc.Timexes = append(doc.Timexes, *open)
				}
				open = nil
			}
		case xml.CharData:
			if inText {
				text.Write(token)
				runes += utf8.RuneCount(token)
			}
		}
	}
	doc.Text = text.String()
	return doc, nil
}

func timexOf(e xml.StartElement, start int) Timex {
	return Timex{Start: start, Type: attribute(e, "type"), Value: attribute(e, "value")}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// TimexScore is how well expressions were found, as TempEval-3 counts: the same span, any overlap, and
// of those that overlap the type and the value.
type TimexScore struct {
	Strict, Relaxed, Type, Value Counts
}

// Add adds o to s.
func (s *TimexScore) Add(o TimexScore) {
	s.Strict.Add(o.Strict)
	s.Relaxed.Add(o.Relaxed)
	s.Type.Add(o.Type)
	s.Value.Add(o.Value)
}

// A TimexPair is a gold expression with the one of ours that overlaps it; either is nil where it has no partner.
type TimexPair struct{ Gold, Ours *Timex }

// PairTimexes pairs expressions that overlap, each once, in the order of the text.
func PairTimexes(gold, ours []Timex) []TimexPair {
	var out []TimexPair
	used := make([]bool, len(ours))
	for i := range gold {
		p := TimexPair{Gold: &gold[i]}
		for j := range ours {
			if !used[j] && gold[i].overlaps(ours[j]) {
				used[j], p.Ours = true, &ours[j]
				break
			}
		}
		out = append(out, p)
	}
	for j := range ours {
		if !used[j] {
			out = append(out, TimexPair{Ours: &ours[j]})
		}
	}
	return out
}

// ScoreTimexes counts what pairs agree in.
func ScoreTimexes(pairs []TimexPair) TimexScore {
	var s TimexScore
	for _, p := range pairs {
		both := p.Gold != nil && p.Ours != nil
		countPair(&s.Relaxed, p, both)
		countPair(&s.Strict, p, both && p.Gold.Start == p.Ours.Start && p.Gold.End == p.Ours.End)
		countPair(&s.Type, p, both && p.Gold.Type == p.Ours.Type)
		countPair(&s.Value, p, both && p.Gold.Value == p.Ours.Value)
	}
	return s
}

func countPair(c *Counts, p TimexPair, found bool) {
	if p.Gold != nil {
		c.Gold++
	}
	switch {
	case found:
		c.Found++
		return
	case p.Gold != nil:
		c.Missed++
	}
	if p.Ours != nil {
		c.Invented++
	}
}

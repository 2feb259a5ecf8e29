package score

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Spans are stretches of a text, each from a start to an end that is not part of it, in code points.
type Spans [][2]int

// Length is the number of code points.
func (s Spans) Length() int {
	n := 0
	for _, p := range s {
		n += p[1] - p[0]
	}
	return n
}

// Shared is the number of code points that both have.
func (s Spans) Shared(o Spans) int {
	n := 0
	for _, a := range s {
		for _, b := range o {
			n += max(0, min(a[1], b[1])-max(a[0], b[0]))
		}
	}
	return n
}

// Overlap is the share of the longer one that both have, as in Asr et al. (2021), The Gender Gap Tracker.
func (s Spans) Overlap(o Spans) float64 { return share(s.Shared(o), max(s.Length(), o.Length())) }

// An Attribution is something said, thought or felt, by whom, and the words that say so.
type Attribution struct {
	Source  Spans `json:"source"`
	Cue     Spans `json:"cue"`
	Content Spans `json:"content"`
}

// ReadBrat reads the attributions of a standoff file of PolNeAR (Newell, Margolin & Ruths 2018) in the order of the file. An
// error names the line.
func ReadBrat(r io.Reader) ([]Attribution, error) {
	spans := map[string]Spans{}
	var events []string
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<16), 1<<22)
	for line := 1; lines.Scan(); line++ {
		cells := strings.Split(lines.Text(), "\t")
		switch {
		case len(cells) < 2:
		case strings.HasPrefix(cells[0], "T"):
			s, err := bratSpans(cells[1])
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
			spans[cells[0]] = s
		case strings.HasPrefix(cells[0], "E"):
			events = append(events, cells[1])
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read attributions: %w", err)
	}
	var out []Attribution
	for _, e := range events {
		if a := bratEvent(e, spans); len(a.Content) > 0 {
			out = append(out, a)
		}
	}
	return out, nil
}

// bratSpans reads "Content 10 55;60 70".
func bratSpans(cell string) (Spans, error) {
	_, places, _ := strings.Cut(cell, " ")
	var out Spans
	for part := range strings.SplitSeq(places, ";") {
		from, to, _ := strings.Cut(part, " ")
		start, err := strconv.Atoi(from)
		if err != nil {
			return nil, fmt.Errorf("span %q: %w", cell, err)
		}
		end, err := strconv.Atoi(to)
		if err != nil || end < start {
			return nil, fmt.Errorf("span %q has no good end", cell)
		}
		out = append(out, [2]int{start, end})
	}
	return out, nil
}

// bratEvent reads "Attribution:T11 Content:T10 Cue:T9 Source:T8"; what is said in two parts has a Content2.
func bratEvent(cell string, spans map[string]Spans) Attribution {
	var a Attribution
	for part := range strings.FieldsSeq(cell) {
		role, id, _ := strings.Cut(part, ":")
		switch strings.TrimRight(role, "0123456789") {
		case "Content":
			a.Content = append(a.Content, spans[id]...)
		case "Cue":
			a.Cue = append(a.Cue, spans[id]...)
		case "Source":
			a.Source = append(a.Source, spans[id]...)
		}
	}
	return a
}

// AttributionScore is how well attributions with a source were found.
type AttributionScore struct {
	Near   Counts // contents whose overlap is at least Loose
	Close  Counts // at least Tight
	Linked Counts // near ones whose source and cue share words with the right ones
	Source int    // near ones whose source does
}

// The overlaps of contents that count.
const Loose, Tight = 0.3, 0.8

// Add adds o to s.
func (s *AttributionScore) Add(o AttributionScore) {
	s.Near.Add(o.Near)
	s.Close.Add(o.Close)
	s.Linked.Add(o.Linked)
	s.Source += o.Source
}

// AttributionPair is an attribution of gold and one of ours whose contents overlap most, each used once; either is nil where it
// has no partner. Ignored are those of ours that match one of gold without a source.
type AttributionPair struct{ Gold, Ours *Attribution }

// PairAttributions pairs attributions by their contents, from the greatest overlap down to Loose.
func PairAttributions(gold, ours []Attribution) []AttributionPair {
	type candidate struct {
		g, o    int
		overlap float64
	}
	var all []candidate
	for g := range gold {
		for o := range ours {
			if v := gold[g].Content.Overlap(ours[o].Content); v >= Loose {
				all = append(all, candidate{g, o, v})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.overlap, a.overlap) })
	usedGold, usedOurs := make([]bool, len(gold)), make([]bool, len(ours))
	var out []AttributionPair
	for _, c := range all {
		if usedGold[c.g] || usedOurs[c.o] {
			continue
		}
		usedGold[c.g], usedOurs[c.o] = true, true
		if len(gold[c.g].Source) > 0 {
			out = append(out, AttributionPair{&gold[c.g], &ours[c.o]})
		}
	}
	for g := range gold {
		if !usedGold[g] && len(gold[g].Source) > 0 {
			out = append(out, AttributionPair{Gold: &gold[g]})
		}
	}
	for o := range ours {
		if !usedOurs[o] {
			out = append(out, AttributionPair{Ours: &ours[o]})
		}
	}
	return out
}

// ScoreAttributions counts pairs.
func ScoreAttributions(pairs []AttributionPair) AttributionScore {
	var s AttributionScore
	for _, p := range pairs {
		one := func(c *Counts, right bool) {
			if p.Gold != nil {
				c.Gold++
			}
			switch {
			case p.Gold != nil && p.Ours != nil && right:
				c.Found++
				return
			case p.Gold != nil:
				c.Missed++
			}
			if p.Ours != nil {
				c.Invented++
			}
		}
		var overlap float64
		var source, cue bool
		if p.Gold != nil && p.Ours != nil {
			overlap = p.Gold.Content.Overlap(p.Ours.Content)
			source, cue = p.Gold.Source.Shared(p.Ours.Source) > 0, p.Gold.Cue.Shared(p.Ours.Cue) > 0
		}
		one(&s.Near, overlap >= Loose)
		one(&s.Close, overlap >= Tight)
		one(&s.Linked, source && cue)
		if source {
			s.Source++
		}
	}
	return s
}

package entity

import "github.com/readout/readout/internal/text"

// dates makes entities of the dates that package when has read. Within a name a date stands as its part ("2019 Canadian federal
// election"); a name within a date is none ("May" in "in May 2021").
func (r *reader) dates() {
	for _, t := range r.doc.Times {
		if t.Type != "DATE" {
			continue
		}
		first, last := r.doc.TokenAt(t.Start), r.doc.TokenAt(t.End-1)+1
		if first >= last || last > len(r.doc.Tokens) {
			continue
		}
		kept := r.found[:0]
		crosses := false
		for _, e := range r.found {
			inside := first <= e.First && e.Last <= last
			around := e.First <= first && last <= e.Last
			if inside && (e.First != first || e.Last != last || e.Type != text.Happening) {
				continue
			}
			crosses = crosses || !inside && !around && e.First < last && first < e.Last
			kept = append(kept, e)
		}
		r.found = kept
		if !crosses {
			r.add(first, last, text.Day, "when", 0)
		}
	}
}

package entity

import "strings"

// memory is what a document says of each word over all the places where it stands, so that a name alone is read as it is where
// more is said of it.
type memory struct {
	of    map[string]*seen // by form
	usual uint64           // the commonest coarse types of the first reading, with how common they are
}

// seen is one form over a document.
type seen struct {
	capital, lower int // how often within a sentence with and without a capital letter
	titled         int // how often after a title or a given name
	run            int // words of the longest run of capitalised words with it
	head           int // the last token of that run
	marks          int // how often the tables match it as part of more words than one
	mark           uint64
	types          [len(coarseTypes) + 1]int // how often the first reading gave it each coarse type; the last counts those outside
	long           int                       // words of the longest name of the first reading with it
	longType       int                       // its type
	longPlace      int                       // where in that name it stands
}

// remember reads the words of a document.
func remember(w *words) memory {
	m := memory{of: map[string]*seen{}}
	for i := range w.token {
		t := &w.token[i]
		if !t.capital {
			continue
		}
		s := m.at(w.forms[i])
		if !t.first && !t.shouted {
			s.capital++
		}
		if i > 0 && !t.first && (w.token[i-1].given || w.token[i-1].title) {
			s.titled++
		}
		if n := t.runLast - t.runFirst; n > s.run {
			s.run, s.head = n, t.runLast-1
		}
		if t.mark != 0 && t.mark&3 != alone {
			s.marks++
			s.mark = t.mark
		}
	}
	for i := range w.token {
		if w.token[i].capital {
			continue
		}
		if s, ok := m.of[capitalised(w.forms[i])]; ok {
			s.lower++
		}
	}
	return m
}

// capitalised writes a word with a capital first letter.
func capitalised(form string) string {
	if form == "" || form[0] < 'a' || form[0] > 'z' {
		return form
	}
	return strings.ToUpper(form[:1]) + form[1:]
}

func (m memory) at(form string) *seen {
	s := m.of[form]
	if s == nil {
		s = &seen{}
		m.of[form] = s
	}
	return s
}

// note takes in the names of the first reading.
func (w *words) note(spans []Span) {
	inside := make([]int8, len(w.token))
	for _, n := range spans {
		k := kindOf(n.Type)
		for i := n.First; i < n.Last; i++ {
			inside[i] = int8(k + 1)
			if !w.token[i].capital {
				continue
			}
			s := w.memory.at(w.forms[i])
			s.types[k]++
			if size := n.Last - n.First; size > s.long {
				s.long, s.longType = size, k
				switch i {
				case n.Last - 1:
					s.longPlace = ends
				case n.First:
					s.longPlace = begins
				default:
					s.longPlace = within
				}
			}
		}
	}
	w.memory.usual = usual(spans)
	for i := range w.token {
		if inside[i] == 0 && w.token[i].capital {
			w.memory.at(w.forms[i]).types[len(coarseTypes)]++
		}
	}
}

// usual is the commonest type among the names of a document, with whether most are of it, and the next.
func usual(spans []Span) uint64 {
	if len(spans) < 5 {
		return 0
	}
	var counts [len(coarseTypes)]int
	for _, n := range spans {
		counts[kindOf(n.Type)]++
	}
	best := 0
	for k, n := range counts {
		if n > counts[best] {
			best = k
		}
	}
	return uint64(1 + best*4 + 4*counts[best]/(len(spans)+1))
}

package score

// Name is a name at the tokens [First, Last) of document Doc.
type Name struct {
	Doc, First, Last int
	Type             string
}

// Names compares names by their exact tokens and type. It returns the counts of each type, and what was missed and what was invented,
// both in the order in which they came. What stands twice in got or in gold counts once.
func Names(gold, got []Name) (of map[string]Counts, missed, invented []Name) {
	of = map[string]Counts{}
	inGold, inGot := set(gold), set(got)
	seen := map[Name]bool{}
	for _, n := range gold {
		if seen[n] {
			continue
		}
		seen[n] = true
		c := of[n.Type]
		c.Gold++
		if inGot[n] {
			c.Found++
		} else {
			c.Missed++
			missed = append(missed, n)
		}
		of[n.Type] = c
	}
	clear(seen)
	for _, n := range got {
		if seen[n] || inGold[n] {
			continue
		}
		seen[n] = true
		c := of[n.Type]
		c.Invented++
		of[n.Type] = c
		invented = append(invented, n)
	}
	return of, missed, invented
}

func set(names []Name) map[Name]bool {
	out := make(map[Name]bool, len(names))
	for _, n := range names {
		out[n] = true
	}
	return out
}

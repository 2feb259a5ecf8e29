package web

// A gap is what the article leaves open about an entry.
type gap struct {
	Ref     ref
	Missing []string
}

// notSaid names what the article leaves open about the meetings that took place. It looks at
// entries that exist alone: what else an article might have told, nobody can know.
func notSaid(meetings []meetingLine) []gap {
	var out []gap
	for _, l := range meetings {
		g := gap{Ref: l.Ref}
		if l.Date.IsZero() {
			g.Missing = append(g.Missing, "date")
		}
		if l.Place == "" {
			g.Missing = append(g.Missing, "place")
		}
		if l.Length == "" && l.LengthWords == "" {
			g.Missing = append(g.Missing, "length")
		}
		if l.Badge.Class == isReal && len(g.Missing) > 0 {
			out = append(out, g)
		}
	}
	return out
}

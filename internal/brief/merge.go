package brief

import (
	"cmp"
	"slices"
	"time"

	"github.com/readout/readout"
)

// gathered is what one or several articles tell of the same thing; the first tells its date most precisely.
type gathered[T any] []told[T]

// places returns where the words stand, for each article.
func places[T any](g gathered[T], entry func(T) readout.Entry) []string {
	var out []string
	for _, t := range g {
		out = append(out, t.source.place(entry(t.entry)))
	}
	return out
}

// ids returns the IDs of the entries.
func ids[T any](g gathered[T], entry func(T) readout.Entry) []string {
	var out []string
	for _, t := range g {
		out = append(out, entry(t.entry).ID)
	}
	return out
}

func meetingEntry(m readout.Meeting) readout.Entry { return m.Entry }
func visitEntry(v readout.Visit) readout.Entry     { return v.Entry }

// mergeMeetings joins the meetings of the same participants and status that several articles tell of.
func mergeMeetings(all []gathered[readout.Meeting]) []gathered[readout.Meeting] {
	return merge(all,
		func(m readout.Meeting) readout.Date { return m.Date },
		func(a, b readout.Meeting) bool {
			return realness(a.Status) == realness(b.Status) && slices.Equal(sortedIDs(a.Participants), sortedIDs(b.Participants))
		})
}

// mergeVisits does the same for visits.
func mergeVisits(all []gathered[readout.Visit]) []gathered[readout.Visit] {
	return merge(all,
		func(v readout.Visit) readout.Date { return v.Date },
		func(a, b readout.Visit) bool {
			return realness(a.Status) == realness(b.Status) && a.Visitor.ID == b.Visitor.ID && a.Host.ID == b.Host.ID
		})
}

// realness is the status, with what is under way counted as held: a later report may tell of it as past.
func realness(s readout.Status) readout.Status {
	if s == readout.Ongoing {
		return readout.Held
	}
	return s
}

// merge joins groups that tell of the same thing by different articles on compatible dates. The precise come
// first; a vague date that fits several groups stays alone, since it can't be known which is meant.
func merge[T any](all []gathered[T], day func(T) readout.Date, same func(a, b T) bool) []gathered[T] {
	slices.SortStableFunc(all, func(a, b gathered[T]) int {
		return cmp.Compare(vagueness(day(a[0].entry)), vagueness(day(b[0].entry)))
	})
	var out []gathered[T]
	for _, next := range all {
		fits := -1
		for i, g := range out {
			if !joinable(g, next[0], day, same) {
				continue
			}
			if fits >= 0 {
				fits = -1
				break
			}
			fits = i
		}
		if fits < 0 {
			out = append(out, next)
			continue
		}
		out[fits] = append(out[fits], next...)
	}
	return out
}

// joinable reports whether an entry tells of the same as all of a group does, and no article of the group is its own.
func joinable[T any](g gathered[T], t told[T], day func(T) readout.Date, same func(a, b T) bool) bool {
	for _, have := range g {
		a, b := day(have.entry), day(t.entry)
		if have.source == t.source || !same(have.entry, t.entry) || !a.Contains(b) && !b.Contains(a) {
			return false
		}
	}
	return true
}

// vagueness is how long a time the date leaves open; an unknown date is the vaguest.
func vagueness(d readout.Date) time.Duration {
	if d.IsZero() {
		return 1<<63 - 1
	}
	return d.Last().Sub(d.First())
}

func sortedIDs(refs []readout.ActorRef) []string {
	var out []string
	for _, r := range refs {
		out = append(out, r.ID)
	}
	slices.Sort(out)
	return out
}

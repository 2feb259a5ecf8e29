package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/readout/readout"
)

// Most lines of statements shown of a side, in the brief of an article and of a dyad, unless all are asked for.
const (
	mostSaid     = 10
	mostSaidDyad = 6
)

// said is one line of statements: one, or several short ones that a speaker makes in the same paragraph.
type said []told[readout.Statement]

// saidSections lists what each side says, those of the headline first; statementsOf gives outside voices apart.
func (b *brief) saidSections() {
	bySide := map[string][]told[readout.Statement]{}
	var sides []string
	for _, s := range b.statements {
		if b.outside[s.entry.Speaker.ID] {
			continue
		}
		side := b.side(s.entry.Speaker)
		if bySide[side] == nil {
			sides = append(sides, side)
		}
		bySide[side] = append(bySide[side], s)
	}
	slices.SortStableFunc(sides, func(x, y string) int { return cmp.Compare(b.sideOrder(x), b.sideOrder(y)) })
	for _, side := range sides {
		title := "Said by others"
		if side != "" {
			title = "Said by " + b.the(side)
		}
		b.section(title, b.saidRows(bySide[side], b.shortName, false))
	}
}

// side is the party a speaker speaks for: the country, or for an international body itself, or "".
func (b *brief) side(speaker readout.ActorRef) string {
	if speaker.Country != "" {
		return speaker.Country
	}
	a := b.actors[speaker.ID]
	if a.Kind != readout.Person && slices.Contains(b.parties, speaker.ID) {
		return speaker.ID
	}
	if a.Kind == readout.Organisation && b.hasOfficial(a.Name) {
		return a.Name
	}
	return a.Body
}

// hasOfficial reports whether an official of the body is named.
func (b *brief) hasOfficial(body string) bool {
	for _, a := range b.actors {
		if a.Body == body {
			return true
		}
	}
	return false
}

// sideOrder puts the parties of the headline first and those of no party last.
func (b *brief) sideOrder(side string) int {
	if i := slices.Index(b.parties, side); i >= 0 {
		return i
	}
	if side == "" {
		return len(b.parties) + 1
	}
	return len(b.parties)
}

// outsideSection lists what those say who speak for no party.
func (b *brief) outsideSection() {
	var out []told[readout.Statement]
	listed := map[string]bool{}
	for _, s := range b.statements {
		if b.outside[s.entry.Speaker.ID] {
			out = append(out, s)
			listed[s.source.record.Article.ID+s.entry.ID] = true
		}
	}
	for _, a := range b.assessments {
		if listed[a.source.record.Article.ID+a.entry.Statement] {
			continue
		}
		// An assessment whose statement is not in the record still has its own words.
		out = append(out, told[readout.Statement]{readout.Statement{
			Entry: a.entry.Entry, Speaker: a.entry.Speaker, Form: readout.Indirect,
		}, a.source})
	}
	b.section("Outside voices", b.saidRows(out, func(r readout.ActorRef) string { return r.Name }, true))
}

// saidRows lays statements out by speaker, the most telling ones where they are too many. Where about is set the
// speaker's affiliation stands before the first words.
func (b *brief) saidRows(all []told[readout.Statement], name func(readout.ActorRef) string, about bool) []row {
	if !b.options.All && !b.options.IDs {
		all = withoutParts(all)
	}
	lines := b.bySpeaker(all)
	shown := b.mostTelling(lines)
	var rows []row
	last, entries := "", 0
	for _, line := range shown {
		first := line[0].entry
		entries += len(line)
		r := row{main: b.line(line), pointer: line[0].source.pointer(first.Entry)}
		if first.Speaker.ID != last {
			last = first.Speaker.ID
			r.label = as(plain, name(first.Speaker))
			if who := b.affiliation(first.Speaker.ID); about && who != "" {
				r.main = join(" ", as(dim, "("+who+")"), r.main)
			}
		}
		rows = append(rows, r)
	}
	if more := len(all) - entries; more > 0 {
		rows = append(rows, row{main: as(dim, fmt.Sprintf("… and %d more (%s)", more, b.wayToMore()))})
	}
	return rows
}

// withoutParts leaves out statements whose words are part of another of the same speaker; of two with the same words
// the first stays.
func withoutParts(all []told[readout.Statement]) []told[readout.Statement] {
	bySource := map[*source][]told[readout.Statement]{}
	for _, s := range all {
		bySource[s.source] = append(bySource[s.source], s)
	}
	seen := map[*source]int{} // how many of a source were looked at
	var out []told[readout.Statement]
	for _, s := range all {
		of, i := bySource[s.source], seen[s.source]
		seen[s.source]++
		before := func(o told[readout.Statement]) bool { return partOf(s, o) }
		after := func(o told[readout.Statement]) bool { return partOf(s, o) && !partOf(o, s) }
		if !slices.ContainsFunc(of[:i], before) && !slices.ContainsFunc(of[i+1:], after) {
			out = append(out, s)
		}
	}
	return out
}

// partOf reports whether a statement's words lie within those of another of its speaker.
func partOf(s, o told[readout.Statement]) bool {
	return s.source == o.source && s.entry.Speaker.ID == o.entry.Speaker.ID && len(s.entry.Evidence) > 0 && len(o.entry.Evidence) > 0 &&
		within(s.entry.Evidence[0], o.entry.Evidence[0])
}

// wayToMore is the command that shows the statements left out.
func (b *brief) wayToMore() string {
	if b.several {
		return "readout show statements"
	}
	return "--all shows them"
}

// affiliation is what an outside voice is, by the assessment or the office.
func (b *brief) affiliation(id string) string {
	if o := clean(b.actors[id].Office); o != "" {
		return o
	}
	for _, a := range b.assessments {
		if a.entry.Speaker.ID == id && a.entry.Affiliation != "" {
			return clean(a.entry.Affiliation)
		}
	}
	return ""
}

// bySpeaker groups statements by speaker, those of the highest rank first, each speaker's newest first, and joins
// those that make one line.
func (b *brief) bySpeaker(all []told[readout.Statement]) []said {
	order := map[string]int{}
	for _, s := range all {
		if _, ok := order[s.entry.Speaker.ID]; !ok {
			order[s.entry.Speaker.ID] = len(order)
		}
	}
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(x, y told[readout.Statement]) int {
		a, c := x.entry.Speaker.ID, y.entry.Speaker.ID
		return cmp.Or(cmp.Compare(b.rank(a), b.rank(c)), cmp.Compare(order[a], order[c]), newestFirst(saidOn(x), saidOn(y)))
	})
	var lines []said
	for _, s := range sorted {
		if n := len(lines); n > 0 && joins(lines[n-1], s) {
			lines[n-1] = append(lines[n-1], s)
			continue
		}
		lines = append(lines, said{s})
	}
	return lines
}

// joins reports whether a statement goes on a line of the same speaker, paragraph, form and manner, and fits there.
func joins(line said, s told[readout.Statement]) bool {
	length := utf8.RuneCountInString(evidenceWords(s.entry.Entry))
	for _, l := range line {
		length += utf8.RuneCountInString(evidenceWords(l.entry.Entry))
	}
	a, c := line[0].entry, s.entry
	return length < cutAt && line[0].source == s.source && a.Speaker.ID == c.Speaker.ID && a.Form == c.Form &&
		a.Audience == c.Audience && a.Date == c.Date && viaID(a) == viaID(c) && len(a.With) == 0 && len(c.With) == 0 &&
		s.source.pointer(a.Entry) == s.source.pointer(c.Entry)
}

func viaID(s readout.Statement) string {
	if s.Via == nil {
		return ""
	}
	return s.Via.ID
}

// saidOn is the day of a statement, or failing that of the report.
func saidOn(s told[readout.Statement]) readout.Date {
	if !s.entry.Date.IsZero() {
		return s.entry.Date
	}
	return s.source.record.Article.Published
}

// mostTelling keeps as many lines as a brief shows, in their order.
func (b *brief) mostTelling(lines []said) []said {
	most := mostSaid
	if b.several {
		most = mostSaidDyad
	}
	if b.options.All || len(lines) <= most {
		return lines
	}
	best := make([]int, len(lines))
	for i := range best {
		best[i] = i
	}
	slices.SortStableFunc(best, func(i, j int) int { return b.compareTelling(lines[i][0], lines[j][0]) })
	best = best[:most]
	slices.Sort(best)
	var out []said
	for _, i := range best {
		out = append(out, lines[i])
	}
	return out
}

// formOrder puts a speaker's own words before a reporter's.
var formOrder = map[readout.Form]int{readout.Direct: 0, readout.Mixed: 1, readout.Indirect: 2}

// compareTelling orders statements by how much they tell: quotations first, then the newest, then the highest rank.
func (b *brief) compareTelling(x, y told[readout.Statement]) int {
	return cmp.Or(
		cmp.Compare(formOrder[x.entry.Form], formOrder[y.entry.Form]),
		newestFirst(saidOn(x), saidOn(y)),
		cmp.Compare(b.rank(x.entry.Speaker.ID), b.rank(y.entry.Speaker.ID)),
	)
}

// line writes what was said, then to whom and through whom.
func (b *brief) line(l said) phrase {
	var words, shown []phrase
	var ids []string
	for _, s := range l {
		words = append(words, b.content(s))
		ids = append(ids, s.entry.ID)
	}
	for i, w := range words {
		if i < len(words)-1 && l[i].entry.Form != readout.Direct {
			w = join("", w, as(plain, ";"))
		}
		shown = append(shown, w)
	}
	manner := b.manner(l[0])
	return join(" ", append(shown, manner, b.idsOf(ids...))...)
}

// content writes the words of a statement: a direct quotation in quotation marks, paraphrase without.
func (b *brief) content(s told[readout.Statement]) phrase {
	words := evidenceWords(s.entry.Entry)
	switch s.entry.Form {
	case readout.Direct:
		return as(plain, quoted(words))
	case readout.Indirect:
		return join(" ", as(plain, cueOf(s.entry)), as(dim, cut(words)))
	}
	return join(" ", as(plain, cueOf(s.entry)), as(plain, cut(words)))
}

// neutral are the words that say no more than that something was said.
var neutral = []string{"according", "according to",
	"say", "says", "said", "saying", "tell", "tells", "told", "telling", "state", "states", "stated", "stating", "add", "adds", "added", "adding",
	"according to", "per", "quoted as saying", "reply", "replied", "respond", "responded", "continue", "continued", "speak", "spoke", "write", "writes", "wrote",
}

// cueOf returns how a paraphrase was brought in where that bears on it, "denied:" or "warned:". Without it the words
// of a denial would read as a claim.
func cueOf(s readout.Statement) string {
	if s.Cue == nil || len(s.Evidence) > 0 && s.Cue.Overlaps(s.Evidence[0]) {
		return ""
	}
	cue := clean(s.Cue.Exact)
	if cue == "" || slices.Contains(neutral, strings.ToLower(cue)) {
		return ""
	}
	return cue + ":"
}

// quoted gives a direct quotation its marks where the evidence stands inside them, and drops a comma before the last.
func quoted(s string) string {
	if !strings.HasPrefix(s, "“") && !strings.HasPrefix(s, `"`) && !strings.HasPrefix(s, "‘") && !strings.HasPrefix(s, "«") {
		s = "“" + strings.TrimSuffix(s, "”") + "”"
	}
	for _, mark := range []string{"”", `"`, "’", "»"} {
		if inner, ok := strings.CutSuffix(s, ","+mark); ok {
			s = inner + mark
		}
	}
	return closeQuotes(cut(s))
}

// manner tells with whom, when, to whom and through whom something was said.
func (b *brief) manner(s told[readout.Statement]) phrase {
	var parts []string
	if len(s.entry.With) > 0 {
		parts = append(parts, "with "+enumerate(fullNames(s.entry.With)))
	}
	if d := s.entry.Date; !d.IsZero() && (b.several || !b.dates.Contains(d)) {
		parts = append(parts, date(d, b.year))
	}
	if s.entry.Audience != "" {
		parts = append(parts, "to "+s.entry.Audience)
	}
	if s.entry.Via != nil {
		parts = append(parts, "via "+s.entry.Via.Name)
	}
	if len(parts) == 0 {
		return nil
	}
	return as(dim, "("+strings.Join(parts, "; ")+")")
}

// verbatim writes words that an entry took from its text, in quotation marks where they stand in a direct quotation.
func (b *brief) verbatim(s *source, e readout.Entry, words string) string {
	words = strings.TrimLeft(clean(words), ",;:.-–— ")
	if len(e.Evidence) > 0 && strings.Contains(clean(e.Evidence[0].Exact), words) {
		for _, st := range s.record.Statements {
			if st.Form == readout.Direct && len(st.Evidence) > 0 && within(e.Evidence[0], st.Evidence[0]) {
				return quoted(words)
			}
		}
	}
	return cut(words)
}

func within(e, o readout.Evidence) bool {
	return e.Article == o.Article && o.Start <= e.Start && e.End <= o.End
}

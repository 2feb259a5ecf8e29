package train

import (
	"cmp"
	"slices"
	"strings"

	"github.com/readout/readout/internal/entity"
	"github.com/readout/readout/internal/gum"
	"github.com/readout/readout/internal/text"
)

// Name is a name with the mention that it heads.
type Name struct {
	entity.Span
	Mention gum.Mention
}

// Named returns the names of a document of GUM, outermost before those within it: of each mention whose head is a proper noun the
// name itself, without the article, the possessor and the adjectives before it, and without the "'s", the apposition and the
// clause after it. docs/entities.md has the rules. The document's own tags and trees are read.
func Named(d *gum.Document) []Name {
	r := nameReader{doc: d.Doc, mentions: d.Mentions, from: map[int][]int{}}
	for k, m := range d.Mentions {
		r.from[m.First] = append(r.from[m.First], k)
	}
	var out []Name
	for k := range d.Mentions {
		n, ok := r.name(k)
		if ok && !slices.ContainsFunc(out[max(0, len(out)-near):], func(o Name) bool { return o.First == n.First && o.Last == n.Last }) {
			out = append(out, Name{n, d.Mentions[k]})
		}
	}
	slices.SortStableFunc(out, func(a, b Name) int { return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.Last, a.Last)) })
	return out
}

// near is how many names back one of the same words may stand.
const near = 20

// Names are the spans of Named.
func Names(d *gum.Document) []entity.Span {
	var out []entity.Span
	for _, n := range Named(d) {
		out = append(out, n.Span)
	}
	return out
}

// Flat leaves out names that stand within another.
func Flat(names []entity.Span) []entity.Span {
	var out []entity.Span
	last := 0
	for _, n := range names {
		if n.First >= last {
			out = append(out, n)
			last = n.Last
		}
	}
	return out
}

// coarse maps GUM's types.
var coarse = map[string]entity.Coarse{
	"person": entity.CoarsePerson, "organization": entity.CoarseOrganisation, "place": entity.CoarsePlace, "event": entity.CoarseEvent,
	"abstract": entity.CoarseOther, "object": entity.CoarseOther, "animal": entity.CoarseOther, "plant": entity.CoarseOther, "substance": entity.CoarseOther,
}

type nameReader struct {
	doc      *text.Doc
	mentions []gum.Mention
	from     map[int][]int // the mentions that begin at a token
}

// name reports whether a mention of GUM is a name: one of the types above, headed by a proper noun, no enumeration; and the name.
func (r nameReader) name(k int) (entity.Span, bool) {
	m := r.mentions[k]
	kind, ok := coarse[m.Type]
	head := r.head(m)
	if !ok || head < 0 || m.Parts != nil || r.doc.Tokens[head].UPOS != "PROPN" || r.enumerates(m, head) {
		return entity.Span{}, false
	}
	return entity.Span{First: r.first(m, head), Last: r.last(m, head), Type: kind}, true
}

// head is the first word of a mention whose own head lies outside it.
func (r nameReader) head(m gum.Mention) int {
	for i := m.First; i < m.Last; i++ {
		if h := r.doc.Tokens[i].Head; (h < m.First || h >= m.Last) && r.doc.Tokens[i].Deprel != "punct" {
			return i
		}
	}
	return -1
}

// enumerates reports whether a mention is several joined by "and", the first of which is a mention of its own.
func (r nameReader) enumerates(m gum.Mention, head int) bool {
	joined := false
	for i := head + 1; i < m.Last; i++ {
		joined = joined || r.doc.Tokens[i].Head == head && r.doc.Tokens[i].Deprel == "conj"
	}
	for _, k := range r.from[m.First] {
		if o := r.mentions[k]; joined && o.Last < m.Last && o.Last > head {
			return true
		}
	}
	return false
}

// first goes back from the head over the words of the name.
func (r nameReader) first(m gum.Mention, head int) int {
	first := head
	for i := head - 1; i >= m.First; i-- {
		switch {
		case r.isName(i):
			first = i
		case r.isPossessive(i) && !r.mentionEnds(m, i):
		case joinsBefore[strings.ToLower(r.doc.Word(i))]:
		default:
			return first
		}
	}
	return first
}

// joinsBefore are words within a name before its head; what they end with must be more of the name.
var joinsBefore = map[string]bool{"-": true, "–": true, "&": true, "and": true, "de": true, "la": true, ".": true, "'": true, "of": true, "the": true}

// isName reports whether a token is a word of a name: tagged as one, or an adjective or number with a capital letter.
func (r nameReader) isName(i int) bool {
	t := r.doc.Tokens[i]
	if strings.HasPrefix(t.XPOS, "NNP") {
		return true
	}
	w := r.doc.Word(i)
	capital := w != strings.ToLower(w)
	return capital && (t.UPOS == "ADJ" || t.UPOS == "NUM" || t.UPOS == "X")
}

func (r nameReader) isPossessive(i int) bool { return r.doc.Tokens[i].XPOS == "POS" }

// mentionEnds reports whether a mention within m ends at or before the possessive at token i.
func (r nameReader) mentionEnds(m gum.Mention, i int) bool {
	for j := m.First; j < i; j++ {
		for _, k := range r.from[j] {
			if o := r.mentions[k]; (o.Last == i || o.Last == i+1) && o.Last < m.Last {
				return true
			}
		}
	}
	return false
}

// last goes on from the head over the words of the name.
func (r nameReader) last(m gum.Mention, head int) int {
	last := head + 1
	for i := head + 1; i < m.Last; i++ {
		w := strings.ToLower(r.doc.Word(i))
		switch {
		case r.isName(i) || r.doc.Tokens[i].UPOS == "NUM" && i == last && r.doc.Tokens[i].Head >= m.First:
			last = i + 1
		case w == "," && m.Type == "organization" && i+1 < m.Last && strings.Contains(m.Identity, ",_"+r.doc.Word(i+1)):
		case w == "of" && (m.Type != "person" || last == head+1):
		case joinsAfter[w]:
		case r.isPossessive(i) && i+1 < m.Last && r.isName(i+1):
		default:
			return last
		}
	}
	return last
}

// joinsAfter are words within a name after its head.
var joinsAfter = map[string]bool{"the": true, "and": true, "&": true, "-": true, "–": true, "for": true, "on": true, "de": true, "la": true, "von": true, "van": true, ".": true, "'": true}

package train

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/readout/readout/internal/text"
)

// RelationScore counts the arcs of one universal relation: how many the treebank has, how many were given, and how many of
// these have the treebank's head and relation.
type RelationScore struct {
	Relation          string
	Gold, Given, Both int
}

// Relations scores each universal relation, the most frequent first; both documents hold the same words.
func Relations(gold, got *text.Doc) []RelationScore {
	of := map[string]*RelationScore{}
	score := func(deprel string) *RelationScore {
		u := universal(deprel)
		if of[u] == nil {
			of[u] = &RelationScore{Relation: u}
		}
		return of[u]
	}
	for i, g := range gold.Tokens {
		p := got.Tokens[i]
		score(g.Deprel).Gold++
		score(p.Deprel).Given++
		if g.Head == p.Head && universal(g.Deprel) == universal(p.Deprel) {
			score(g.Deprel).Both++
		}
	}
	out := make([]RelationScore, 0, len(of))
	for _, name := range slices.Sorted(maps.Keys(of)) {
		out = append(out, *of[name])
	}
	slices.SortStableFunc(out, func(a, b RelationScore) int { return cmp.Compare(b.Gold, a.Gold) })
	return out
}

// GenreScore is the accuracy on the documents of one genre.
type GenreScore struct {
	Genre string
	Accuracy
}

// Genres scores the documents of a treebank by genre, which the IDs of documents begin with: "GUM_academic_exposure",
// "weblog-blogspot.com_…".
func Genres(gold, got *text.Doc) []GenreScore {
	of := map[string]Accuracy{}
	genre := ""
	for n, s := range gold.Sentences {
		if id, ok := s.Comment("newdoc id"); ok {
			genre = genreOf(id)
		}
		a := Compare(oneSentence(gold, n), oneSentence(got, n))
		sum := of[genre]
		sum.add(a)
		of[genre] = sum
	}
	var out []GenreScore
	for _, name := range slices.Sorted(maps.Keys(of)) {
		out = append(out, GenreScore{name, of[name]})
	}
	return out
}

func genreOf(id string) string {
	id = strings.TrimPrefix(id, "GUM_")
	if end := strings.IndexAny(id, "_-"); end > 0 {
		return id[:end]
	}
	return id
}

// oneSentence is a view of one sentence; heads stay those of the document.
func oneSentence(d *text.Doc, n int) *text.Doc {
	s := d.Sentences[n]
	return &text.Doc{Text: d.Text, Tokens: d.Tokens[s.First:s.Last]}
}

func (a *Accuracy) add(b Accuracy) {
	a.Words += b.Words
	a.UPOS += b.UPOS
	a.XPOS += b.XPOS
	a.Feats += b.Feats
	a.Lemma += b.Lemma
	a.UAS += b.UAS
	a.LAS += b.LAS
}

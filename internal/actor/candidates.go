package actor

import (
	"cmp"
	"math"
	"slices"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
)

// fits are the persons of the lexicon whom a name may stand for, the likeliest first.
type fits struct {
	persons []lexicon.Person
	scores  []int
	likely  bool // the first fits well enough to be meant
}

func (f *fits) add(p lexicon.Person, score int) {
	if slices.ContainsFunc(f.persons, func(o lexicon.Person) bool { return o.ID == p.ID }) {
		return
	}
	at := len(f.scores)
	for at > 0 && f.scores[at-1] < score {
		at--
	}
	f.persons, f.scores = slices.Insert(f.persons, at, p), slices.Insert(f.scores, at, score)
}

// tied reports whether another person fits as well as the first. A national and an official of an international body of one name are
// taken for one person in two offices.
func (f fits) tied() bool {
	return len(f.scores) > 1 && f.scores[0] == f.scores[1] && !samePerson(f.persons[0], f.persons[1])
}

func samePerson(a, b lexicon.Person) bool {
	return a.Name == b.Name && (a.Country == "") != (b.Country == "")
}

// near is by how much less a candidate may fit than the first.
const near = 2

// candidates lists those whom the name may stand for, with their shares of the scores; none where there is but one.
func (f fits) candidates() []readout.Candidate {
	var out []readout.Candidate
	sum := 0
	for i, p := range f.persons {
		if i > 0 && (f.scores[i] < f.scores[0]-near || slices.ContainsFunc(f.persons[:i], func(o lexicon.Person) bool { return samePerson(o, p) })) {
			continue
		}
		sum += f.scores[i]
		out = append(out, readout.Candidate{ActorRef: readout.ActorRef{ID: p.ID, Name: p.Name, Country: p.Country}, Score: float64(f.scores[i])})
	}
	if len(out) < 2 {
		return nil
	}
	for i := range out {
		out[i].Score = math.Round(100*out[i].Score/float64(sum)) / 100
	}
	return out
}

// chosen enters the person that fits best. Where several fit as well it enters the bare name, with all of them as candidates.
func (r *resolver) chosen(f fits) int {
	p := f.persons[0]
	if !f.tied() {
		i := r.lexical(p)
		if r.entities[i].candidates == nil {
			r.entities[i].candidates = f.candidates()
		}
		return i
	}
	return r.entity(entity{
		id: "person:" + lexicon.Slug(p.Name), name: p.Name, kind: readout.Person, rule: "name of several persons in the lexicon", candidates: f.candidates(), unsure: true,
	})
}

// choose weighs the persons of one name: who is in office on the day, or of the country that the words tell or the article speaks of.
func (r *resolver) choose(terms []lexicon.Term, before, after description) fits {
	f := fits{likely: true}
	for _, t := range terms {
		p, ok := r.lex.Person(t.ID)
		if t.Kind != lexicon.PersonTerm || !ok {
			continue
		}
		n := 1
		if _, inOffice := p.OfficeOn(r.day); inOffice {
			n += 2
		}
		if r.speaksOf(p.Country) {
			n++
		}
		if c := r.countryOf(before, after); c != "" && c == p.Country {
			n += 4
		}
		f.add(p, n)
	}
	return f
}

// inLexicon weighs the persons of the lexicon that an unlisted form of a name may stand for. A single word needs support: an office or a
// country in the words around, or a holder of office whose country the article names.
func (r *resolver) inLexicon(words []string, before, after description) fits {
	named := r.lex.Short(words[len(words)-1])
	if len(words) > 1 {
		named = append(named, r.lex.Short(words[0])...)
	}
	var f fits
	for _, p := range named {
		if n := r.support(p, words, before, after); n > 0 {
			f.add(p, n)
		}
	}
	f.likely = len(f.scores) > 0 && f.scores[0] >= enough
	return f
}

// enough is the support that a person needs to be meant by an unlisted form of the name.
const enough = 4

// states lists the states that a name shared by several may stand for, the one meant first, as equals unless the article tells.
func (r *resolver) states(codes []string) []readout.Candidate {
	slices.SortStableFunc(codes[1:], cmp.Compare[string])
	var out []readout.Candidate
	for _, code := range codes {
		out = append(out, readout.Candidate{ActorRef: readout.ActorRef{ID: code, Name: r.lex.StateName(code), Country: code}, Score: math.Round(100/float64(len(codes))) / 100})
	}
	return out
}

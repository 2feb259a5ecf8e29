package actor

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

// Stage resolves the actors of documents. It is read-only and may be used from many goroutines.
type Stage struct{ lex *lexicon.Lexicon }

// New returns the stage over a lexicon.
func New(lex *lexicon.Lexicon) *Stage { return &Stage{lex: lex} }

// Resolve fills d.Actors, d.Mentions and d.Places.
func (s *Stage) Resolve(d *text.Doc) {
	r := &resolver{lex: s.lex, d: d, day: d.Written.First(), bySlug: map[string]int{}, byWord: map[string][]int{}, latest: map[int]int{}, spoken: map[string]bool{}, consumed: map[int]bool{}, affiliated: map[int]bool{}}
	d.StateName, d.IssuesIn = s.lex.StateName, s.lex.IssuesIn
	for i := range d.Tokens {
		r.words = append(r.words, d.Word(i))
	}
	r.noteFullNames()
	for _, n := range r.readingOrder() {
		if d.Sentences[n].Dateline {
			r.dateline(d.Sentences[n])
			continue // where it was written and by whom, not what it tells
		}
		r.sentences = append(r.sentences, sentencePieces{n, r.scan(d.Sentences[n])})
	}
	for _, sp := range r.sentences {
		r.names(sp)
	}
	slices.SortStableFunc(r.mentions, func(a, b text.Mention) int { return cmp.Compare(a.First, b.First) })
	r.countPlainStates()
	for _, sp := range r.sentences {
		r.references(sp)
	}
	r.finish()
}

// noteFullNames collects the first and last words of all names of the lexicon that stand in the text, so that a short form at the
// start of a sentence, where every word has a capital, is known for one.
func (r *resolver) noteFullNames() {
	for i := 0; i < len(r.words); i++ {
		terms, n := r.lex.Match(r.words, i)
		if n > 1 && len(terms) > 0 && terms[0].Kind == lexicon.PersonTerm {
			r.fullNames = append(r.fullNames, r.words[i], r.words[i+n-1])
		}
	}
}

type sentencePieces struct {
	sentence int
	pieces   []piece
}

// resolver holds what is known while one document is resolved.
type resolver struct {
	lex   *lexicon.Lexicon
	d     *text.Doc
	day   time.Time // of publication; zero where unknown
	words []string  // of all tokens

	sentences  []sentencePieces // in reading order: the body, then the title and standfirst, whose names are short
	entities   []entity
	bySlug     map[string]int   // ID → entity
	byWord     map[string][]int // a word of a person's name, in lower case → entities
	latest     map[int]int      // entity → number of its last mention by name
	spoken     map[string]bool  // countries spoken of so far
	mentions   []text.Mention
	history    []text.Mention // all mentions up to the one being resolved, in reading order
	resolved   []text.Mention // those without a name
	pending    []text.Mention
	places     []text.Place
	affiliated map[int]bool // first token of bodies that a person is described as part of
	fullNames  []string     // words of full names that the text holds
	consumed   map[int]bool // first token of roles that belong to a named phrase
	frequency  map[string]int
}

// An entity is an actor in the making.
type entity struct {
	id, name string
	kind     readout.ActorKind
	country  string
	office   string
	class    string // of the office, from the table of roles
	body     string // the international body that an official without a country speaks for
	sort     string // of an organisation
	lexical  bool   // stands in the lexicon
	quiet    bool   // counts as an actor only where another entry refers to it
	female   int    // 1 for a woman, -1 for a man, 0 where unknown
	rule     string
	words    []string // of the name
	titles   []string // that the article gives the person, in lower case

	candidates []readout.Candidate
	unsure     bool
}

// readingOrder lists the sentences of the title last: headlines call people by the short names that the text explains.
func (r *resolver) readingOrder() []int {
	var body, rest []int
	for n, s := range r.d.Sentences {
		switch r.d.Paragraphs[s.Paragraph].Kind {
		case readout.Body, readout.Standfirst:
			body = append(body, n)
		case readout.Title:
			rest = append(rest, n)
		}
	}
	return append(body, rest...)
}

func (r *resolver) mention(m text.Mention) {
	r.mentions = append(r.mentions, m)
	r.spoken[r.country(m)] = true
	if m.Actor >= 0 && m.Kind == text.Named {
		r.latest[m.Actor] = len(r.mentions)
	}
}

// span returns the words of tokens [first, last).
func (r *resolver) span(first, last int) text.Span {
	return text.Span{Start: r.d.Tokens[first].Start, End: r.d.Tokens[last-1].End}
}

// entity returns the index of the entity of an ID, entering e where there is none yet.
func (r *resolver) entity(e entity) int {
	if i, ok := r.bySlug[e.id]; ok {
		have := &r.entities[i]
		have.country = cmp.Or(have.country, e.country)
		have.office = cmp.Or(have.office, e.office)
		have.class = cmp.Or(have.class, e.class)
		have.quiet = have.quiet && e.quiet
		if have.female == 0 {
			have.female = e.female
		}
		if have.kind == readout.Organisation && len(e.name) > len(have.name) {
			have.name = e.name // "AFP", later "Agence France-Presse"
		}
		return i
	}
	e.words = text.Words(e.name)
	r.entities = append(r.entities, e)
	i := len(r.entities) - 1
	r.bySlug[e.id] = i
	if e.kind == readout.Person && !e.quiet {
		for _, w := range e.words {
			r.byWord[lower(w)] = append(r.byWord[lower(w)], i)
		}
	}
	return i
}

// state returns the entity of a state.
func (r *resolver) state(code string) int {
	return r.entity(entity{id: code, name: r.lex.StateName(code), kind: readout.State, country: code, lexical: true, rule: "state in the lexicon"})
}

// countPlainStates counts how often each country is spoken of, by any of its words.
func (r *resolver) countPlainStates() {
	r.frequency = map[string]int{}
	for _, m := range r.mentions {
		if c := r.country(m); c != "" {
			r.frequency[c]++
		}
	}
}

func (r *resolver) country(m text.Mention) string {
	if m.Actor >= 0 {
		return r.entities[m.Actor].country
	}
	return m.Country
}

// finish sorts the mentions and writes the actors that are named or referred to.
func (r *resolver) finish() {
	r.mentions = append(r.mentions, r.resolved...)
	slices.SortStableFunc(r.mentions, func(a, b text.Mention) int { return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.Last, a.Last)) })
	slices.SortFunc(r.places, func(a, b text.Place) int { return cmp.Compare(a.First, b.First) })
	r.d.Mentions, r.d.Places = r.mentions, r.places
	r.d.Actors = make([]readout.Actor, len(r.entities))
	for i, e := range r.entities {
		r.d.Actors[i] = readout.Actor{
			ID: e.id, Name: e.name, Kind: e.kind, Country: e.country, Office: e.office, Class: e.class, Body: e.body,
			Made: readout.Provenance{Stage: "actor", Rule: e.rule, Version: readout.Version}, Candidates: e.candidates, Unsure: e.unsure,
		}
		r.d.Actors[i].Sector, r.d.Actors[i].Code = r.codes(e)
		if e.quiet {
			r.d.Actors[i].Made.Rule = text.Unnamed
		}
	}
	seen := map[int]bool{}
	for _, m := range r.mentions {
		if m.Actor < 0 || m.Kind == text.Pronoun || m.Kind == text.Adjective {
			continue
		}
		if full := m.Kind == text.Named; len(r.d.Actors[m.Actor].Evidence) == 0 || full && !seen[m.Actor] {
			r.d.Actors[m.Actor].Evidence = []readout.Evidence{r.d.Evidence(m.Span)}
			seen[m.Actor] = full
		}
	}
}

func lower(w string) string { return strings.ToLower(w) }

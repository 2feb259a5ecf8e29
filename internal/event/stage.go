package event

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/tag"
	"github.com/readout/readout/internal/text"
)

// Stage finds the deeds of documents. It is read-only and may be used from many goroutines.
type Stage struct {
	lex        *lexicon.Lexicon
	contacts   map[string][]contactRow
	factuality map[string]readout.Status
	agreements map[string][]agreementRow
	verbs      map[string]verbRow
	stances    map[string][]stanceRow
	incidents  map[string]string // forms by lemma, "verb,noun"
}

type contactRow struct{ kind, form string }

type agreementRow struct{ form, status string }

type verbRow struct{ plover, target string }

// New returns the stage with the tables that the program carries.
func New(lex *lexicon.Lexicon) (*Stage, error) {
	s := &Stage{
		lex: lex, contacts: map[string][]contactRow{}, factuality: map[string]readout.Status{},
		agreements: map[string][]agreementRow{}, verbs: map[string]verbRow{}, stances: map[string][]stanceRow{}, incidents: map[string]string{},
	}
	for _, t := range []struct {
		name, table string
		cells       int
		enter       func([]string)
	}{
		{"contacts.tsv", contactTable, 4, func(c []string) { s.contacts[c[0]] = append(s.contacts[c[0]], contactRow{c[1], c[2]}) }},
		{"factuality.tsv", factualityTable, 2, func(c []string) { s.factuality[c[0]] = readout.Status(c[1]) }},
		{"agreements.tsv", agreementTable, 4, func(c []string) { s.agreements[c[0]] = append(s.agreements[c[0]], agreementRow{c[1], c[2]}) }},
		{"stances.tsv", stanceTable, 6, func(c []string) { s.stances[c[0]] = append(s.stances[c[0]], newStanceRow(c)) }},
		{"incidents.tsv", incidentTable, 3, func(c []string) { s.incidents[c[0]] += c[1] + "," }},
		{"verbs.tsv", verbTable, 3, func(c []string) { s.verbs[c[0]] = verbRow{c[1], c[2]} }},
	} {
		all, err := rows(t.name, t.table, t.cells)
		if err != nil {
			return nil, err
		}
		for _, row := range all {
			t.enter(row)
		}
	}
	return s, nil
}

// Read fills d.Deeds.
func (s *Stage) Read(d *text.Doc) {
	r := &reader{Stage: s, d: d, side: -1, byCue: map[int]int{}}
	for k, st := range d.Statements {
		if _, ok := r.byCue[st.CueToken]; !ok {
			r.byCue[st.CueToken] = k
		}
	}
	r.side = r.sideOf(d.Article.Publisher)
	for n := range d.Sentences {
		if k := d.Paragraphs[d.Sentences[n].Paragraph].Kind; k == readout.Credit {
			continue
		}
		r.sentence(n)
	}
	slices.SortStableFunc(r.out, func(a, b text.Deed) int {
		return cmp.Or(cmp.Compare(a.Evidence.Start, b.Evidence.Start), cmp.Compare(a.Trigger, b.Trigger))
	})
	d.Deeds = r.out
}

// reader holds what is known while one document is read.
type reader struct {
	*Stage
	d      *text.Doc
	byCue  map[int]int    // token of a cue → its statement
	states map[string]int // country → its actor, filled when first asked
	both   []int          // the two states spoken of most, filled when first asked
	side   int            // the actor whose official text the article is, -1 for a report
	out    []text.Deed
}

func (r *reader) word(i int) string { return strings.ToLower(r.d.Word(i)) }

func (r *reader) sentence(n int) {
	s := r.d.Sentences[n]
	for i := s.First; i < s.Last; i++ {
		lemma := r.lemma(i)
		for _, c := range r.contactsAt(s, i) {
			switch {
			case c.kind == "meeting" && c.form == "verb" && r.isVerb(i):
				r.meetingVerb(s, i)
			case c.kind == "meeting" && c.form == "noun" && r.isNoun(i):
				r.meetingNoun(s, i)
			case c.kind == "visit" && c.form == "verb" && r.isVerb(i):
				r.visit(s, i, true)
			case c.kind == "visit" && c.form == "noun" && r.isNoun(i):
				r.visit(s, i, false)
			}
		}
		if lemma == "be" && i > s.First {
			r.stay(s, i)
		}
		for _, a := range r.agreements[lemma] {
			r.agreement(s, i, a)
		}
		if v, ok := r.verbs[lemma]; ok && r.isVerb(i) {
			r.act(s, i, v)
		}
		r.stand(s, i)
		r.expect(s, i)
		r.incident(s, i)
	}
}

// contactsAt returns the rows for the word at i, alone or with the particle after it: "call on", "sit down".
func (r *reader) contactsAt(s text.Sentence, i int) []contactRow {
	out := r.contacts[r.lemma(i)]
	if i+1 < s.Last && r.isVerb(i) {
		out = append(slices.Clone(r.contacts[r.lemma(i)+"_"+r.word(i+1)]), out...)
	}
	return out
}

// lemma returns the lower-cased lemma of a token.
func (r *reader) lemma(i int) string {
	if metForm(r.word(i)) {
		return "meet"
	}
	lower := strings.ToLower(r.d.Tokens[i].Lemma)
	if r.d.Tokens[i].XPOS == "NNPS" && strings.HasSuffix(lower, "s") {
		return tag.Regular(lower, "NNS") // a plural taken for a name, where a sentence or headline begins: "Talks between …"
	}
	return lower
}

// isVerb reports whether a token is a verb. The past tense of "meet" is never anything else, whatever the tagger says.
func (r *reader) isVerb(i int) bool { return r.d.Tokens[i].UPOS == "VERB" || metForm(r.word(i)) }

// metForm reports whether a word is a form of "meet" that is hardly ever a noun, also where a headline writes it large.
func metForm(w string) bool { return w == "met" || w == "meets" }

// agreementAs returns the row of a lemma for an agreement in a form: verb, noun or light.
func (s *Stage) agreementAs(lemma, form string) (agreementRow, bool) {
	for _, row := range s.agreements[lemma] {
		if row.form == form {
			return row, true
		}
	}
	return agreementRow{}, false
}

func (r *reader) isNoun(i int) bool {
	return r.d.Tokens[i].UPOS == "NOUN" || r.d.Tokens[i].UPOS == "PROPN"
}

// sideOf returns the actor whose own text the article is, by its publisher's name: a ministry or a government; -1 for
// a news report.
func (r *reader) sideOf(publisher string) int {
	words := text.Words(publisher)
	country, official := "", false
	for i := 0; i < len(words); {
		terms, n := r.lex.Match(words, i)
		if n == 0 {
			official = official || strings.EqualFold(words[i], "government") || strings.EqualFold(words[i], "embassy")
			i++
			continue
		}
		for _, t := range terms {
			switch t.Kind {
			case lexicon.State, lexicon.Demonym:
				country = cmp.Or(country, t.Country)
			case lexicon.Ministry:
				official = true
			case lexicon.OrganisationTerm:
				if t.Sort == "ministry" || t.Sort == "agency" {
					official, country = true, cmp.Or(country, t.Country)
				}
			case lexicon.Seat:
				official = official || t.Sort == "building"
				country = cmp.Or(country, t.Country)
			}
		}
		i += n
	}
	if !official || country == "" {
		return -1
	}
	return r.stateActor(country)
}

// maxNested is how many statements may begin before a word within the one that holds it.
const maxNested = 60

// claimant returns the speaker within whose words the token stands, the innermost; else the side whose text it is.
func (r *reader) claimant(i int) int {
	if k := r.saying(i); k >= 0 {
		return r.d.Statements[k].Speaker
	}
	return r.side
}

// saying returns the innermost statement in whose words the token stands, by its index, -1 for none.
func (r *reader) saying(i int) int {
	at := r.d.Tokens[i].Span
	best, length := -1, 1<<30
	after := sort.Search(len(r.d.Statements), func(k int) bool { return r.d.Statements[k].Content.Start > at.Start })
	for k := max(0, after-maxNested); k < after; k++ {
		if st := r.d.Statements[k]; st.CueToken != i && st.Content.Contains(at) && st.Content.End-st.Content.Start < length {
			best, length = k, st.Content.End-st.Content.Start
		}
	}
	return best
}

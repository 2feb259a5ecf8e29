package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

// A piece is a stretch of a sentence that means something by itself: a term of the lexicon, or a run of capitalised
// words that the lexicon lacks.
type piece struct {
	first, last int // tokens
	kind        lexicon.TermKind
	term        lexicon.Term
	terms       []lexicon.Term // all meanings
}

// unknownName and unknownOrg are the kinds of runs of capitalised words; the second holds a word such as "Institute".
const (
	unknownName lexicon.TermKind = "name"
	unknownOrg  lexicon.TermKind = "organisation name"
	thing       lexicon.TermKind = "thing" // a deal, a plan, a summit: neither person nor body
)

// preference orders the meanings of a stretch of words.
var preference = []lexicon.TermKind{
	lexicon.PersonTerm, lexicon.OrganisationTerm, lexicon.State, lexicon.Demonym, lexicon.Seat, lexicon.Ministry, lexicon.Role, lexicon.PlaceTerm,
}

// scan cuts a sentence into pieces. Runs that the lexicon lacks are left out of titles, where every word may be
// capitalised.
func (r *resolver) scan(s text.Sentence) []piece {
	var out []piece
	inTitle := r.d.Paragraphs[s.Paragraph].Kind == readout.Title
	for i := s.First; i < s.Last; {
		p, ok := r.known(s, i)
		if !inTitle {
			if run, is := r.run(s, i); is && !(ok && r.ownMinistry(s, p)) && (!ok || run.kind == unknownOrg && run.last > p.last || r.isFullName(run, p)) {
				p, ok = run, true
			}
		}
		if !ok {
			i++
			continue
		}
		out = append(out, p)
		i = p.last
	}
	return out
}

// ownMinistry reports whether a state's name or adjective is followed by a ministry, which is then the state's: "Rwandan
// Foreign Ministry" is no name of its own.
func (r *resolver) ownMinistry(s text.Sentence, p piece) bool {
	if p.kind != lexicon.State && p.kind != lexicon.Demonym || p.last >= s.Last {
		return false
	}
	next, ok := r.known(s, p.last)
	return ok && (next.kind == lexicon.Ministry || next.kind == lexicon.Role)
}

// isFullName reports whether a run that begins with a given name goes on over a known word that only looks like a
// state or place: "Jordan Miller".
func (r *resolver) isFullName(run, known piece) bool {
	place := known.kind == lexicon.State || known.kind == lexicon.PlaceTerm || known.kind == lexicon.Seat
	return place && run.last > known.last && run.last-run.first == 2 && r.lex.IsGivenName(r.words[run.first])
}

// known returns the term of the lexicon at token i.
func (r *resolver) known(s text.Sentence, i int) (piece, bool) {
	terms, n := r.lex.Match(r.words[:s.Last], i)
	if n == 0 {
		return piece{}, false
	}
	for _, kind := range preference {
		for _, t := range terms {
			if t.Kind == kind && r.fits(t, i, i+n) {
				return piece{first: i, last: i + n, kind: kind, term: t, terms: terms}, true
			}
		}
	}
	return piece{}, false
}

// fits reports whether the tags allow the meaning: a role is a noun, and a name within a longer capitalised name is
// not the whole of it.
func (r *resolver) fits(t lexicon.Term, first, last int) bool {
	tok := r.d.Tokens[last-1]
	switch t.Kind {
	case lexicon.Role:
		if t.Sort == "title" {
			return true
		}
		return tok.UPOS == "NOUN" || tok.UPOS == "PROPN" || (tok.UPOS == "ADJ" || tok.UPOS == "ADV") && last-first > 1 || tok.UPOS == "ADJ" && isUpper(r.words[first])
	case lexicon.Ministry:
		return tok.UPOS != "VERB"
	case lexicon.PlaceTerm:
		return tok.UPOS == "PROPN" || last-first > 1
	}
	return true
}

// maxRun bounds the length of a name in words.
const maxRun = 12

// run returns the run of capitalised words that begins at token i.
func (r *resolver) run(s text.Sentence, i int) (piece, bool) {
	if !r.nameLike(s, i) {
		return piece{}, false
	}
	end, isOrg := i, false
	for j := i; j < s.Last && j-i < maxRun; {
		switch {
		case r.nameLike(s, j) && (j == i || !r.breaksRun(s, j, isOrg)):
			isOrg = isOrg || r.lex.OrgSort(r.words[j]) != "" && (j > i || r.orgBegins(s, j))
			j++
			end = j
		case j > i && r.joins(s, j, isOrg) > 0:
			half := r.words[j] == "-" && !r.nameLike(s, j+1)
			j += r.joins(s, j, isOrg)
			if half {
				end = j
			}
		default:
			j = s.Last
		}
	}
	if end == i {
		return piece{}, false
	}
	kind := unknownName
	switch {
	case r.lex.OrgSort(r.words[end-1]) == "thing":
		kind = thing
	case isOrg:
		kind = unknownOrg
	}
	return piece{first: i, last: end, kind: kind}, true
}

// orgBegins reports whether a word for a body begins its name: "Office of the …", "Institute for …".
func (r *resolver) orgBegins(s text.Sentence, j int) bool {
	return j+1 < s.Last && r.joins(s, j+1, true) > 0 && orgJoins[r.words[j+1]] && r.words[j+1] != "and" || r.lex.OrgSort(r.words[j]) == "thinktank"
}

// breaksRun reports whether token j begins something known that is no part of a name.
func (r *resolver) breaksRun(s text.Sentence, j int, isOrg bool) bool {
	p, ok := r.known(s, j)
	if !ok {
		return false
	}
	if isOrg {
		title := p.kind == lexicon.Role && (p.term.Sort == "office" || p.term.Sort == "official") && !orgJoins[r.words[j-1]] && r.words[j-1] != "the"
		return p.kind == lexicon.PersonTerm && p.last-p.first > 1 || title && r.lex.OrgSort(r.words[j]) == ""
	}
	switch p.kind {
	case lexicon.Role, lexicon.Demonym, lexicon.PersonTerm:
		return r.lex.OrgSort(r.words[j]) == ""
	case lexicon.OrganisationTerm:
		own := p.term.Sort == "thinktank" || p.term.Sort == "university"
		return p.last-p.first > 1 && !own // "HORN International Institute for Strategic Studies" is a name of its own
	case lexicon.State:
		return p.last-p.first > 1
	}
	return false
}

// joins returns how many words from j on tie a name to more of it: a hyphen set solid, a particle ("bin", "van
// der"), or in the name of an organisation "of", "for", "of the", "and".
func (r *resolver) joins(s text.Sentence, j int, isOrg bool) int {
	w := r.words[j]
	if w == "-" && !r.d.Tokens[j-1].SpaceAfter && !r.d.Tokens[j].SpaceAfter && j+1 < s.Last && startsWithLetter(r.words[j+1]) {
		if r.nameLike(s, j+1) {
			return 1
		}
		return 2 // "Fu-kuo": the second half of a name in lower case
	}
	if (w == "’s" || w == "'s") && peoples[r.words[j-1]] && r.capital(s, j+1) {
		return 1
	}
	n := 0
	for j+n < s.Last && particles[strings.ToLower(r.words[j+n])] {
		n++
	}
	if n > 0 && n < 3 && r.capital(s, j+n) {
		return n
	}
	if !isOrg || !orgJoins[w] || w == "and" && r.beginsAnother(s, j) {
		return 0
	}
	if r.capital(s, j+1) {
		return 1
	}
	if w != "and" && j+1 < s.Last && r.words[j+1] == "the" && r.capital(s, j+2) {
		return 2
	}
	return 0
}

// beginsAnother reports whether the "and" at j, after the name of a body, is followed by somebody else rather than by more of the name:
// "the European Union and ASEAN", "the Foreign Ministry and China".
func (r *resolver) beginsAnother(s text.Sentence, j int) bool {
	next, ok := r.known(s, j+1)
	if !ok || next.last < s.Last && r.nameLike(s, next.last) {
		return false
	}
	switch next.kind {
	case lexicon.OrganisationTerm:
		return true
	case lexicon.PersonTerm:
		return next.last-next.first > 1
	case lexicon.State:
		return r.lex.OrgSort(r.words[j-1]) != ""
	}
	return false
}

var particles = map[string]bool{
	"bin": true, "bint": true, "ibn": true, "ben": true, "al": true, "el": true, "ul": true, "ur": true, "de": true, "da": true, "do": true, "dos": true,
	"del": true, "della": true, "di": true, "du": true, "la": true, "le": true, "van": true, "von": true, "der": true, "den": true, "ter": true, "zu": true,
	"abu": true, "umm": true, "y": true, "e": true, "af": true,
}

// peoples are the nouns whose possessive may stand within the name of a body: "National People's Congress".
var peoples = map[string]bool{"People": true, "Women": true, "Workers": true, "Children": true, "Men": true, "Soldiers": true, "Governors": true, "States": true}

var orgJoins = map[string]bool{"of": true, "for": true, "on": true, "and": true, "&": true}

func (r *resolver) capital(s text.Sentence, j int) bool {
	return j < s.Last && isUpper(r.words[j])
}

// nameLike reports whether token j can be a word of a name. At the start of a sentence, where every word is
// capitalised, the tagger must take it for a name.
func (r *resolver) nameLike(s text.Sentence, j int) bool {
	w := r.words[j]
	if articleAl[w] && j+2 < s.Last && r.words[j+1] == "-" && !r.d.Tokens[j].SpaceAfter && isUpper(r.words[j+2]) {
		return true // "al-Jubeir"
	}
	if !isUpper(w) || w == "I" {
		return false
	}
	tok := r.d.Tokens[j]
	if notNames[w] {
		return false
	}
	if tok.UPOS == "PROPN" {
		return true
	}
	if j == s.First || isMark(r.words[j-1]) {
		return tok.UPOS != "DET" && tok.UPOS != "ADP" && tok.UPOS != "PRON" && tok.UPOS != "AUX" && r.isNamed(w)
	}
	return tok.UPOS == "NOUN" || tok.UPOS == "ADJ" || tok.UPOS == "X" || r.lex.OrgSort(w) != ""
}

// articleAl are the forms of the Arabic article that begin a name, tied to it by a hyphen.
var articleAl = map[string]bool{"al": true, "el": true, "as": true, "ash": true, "an": true, "ar": true, "at": true, "az": true, "ad": true, "ul": true}

// isNamed reports whether a person of the article so far has the word in the name, or a state leader of the lexicon bears it
// and the article names the state.
func (r *resolver) isNamed(w string) bool {
	for _, i := range r.byWord[lower(w)] {
		if len(r.entities[i].words) > 1 && slices.Contains(r.entities[i].words, w) {
			return true
		}
	}
	return slices.Contains(r.fullNames, w)
}

// notNames are capitalised words that no name of a person or body consists of.
var notNames = map[string]bool{
	"Monday": true, "Tuesday": true, "Wednesday": true, "Thursday": true, "Friday": true, "Saturday": true, "Sunday": true,
	"January": true, "February": true, "March": true, "April": true, "June": true, "July": true, "August": true, "September": true,
	"October": true, "November": true, "December": true, "Jan.": true, "Feb.": true, "Mar.": true, "Apr.": true, "Jun.": true, "Jul.": true,
	"Aug.": true, "Sep.": true, "Sept.": true, "Oct.": true, "Nov.": true, "Dec.": true, "The": true, "COVID": true, "AI": true, "GMT": true, "EST": true, "CET": true,
}

func isUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

func startsWithLetter(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r)
}

func isMark(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

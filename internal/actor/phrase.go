package actor

import (
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

// A description is what the words around a name, or a title without a name, say of its bearer.
type description struct {
	first   int // first token of the phrase, with its article
	role    piece
	hasRole bool
	roles   []piece
	country string
	org     piece // the body it speaks for: "EU", "foreign ministry"
	hasOrg  bool
	former  bool
	female  int
	comma   bool // the description stands before a comma: "China's top diplomat, Wang Yi"
}

// modifiers may stand between the parts of a description.
var modifiers = map[string]bool{
	"former": true, "top": true, "senior": true, "then": true, "acting": true, "new": true, "newly": true, "appointed": true, "elected": true, "chief": true,
	"visiting": true, "outgoing": true, "incoming": true, "late": true, "veteran": true, "ex": true, "caretaker": true, "interim": true, "current": true,
	"special": true, "principal": true, "ousted": true, "exiled": true, "re-elected": true, "long-time": true, "longtime": true, "self-declared": true,
	"lead": true, "first": true, "second": true, "state": true, "foreign": true, "policy": true, "national": true, "security": true, "military": true,
	"political": true, "regional": true, "deputy": true, "senate": true, "house": true, "government": true, "party": true, "nuclear": true, "climate": true,
	"trade": true, "economic": true, "diplomatic": true, "permanent": true, "special-envoy": true, "opposition": true, "supreme": true, "newly-elected": true,
}

var connectors = map[string]bool{"of": true, "for": true, "to": true, "the": true, "and": true, "'s": true, "’s": true, "’": true, "'": true, "-": true, "at": true, "on": true, "in": true, "&": true, "(": true, ")": true}

// maxDescription bounds the length of a description in words.
const maxDescription = 24

// before reads the description that ends where a name begins: "US Secretary of State", "China's director of the
// Office of …,". k is the index of the name's piece.
func (r *resolver) before(s text.Sentence, pieces []piece, k int) description {
	w := walker{r: r, pieces: pieces, k: k - 1, at: pieces[k].first - 1, stop: max(s.First, pieces[k].first-maxDescription)}
	w.out.first = pieces[k].first
	w.comma(s, pieces[k].last)
	for w.at >= w.stop && w.step() {
	}
	if w.out.comma && !w.out.hasRole {
		return description{first: pieces[k].first}
	}
	w.article()
	return w.out
}

// A walker reads a description from right to left.
type walker struct {
	r      *resolver
	pieces []piece
	k      int // index of the next piece to the left
	at     int // token
	stop   int
	out    description
	tail   *piece // a state or body not yet tied to a role
	tailBy string // the word before it: "of", "to"
}

// comma passes over a comma before the name where one closes the name as well: "…, Wang Yi, met".
func (w *walker) comma(s text.Sentence, after int) {
	if w.at < w.stop || w.r.words[w.at] != "," || after >= s.Last {
		return
	}
	closes := w.r.words[after] == "," || w.r.words[after] == "." || w.r.words[after] == "’s" || w.r.words[after] == "'s"
	if !closes || w.k < 0 || w.r.isNamePiece(w.pieces[w.k]) && w.pieces[w.k].last == w.at {
		return
	}
	w.out.comma = true
	w.at--
}

func (r *resolver) isNamePiece(p piece) bool {
	return p.kind == lexicon.PersonTerm || p.kind == unknownName
}

// step takes the next piece or word to the left; false where the description ends.
func (w *walker) step() bool {
	for w.k >= 0 && w.pieces[w.k].first > w.at {
		w.k--
	}
	if w.k >= 0 && w.pieces[w.k].last == w.at+1 {
		return w.piece(&w.pieces[w.k])
	}
	word := lower(w.r.words[w.at])
	switch {
	case connectors[word]:
		if w.tail == nil && !w.out.hasRole && (!w.out.comma || w.at+2 == w.out.first) && word != "-" && word != "’s" && word != "'s" {
			return false
		}
		if w.tail != nil && w.tailBy == "" && word != "the" && word != "-" {
			w.tailBy = word
		}
		ofOffice := w.tail != nil && w.tail.kind == unknownName // "for Foreign Affairs and Security Policy"
		if word == "and" && (!w.out.hasRole && !ofOffice || w.out.hasRole && w.twoPersons()) {
			return false
		}
	case modifiers[word]:
		w.out.former = w.out.former || word == "former" || word == "ex" || word == "then"
		if w.out.hasRole || w.out.comma {
			w.out.first = w.at
		}
	case w.out.hasRole && word == ",":
		return false
	case w.out.comma && !w.out.hasRole && w.r.d.Tokens[w.at].UPOS == "NOUN":
	default:
		return false
	}
	w.at--
	return true
}

// twoPersons reports whether what is to the left of "and" is somebody else's: a title with an article of its own, as in "the
// Prime Minister and President Smith", or a country after a name, as in "Smith of Norway and President Jones".
func (w *walker) twoPersons() bool {
	for k := w.k; k >= 0; k-- {
		if p := w.pieces[k]; p.last == w.at {
			if p.kind == lexicon.State && k > 0 && w.r.isNamePiece(w.pieces[k-1]) {
				return w.pieces[k-1].last == p.first-1 && lower(w.r.words[p.first-1]) == "of"
			}
			return p.kind == lexicon.Role && p.first > 0 && lower(w.r.words[p.first-1]) == "the"
		}
	}
	return false
}

func (w *walker) piece(p *piece) bool {
	switch p.kind {
	case lexicon.Role:
		if p.term.Sort == "title" {
			w.out.female = sex(w.r.words[p.first:p.last])
			w.out.first = p.first
			if !w.out.hasRole && p.term.ID == "military" {
				w.setRole(p)
			}
			break
		}
		w.setRole(p)
		w.settleTail()
	case lexicon.State, lexicon.Demonym, lexicon.Seat:
		switch {
		case w.out.hasRole:
			if w.out.country == "" {
				w.out.country = p.term.Country
			}
			w.out.first = p.first
		case p.kind == lexicon.Demonym && !w.out.comma:
			return false
		default:
			w.tail, w.tailBy = p, ""
		}
	case lexicon.OrganisationTerm, lexicon.Ministry, unknownOrg:
		if w.out.hasRole {
			w.out.org, w.out.hasOrg = *p, true
			w.out.first = p.first
		} else {
			w.tail, w.tailBy = p, ""
		}
	case lexicon.PlaceTerm:
		if !w.out.hasRole {
			w.tail, w.tailBy = p, ""
		}
	case lexicon.PersonTerm, unknownName:
		// "Khar's predecessor, …": whoever is described is of the same country
		ofOffice := w.tail == nil || w.tail.kind == unknownName
		if p.kind == unknownName && ofOffice && !w.out.hasRole && !w.out.comma {
			w.tail, w.tailBy = p, "" // "High Representative for Foreign Affairs and Security Policy Josep Borrell"
			break
		}
		possessed := p.last < len(w.r.words) && (w.r.words[p.last] == "’s" || w.r.words[p.last] == "'s")
		if !w.out.hasRole || !possessed {
			return false
		}
		if i := w.r.known2(text.Words(w.r.nameOf(*p))); i >= 0 && w.out.country == "" {
			w.out.country = w.r.entities[i].country
		}
		return false
	default:
		return false
	}
	w.at = p.first - 1
	return true
}

func (w *walker) setRole(p *piece) {
	w.out.roles = append(w.out.roles, *p)
	w.out.first = p.first
	if w.out.female == 0 {
		w.out.female = sex(w.r.words[p.first:p.last])
	}
	if !w.out.hasRole || w.out.role.term.Sort == "title" {
		w.out.role, w.out.hasRole = *p, true
	}
	w.r.consumed[p.first] = true
}

// settleTail ties "of Kenya" in "President of Kenya" to the role before it; "to Japan" says where an envoy serves.
func (w *walker) settleTail() {
	if w.tail == nil || w.tailBy == "to" {
		w.tail = nil
		return
	}
	switch w.tail.kind {
	case lexicon.PlaceTerm:
		if w.out.country == "" {
			w.out.country = w.tail.term.Country // "Governor of California"
		}
	case lexicon.State, lexicon.Seat, lexicon.Demonym:
		if w.out.country == "" {
			w.out.country = w.tail.term.Country
		}
	case lexicon.OrganisationTerm, lexicon.Ministry, unknownOrg:
		w.out.org, w.out.hasOrg = *w.tail, true
	}
	w.tail = nil
}

// article takes in the article or possessive before the description.
func (w *walker) article() {
	if !w.out.hasRole || w.out.first-1 < w.stop {
		return
	}
	switch lower(w.r.words[w.out.first-1]) {
	case "the", "his", "her", "their", "its":
		w.out.first--
	}
}

// maxAfter bounds how far after a name a description in apposition is looked for, in words.
const maxAfter = 30

// after reads the apposition that follows a name: ", a senior fellow at the Pangoal Institution,". The
// result's first is the first token after the apposition, or the name's end where there is none.
func (r *resolver) after(s text.Sentence, pieces []piece, k int) description {
	end := pieces[k].last
	out := description{first: end}
	if end+1 >= s.Last || r.words[end] != "," && r.words[end] != "(" {
		return out
	}
	limit := min(s.Last, end+maxAfter)
	affiliated := r.affiliates(end + 1)
	for j, q := end+1, k+1; j < limit; {
		for q < len(pieces) && pieces[q].last <= j {
			q++
		}
		if q < len(pieces) && pieces[q].first <= j {
			p := pieces[q]
			if r.isNamePiece(p) && !out.hasRole && !affiliated {
				if q+1 < len(pieces) && pieces[q+1].kind == lexicon.Role && pieces[q+1].first == p.last {
					j = p.last // "a Gulf analyst"
					continue
				}
				return description{first: end}
			}
			r.takeAfter(&out, p)
			j = p.last
			continue
		}
		w := lower(r.words[j])
		tok := r.d.Tokens[j]
		switch {
		case w == "," || w == ")":
			if !out.hasRole && !(affiliated && out.hasOrg) {
				return description{first: end}
			}
			if !r.apposedAgain(pieces, q, j+1, limit) {
				out.first = j
				return out
			}
		case affiliated && j < end+8 && !out.hasOrg && w != "." && w != "“" && w != "\"":
		case w == "who" && j == end+1 || !out.hasRole && (tok.UPOS == "VERB" && tok.XPOS != "VBN" && tok.XPOS != "VBG" || tok.UPOS == "AUX"):
			return description{first: end}
		case tok.UPOS == "VERB" && (tok.XPOS == "VBD" || tok.XPOS == "VBZ" || tok.XPOS == "VBP"), w == ".", w == ";", w == "”", w == "“", w == "\"":
			out.first = j
			return out
		case w == "who" || w == "which" || w == "that" || w == "said":
			out.first = j
			return out
		case w == "former":
			out.former = !out.hasRole
		}
		j++
	}
	if !out.hasRole && !(affiliated && out.hasOrg) {
		return description{first: end}
	}
	out.first = limit
	return out
}

// affiliates reports whether the words from token i on tell where somebody works: "of the Institute …", "who teaches at …".
func (r *resolver) affiliates(i int) bool {
	switch lower(r.words[i]) {
	case "of", "from", "at", "with":
		return true
	case "who":
		if i+1 < len(r.words) {
			switch r.d.Tokens[i+1].Lemma {
			case "teach", "study", "research", "lead", "head", "run", "work", "direct", "lecture":
				return true
			}
		}
	}
	return false
}

// apposedAgain reports whether the apposition goes on after a comma: ", a former … and a senior fellow at X, a think tank,".
func (r *resolver) apposedAgain(pieces []piece, q, j, limit int) bool {
	if j >= limit {
		return false
	}
	switch lower(r.words[j]) {
	case "a", "an", "and", "the", "in", "at":
	default:
		return q < len(pieces) && pieces[q].first == j && pieces[q].kind == lexicon.Role
	}
	for i := j; i < limit && i < j+8; i++ {
		t := r.d.Tokens[i]
		if t.UPOS == "AUX" || t.UPOS == "VERB" && t.XPOS != "VBG" && t.XPOS != "VBN" {
			return false
		}
		if r.words[i] == "," {
			return true
		}
	}
	return false
}

func (r *resolver) takeAfter(out *description, p piece) {
	switch p.kind {
	case lexicon.Role:
		out.roles = append(out.roles, p)
		if !out.hasRole || out.former {
			out.role, out.hasRole, out.former = p, true, false
		}
		r.consumed[p.first] = true
	case lexicon.State, lexicon.Demonym, lexicon.Seat:
		if out.country == "" {
			out.country = p.term.Country
		}
	case lexicon.OrganisationTerm, unknownOrg, lexicon.Ministry:
		out.org, out.hasOrg = p, true
		if out.country == "" && p.kind == lexicon.OrganisationTerm {
			out.country = p.term.Country
		}
	}
}

// sex tells a woman or a man from words such as "spokeswoman" and "Mr".
func sex(words []string) int {
	for _, w := range words {
		switch lower(w) {
		case "ms", "ms.", "mrs", "mrs.", "miss", "queen", "princess", "lady", "baroness", "dame", "spokeswoman", "congresswoman", "chairwoman", "businesswoman":
			return 1
		case "mr", "mr.", "king", "prince", "lord", "sir", "spokesman", "congressman", "businessman", "emir", "sultan", "pope", "sheikh", "ayatollah", "emperor":
			return -1
		}
	}
	return 0
}

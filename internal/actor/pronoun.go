package actor

import (
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// pronoun resolves "he", "she", "it" and "they" in any case. Those of the first and second person are left to
// package speech, which knows who speaks.
func (r *resolver) pronoun(s text.Sentence, i int) (text.Mention, bool) {
	m := text.Mention{Span: r.span(i, i+1), First: i, Last: i + 1, Actor: -1, Kind: text.Pronoun}
	switch lower(r.words[i]) {
	case "he", "him", "his":
		m.Actor = r.antecedent(i, readout.Person, -1)
	case "she", "her", "hers":
		m.Actor = r.antecedent(i, readout.Person, 1)
	case "it", "its":
		if r.isExpletive(i) {
			return m, false
		}
		m.Actor = r.antecedent(i, "", 0)
	case "they", "them", "their":
		m.Group = r.several(i)
		return m, len(m.Group) > 1
	default:
		return m, false
	}
	return m, m.Actor >= 0
}

// isExpletive reports whether "it" refers to nothing: "it is necessary to", "it would be too early".
func (r *resolver) isExpletive(i int) bool {
	tok := r.d.Tokens[i]
	if tok.Deprel == "expl" {
		return true
	}
	return tok.Head >= 0 && r.d.Tokens[tok.Head].UPOS == "ADJ" && strings.HasPrefix(tok.Deprel, "nsubj")
}

// maxHistory is how many mentions back a reference looks, so that an endless paragraph takes linear time.
const maxHistory = 300

// antecedent finds whom a singular pronoun at token i stands for: of those spoken of in this paragraph and the
// few before, the one most in view. sex is 1 for "she", -1 for "he", 0 for "it", which stands for states and bodies.
func (r *resolver) antecedent(i int, kind readout.ActorKind, sex int) int {
	best, bestScore := -1, -1000
	here := r.d.SentenceOf(i)
	paragraph := r.d.Sentences[here].Paragraph
	inQuote := r.quoted(i)
	for h := len(r.history) - 1; h >= 0 && h >= len(r.history)-maxHistory; h-- {
		m := r.history[h]
		if m.First >= i {
			continue
		}
		sentence := r.d.SentenceOf(m.First)
		if paragraph-r.d.Sentences[sentence].Paragraph > reach {
			break
		}
		if m.Actor < 0 || !r.agrees(m.Actor, kind, sex) || kind == "" && m.Kind == text.Location {
			continue
		}
		score := -4*(here-sentence) + r.prominence(m)
		if m.Kind == text.Pronoun && sentence != here {
			score++ // what is already spoken of as "he" stays so
		}
		if r.quoted(m.First) != inQuote {
			score -= 3
		}
		if r.d.Tokens[i].XPOS == "PRP$" && i-m.Last >= 0 && i-m.Last <= 2 && m.Kind == text.Named {
			score += 8 // "President Smith during his visit"
		}
		if score > bestScore {
			best, bestScore = m.Actor, score
		}
	}
	if best >= 0 && sex != 0 && r.entities[best].female == 0 {
		r.entities[best].female = sex
	}
	return best
}

func (r *resolver) agrees(actor int, kind readout.ActorKind, sex int) bool {
	e := r.entities[actor]
	if kind == readout.Person {
		return e.kind == readout.Person && (e.female == 0 || e.female == sex)
	}
	return e.kind != readout.Person
}

// prominence weighs the place of a mention in its sentence: subjects of the main clause come first.
func (r *resolver) prominence(m text.Mention) int {
	head := m.First
	for i := m.First; i < m.Last; i++ {
		if h := r.d.Tokens[i].Head; h < m.First || h >= m.Last {
			head = i
			break
		}
	}
	tok := r.d.Tokens[head]
	score := 0
	if strings.HasPrefix(tok.Deprel, "nsubj") {
		score = 3
		if tok.Head >= 0 {
			switch v := r.d.Tokens[tok.Head]; v.Deprel {
			case "root", "parataxis":
				score = 6
			case "conj", "advcl":
				score = 4
			}
		}
	}
	if tok.Deprel == "nmod:poss" {
		score = 1
	}
	return score
}

func (r *resolver) quoted(token int) bool { return r.d.InQuote(token) }

// several resolves "they": a group or a state's people named last in this sentence or the two before.
func (r *resolver) several(i int) []int {
	here := r.d.SentenceOf(i)
	for h := len(r.history) - 1; h >= 0; h-- {
		m := r.history[h]
		if here-r.d.SentenceOf(m.First) > 2 {
			break
		}
		if len(m.Group) > 1 {
			return m.Group
		}
		if pair := r.pair(h); pair != nil {
			return pair
		}
	}
	return nil
}

// pair returns the actors of two mentions of one kind that "and" joins, the second of which is history[h].
func (r *resolver) pair(h int) []int {
	if h == 0 {
		return nil
	}
	a, b := r.history[h-1], r.history[h]
	if a.Actor < 0 || b.Actor < 0 || a.Actor == b.Actor || r.entities[a.Actor].kind != r.entities[b.Actor].kind || b.First-a.Last > 2 || b.First <= a.Last {
		return nil
	}
	for j := a.Last; j < b.First; j++ {
		if w := lower(r.words[j]); w == "and" {
			return []int{a.Actor, b.Actor}
		}
	}
	return nil
}

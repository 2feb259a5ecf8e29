package event

import (
	"slices"
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// agents returns who does what the verb at i says: its subject, or that of the verb it is joined to or depends on, or
// who stands right before it.
func (r *reader) agents(s text.Sentence, i int) []int {
	if r.subject(i) < 0 {
		if who := r.apposedBefore(s, i); len(who) > 0 {
			return who
		}
	}
	if who := r.byTree(i); len(who) > 0 && !slices.ContainsFunc(who, r.isUnnamed) {
		return who
	}
	if x := r.d.Tokens[i].XPOS; x == "VBG" || x == "VB" {
		return nil
	}
	for j := i - 1; j >= s.First && j >= i-4; j-- {
		if k := r.d.MentionAt(j); k >= 0 && r.d.Mentions[k].Kind != text.Adjective {
			return r.who(j)
		}
		if u := r.d.Tokens[j].UPOS; u != "ADV" && u != "AUX" && u != "ADJ" && r.word(j) != "," {
			break
		}
	}
	return nil
}

// apposedBefore returns whom an apposition between commas separates from the verb: "Smith, then the speaker, visited".
func (r *reader) apposedBefore(s text.Sentence, i int) []int {
	if i == s.First || r.word(i-1) != "," || r.d.Tokens[i].XPOS == "VBG" || r.d.Tokens[i].XPOS == "VB" {
		return nil
	}
	for j := i - 2; j > s.First && j > i-16; j-- {
		if r.word(j) == "," {
			k := r.d.MentionAt(j - 1)
			if k >= 0 && r.d.Mentions[k].Last == j && r.d.Mentions[k].Kind == text.Named {
				return r.who(j - 1)
			}
			return nil
		}
		if x := r.d.Tokens[j].XPOS; x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD" {
			return nil
		}
	}
	return nil
}

// isUnnamed reports whether an actor is only described.
func (r *reader) isUnnamed(a int) bool {
	return r.d.Actors[a].Made.Rule == text.Unnamed && r.d.Actors[a].Kind == readout.Person
}

func (r *reader) byTree(i int) []int {
	below := ""
	for steps := 0; i >= 0 && steps < 6; steps++ {
		j := r.subject(i)
		if below == "xcomp" {
			j = r.d.Child(i, "nsubj") // "was set to travel": the subject of the passive travels
		}
		if j >= 0 {
			if who := r.who(j); len(who) > 0 {
				return who
			}
			if who := r.relative(j); len(who) > 0 {
				return who
			}
			if r.isVerb(i) && !r.isPronounRelative(j) {
				return nil
			}
		}
		t := r.d.Tokens[i]
		if steps > 0 && !r.isVerb(i) && (below == "advcl" || below == "acl") {
			if who := r.who(i); len(who) > 0 {
				return who
			}
		}
		if t.Deprel == "acl" || t.Deprel == "acl:relcl" {
			if who := r.who(t.Head); len(who) > 0 {
				return who
			}
		}
		switch t.Deprel {
		case "xcomp", "conj", "advcl", "acl", "parataxis", "aux":
		case "obj": // "takes up an invitation to visit": who takes it up visits
			if below != "acl" {
				return nil
			}
		default:
			if steps > 0 || !r.isVerb(i) || t.Deprel == "ccomp" {
				return nil
			}
		}
		if obj := r.taskOf(i); obj >= 0 {
			return r.who(obj)
		}
		below = t.Deprel
		i = t.Head
	}
	return nil
}

// taskOf returns the object before the infinitive i that is to do what it says, as "Jones" in "invited Jones to visit", or -1.
func (r *reader) taskOf(i int) int {
	t := r.d.Tokens[i]
	if t.Deprel != "xcomp" && t.Deprel != "advcl" || t.XPOS != "VB" || t.Head < 0 || t.Head > i || !givesTask[r.lemma(t.Head)] {
		return -1
	}
	if obj := r.d.Child(t.Head, "obj", "iobj"); obj < i {
		return obj
	}
	return -1
}

// givesTask are the verbs whose object does what the infinitive after it says.
var givesTask = map[string]bool{"invite": true, "urge": true, "ask": true, "allow": true, "persuade": true, "tell": true, "order": true, "send": true, "press": true, "want": true, "expect": true, "encourage": true, "call": true}

// subject returns the token of a verb's subject, in the passive that of its agent; -1 for none.
func (r *reader) subject(i int) int {
	j := r.d.Child(i, "nsubj")
	if j < 0 || !strings.HasSuffix(r.d.Tokens[j].Deprel, "pass") {
		return j
	}
	return r.by(i)
}

// by returns the agent of a passive, or -1.
func (r *reader) by(i int) int {
	s := r.d.Sentences[r.d.SentenceOf(i)]
	for j := i + 1; j < s.Last; j++ {
		if t := r.d.Tokens[j]; t.Head == i && strings.HasPrefix(t.Deprel, "obl") && r.byPreposition(j, "by") {
			return j
		}
	}
	return -1
}

func (r *reader) isPronounRelative(j int) bool {
	w := r.word(j)
	return w == "who" || w == "which" || w == "that"
}

// relative resolves "who" and "which" to the noun that their clause qualifies.
func (r *reader) relative(j int) []int {
	if !r.isPronounRelative(j) {
		return nil
	}
	if r.word(j) == "who" {
		if m := r.d.Antecedent(j); m >= 0 {
			return r.who(r.d.Mentions[m].Last - 1)
		}
	}
	verb := r.d.Tokens[j].Head
	if verb < 0 || r.d.Tokens[verb].Head < 0 || !strings.HasPrefix(r.d.Tokens[verb].Deprel, "acl") {
		return nil
	}
	return r.who(r.d.Tokens[verb].Head)
}

// who returns the parties at token i: persons, states and international bodies, but no media, and no state that
// only tells where.
func (r *reader) who(i int) []int {
	k := r.d.MentionAt(i)
	if k >= 0 && r.d.Mentions[k].Kind == text.Location {
		return nil
	}
	if p := r.d.Possessed(k); p != k && strings.HasPrefix(r.d.Tokens[i].Deprel, "nsubj") {
		i = r.d.Mentions[p].Last - 1
	}
	return slices.DeleteFunc(r.d.Who(i), func(a int) bool { return !r.canAct(a) })
}

func (r *reader) canAct(a int) bool {
	actor := r.d.Actors[a]
	if actor.Kind != readout.Organisation {
		return true
	}
	o, ok := r.lex.Organisation(actor.ID)
	return !ok || o.Sort != "media" && o.Sort != "thinktank" && o.Sort != "university"
}

// objects returns whom the verb at i acts on: its object, or whom "with" names.
func (r *reader) objects(s text.Sentence, i int) []int {
	for j := i + 1; j < s.Last; j++ {
		t := r.d.Tokens[j]
		if t.Head != i {
			continue
		}
		bare := j < i+8 && r.d.Child(j, "case") < 0
		if t.Deprel == "obj" || t.Deprel == "iobj" || strings.HasPrefix(t.Deprel, "obl") && (bare || r.byPreposition(j, "with", "on")) {
			if who := r.who(j); len(who) > 0 {
				return who
			}
		}
	}
	return r.next(s, i+1, 4)
}

// next returns the parties of the first mention within the given number of words, if nothing but small words stands before it.
func (r *reader) next(s text.Sentence, from, reach int) []int {
	for j := from; j < s.Last && j < from+reach; j++ {
		for _, m := range r.d.MentionsIn(j, j+1) {
			if m.Kind != text.Adjective && m.Kind != text.Location {
				if k := r.d.MentionAt(m.First); k >= 0 && r.d.Mentions[k].Kind == text.Named && r.ownsUnknown(k) {
					return nil // "China's defence minister", whoever that is
				}
				return r.who(m.Last - 1)
			}
		}
		switch r.d.Tokens[j].UPOS {
		case "ADP", "DET", "ADJ", "ADV", "PART":
		case "NOUN":
			if j+1 >= s.Last || r.d.Word(j+1) != "'s" && r.d.Word(j+1) != "’s" {
				return nil
			}
			reach += 2 // "meet the party's leader Smith"
		default:
			return nil
		}
	}
	return nil
}

// ownsUnknown reports whether a state is named only as the owner of somebody or something that is no actor.
func (r *reader) ownsUnknown(k int) bool {
	m := r.d.Mentions[k]
	if m.Actor < 0 || r.d.Actors[m.Actor].Kind != readout.State || m.Last >= len(r.d.Tokens) {
		return false
	}
	w := r.d.Word(m.Last)
	return (w == "’s" || w == "'s") && r.d.Possessed(k) == k
}

// partners returns whom a noun for a meeting names with "with", "between" or "among".
func (r *reader) partners(s text.Sentence, i int) []int {
	who, _ := r.partnersBy(s, i)
	return who
}

// partnersBy returns the partners and the preposition that names them: after "with" somebody else takes part as well.
func (r *reader) partnersBy(s text.Sentence, i int) (who []int, by string) {
	for j := i + 1; j < s.Last && j < i+9; j++ {
		switch r.word(j) {
		case "on":
			if j+1 < s.Last && (r.word(j+1) == "the" || r.word(j+1) == "sidelines") {
				return nil, ""
			}
		case "with", "between", "among", "involving":
			return r.next(s, j+1, 6), r.word(j)
		case "of":
			if who := r.next(s, j+1, 8); len(who) > 1 {
				return who, "of"
			}
		case ",", ";", ".":
			return nil, ""
		}
		if r.isVerb(j) && r.d.Tokens[j].XPOS != "VBN" {
			return nil, ""
		}
	}
	return nil, ""
}

// owners returns who is named before a noun as having part in it: "Smith's meeting", "their talks", "Smith-Jones talks".
func (r *reader) owners(s text.Sentence, i int) []int {
	var out []int
	for j := max(s.First, i-10); j < i; j++ {
		t := r.d.Tokens[j]
		if t.Head != i || t.Deprel != "nmod:poss" && t.Deprel != "compound" && t.Deprel != "nmod" && t.Deprel != "nmod:desc" {
			continue
		}
		for _, a := range r.who(j) {
			if !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	if len(out) < 2 {
		out = r.hyphened(s, i, out)
	}
	return out
}

// hyphened reads "the Smith-Jones talks".
func (r *reader) hyphened(s text.Sentence, i int, out []int) []int {
	for j := i - 1; j >= s.First+2 && j >= i-3; j-- {
		if w := r.word(j - 1); w != "-" && w != "–" {
			continue
		}
		left, right := r.who(j-2), r.who(j)
		if len(left) == 1 && len(right) == 1 && left[0] != right[0] {
			return []int{left[0], right[0]}
		}
	}
	return out
}

// other finds the missing party of a meeting that names one only: a person of another country whom the sentence has as
// subject or owner, else the nearest before the noun.
func (r *reader) other(s text.Sentence, i int, have []int) []int {
	if len(have) == 0 {
		return nil
	}
	best, bestScore := -1, -1000
	for _, m := range r.d.MentionsIn(s.First, s.Last) {
		for _, a := range m.Actors() {
			if m.Kind == text.Location || !r.opposite(a, have) {
				continue
			}
			score := -abs(i - m.Last)
			if strings.HasPrefix(r.d.Tokens[m.Last-1].Deprel, "nsubj") || r.d.Tokens[m.Last-1].Deprel == "nmod:poss" {
				score += 10
			}
			if m.First > i {
				score -= 5
			}
			if score > bestScore {
				best, bestScore = a, score
			}
		}
	}
	if best < 0 {
		return nil
	}
	return []int{best}
}

// opposite reports whether an actor is a person of another country than all of the given ones.
func (r *reader) opposite(a int, have []int) bool {
	actor := r.d.Actors[a]
	if actor.Kind != readout.Person || actor.Country == "" || actor.Made.Rule == text.Unnamed {
		return false
	}
	return !slices.ContainsFunc(have, func(b int) bool { return b == a || r.d.Actors[b].Country == actor.Country })
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

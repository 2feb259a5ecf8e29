package event

import (
	"slices"
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// incident reads the word at i as one for a thing that happened between states.
func (r *reader) incident(s text.Sentence, i int) {
	forms := r.incidents[r.lemma(i)]
	var parties []int
	words, at := r.evidence(s, i), i
	switch {
	case forms == "":
		return
	case !strings.HasPrefix(forms, "noun,") && r.isVerb(i):
		top := r.accusation(i)
		if top >= 0 {
			parties, words, at = r.accusing(s, top), r.evidence(s, top), top
		} else if strings.Contains(forms, "verb,") {
			parties = r.clash(s, i, r.attackers(s, i), i)
		}
	case strings.Contains(forms, "noun,") && r.d.Tokens[i].UPOS == "NOUN":
		parties = r.clash(s, i, r.doers(s, i), i)
	}
	if len(parties) < 2 || r.isConditional(s, i) || r.isDenied(i) {
		return
	}
	if st, _ := r.status(s, i); st != "" && st != readout.Held && st != readout.Ongoing && r.d.Tokens[i].XPOS != "VBG" {
		return
	}
	first, last := r.d.Subtree(i)
	r.out = append(r.out, text.Deed{
		Kind: readout.KindIncident, Trigger: i, Evidence: words, Parties: parties, Issue: r.d.TokensSpan(max(first, i), max(last, i+1)), Led: r.ledTo(s, at),
		Date: r.date(s, at), ClaimedBy: r.claimant(i), Rule: "incident " + r.lemma(i),
	})
}

// accusation returns the verb by which somebody is accused of what the verb at i says, "accused Chad of shelling a post", or -1.
func (r *reader) accusation(i int) int {
	if r.d.Tokens[i].XPOS != "VBG" {
		return -1
	}
	for top, steps := r.d.Tokens[i].Head, 0; top >= 0 && steps < 3; top, steps = r.d.Tokens[top].Head, steps+1 {
		if l := r.lemma(top); r.isVerb(top) && (l == "accuse" || l == "suspect" || l == "blame") {
			return top
		}
	}
	return -1
}

// accusing returns the states of the accuser and of the accused.
func (r *reader) accusing(s text.Sentence, verb int) []int {
	accused := r.d.Child(verb, "obj")
	if accused < 0 {
		return nil
	}
	return r.ofTwoStates(append(slices.Clone(r.agents(s, verb)), r.who(accused)...))
}

// attackers returns who does what the verb at i says, also where they are troops of a state.
func (r *reader) attackers(s text.Sentence, i int) []int {
	if who := r.agents(s, i); len(who) > 0 {
		return who
	}
	if subject := r.subject(i); subject >= 0 {
		return r.doers(s, subject)
	}
	return nil
}

// doers returns those whose deed the noun at i is: "Russia's attacks", "the Russian attack", "an attack by Russia".
func (r *reader) doers(s text.Sentence, i int) []int {
	for j := s.First; j < s.Last; j++ {
		t := r.d.Tokens[j]
		if t.Head != i || j > i && !r.byPreposition(j, "by") {
			continue
		}
		if who := r.who(j); len(who) > 0 {
			return who
		}
		for _, m := range r.d.MentionsIn(j, j+1) {
			if a := r.stateActor(m.Country); m.Country != "" && j < i && a >= 0 {
				return []int{a}
			}
		}
	}
	return nil
}

// clash returns who did it together with the states named in what it was done to.
func (r *reader) clash(s text.Sentence, i int, who []int, top int) []int {
	if len(who) == 0 {
		return nil
	}
	out := slices.Clone(who)
	_, last := r.d.Subtree(top)
	for _, m := range r.d.MentionsIn(i+1, max(last, i+1)) {
		if r.d.Tokens[m.First].Head == top && strings.HasPrefix(r.d.Tokens[m.First].Deprel, "advcl") {
			continue
		}
		out = append(out, m.Actors()...)
		if a := r.stateActor(m.Country); m.Actor < 0 && m.Country != "" && a >= 0 {
			out = append(out, a)
		}
	}
	return r.ofTwoStates(out)
}

// ofTwoStates returns the states of those who have one, each once.
func (r *reader) ofTwoStates(who []int) []int {
	var out []int
	for _, a := range who {
		if c := r.d.Actors[a].Country; c != "" && r.speaksForAParty(a) {
			if st := r.stateActor(c); st >= 0 && !slices.Contains(out, st) {
				out = append(out, st)
			}
		}
	}
	return out
}

// ledTo returns the words of the clause that the incident is the cause of: what stands over it with "after", "over" or "because".
func (r *reader) ledTo(s text.Sentence, i int) text.Span {
	for steps := 0; i >= 0 && steps < 6; steps++ {
		head := r.d.Tokens[i].Head
		if head < 0 {
			break
		}
		for j := max(s.First, i-20); j < i; j++ {
			t := r.d.Tokens[j]
			if t.Head != i || t.Deprel != "mark" && t.Deprel != "case" {
				continue
			}
			switch r.word(j) {
			case "after", "over", "because", "following":
				if r.isVerb(head) {
					first, _ := r.d.Subtree(head)
					return r.d.TokensSpan(first, max(j, head+1))
				}
			}
		}
		i = head
	}
	return text.Span{}
}

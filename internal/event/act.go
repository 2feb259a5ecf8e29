package event

import (
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// act reads a verb that tells of an event between two states, a row of verbs.tsv.
func (r *reader) act(s text.Sentence, i int, row verbRow) {
	if subject := r.subject(i); subject >= 0 && r.lemma(subject) == "opposition" {
		return
	}
	source := r.agents(s, i)
	target := r.patientsOf(s, i, row)
	if len(source) == 0 || len(target) == 0 {
		return
	}
	status, found := r.status(s, i)
	if !found {
		return
	}
	r.out = append(r.out, text.Deed{
		Kind: readout.KindEvent, Trigger: i, Evidence: r.evidence(s, i), Parties: source, Targets: target, Status: status, Type: row.plover,
		Date: r.date(s, i), ClaimedBy: r.claimant(i), Rule: "verb " + r.lemma(i),
	})
}

// patientsOf returns whom the verb acts on: its object, or with "any" also whoever is named within the object.
func (r *reader) patientsOf(s text.Sentence, i int, row verbRow) []int {
	for j := i + 1; j < s.Last; j++ {
		t := r.d.Tokens[j]
		if t.Head != i || t.Deprel != "obj" && t.Deprel != "iobj" && !strings.HasPrefix(t.Deprel, "obl") {
			continue
		}
		if who := r.d.Who(j); len(who) > 0 {
			return who
		}
		if row.target != "any" && t.Deprel != "obj" {
			continue
		}
		first, last := r.d.Subtree(j)
		for _, m := range r.d.MentionsIn(first, last) {
			if m.Actor >= 0 {
				return []int{m.Actor}
			}
			if m.Country != "" {
				if a := r.stateActor(m.Country); a >= 0 {
					return []int{a}
				}
			}
		}
	}
	return nil
}

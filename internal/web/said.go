package web

import (
	"cmp"
	"slices"

	"github.com/readout/readout"
)

// A side gathers what the actors of one country said.
type side struct {
	Country  string // name; "" for speakers of no country
	Speakers []speaker
}

// A speaker is an actor with what they said, in the order of the text.
type speaker struct {
	party
	Lines []sayLine
}

// sayLine is one statement.
type sayLine struct {
	Ref       ref
	FormWords string // how the words are given, where the words do not show it themselves
	Words     []words
	With      []string
	Via       string
	Audience  string
}

// said gathers statements by country and speaker, leaving out those of outside voices.
func (d drafter) said(outside map[string]bool) []side {
	var sides []side
	var codes []string
	var ids [][]string // of the speakers of each side
	for _, v := range d.statements() {
		if outside[v.ID] {
			continue
		}
		code := countryOf(v.Speaker)
		i := slices.Index(codes, code)
		if i < 0 {
			i = len(codes)
			codes, sides, ids = append(codes, code), append(sides, side{}), append(ids, nil)
			if code != "" {
				sides[i].Country = d.names.of(code)
			}
		}
		j := slices.Index(ids[i], v.Speaker.ID)
		if j < 0 {
			j = len(ids[i])
			ids[i], sides[i].Speakers = append(ids[i], v.Speaker.ID), append(sides[i].Speakers, speaker{party: d.party(v.Speaker)})
		}
		sides[i].Speakers[j].Lines = append(sides[i].Speakers[j].Lines, d.say(v))
	}
	return sides
}

// statements returns the statements in the order of the text.
func (d drafter) statements() []readout.Statement {
	return slices.SortedStableFunc(slices.Values(d.record.Statements), func(a, b readout.Statement) int {
		return d.inText(a.ID, b.ID)
	})
}

func (d drafter) say(v readout.Statement) sayLine {
	l := sayLine{Ref: d.items.ref(v.ID), Words: d.items.words(v.Entry), With: d.namesOf(v.With),
		Via: d.optional(v.Via), Audience: v.Audience}
	if v.Form == readout.Direct { // the article may quote without marks, as in a block of its own
		for i := range l.Words {
			l.Words[i].Quoted = true
		}
	}
	l.FormWords = formWords(v.Form, l.Words)
	return l
}

// formWords says how a statement is given unless its quotation marks tell it already.
func formWords(f readout.Form, ws []words) string {
	quoted := slices.ContainsFunc(ws, func(w words) bool { return w.Quoted })
	switch {
	case f == readout.Indirect:
		return "paraphrased"
	case f == readout.Mixed && !quoted:
		return "paraphrased in part"
	}
	return ""
}

// A voice is someone who speaks for no party, with their assessments.
type voice struct {
	Name        string
	Affiliation string
	Lines       []voiceLine
}

// A voiceLine is an assessment and the statement it is made in.
type voiceLine struct {
	Ref       ref
	Statement sayLine
}

// voices gathers assessments by speaker and says which statements they are made in.
func (d drafter) voices() ([]voice, map[string]bool) {
	said := map[string]readout.Statement{}
	for _, v := range d.record.Statements {
		said[v.ID] = v
	}
	sorted := slices.SortedStableFunc(slices.Values(d.record.Assessments), func(a, b readout.Assessment) int {
		return d.inText(a.ID, b.ID)
	})
	var out []voice
	var ids []string
	outside := map[string]bool{}
	for _, v := range sorted {
		i := slices.Index(ids, v.Speaker.ID)
		if i < 0 {
			p := d.party(v.Speaker)
			i, ids, out = len(ids), append(ids, v.Speaker.ID), append(out, voice{p.Name, cmp.Or(v.Affiliation, p.Office), nil})
		}
		l := voiceLine{Ref: d.items.ref(v.ID), Statement: sayLine{Words: d.items.words(v.Entry)}}
		if s, ok := said[v.Statement]; ok {
			outside[s.ID] = true
			l.Statement = d.say(s)
		}
		out[i].Lines = append(out[i].Lines, l)
	}
	return out, outside
}

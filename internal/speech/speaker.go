package speech

import (
	"strings"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// voiceAt finds whom the subject at token j stands for.
func (r *reader) voiceAt(s text.Sentence, j int) voice {
	v := r.subjectVoice(s, j)
	if first, last := r.d.Subtree(j); v.known() && last > first {
		v.words = r.d.TokensSpan(first, last)
	}
	return v
}

func (r *reader) subjectVoice(s text.Sentence, j int) voice {
	if k := r.d.Possessed(r.d.MentionAt(j)); k >= 0 {
		m := r.d.Mentions[k]
		if v := r.voiceOf(m); v.known() {
			return r.joint(j, v)
		}
	}
	if r.isRelative(j) {
		return r.relative(j)
	}
	if v := r.governmentOf(j); v.known() {
		return v
	}
	if documents[r.d.Tokens[j].Lemma] {
		return r.document(s, j)
	}
	return nobody
}

func (r *reader) voiceOf(m text.Mention) voice {
	switch {
	case m.Kind == text.Adjective:
		return nobody
	case m.Actor >= 0:
		return voice{actor: m.Actor}
	case len(m.Group) > 0:
		return voice{actor: m.Group[0], with: m.Group[1:]}
	}
	return nobody
}

// joint adds those whom "and" joins to the subject.
func (r *reader) joint(j int, v voice) voice {
	s := r.d.Sentences[r.d.SentenceOf(j)]
	for i := s.First; i < s.Last; i++ {
		t := r.d.Tokens[i]
		if t.Head != j || t.Deprel != "conj" {
			continue
		}
		k := r.d.MentionAt(i)
		if k < 0 {
			continue
		}
		if m := r.d.Mentions[k]; m.Actor >= 0 && m.Actor != v.actor && r.d.Actors[m.Actor].Kind == r.d.Actors[v.actor].Kind {
			v.with = append(v.with, m.Actor)
		}
	}
	return v
}

// relative resolves "who said" to the noun it qualifies.
func (r *reader) relative(j int) voice {
	if k := r.d.Antecedent(j); k >= 0 {
		return r.voiceOf(r.d.Mentions[k])
	}
	verb := r.d.Tokens[j].Head
	if verb < 0 || !strings.HasPrefix(r.d.Tokens[verb].Deprel, "acl") {
		return nobody
	}
	if k := r.d.MentionAt(r.d.Tokens[verb].Head); k >= 0 {
		return r.voiceOf(r.d.Mentions[k])
	}
	return nobody
}

// governmentOf returns the state whose government a noun names by the one who heads it: "Smith's government".
func (r *reader) governmentOf(j int) voice {
	switch r.d.Tokens[j].Lemma {
	case "government", "administration", "cabinet":
	default:
		return nobody
	}
	k := r.d.MentionAt(r.d.Child(j, "nmod:poss"))
	if k < 0 || r.d.Mentions[k].Actor < 0 {
		return nobody
	}
	return r.state(r.d.Actors[r.d.Mentions[k].Actor].Country)
}

// state returns the state of a country as a voice, nobody where the article does not know it.
func (r *reader) state(country string) voice {
	for a, actor := range r.d.Actors {
		if country != "" && actor.Kind == readout.State && actor.Country == country {
			return voice{actor: a}
		}
	}
	return nobody
}

// documents are texts that say things in their issuer's name.
var documents = map[string]bool{
	"statement": true, "readout": true, "communique": true, "communiqué": true, "report": true, "letter": true, "note": true, "tweet": true, "post": true,
	"declaration": true, "release": true, "account": true, "document": true, "message": true, "commentary": true, "editorial": true, "spokesman": true, "spokesperson": true,
}

// document finds whose text the noun at token j is: the body named with it ("Beijing's readout", "a statement from the
// ministry"), else the one whose text was spoken of before.
func (r *reader) document(s text.Sentence, j int) voice {
	first, last := r.d.Subtree(j)
	for _, m := range r.d.MentionsIn(first, min(last, j+12)) {
		if m.Actor >= 0 && m.Kind != text.Adjective && m.Kind != text.Location {
			return voice{actor: m.Actor}
		}
	}
	for _, m := range r.d.MentionsIn(first, j+1) {
		if m.Country == "" || m.Kind != text.Adjective {
			continue // "the Rwandan statement"
		}
		if v := r.state(m.Country); v.known() {
			return v
		}
	}
	if verb := r.d.Tokens[j].Head; verb >= 0 && r.d.Tokens[j].Deprel == "obj" {
		if subject := r.d.Child(verb, "nsubj"); subject >= 0 && subject != j {
			if k := r.d.MentionAt(subject); k >= 0 {
				return r.voiceOf(r.d.Mentions[k]) // "the ministry released a statement calling for"
			}
		}
	}
	if j > 0 && strings.ToLower(r.word(j-1)) == "joint" {
		if v := r.lastGroup(j); v.known() {
			return v
		}
	}
	if !r.last.known() {
		return r.lastBody(j)
	}
	return voice{actor: r.bodyOf(r.last.actor)}
}

// lastGroup returns those last spoken of together, not far before token j: the issuers of "the joint statement".
func (r *reader) lastGroup(j int) voice {
	here := r.d.SentenceOf(j)
	for k := len(r.d.Mentions) - 1; k >= 0; k-- {
		if m := r.d.Mentions[k]; m.First < j && len(m.Group) > 1 {
			if here-r.d.SentenceOf(m.First) > 3 {
				break
			}
			return r.voiceOf(m)
		}
	}
	return nobody
}

// lastBody returns the state or body that was the subject of a clause last, not far before token j; where there is none, the
// body of the person who was it.
func (r *reader) lastBody(j int) voice {
	here := r.d.SentenceOf(j)
	best, person := nobody, nobody
	for _, m := range r.d.Mentions {
		if m.First >= j {
			break
		}
		if m.Actor < 0 || here-r.d.SentenceOf(m.First) > 3 || !r.isSubject(m) {
			continue
		}
		if r.d.Actors[m.Actor].Kind == readout.Person {
			person = voice{actor: r.bodyOf(m.Actor)}
		} else {
			best = voice{actor: m.Actor}
		}
	}
	if !best.known() {
		return person
	}
	return best
}

// isSubject reports whether the mention is the subject of a verb.
func (r *reader) isSubject(m text.Mention) bool {
	for i := m.First; i < m.Last; i++ {
		if strings.HasPrefix(r.d.Tokens[i].Deprel, "nsubj") {
			return true
		}
	}
	return false
}

// bodyOf returns the ministry or body that a person's words were put out by: the latest one of the person's country that
// the article names as an organisation; the person where there is none.
func (r *reader) bodyOf(actor int) int {
	a := r.d.Actors[actor]
	if a.Kind != readout.Person || a.Country == "" {
		return actor
	}
	here := len(r.d.Text)
	if len(r.out) > 0 {
		here = r.out[len(r.out)-1].Content.End
	}
	best := actor
	for _, m := range r.d.Mentions {
		if m.Start > here {
			break
		}
		if m.Actor >= 0 && r.d.Actors[m.Actor].Kind == readout.Organisation && r.d.Actors[m.Actor].Country == a.Country {
			best = m.Actor
		}
	}
	return best
}

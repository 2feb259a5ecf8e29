package actor_test

import (
	"strings"
	"testing"

	"github.com/readout/readout/internal/codedtest"
	"github.com/readout/readout/internal/text"
)

// Who is referred to in the tests below.
const people = "Indian Foreign Minister Arun Mehta and Pakistani Foreign Minister Sana Malik are known."

// referents writes whom the last mention of the words stands for; "nobody" where there is none.
func referents(d *text.Doc, words string) string {
	at := strings.LastIndex(d.Text, words)
	out := "nobody"
	for _, m := range d.Mentions {
		if m.Start < at || m.Start >= at+len(words) || m.Kind == text.Adjective {
			continue
		}
		var names []string
		for _, a := range m.Actors() {
			names = append(names, d.Actors[a].Name)
		}
		if len(names) > 0 {
			out = strings.Join(names, ", ")
		}
	}
	return out
}

func TestReferences(t *testing.T) {
	for _, c := range []struct{ name, text, words, want, fails string }{
		{"a title with its state's adjective", "The Indian foreign minister arrived in Oslo.", "foreign minister", "Arun Mehta", ""},
		{"a title with its state", "India’s foreign minister arrived in Oslo.", "foreign minister", "Arun Mehta", ""},
		{"a title alone is the one last named", "Mehta arrived in Oslo. The foreign minister then left.", "The foreign minister", "Arun Mehta", ""},
		{"another title than the person's", "Mehta arrived in Oslo. The president then left.", "president", "president", ""},
		{"he", "Mehta arrived in Oslo. He then left.", "He", "Arun Mehta", ""},
		{"his", "Mehta arrived in Oslo and his car left.", "his", "Arun Mehta", ""},
		{"she", "Malik arrived in Oslo. She then left.", "She", "Sana Malik", ""},
		{"it is the state", "India asked for talks. It then withdrew.", "It", "India", ""},
		{"the two sides", "India talked to Pakistan. The two sides agreed.", "The two sides", "India, Pakistan", ""},
		{"both countries", "India talked to Pakistan. Both countries agreed.", "Both countries", "India, Pakistan", ""},
		{"the two countries", "India talked to Pakistan. The two countries agreed.", "The two countries", "India, Pakistan", ""},
		{"the two ministers", "Mehta met Malik. The two ministers agreed.", "The two ministers", "Arun Mehta, Sana Malik", ""},
		{"the ministers", "Mehta met Malik. The ministers agreed.", "The ministers", "Arun Mehta, Sana Malik", ""},
		{"the two foreign ministers, named after", "The two foreign ministers, Arun Mehta and Sana Malik, agreed.", "The two foreign ministers", "Arun Mehta, Sana Malik", ""},
		{"the foreign ministers of two states", "The foreign ministers of India and Pakistan agreed.", "The foreign ministers", "Arun Mehta, Sana Malik", ""},
		{"they after two people", "Mehta met Malik. They agreed.", "They", "Arun Mehta, Sana Malik", "they after a subject and an object stands for nobody"},
		{"the pair", "Mehta met Malik. The pair agreed.", "The pair", "Arun Mehta, Sana Malik", ""},
		{"both as a subject", "Mehta met Malik. Both agreed.", "Both", "Arun Mehta, Sana Malik", "both is taken for the two states"},
		{"the two alone", "Mehta met Malik. The two agreed.", "The two", "Arun Mehta, Sana Malik", ""},
		{"three countries are not two", "India, Pakistan and Norway talked. The three countries agreed.", "The three countries", "India, Pakistan, Norway", "the three stands for nobody"},
		{"the Indian side is the state", "The Indian side agreed.", "The Indian side", "India", "an adjective before side names nobody"},
		{"the ministry is that of the state spoken of", "India asked for talks. Its foreign ministry agreed.", "foreign ministry", "Foreign Ministry", "a ministry after its is not read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			codedtest.Compare(t, c.text, referents(codedtest.Doc(t, codedtest.Monday, people, c.text), c.words), c.want, c.fails)
		})
	}
}

func TestTheHoldersOfAnOfficeThatTheArticleDoesNotNameAreThoseOfTheDay(t *testing.T) {
	d := codedtest.Doc(t, "2023-11-15", "The United States talked to China. The two presidents met in California.")
	codedtest.Compare(t, "the two presidents", referents(d, "The two presidents"), "Xi Jinping, Joe Biden", "")
	d = codedtest.Doc(t, "2023-11-15", "The United States talked to China. The two leaders met in California.")
	codedtest.Compare(t, "the two leaders, of whatever office", referents(d, "The two leaders"), "China, United States", "")
}

func TestADatelineNamesNobody(t *testing.T) {
	for _, c := range []struct{ name, text, fails string }{
		{"an agency in brackets", "OSLO (AFP) — Talks were held.", ""},
		{"a day and an agency", "OSLO, June 19 (Xinhua) -- Talks were held.", ""},
		{"two cities", "OSLO/GENEVA (Reuters) - Talks were held.", ""},
		{"a city alone", "OSLO — Talks were held.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, a := range codedtest.Doc(t, codedtest.Monday, c.text).Actors {
				if a.Made.Rule != text.Unnamed {
					got = append(got, a.Name)
				}
			}
			codedtest.Compare(t, c.text, strings.Join(got, "\n"), "", c.fails)
		})
	}
}

func TestUnnamedSourcesAreListedWhereTheySpeak(t *testing.T) {
	for _, tt := range []struct{ name, text, want, fails string }{
		{"a source that speaks", "A military source told reporters that the border was open.", "military source", ""},
		{"a source that is only there", "A military source was in the room.", "", ""},
		{"officials of a state are the state", "US officials said that the border was open.", "United States", "officials of a state are an actor of their own"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, a := range codedtest.Record(t, codedtest.Monday, tt.text).Actors {
				got = append(got, a.Name)
			}
			codedtest.Compare(t, tt.text, strings.Join(got, "\n"), tt.want, tt.fails)
		})
	}
}

func TestMentionsStandInOrderOnTheirWords(t *testing.T) {
	d := codedtest.Doc(t, codedtest.Monday, people, "India’s foreign minister met the Pakistani one. The two sides agreed, and he left for Beijing.")
	for i, m := range d.Mentions {
		if m.First >= m.Last || m.End <= m.Start || m.Start < d.Tokens[m.First].Start || m.End > d.Tokens[m.Last-1].End {
			t.Errorf("mention %q at tokens %d to %d", d.Slice(m.Span), m.First, m.Last)
		}
		if i > 0 && m.First < d.Mentions[i-1].First {
			t.Errorf("mention %q stands after %q", d.Slice(m.Span), d.Slice(d.Mentions[i-1].Span))
		}
		for _, a := range m.Actors() {
			if a >= len(d.Actors) {
				t.Errorf("mention %q refers to actor %d of %d", d.Slice(m.Span), a, len(d.Actors))
			}
		}
	}
}

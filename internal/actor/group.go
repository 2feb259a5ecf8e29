package actor

import (
	"slices"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// groupNouns follow "the two", "both" and the like; true where they stand for persons, false for states.
var groupNouns = map[string]bool{
	"sides": false, "countries": false, "nations": false, "states": false, "governments": false, "capitals": false, "parties": false, "neighbours": false,
	"neighbors": false, "powers": false, "allies": false, "rivals": false, "economies": false, "superpowers": false, "peoples": false, "delegations": false,
	"secretaries-general": true, "leaders": true, "men": true, "women": true, "presidents": true, "ministers": true, "diplomats": true, "officials": true, "premiers": true, "envoys": true,
	"negotiators": true, "counterparts": true, "chiefs": true, "secretaries": true, "politicians": true,
}

// group resolves a collective noun at token i: "the two sides", "both countries", "the pair", "the sides".
func (r *resolver) group(s text.Sentence, i int) (text.Mention, bool) {
	j := i
	w := lower(r.words[j])
	counted := false
	switch {
	case w == "both":
		counted = true
		j++
	case w == "the" || w == "our" || w == "these" || w == "two":
		if w != "two" {
			j++
		}
		if j < s.Last && (lower(r.words[j]) == "two" || r.words[j] == "2") {
			counted = true
			j++
		}
	default:
		return text.Mention{}, false
	}
	if j < s.Last && (lower(r.words[j]) == "pair" || lower(r.words[j]) == "duo") {
		return r.groupOf(i, j+1, true, nil)
	}
	kind := j
	for j < s.Last && (r.d.Tokens[j].UPOS == "ADJ" || lower(r.words[j]) == "foreign" || lower(r.words[j]) == "prime" || lower(r.words[j]) == "defence" || lower(r.words[j]) == "defense") && j-i < 5 {
		j++
	}
	if j >= s.Last {
		return text.Mention{}, false
	}
	noun := lower(r.words[j])
	persons, ok := groupNouns[noun]
	if !ok {
		if w == "both" && (r.d.Tokens[i].Deprel == "nsubj" || finite(r.d.Tokens[j].XPOS)) {
			if g := r.latestGroup(i); len(g) > 1 {
				return text.Mention{Span: r.span(i, i+1), First: i, Last: i + 1, Actor: -1, Group: g, Kind: text.Group}, true
			}
			return r.groupOf(i, i+1, false, nil)
		}
		if counted && w == "the" && j < s.Last && r.d.Tokens[j-1].Deprel == "nsubj" {
			return r.groupOf(i, j, true, nil)
		}
		return text.Mention{}, false
	}
	if !counted && noun != "sides" && noun != "parties" && noun != "leaders" && noun != "ministers" && noun != "neighbours" && noun != "neighbors" {
		return text.Mention{}, false
	}
	return r.groupOf(i, j+1, persons, classesOf(lower(r.words[kind]), noun))
}

// finite reports whether a Penn tag is that of a verb with a subject of its own: "both agreed".
func finite(xpos string) bool { return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD" }

// classesOf returns the classes of office that a collective noun names, nil where it names none: "foreign ministers".
func classesOf(kind, noun string) []string {
	switch {
	case noun == "presidents":
		return []string{"head_of_state"}
	case noun == "premiers" || kind == "prime" && noun == "ministers":
		return []string{"head_of_government"}
	case kind == "defence" || kind == "defense":
		return []string{"defence_minister"}
	case kind == "foreign" && (noun == "ministers" || noun == "secretaries"):
		return []string{"foreign_minister"}
	case noun == "leaders":
		return []string{"head_of_state", "head_of_government", "leader", "body_head"}
	}
	return nil
}

func (r *resolver) groupOf(first, last int, persons bool, classes []string) (text.Mention, bool) {
	m := text.Mention{Span: r.span(first, last), First: first, Last: last, Actor: -1, Kind: text.Group}
	if persons {
		m.Group = r.apposed(r.d.Sentences[r.d.SentenceOf(first)], last)
		if len(m.Group) < 2 {
			m.Group = r.sameGroup(last)
		}
		if len(m.Group) < 2 {
			m.Group = r.persons(classes, 2)
		}
		if len(m.Group) < 2 && classes != nil {
			m.Group = r.holdersOf(first, classes)
		}
	}
	if len(m.Group) < 2 {
		m.Group = r.twoStates(first)
	}
	return m, len(m.Group) >= 2
}

// latestGroup returns the group spoken of last, in the two sentences before at most: "The two leaders … . Both …".
func (r *resolver) latestGroup(i int) []int {
	here := r.d.SentenceOf(i)
	for h := len(r.history) - 1; h >= 0; h-- {
		m := r.history[h]
		if here-r.d.SentenceOf(m.First) > 2 {
			return nil
		}
		if m.Kind == text.Group && len(m.Group) > 1 {
			return m.Group
		}
	}
	return nil
}

// sameGroup returns whom the same noun stood for before: "the leaders", and a paragraph on "the leaders" again.
func (r *resolver) sameGroup(last int) []int {
	noun := lower(r.words[last-1])
	for i := len(r.history) - 1; i >= 0 && i >= len(r.history)-maxHistory; i-- {
		m := r.history[i]
		if r.paragraphOf(last-1)-r.paragraphOf(m.First) > reach {
			return nil
		}
		if m.Kind == text.Group && len(m.Group) > 1 && lower(r.words[m.Last-1]) == noun && r.entities[m.Group[0]].kind == readout.Person {
			return m.Group
		}
	}
	return nil
}

// holdersOf returns the persons of the two states who hold an office of the classes: those the article names anywhere, else
// those of the lexicon on the day.
func (r *resolver) holdersOf(token int, classes []string) []int {
	states := r.twoStates(token)
	var out []int
	for _, st := range states {
		country := r.entities[st].country
		for _, class := range classes {
			if i := r.namedHolder(country, class); i >= 0 {
				out = append(out, i)
				break
			}
			if h := r.lex.Holders(country, class, r.day); len(classes) == 1 && len(h) == 1 && !r.day.IsZero() {
				out = append(out, r.lexical(h[0]))
				break
			}
		}
	}
	if len(out) == len(states) {
		return out
	}
	return nil
}

// reach is how many paragraphs back a reference looks.
const reach = 3

// persons returns the n persons last spoken of, of one of the classes where any are given, no two of them of one country unless
// both lack one; in the order in which they were named.
func (r *resolver) persons(classes []string, n int) []int {
	var out []int
	here := r.paragraphNow()
	for i := len(r.history) - 1; i >= 0 && i >= len(r.history)-maxHistory && len(out) < n; i-- {
		m := r.history[i]
		if r.paragraphOf(m.First) < here-2*reach {
			break
		}
		for _, a := range append([]int{m.Actor}, m.Group...) {
			if a < 0 || len(out) == n || r.entities[a].kind != readout.Person || slices.Contains(out, a) || r.entities[a].quiet || len(classes) > 0 && !slices.Contains(classes, r.entities[a].class) {
				continue
			}
			if slices.ContainsFunc(out, func(b int) bool { return r.entities[a].country != "" && r.entities[b].country == r.entities[a].country }) {
				continue
			}
			out = append(out, a)
		}
	}
	slices.Reverse(out)
	return out
}

func (r *resolver) paragraphNow() int {
	if len(r.history) == 0 {
		return 0
	}
	return r.paragraphOf(r.history[len(r.history)-1].First)
}

func (r *resolver) paragraphOf(token int) int {
	return r.d.Sentences[r.d.SentenceOf(token)].Paragraph
}

// twoStates returns the two states that "the two sides" are: the two spoken of in this sentence and the one before,
// where they are just two; else the two the article speaks of most.
func (r *resolver) twoStates(token int) []int {
	var near []string
	here := r.d.SentenceOf(token)
	for i := len(r.history) - 1; i >= 0; i-- {
		m := r.history[i]
		if r.d.SentenceOf(m.First) < here-1 {
			break
		}
		if c := r.country(m); c != "" && !slices.Contains(near, c) && (m.Actor >= 0 && m.Kind != text.Location) {
			near = append(near, c)
		}
	}
	slices.SortStableFunc(near, func(a, b string) int { return r.frequency[b] - r.frequency[a] })
	if len(near) > 2 {
		near = near[:2]
	}
	if len(near) < 2 {
		near = r.commonest(2)
	}
	if len(near) != 2 {
		return nil
	}
	slices.Sort(near)
	return []int{r.state(near[0]), r.state(near[1])}
}

// commonest returns the n countries that the article speaks of most.
func (r *resolver) commonest(n int) []string {
	var codes []string
	for c := range r.frequency {
		codes = append(codes, c)
	}
	slices.SortFunc(codes, func(a, b string) int {
		if d := r.frequency[b] - r.frequency[a]; d != 0 {
			return d
		}
		if a < b {
			return -1
		}
		return 1
	})
	return codes[:min(n, len(codes))]
}

package brief

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout/readout"
)

// name returns what a key of a party is called: "China", "European Union".
func (b *brief) name(key string) string {
	if a, ok := b.actors[key]; ok && a.Name != "" {
		return a.Name
	}
	if s := b.lex.StateName(key); s != "" {
		return s
	}
	return key
}

// withArticle are the states of a one-word name that takes the article in a sentence; from general English usage.
var withArticle = map[string]bool{"BHS": true, "GMB": true, "MDV": true, "NLD": true, "PHL": true}

// the returns a party's name as a sentence has it: "the United States".
func (b *brief) the(key string) string {
	name := b.name(key)
	isState := b.lex.StateName(key) != ""
	switch {
	case isState && (withArticle[key] || strings.HasPrefix(name, "United ") || strings.HasSuffix(name, " Republic") || strings.HasSuffix(name, " Islands")),
		!isState && strings.Contains(name, " ") && !strings.HasPrefix(strings.ToLower(name), "the "):
		return "the " + name
	}
	return name
}

// list lists keys as a sentence does: "China and the United States".
func (b *brief) list(keys []string) string {
	var names []string
	for _, k := range keys {
		names = append(names, b.the(k))
	}
	return enumerate(names)
}

func enumerate(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// introduce returns an actor's name, at its first use with its office and country.
func (b *brief) introduce(r readout.ActorRef) phrase {
	a := b.actors[r.ID]
	name := as(plain, r.Name)
	if b.introduced[r.ID] || a.Kind == readout.State || r.ID == r.Country {
		return name
	}
	b.introduced[r.ID] = true
	var about []string
	if a.Office != "" {
		about = append(about, a.Office)
	}
	if r.Country != "" && !strings.Contains(a.Office, b.name(r.Country)) {
		about = append(about, b.name(r.Country))
	}
	if len(about) == 0 {
		return name
	}
	return join(" ", name, as(dim, "("+strings.Join(about, ", ")+")"))
}

// shortName returns what the articles call an actor for short.
func (b *brief) shortName(r readout.ActorRef) string {
	if s := b.short[r.ID]; s != "" {
		return s
	}
	return r.Name
}

func fullNames(refs []readout.ActorRef) []string {
	if len(refs) == 0 {
		return []string{"unnamed participants"}
	}
	var out []string
	for _, r := range refs {
		out = append(out, r.Name)
	}
	return out
}

// inSentence names an actor, with the article where a state's name takes it.
func (b *brief) inSentence(r readout.ActorRef) string {
	if r.ID == r.Country {
		return b.the(r.ID)
	}
	return r.Name
}

// capital writes the article at the beginning of a sentence with a capital letter.
func capital(s string) string {
	if strings.HasPrefix(s, "the ") {
		return "T" + s[1:]
	}
	return s
}

// firstUpper writes the first letter as a capital.
func firstUpper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

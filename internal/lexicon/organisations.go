package lexicon

import (
	"strings"

	"github.com/readout/readout/internal/text"
)

// Organisation is a row of organisations.tsv.
type Organisation struct {
	ID      string // "organisation:xinhua"
	Name    string
	Country string // ISO 3166-1 alpha-3; empty for an international body
	Sort    string // igo, media, thinktank, …
}

// Organisation returns the organisation of an ID.
func (l *Lexicon) Organisation(id string) (Organisation, bool) {
	o, ok := l.orgs[id]
	return o, ok
}

func (l *Lexicon) enterOrganisation(r row) error {
	country := r.get("country")
	if _, ok := l.states[country]; !ok && country != "" {
		return r.errorf("no state %q in states.tsv", country)
	}
	o := Organisation{ID: "organisation:" + Slug(r.get("name")), Name: r.get("name"), Country: country, Sort: r.get("sort")}
	if _, ok := l.orgs[o.ID]; ok {
		return r.errorf("organisation %q stands twice", o.Name)
	}
	l.orgs[o.ID] = o
	for _, name := range append([]string{o.Name}, r.list("aliases")...) {
		l.terms.add(text.Words(name), Term{Kind: OrganisationTerm, ID: o.ID, Name: o.Name, Country: country, Sort: o.Sort, Cased: true})
	}
	return nil
}

func (l *Lexicon) enterOrgWord(r row) error {
	l.orgWords[r.get("word")] = r.get("sort")
	return nil
}

func (l *Lexicon) enterMinistry(r row) error {
	l.terms.add(text.Words(r.get("phrase")), Term{Kind: Ministry, ID: r.get("function"), Name: r.get("name"), Sort: r.get("function")})
	return nil
}

func (l *Lexicon) enterRole(r row) error {
	for _, phrase := range r.list("phrases") {
		t := Term{Kind: Role, ID: r.get("class"), Name: r.get("name"), Sort: r.get("sort")}
		l.terms.add(text.Words(phrase), t)
		if t.Sort == "office" || t.Sort == "official" {
			l.terms.add(text.Words(plural(phrase)), t)
		}
	}
	return nil
}

// plural writes the plural of a title: "foreign ministers", "ministers of defence", "secretaries of state".
func plural(phrase string) string {
	words := strings.Fields(phrase)
	head := len(words) - 1
	for i, w := range words {
		if (w == "of" || w == "for" || w == "to") && i > 0 {
			head = i - 1
			break
		}
	}
	w := words[head]
	switch {
	case strings.HasSuffix(w, "s"):
	case strings.HasSuffix(w, "man"):
		w = strings.TrimSuffix(w, "man") + "men"
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "oy"):
		w = strings.TrimSuffix(w, "y") + "ies"
	default:
		w += "s"
	}
	words[head] = w
	return strings.Join(words, " ")
}

// Slug writes a name in lower case with dashes between its words, for use in an ID.
func Slug(name string) string {
	var b strings.Builder
	dash := false
	for _, r := range strings.ToLower(strings.ReplaceAll(name, "+", " plus")) {
		switch {
		case r == '\'' || r == '’' || r == '.':
		case isNameRune(r):
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			dash = false
		default:
			dash = true
		}
	}
	return b.String()
}

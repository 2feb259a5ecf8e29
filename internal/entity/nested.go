package entity

import (
	"unicode"
	"unicode/utf8"

	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
)

// The patterns of names within names, in the order in which they are tried. docs/entities.md shows each with an example, and a test
// runs them.
//
//	title      a person's titles                        [President] Xi Jinping
//	first      a name that begins with a nationality,   [Chinese] Foreign Ministry, [Munich] Security Conference,
//	           a place or an organisation               [NATO] Summit
//	of         a place or an organisation after "of"    Bank of [China], University of [California]
//	comma      a place after a comma                    University of California, [Berkeley]
//	possessor  a place or a person before "'s"          [Platt] 's Music Hall
//	namesake   a given and a family name at the         [John Murray] Archive
//	           beginning of what is no person
//	office     a role, "of" and the body it is held in  [director of the Central Foreign Affairs Commission]

// within looks for names inside the name e.
func (r *reader) within(e text.Entity) {
	switch e.Type {
	case text.Person:
		if i := r.TitleAfter(r.doc, e.First, e.Last); i > e.First {
			r.add(e.First, i, text.Office, "title", 0)
		}
	case text.Organisation, text.Happening, text.Facility, text.Geographic, text.Polity:
		forms := formsOf(r.doc, e.First, e.Last)
		r.beginning(e, forms)
		r.after(e, forms)
		r.possessor(e, forms)
	}
}

// beginning is the patterns "first" and "namesake".
func (r *reader) beginning(e text.Entity, forms []string) {
	if len(forms) < 2 || e.Type != text.Organisation && e.Type != text.Happening && r.listedKind(forms) != "" {
		return // San Francisco holds no town of San
	}
	from := 0
	if forms[0] == "The" || forms[0] == "the" {
		from = 1
	}
	kind, n := r.listed(forms[:len(forms)-1], from) // the whole name is no name within itself
	if n > 0 && from+n < len(forms) && capital(forms[from+n]) {
		r.add(e.First+from, e.First+from+n, kind, "first", 0)
		return
	}
	if e.Type != text.Polity && len(forms)-from >= 3 && r.Names.Given(forms[from]) && r.Names.Family(forms[from+1]) && capital(forms[from+2]) {
		r.add(e.First+from, e.First+from+2, text.Person, "namesake", 0)
	}
}

// listed returns the kind and length of the longest name that the tables hold from word i on. A town whose name people bear
// counts only where it stands in the larger tables too.
func (r *reader) listed(forms []string, i int) (text.EntityType, int) {
	terms, n := r.Lexicon.Match(forms, i)
	for _, t := range terms {
		switch t.Kind {
		case lexicon.Demonym:
			return text.Nationality, n
		case lexicon.State, lexicon.Seat, lexicon.PlaceTerm:
			return r.listedKind(forms[i : i+n]), n
		case lexicon.OrganisationTerm:
			return text.Organisation, n
		}
	}
	if n := r.Names.Town(forms, i); n > 0 && !(n == 1 && (r.Names.Given(forms[i]) || r.Names.Family(forms[i]) || r.Names.Sort(forms[i]) != "" || r.Lexicon.OrgSort(forms[i]) != "")) {
		return text.Polity, n
	}
	return "", 0
}

// after is the patterns "of" and "comma": what the tables hold from there to the end, or what ends with a word of organisations.
func (r *reader) after(e text.Entity, forms []string) {
	for i := 1; i < len(forms)-1; i++ {
		if forms[i] != "of" && forms[i] != "," && forms[i] != "for" {
			continue
		}
		at, rule := i+1, "of"
		if forms[i] == "," {
			rule = "comma"
		}
		if forms[at] == "the" && at+1 < len(forms) {
			at++
		}
		end := nextJoin(forms, at)
		kind, n := r.listed(forms, at)
		switch {
		case n > 0 && (at+n == end):
			r.add(e.First+at, e.First+at+n, kind, rule, 0)
		case rule == "of" && end == len(forms) && end-at > 1 && r.Lexicon.OrgSort(forms[end-1]) != "":
			r.add(e.First+at, e.First+end, text.Organisation, rule, 0)
		}
	}
}

// nextJoin returns the first comma or "of" from word i on, or the end.
func nextJoin(forms []string, i int) int {
	for i < len(forms) && forms[i] != "," && forms[i] != "of" {
		i++
	}
	return i
}

// possessor is the pattern of that name.
func (r *reader) possessor(e text.Entity, forms []string) {
	for i := 1; i < len(forms)-1; i++ {
		if forms[i] != "'s" {
			continue
		}
		kind, n := r.listed(forms, 0)
		switch {
		case n == i:
			r.add(e.First, e.First+i, kind, "possessor", 0)
		case r.Names.Given(forms[i-1]) || r.Names.Family(forms[i-1]):
			r.add(e.First, e.First+i, text.Person, "possessor", 0)
		}
		return
	}
}

// offices is the pattern of that name: a role before "of" and a name, which the office then holds.
func (r *reader) offices(flat []text.Entity) {
	byFirst := make(map[int]text.Entity, len(flat))
	for _, e := range flat {
		if e.Type == text.Organisation || e.Type == text.Polity {
			byFirst[e.First] = e
		}
	}
	for _, s := range r.doc.Sentences {
		forms := formsOf(r.doc, s.First, s.Last)
		for i := range forms {
			if r.covered[s.First+i] {
				continue
			}
			terms, n := r.Lexicon.Match(forms, i)
			if n == 0 || !hasKind(terms, lexicon.Role) {
				continue
			}
			at := i + n
			if at >= len(forms) || forms[at] != "of" && forms[at] != "for" {
				continue
			}
			at++
			if at < len(forms) && forms[at] == "the" {
				at++
			}
			if e, ok := byFirst[s.First+at]; ok && !r.anyCovered(s.First+i, s.First+at) {
				r.add(s.First+i, e.Last, text.Office, "office", 0)
			}
		}
	}
}

// capital reports whether a word begins with a capital letter.
func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

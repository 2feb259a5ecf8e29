package lexicon

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// Person is somebody of the public record.
type Person struct {
	ID      string // "person:antony-blinken"
	Name    string
	Country string // ISO 3166-1 alpha-3; empty for officials of international bodies
	Offices []Office
	aliases []string
}

// Office is an office that a person held.
type Office struct {
	Title    string    // "Secretary of State"
	Class    string    // a class of roles.tsv: "foreign_minister"
	Body     string    // the international body or ministry, where there is one
	From, To time.Time // first and last day; a zero To means still in office
}

// Covers reports whether the office was held on the day; every office covers the zero time.
func (o Office) Covers(day time.Time) bool {
	return day.IsZero() || !day.Before(o.From) && (o.To.IsZero() || !day.After(o.To))
}

// ranks orders the classes of office by which a person is called who holds several.
var ranks = []string{"head_of_state", "head_of_government", "body_head", "foreign_minister", "defence_minister", "leader", "finance_minister", "trade_minister", "interior_minister", "envoy"}

// OfficeOn returns the office held on a day: the highest where there are several, and of one rank the last of the table.
// With the zero day it is the latest of all.
func (p Person) OfficeOn(day time.Time) (Office, bool) {
	var best Office
	bestRank, found := 0, false
	for _, o := range p.Offices {
		if !o.Covers(day) {
			continue
		}
		rank := slices.Index(ranks, o.Class)
		if rank < 0 {
			rank = len(ranks)
		}
		if !found || rank <= bestRank && !day.IsZero() || day.IsZero() && !o.From.Before(best.From) {
			best, bestRank, found = o, rank, true
		}
	}
	return best, found
}

type officeKey struct{ country, class string }

// Person returns the person of an ID.
func (l *Lexicon) Person(id string) (Person, bool) {
	i, ok := l.byID[id]
	if !ok {
		return Person{}, false
	}
	return l.persons[i], true
}

// Short returns the persons that one word of their name may stand for: "Blinken", "Xi".
func (l *Lexicon) Short(word string) []Person { return l.all(l.short[fold(word)]) }

// Holders returns the persons of a state who held an office of the class on the day.
func (l *Lexicon) Holders(country, class string, day time.Time) []Person {
	var out []Person
	for _, p := range l.all(l.holders[officeKey{country, class}]) {
		for _, o := range p.Offices {
			if o.Class == class && o.Covers(day) {
				out = append(out, p)
				break
			}
		}
	}
	return out
}

func (l *Lexicon) all(indices []int) []Person {
	out := make([]Person, 0, len(indices))
	for _, i := range indices {
		out = append(out, l.persons[i])
	}
	return out
}

func (l *Lexicon) enterPerson(r row) error {
	office, err := readOffice(r)
	if err != nil {
		return err
	}
	name, country := r.get("name"), r.get("country")
	for _, n := range append([]string{name}, r.list("aliases")...) {
		if len(text.Words(n)) == 0 {
			return r.errorf("a person with an empty name or alias %q", n)
		}
	}
	if _, ok := l.states[country]; !ok && country != "" {
		return r.errorf("no state %q in states.tsv", country)
	}
	id := "person:" + Slug(name)
	if i, ok := l.byID[id]; ok && l.persons[i].Country != country {
		id += ":" + strings.ToLower(country)
	}
	i, ok := l.byID[id]
	if !ok {
		i = len(l.persons)
		l.byID[id] = i
		l.persons = append(l.persons, Person{ID: id, Name: name, Country: country})
	}
	l.persons[i].Offices = append(l.persons[i].Offices, office)
	l.persons[i].aliases = append(l.persons[i].aliases, r.list("aliases")...)
	return nil
}

func readOffice(r row) (Office, error) {
	o := Office{Title: r.get("office"), Class: r.get("class"), Body: r.get("body")}
	for _, end := range []struct {
		column string
		day    *time.Time
		of     func(readout.Date) time.Time
	}{{"from", &o.From, readout.Date.First}, {"to", &o.To, readout.Date.Last}} {
		if r.get(end.column) == "" {
			continue
		}
		d, err := readout.ParseDate(r.get(end.column))
		if err != nil {
			return Office{}, r.errorf("column %s: %v", end.column, err)
		}
		*end.day = end.of(d)
	}
	if !o.To.IsZero() && o.To.Before(o.From) {
		return Office{}, r.errorf("%s holds the office to %s, before %s", r.get("name"), r.get("to"), r.get("from"))
	}
	return o, nil
}

// indexPersons enters the names of all persons, and the single words that may stand for them.
func (l *Lexicon) indexPersons() {
	for i, p := range l.persons {
		for _, name := range append([]string{p.Name}, p.aliases...) {
			words := text.Words(name)
			l.terms.add(words, Term{Kind: PersonTerm, ID: p.ID, Name: p.Name, Country: p.Country, Cased: true})
			if len(words) > 1 {
				l.given[fold(words[0])] = true
			}
			for _, w := range shortNames(words) {
				l.short[fold(w)] = appendNew(l.short[fold(w)], i)
			}
		}
		for _, o := range p.Offices {
			key := officeKey{p.Country, o.Class}
			l.holders[key] = appendNew(l.holders[key], i)
		}
	}
}

// shortNames are the words of a name by which the press may call its bearer: the last one, and the first, which is the
// family name in East Asia.
func shortNames(words []string) []string {
	last := len(words) - 1
	for last > 0 && (numerals[words[last]] || words[last] == ".") {
		last--
	}
	if last == 0 {
		return words[:1]
	}
	if titles[words[0]] {
		return words[last : last+1]
	}
	return []string{words[0], words[last]}
}

// titles and numerals are words of names that stand for nobody alone.
var (
	titles   = map[string]bool{"King": true, "Pope": true, "Queen": true, "Sultan": true, "Emperor": true, "Mullah": true, "Prince": true, "Grand": true, "Crown": true, "Sheikh": true}
	numerals = map[string]bool{"I": true, "II": true, "III": true, "IV": true, "V": true, "VI": true, "VII": true, "X": true, "XVI": true, "Jr.": true, "Jr": true, "Sr.": true, "Sr": true}
)

func appendNew(list []int, i int) []int {
	for _, have := range list {
		if have == i {
			return list
		}
	}
	return append(list, i)
}

func isNameRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

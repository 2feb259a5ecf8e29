package lexicon

import (
	"strconv"

	"github.com/readout/readout/internal/text"
)

// Place is a row of places.tsv.
type Place struct {
	Name     string
	Country  string // ISO 3166-1 alpha-3; empty for seas and the like
	Kind     string // capital, city, island, sea, site, …
	Lat, Lon float64
}

// Place returns the place of an ID.
func (l *Lexicon) Place(id string) (Place, bool) {
	p, ok := l.places[id]
	return p, ok
}

// PlaceNamed returns the place of a name in a country.
func (l *Lexicon) PlaceNamed(name, country string) (Place, bool) {
	return l.Place(placeID(name, country))
}

func placeID(name, country string) string { return "place:" + Slug(name) + ":" + country }

func (l *Lexicon) enterPlace(r row) error {
	lat, err := strconv.ParseFloat(r.get("lat"), 64)
	if err != nil || lat < -90 || lat > 90 {
		return r.errorf("bad latitude %q", r.get("lat"))
	}
	lon, err := strconv.ParseFloat(r.get("lon"), 64)
	if err != nil || lon < -180 || lon > 180 {
		return r.errorf("bad longitude %q", r.get("lon"))
	}
	p := Place{Name: r.get("name"), Country: r.get("country"), Kind: r.get("kind"), Lat: lat, Lon: lon}
	id := placeID(p.Name, p.Country)
	if _, ok := l.places[id]; ok {
		return nil // the first of a name in a country is the largest
	}
	l.places[id] = p
	for _, name := range append([]string{p.Name}, r.list("aliases")...) {
		l.terms.add(text.Words(name), Term{Kind: PlaceTerm, ID: id, Name: p.Name, Country: p.Country, Sort: p.Kind, Cased: true})
	}
	return nil
}

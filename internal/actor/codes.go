package actor

import (
	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
)

// codes returns the sector and the code of an actor as CAMEO writes them: the country or international body, then the sector.
func (r *resolver) codes(e entity) (sector, code string) {
	switch e.kind {
	case readout.State:
		return "", e.country
	case readout.Organisation:
		sector = r.lex.Sector(e.sort)
	default:
		sector = r.lex.Sector(e.class)
	}
	switch {
	case e.country != "":
		return sector, e.country + sector
	case e.body != "":
		return international, r.codeOfBody("organisation:" + lexicon.Slug(e.body))
	case sector == international:
		return sector, r.codeOfBody(e.id)
	}
	return sector, sector
}

// international is the sector of international bodies.
const international = "IGO"

func (r *resolver) codeOfBody(id string) string {
	if code := r.lex.BodyCode(id); code != "" {
		return code
	}
	return international
}

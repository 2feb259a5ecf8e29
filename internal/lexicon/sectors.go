package lexicon

// Sector returns the sector, as CAMEO and PLOVER name it, of a class of office or a sort of organisation, or "".
func (l *Lexicon) Sector(class string) string { return l.sectors[class] }

// BodyCode returns the CAMEO code of an international body by its ID, or "" where the table has none.
func (l *Lexicon) BodyCode(id string) string { return l.codes[id] }

func (l *Lexicon) enterSector(r row) error {
	l.sectors[r.get("class")] = r.get("sector")
	return nil
}

func (l *Lexicon) enterCode(r row) error {
	id := "organisation:" + Slug(r.get("organisation"))
	if _, ok := l.orgs[id]; !ok {
		return r.errorf("no organisation %q in organisations.tsv", r.get("organisation"))
	}
	l.codes[id] = r.get("code")
	return nil
}

package brief

import (
	"strings"
)

// compose writes the brief from top to bottom.
func (b *brief) compose() {
	if len(b.sources) == 0 {
		b.nothingOfDyad()
		return
	}
	b.headline()
	if b.empty() {
		b.page.blank()
		b.page.paragraph(indent, as(plain, "Nothing found that the ledger records: no meeting, visit, statement, agreement, position, incident, expectation or event."))
		b.sourcesSection()
		return
	}
	b.summary()
	b.meetingsSection()
	b.visitsSection()
	b.saidSections()
	b.agreedSection()
	b.positionsSection()
	b.incidentsSection()
	b.nextSection()
	b.outsideSection()
	b.eventsSection()
	b.notSaidSection()
	b.sourcesSection()
	b.wayOn()
}

func (b *brief) nothingOfDyad() {
	b.page.paragraph(0, as(bold, b.name(b.parties[0])+" – "+b.name(b.parties[1])))
	b.page.blank()
	b.page.paragraph(indent, as(plain, "Nothing found that the ledger records between "+b.list(b.parties)+"."))
}

func (b *brief) empty() bool { return b.bare() && len(b.events) == 0 }

// bare reports whether there are no entries but events.
func (b *brief) bare() bool {
	return len(b.meetings)+len(b.visits)+len(b.statements)+len(b.agreements)+len(b.positions)+len(b.incidents)+
		len(b.expectations)+len(b.assessments) == 0
}

// section writes a heading and its rows; nothing without rows.
func (b *brief) section(title string, rows []row) {
	if len(rows) == 0 {
		return
	}
	b.page.heading(title)
	b.page.table(rows)
}

// idsOf returns the IDs of entries where they are asked for.
func (b *brief) idsOf(ids ...string) phrase {
	if !b.options.IDs {
		return nil
	}
	return as(dim, strings.Join(ids, " "))
}

// wayOn says how to see more.
func (b *brief) wayOn() {
	words := "readout explain ID opens the words behind an entry"
	if !b.options.IDs {
		words += "; --ids shows the IDs"
	}
	b.page.blank()
	b.page.paragraph(0, as(dim, words))
}

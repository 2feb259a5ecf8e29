package when

import (
	"sync"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
)

// compiled is the grammar, read once from the embedded tables and never written after.
var compiled = sync.OnceValue(func() *grammar {
	g, err := newGrammar(wordsTable, patternsTable)
	if err != nil {
		panic(err) // the tables are part of the program; a test reads them
	}
	return g
})

// reader reads one document.
type reader struct {
	doc     *text.Doc
	grammar *grammar
	lexer   *lexer
	matcher *matcher
	anchor  stamp // what "today" is: a day, or the month or year that the article states

	modal, planned, schedules, went, begins, ahead, asAhead symbol // classes of lemmas

	last    stamp // the date read last
	lastDay stamp // the day read last

	lastQuarter                     stamp // the quarter read last, and where
	sentenceNumber, quarterSentence int

	firstToken, lastToken int // of the expression that is read
	looks                 int // which way its clause looks, once lookedUp
	lookedUp              bool
}

// Read fills d.Times from the tokens, tags and trees of d. It takes time linear in the number of tokens.
func Read(d *text.Doc) {
	g := compiled()
	r := &reader{doc: d, grammar: g, lexer: &lexer{doc: d, words: g.words, classes: g.classes}, matcher: &matcher{}}
	r.modal, r.planned = g.words.symbols["$modal"], g.words.symbols["$planned"]
	r.schedules, r.ahead, r.asAhead = g.words.symbols["$schedules"], g.words.symbols["$ahead"], g.words.symbols["$asahead"]
	r.went, r.begins = g.words.symbols["$went"], g.words.symbols["$begins"]
	r.anchor = stampOf(d.Article.Published)
	r.readDateline()
	if d.Written.IsZero() {
		d.Written = r.anchor.date()
	}
	d.Times = d.Times[:0]
	for n, s := range d.Sentences {
		r.sentenceNumber = n
		r.sentence(s)
	}
}

// stampOf returns the day, month or year of a date; of an interval nothing.
func stampOf(d readout.Date) stamp {
	n := stamp{grain: day, n: dayNumber(d.First())}
	switch d.Precision() {
	case readout.Day:
		return n
	case readout.Month:
		return n.as(month)
	case readout.Year:
		return n.as(year)
	}
	return stamp{}
}

// reference is the date that "two days later" counts from: the one read last, or else the article's.
func (r *reader) reference() stamp {
	if r.last.known() {
		return r.last
	}
	return r.anchor
}

// referenceAs is the stretch of that grain that the text speaks of.
func (r *reader) referenceAs(g grain) stamp {
	if g == day && r.lastDay.known() {
		return r.lastDay
	}
	if s := r.reference().as(g); s.known() {
		return s
	}
	return r.anchor.as(g)
}

func (r *reader) sentence(s text.Sentence) {
	r.matcher.lexemes = r.lexer.sentence(s.First, s.Last)
	for i := 0; i < len(r.matcher.lexemes); {
		p, m := r.longest(i)
		if p == nil {
			i++
			continue
		}
		if m.kind != "" {
			r.add(p, m)
		}
		end := r.matcher.lexemes[p.end-1].last
		for i = p.end; i < len(r.matcher.lexemes) && r.matcher.lexemes[i].first <= end; i++ {
			// what is left of a token that an expression ends within belongs to it: "02/2/02/2023"
		}
	}
}

// longest returns the longest match at lexeme i that means something; of two, the one higher in the table.
func (r *reader) longest(i int) (*parse, meaning) {
	found := r.matcher.matches(r.grammar.top, i)
	for len(found) > 0 {
		best := 0
		for j, p := range found {
			if p.end > found[best].end || p.end == found[best].end && p.rule.line < found[best].rule.line {
				best = j
			}
		}
		p := found[best]
		r.firstToken, r.lastToken, r.lookedUp = r.matcher.lexemes[p.first].first, r.matcher.lexemes[p.end-1].last, false
		if m, ok := r.evaluate(p); ok && m.at.inCalendar() && m.to.inCalendar() {
			return p, m
		}
		found = append(found[:best], found[best+1:]...)
	}
	return nil, meaning{}
}

func (r *reader) add(p *parse, m meaning) {
	tokens := r.doc.Tokens
	r.doc.Times = append(r.doc.Times, text.Time{
		Span: text.Span{Start: tokens[r.firstToken].Start, End: tokens[r.lastToken].End},
		Head: r.head(r.firstToken, r.lastToken),
		Type: m.kind, Value: m.value(), Mod: m.mod, Date: m.date(), Minutes: m.minutes, Rule: p.rule.name,
	})
	if !m.refers {
		return
	}
	r.last = m.at
	switch m.at.grain {
	case day:
		r.lastDay = m.at
	case quarter:
		r.lastQuarter, r.quarterSentence = m.at, r.sentenceNumber
	}
}

// readDateline anchors the article to the day of its dateline, "BEIJING, June 19 (Agency) -", where that
// is at most a week before the article was published, or where nothing else says when that was.
func (r *reader) readDateline() {
	const longest = 14 // tokens of a dateline
	for _, s := range r.doc.Sentences {
		if p := r.doc.Paragraphs[s.Paragraph]; p.Kind != readout.Body {
			continue
		}
		if day := r.dateline(s.First, min(s.Last, s.First+longest)); day.known() {
			if !r.anchor.known() || r.anchor.first()-day.n <= 7 && r.anchor.last() >= day.n {
				r.anchor = day
			}
		}
		return
	}
}

// dateline returns the day that stands after a place in capitals and before a bracket or a dash.
func (r *reader) dateline(first, last int) stamp {
	if first >= last || !isShouted(r.doc.Word(first)) {
		return stamp{}
	}
	r.matcher.lexemes = r.lexer.sentence(first, last)
	for i, dashed := 0, false; i < len(r.matcher.lexemes); i++ {
		if p, m := r.longest(i); p != nil && m.kind == typeDate && m.at.grain == day && m.at.known() {
			if dashed || p.end < len(r.matcher.lexemes) && opensReport(r.doc.Word(r.matcher.lexemes[p.end].first)) {
				return m.at
			}
			return stamp{}
		}
		dashed = opensReport(r.doc.Word(r.matcher.lexemes[i].first))
	}
	return stamp{}
}

func isShouted(w string) bool { return len(w) > 2 && text.IsUpperASCII(w) }

func opensReport(w string) bool {
	switch w {
	case "(", "-", "--", "–", "—", "_", ":":
		return true
	}
	return false
}

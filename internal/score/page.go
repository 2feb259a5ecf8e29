package score

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout/readout/internal/text"
)

// page is the text of an article in a form in which evidence is found again
// whatever became of its quotation marks and white space. Positions in it are
// code points.
type page struct {
	folded  string
	runeAt  []int  // for each byte of folded, its code point
	origin  []int  // for each code point of folded, its byte in the text given
	words   []span // the content words
	doc     *text.Doc
	located map[string][]span
}

// span is a stretch of a page in code points, end excluded.
type span struct{ start, end int }

func (s span) length() int { return s.end - s.start }

func (s span) within(o span) span { return span{max(s.start, o.start), min(s.end, o.end)} }

// newPage prepares the text of an article.
func newPage(article string) *page {
	p := &page{located: map[string][]span{}}
	p.folded, p.origin = fold(article)
	runes := 0
	for i := range p.folded {
		for len(p.runeAt) < i {
			p.runeAt = append(p.runeAt, runes-1)
		}
		p.runeAt = append(p.runeAt, runes)
		runes++
	}
	for len(p.runeAt) <= len(p.folded) {
		p.runeAt = append(p.runeAt, runes)
	}
	p.words = p.contentWords()
	p.doc = sentencesOf(article)
	return p
}

// fold writes every run of white space as one blank, every quotation mark as the
// straight one and every dash as a hyphen; at[i] is the byte that code point i came from.
func fold(s string) (folded string, at []int) {
	var b strings.Builder
	blank := true
	for i, r := range s {
		if unicode.IsSpace(r) {
			if blank {
				continue
			}
			r = ' '
		}
		blank = r == ' '
		switch r {
		case '\ufeff', '\u200b', '\u00ad': // marks without width
			continue
		case '‘', '’', '‚', '‛', '`', '´':
			r = '\''
		case '“', '”', '„', '‟', '«', '»':
			r = '"'
		case '‐', '‑', '‒', '–', '—':
			r = '-'
		}
		b.WriteRune(r)
		at = append(at, i)
	}
	folded = b.String()
	if strings.HasSuffix(folded, " ") {
		folded, at = folded[:len(folded)-1], at[:len(at)-1]
	}
	return folded, at
}

// locate returns every place where the evidence stands.
func (p *page) locate(evidence string) []span {
	if spans, ok := p.located[evidence]; ok {
		return spans
	}
	words, _ := fold(evidence)
	var out []span
	for from := 0; words != ""; {
		i := strings.Index(p.folded[from:], words)
		if i < 0 {
			break
		}
		start := from + i
		out = append(out, span{p.runeAt[start], p.runeAt[start] + utf8.RuneCountInString(words)})
		_, size := utf8.DecodeRuneInString(p.folded[start:])
		from = start + size
	}
	p.located[evidence] = out
	return out
}

// contentWords returns the words of the page that mean something by themselves.
func (p *page) contentWords() []span {
	var out []span
	start := -1
	end := func(i int) {
		if start >= 0 && !functionWords[strings.ToLower(p.folded[start:i])] {
			out = append(out, span{p.runeAt[start], p.runeAt[i]})
		}
		start = -1
	}
	for i, r := range p.folded {
		inWord := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		switch {
		case inWord && start < 0:
			start = i
		case !inWord:
			end(i)
		}
	}
	end(len(p.folded))
	return out
}

// functionWords are the words of English that share nothing when two stretches
// share only them: articles, pronouns, prepositions, conjunctions, auxiliaries,
// and the letters that an apostrophe leaves behind.
var functionWords = wordSet(`
a an the this that these those some any each every no both either neither such
i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
myself himself herself itself ourselves themselves who whom whose which what
of in on at by for with from to into onto about over under after before during between among against
through across within without upon since until till as than per via toward towards near off out up down
and or but nor so yet if because while although though whether when where how why
be is am are was were been being have has had having do does did done
will would shall should can could may might must not also there here then too very
s t d ll m re ve
`)

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// shareWord reports whether a and b, at some place each, have a content word in common.
func (p *page) shareWord(a, b string) bool {
	for _, x := range p.locate(a) {
		for _, y := range p.locate(b) {
			if p.hasWord(x.within(y)) {
				return true
			}
		}
	}
	return false
}

func (p *page) hasWord(s span) bool {
	for _, w := range p.words {
		if w.start >= s.start && w.end <= s.end {
			return true
		}
	}
	return false
}

// extentF1 says how well two stretches agree, by characters, at the places where they agree best.
func (p *page) extentF1(a, b string) float64 {
	best := 0.0
	for _, x := range p.locate(a) {
		for _, y := range p.locate(b) {
			if both := x.within(y).length(); both > 0 {
				best = max(best, 2*float64(both)/float64(x.length()+y.length()))
			}
		}
	}
	return best
}

// sentence returns the sentences that the evidence stands in, where it stands first.
func (p *page) sentence(evidence string) string {
	places := p.locate(evidence)
	if len(places) == 0 {
		return ""
	}
	from, to := p.origin[places[0].start], p.origin[places[0].end-1]
	var out []string
	for i := range p.doc.Sentences {
		s := p.doc.SentenceSpan(i)
		if s.Start <= to && from < s.End {
			out = append(out, p.doc.Slice(s))
		}
	}
	return strings.Join(out, " ")
}

// sentencesOf cuts the text into sentences; every line is a paragraph.
func sentencesOf(article string) *text.Doc {
	d := &text.Doc{Text: article}
	at := 0
	for line := range strings.Lines(article) {
		if words := strings.TrimRight(line, "\r\n"); strings.TrimSpace(words) != "" {
			d.Paragraphs = append(d.Paragraphs, text.Paragraph{Span: text.Span{Start: at, End: at + len(words)}})
		}
		at += len(line)
	}
	text.Segment(d)
	return d
}

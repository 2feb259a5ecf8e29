package coref

import "strings"

// markQuotes tells each token its innermost quotation.
func (r *reading) markQuotes() {
	for q, quote := range r.d.Quotes {
		for i := r.d.TokenAt(quote.Start); i < len(r.d.Tokens) && r.d.Tokens[i].Start < quote.End; i++ {
			r.quoteOf[i] = q
		}
	}
}

// setSpeakers keeps the speakers of sentences where they are given, as in a transcript, and counts the turns.
func (r *reading) setSpeakers(speakers []string) {
	n := len(r.d.Sentences)
	r.speakers, r.turns = make([]string, n), make([]int, n)
	for s := range n {
		if s < len(speakers) {
			r.speakers[s] = strings.ToLower(speakers[s])
		}
		if s > 0 {
			r.turns[s] = r.turns[s-1]
			if r.speakers[s] != r.speakers[s-1] {
				r.turns[s]++
			}
		}
	}
}

// attribute finds who speaks each quotation: the subject of the verb outside it that its words hang on or that hangs on them, else
// whoever spoke the quotation before in the same paragraph.
func (r *reading) attribute() {
	speaker := make([]int, len(r.d.Quotes))
	for q := range r.d.Quotes {
		speaker[q] = r.speakerOf(q)
		if speaker[q] < 0 && q > 0 && r.paragraphOf(q) == r.paragraphOf(q-1) {
			speaker[q] = speaker[q-1]
		}
	}
	for k := range r.mentions {
		m := &r.mentions[k]
		if m.quote = r.quoteOf[m.head]; m.quote >= 0 {
			m.speaker = speaker[m.quote]
		}
	}
}

func (r *reading) paragraphOf(q int) int {
	i := min(r.d.TokenAt(r.d.Quotes[q].Start), len(r.d.Tokens)-1)
	return r.d.Sentences[r.sentenceOf[i]].Paragraph
}

// speakerOf returns the mention that speaks quotation q by its trees, -1 for none.
func (r *reading) speakerOf(q int) int {
	quote := r.d.Quotes[q]
	if k := r.introducer(q); k >= 0 {
		return k
	}
	tried := -1 // so that the dependents of one verb are looked through once
	for i := r.d.TokenAt(quote.Start); i < len(r.d.Tokens) && r.d.Tokens[i].Start < quote.End; i++ {
		t := r.d.Tokens[i]
		if t.Head >= 0 && t.Head != tried && r.quoteOf[t.Head] != q && t.UPOS != "PUNCT" {
			tried = t.Head
			if k := r.subjectOf(t.Head, q); k >= 0 {
				return k
			}
		}
		for _, c := range r.children[i] {
			if r.quoteOf[c] == q {
				continue
			}
			if k := r.subjectOf(c, q); k >= 0 {
				return k
			}
		}
	}
	return -1
}

// introducer returns the mention that is the subject of a verb with a colon or a comma between it and quotation q ("said:"), -1
// for none.
func (r *reading) introducer(q int) int {
	i := r.d.TokenAt(r.d.Quotes[q].Start) - 1
	if i < 1 || r.d.Word(i) != ":" && r.d.Word(i) != "," {
		return -1
	}
	return r.subjectOf(i-1, q)
}

// subjectOf returns the mention that is the subject of verb v, outside quotation q.
func (r *reading) subjectOf(v, q int) int {
	if r.d.Tokens[v].UPOS != "VERB" {
		return -1
	}
	for _, c := range r.children[v] {
		if relation(r.d.Tokens[c].Deprel) == "nsubj" && r.quoteOf[c] != q {
			return r.subject(v, c)
		}
	}
	return -1
}

// subject returns the mention of the subject of verb v; of "who" that of the noun that the clause is about.
func (r *reading) subject(v, subject int) int {
	if noun := r.d.Tokens[v].Head; r.d.Tokens[v].Deprel == "acl:relcl" && noun >= 0 && r.headedBy[subject] < 0 {
		return r.headedBy[noun]
	}
	return r.headedBy[subject]
}

package when

// direction tells which way the clause of the expression being read looks: 1 to what will be, -1 to what was,
// 0 where it doesn't say.
func (r *reader) direction() int {
	if !r.lookedUp {
		r.lookedUp = true
		switch {
		case r.comesAfterAhead():
			r.looks = 1
		case r.followsPast():
			r.looks = -1
		default:
			r.looks = r.clauseLooks(r.head(r.firstToken, r.lastToken), 0)
		}
	}
	return r.looks
}

// followsPast reports whether a verb in the past tense stands right before, which the time then belongs to whatever the
// tree says: "said Wednesday that talks would".
func (r *reader) followsPast() bool {
	i := r.firstToken - 1
	return i >= 0 && r.doc.Tokens[i].XPOS == "VBD" && r.doc.Tokens[i].UPOS == "VERB"
}

// comesAfterAhead reports whether the words before look ahead whatever the clause says: "as early as", "effective".
func (r *reader) comesAfterAhead() bool {
	i := r.firstToken - 1
	if i > 0 && r.doc.Word(i) == "as" {
		i--
	} else if i >= 0 && r.lexer.has(i, r.asAhead) {
		return false
	}
	return i >= 0 && (r.lexer.has(i, r.ahead) || r.lexer.has(i, r.asAhead))
}

// head is the token of a stretch whose own head lies outside it.
func (r *reader) head(first, last int) int {
	for i := last; i >= first; i-- {
		if h := r.doc.Tokens[i].Head; h < first || h > last {
			return i
		}
	}
	return first
}

// maxClimb bounds the way up a tree, should a parser have made a circle.
const maxClimb = 40

// clauseLooks climbs from token i to the verb, or the noun with a copula, that governs it.
func (r *reader) clauseLooks(i, climbed int) int {
	for ; i >= 0 && climbed < maxClimb; climbed++ {
		t := r.doc.Tokens[i]
		if t.UPOS == "VERB" || r.hasAuxiliary(i) {
			return r.verbLooks(i, climbed)
		}
		i = t.Head
	}
	return 0
}

func isAuxiliary(deprel string) bool {
	return deprel == "aux" || deprel == "cop" || deprel == "aux:pass"
}

func (r *reader) hasAuxiliary(i int) bool {
	found := false
	r.eachAuxiliary(i, func(int) { found = true })
	return found
}

// eachAuxiliary calls f with the auxiliaries and copulas of token i, which come before it and close.
func (r *reader) eachAuxiliary(i int, f func(int)) {
	for j := max(0, i-10); j < i; j++ {
		if r.doc.Tokens[j].Head == i && isAuxiliary(r.doc.Tokens[j].Deprel) {
			f(j)
		}
	}
}

// verbLooks reads the form of a verb and its auxiliaries.
func (r *reader) verbLooks(i, climbed int) int {
	t := r.doc.Tokens[i]
	past, present, modal := false, false, false
	r.eachAuxiliary(i, func(j int) {
		aux := r.doc.Tokens[j]
		switch {
		case r.lexer.has(j, r.modal):
			modal = true
		case aux.XPOS == "VBD" || aux.Lemma == "have":
			past = true
		case aux.XPOS == "VBP" || aux.XPOS == "VBZ":
			present = true
		}
	})
	planned := r.lemmaIs(t.Lemma, r.planned)
	switch {
	case modal, t.XPOS != "VB" && r.lemmaIs(t.Lemma, r.schedules):
		return 1
	case past:
		return -1
	case t.XPOS == "VB" && r.isInfinitive(i):
		return r.infinitiveLooks(i, climbed)
	case t.XPOS == "VBN" && planned:
		return 1
	case t.XPOS == "VBD":
		return -1
	case t.XPOS == "VBN":
		return -1
	case present && t.XPOS == "VBG":
		return 1
	case t.XPOS == "VBG":
		return r.clauseLooks(t.Head, climbed+1)
	case (t.XPOS == "VBZ" || t.XPOS == "VBP") && r.lemmaIs(t.Lemma, r.begins):
		return 1
	}
	return 0
}

func (r *reader) isInfinitive(i int) bool {
	for j := max(0, i-4); j < i; j++ {
		if r.doc.Tokens[j].Head == i && r.doc.Tokens[j].XPOS == "TO" {
			return true
		}
	}
	return false
}

// infinitiveLooks reads "to meet" by what governs it: "plans to meet" and "agreed to meet" look ahead, "was set to meet"
// and "began to meet" back.
func (r *reader) infinitiveLooks(i, climbed int) int {
	h := r.doc.Tokens[i].Head
	if h < 0 || climbed >= maxClimb {
		return 1
	}
	lemma := r.doc.Tokens[h].Lemma
	if r.lemmaIs(lemma, r.went) {
		return r.clauseLooks(h, climbed+1)
	}
	if r.doc.Tokens[h].XPOS == "VBD" || !r.lemmaIs(lemma, r.planned) {
		return 1
	}
	looks := 1
	r.eachAuxiliary(h, func(j int) {
		if r.doc.Tokens[j].XPOS == "VBD" {
			looks = -1
		}
	})
	return looks
}

func (r *reader) lemmaIs(lemma string, class symbol) bool {
	_, ok := r.lexer.words.value(lemma, class)
	return ok
}

package text

// Bare is a view of a document without its quotation marks, and without the apostrophes that look like them: that of "states’" is
// always a possessive on the word before it. Marks come anywhere between words and say little of grammar:
// “have an obligation” is tagged and parsed better as the words alone are.
type Bare struct {
	*Doc       // the words but the marks, with their sentences
	of   []int // for each word of the view its token in the document
	from *Doc
}

// Unquoted returns the view of d. Heads are those of d; what hangs on a mark hangs on the mark's head.
func Unquoted(d *Doc) Bare {
	b := Bare{Doc: &Doc{Text: d.Text, Tokens: make([]Token, 0, len(d.Tokens))}, from: d}
	in := make([]int, len(d.Tokens)) // token → word of the view
	for _, s := range d.Sentences {
		first := len(b.Tokens)
		for i := s.First; i < s.Last; i++ {
			in[i] = -1
			if !IsQuote(d.Word(i)) {
				in[i] = len(b.Tokens)
				b.of = append(b.of, i)
				b.Tokens = append(b.Tokens, d.Tokens[i])
			}
		}
		if len(b.Tokens) > first {
			b.Sentences = append(b.Sentences, Sentence{First: first, Last: len(b.Tokens), Paragraph: s.Paragraph})
		}
	}
	for i := range b.Tokens {
		head := b.Tokens[i].Head
		for steps := 0; head >= 0 && in[head] < 0 && steps < MaxSentence; steps++ {
			head = d.Tokens[head].Head
		}
		if head >= 0 {
			head = in[head]
		}
		b.Tokens[i].Head = head
	}
	return b
}

// IsQuote reports whether a word is a quotation mark.
func IsQuote(w string) bool {
	switch w {
	case "“", "”", "\"", "«", "»", "``", "''", "‘", "’", "'", "„":
		return true
	}
	return false
}

// Token returns the token of the document that word i of the view is.
func (b Bare) Token(i int) int { return b.of[i] }

// Tags writes the tags and lemmas of the view back, and tags the marks themselves.
func (b Bare) Tags() {
	for i, t := range b.Tokens {
		o := &b.from.Tokens[b.of[i]]
		o.UPOS, o.XPOS, o.Feats, o.Lemma, o.Guess = t.UPOS, t.XPOS, t.Feats, t.Lemma, t.Guess
	}
	for i := range b.from.Tokens {
		w := b.from.Word(i)
		if !IsQuote(w) {
			continue
		}
		t := &b.from.Tokens[i]
		if t.Joined {
			t.UPOS, t.XPOS, t.Lemma = "PART", "POS", "'s"
			continue
		}
		t.UPOS, t.XPOS, t.Lemma = "PUNCT", "''", "\""
		if w == "'" || w == "‘" || w == "’" {
			t.Lemma = "'"
		}
		if opensHere(b.from, i) {
			t.XPOS = "``"
		}
	}
}

// opensHere reports whether the mark at token i is set before a word rather than after one.
func opensHere(d *Doc, i int) bool {
	switch d.Word(i) {
	case "“", "‘", "«", "``", "„":
		return true
	case "”", "’", "»":
		return false
	}
	return !d.Tokens[i].SpaceAfter && (i == 0 || d.Tokens[i-1].SpaceAfter || IsQuote(d.Word(i-1)) && opensHere(d, i-1))
}

// Trees writes the trees of the view back, and hangs each mark on the head of the words between it and its partner.
func (b Bare) Trees() {
	for i, t := range b.Tokens {
		o := &b.from.Tokens[b.of[i]]
		o.Deprel, o.Head = t.Deprel, -1
		if t.Head >= 0 {
			o.Head = b.of[t.Head]
		}
	}
	for _, s := range b.from.Sentences {
		hangMarks(b.from, s)
	}
}

func hangMarks(d *Doc, s Sentence) {
	open := -1
	for i := s.First; i < s.Last; i++ {
		if !IsQuote(d.Word(i)) {
			continue
		}
		if d.Tokens[i].Joined {
			d.Tokens[i].Deprel, d.Tokens[i].Head = "case", i-1
			continue
		}
		d.Tokens[i].Deprel, d.Tokens[i].Head = "punct", -2
		if opensHere(d, i) {
			open = i
			continue
		}
		from := open + 1
		if open < s.First {
			from = s.First
		}
		if head := headOf(d, from, i); head >= 0 {
			d.Tokens[i].Head = head
			if open >= s.First {
				d.Tokens[open].Head = head
			}
		}
		open = -1
	}
	root := -1
	for i := s.First; i < s.Last; i++ {
		if d.Tokens[i].Head == -1 && !IsQuote(d.Word(i)) {
			root = i
		}
	}
	for i := s.First; i < s.Last; i++ {
		if d.Tokens[i].Head != -2 {
			continue
		}
		d.Tokens[i].Head = headOf(d, i+1, s.Last)
		if d.Tokens[i].Head < 0 {
			d.Tokens[i].Head = root
		}
		if d.Tokens[i].Head < 0 { // a sentence of marks alone
			d.Tokens[i].Deprel, root = "root", i
		}
	}
}

// headOf returns the first word among the tokens [first, last) whose head lies outside them, or -1.
func headOf(d *Doc, first, last int) int {
	for i := first; i < last; i++ {
		if h := d.Tokens[i].Head; !IsQuote(d.Word(i)) && (h < first || h >= last) && d.Tokens[i].Deprel != "punct" {
			return i
		}
	}
	return -1
}

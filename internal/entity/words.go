package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/readout/readout/internal/perceptron"
	"github.com/readout/readout/internal/text"
)

// words is what the features of a document are made of: for each token hashes of its form, shape, tags and classes, and what the
// tables know of it.
type words struct {
	doc    *text.Doc
	forms  []string
	token  []word
	memory memory
}

// word is one token. Hashes are 0 for what it has not.
type word struct {
	form, lower, shape, long uint64 // long is the shape with its runs kept
	upos, xpos               uint64
	guess                    text.Guess
	fine, middle, coarse     uint64 // classes of words
	mark, mark2              uint64 // what the tables match here, with the position in the match
	town                     uint64 // where it stands in the name of a town
	given, family, short     bool   // a common given or family name; a person of the tables is called so
	sort, organisation       uint64 // what the word is as the head of a name
	title                    bool   // stands before a person's name
	capital                  bool   // begins with a capital letter
	first                    bool   // of its sentence
	shouted                  bool   // its sentence is in capitals
	wideFirst, wideLast      int    // the run with "and", "in" and "'s" between its parts
	acronymOf                int    // the last token of the run that its letters begin, -1 for none
	runFirst, runLast        int    // the run of capitalised words it stands in, [runFirst, runLast)
}

// view reads the words of a document.
func (t Tables) view(d *text.Doc) *words {
	w := &words{doc: d, forms: make([]string, len(d.Tokens)), token: make([]word, len(d.Tokens))}
	for i := range d.Tokens {
		w.forms[i] = text.Straight(d.Word(i))
		w.token[i] = t.word(w.forms[i], d.Tokens[i])
	}
	for _, s := range d.Sentences {
		w.sentence(s)
		t.mark(w, s)
		t.markTowns(w, s)
	}
	w.acronyms()
	w.memory = remember(w)
	return w
}

// word fills in what one token says by itself.
func (t Tables) word(form string, token text.Token) word {
	lower := strings.ToLower(form)
	first, _ := utf8.DecodeRuneInString(form)
	w := word{
		form: perceptron.Hash(form), lower: perceptron.Hash(lower), shape: shape(form, true), long: shape(form, false),
		acronymOf: -1, guess: token.Guess, upos: perceptron.Hash(token.UPOS), xpos: perceptron.Hash(token.XPOS), capital: unicode.IsUpper(first),
	}
	w.fine, w.middle, w.coarse = t.Classes.Of(lower)
	if !w.capital {
		return w
	}
	title := titled(form)
	w.given, w.family, w.short = t.Names.Given(title), t.Names.Family(title), t.Lexicon.IsShortName(title)
	if s := t.Names.Sort(title); s != "" {
		w.sort, w.title = perceptron.Hash(s), s == "title"
	}
	if s := t.Lexicon.OrgSort(title); s != "" {
		w.organisation = perceptron.Hash(s)
	}
	return w
}

// titled writes a word in capitals as the tables write names: "SMITH" is "Smith".
func titled(form string) string {
	if len(form) < 4 || strings.ToUpper(form) != form {
		return form
	}
	_, size := utf8.DecodeRuneInString(form)
	return form[:size] + strings.ToLower(form[size:])
}

// shape maps letters to their case and digits to one mark, and shortens runs of one when told to.
func shape(form string, short bool) uint64 {
	var b [12]byte
	n := 0
	for _, r := range form {
		c := byte(r)
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '9'
		}
		if short && n > 0 && b[n-1] == c {
			continue
		}
		if n == len(b) {
			break
		}
		b[n] = c
		n++
	}
	return perceptron.Hash(string(b[:n]))
}

// sentence fills in what a sentence says of its words: its first, whether it shouts, and runs of capitalised words.
func (w *words) sentence(s text.Sentence) {
	if s.First >= s.Last {
		return
	}
	w.token[s.First].first = true
	letters, lower := 0, false
	for i := s.First; i < s.Last; i++ {
		letters += len(w.forms[i])
		lower = lower || strings.ToUpper(w.forms[i]) != w.forms[i]
		w.token[i].runFirst, w.token[i].runLast = i, i
	}
	for i := s.First; i < s.Last; i++ {
		w.token[i].shouted = !lower && letters > 8
	}
	for i := s.First; i < s.Last; {
		end := w.runFrom(i, s.Last, joins)
		for j := i; j < end; j++ {
			w.token[j].runFirst, w.token[j].runLast = i, end
		}
		i = max(end, i+1)
	}
	for i := s.First; i < s.Last; {
		end := w.runFrom(i, s.Last, wideJoins)
		for j := i; j < end; j++ {
			w.token[j].wideFirst, w.token[j].wideLast = i, end
		}
		i = max(end, i+1)
	}
}

// runFrom returns the end of the run of capitalised words that begins at token i; at most two of the words of joined stand between its parts.
func (w *words) runFrom(i, last int, joined map[string]bool) int {
	end := i
	for j := i; j < last; j++ {
		if w.token[j].capital {
			end = j + 1
			continue
		}
		if !joined[w.forms[j]] || end == i || j-end > 1 {
			break
		}
	}
	return end
}

// wideJoins are the words that join the parts of a name or, as often, two names.
var wideJoins = map[string]bool{"of": true, "the": true, "for": true, "&": true, "-": true, "and": true, "in": true, "on": true, "'s": true, "'": true}

// joins are the words that join the parts of a name.
var joins = map[string]bool{"of": true, "the": true, "for": true, "&": true, "-": true, "de": true, "del": true, "du": true, "la": true, "van": true, "von": true, "der": true, "bin": true, "al": true, ".": true, "'": true}

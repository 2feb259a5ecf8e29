package when

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed patterns.tsv
var patternsTable string

// A rule is a row of patterns.tsv: what to match and how to read it.
type rule struct {
	name     string // "month 3": the category and the row's place in it
	category string
	pattern  string
	after    []symbol // where not empty: the words one of which must come before
	before   []symbol // and behind
	value    expression
	example  string // a sentence with the expression in brackets
	reading  string // what the example reads as
	line     int
}

// A node is a place in the tree that the patterns are compiled into.
type node struct {
	next  []edge
	subs  []subEdge
	rules []*rule // those that end here
}

// An edge leads over one lexeme.
type edge struct {
	symbol symbol
	glued  bool // no white space before the lexeme
	to     *node
}

// A subEdge leads over whatever matches a category.
type subEdge struct {
	category *category
	to       *node
}

// A category is a set of rules that other patterns use as "@name". One that begins with "_" is only for that use.
type category struct {
	name   string
	root   *node
	starts map[symbol]bool // what a match can begin with
}

// grammar is the compiled table.
type grammar struct {
	words      *vocabulary
	classes    classes
	categories map[string]*category
	rules      []*rule
	top        *category // every category that is read by itself
}

// newGrammar reads the tables of words and patterns. Patterns may use only categories above them, so none
// can call itself.
//
//	word           that word, in lower case; word/TAG with that Penn tag
//	$class         a word of the class
//	@category      an expression of the category
//	~x             x without white space before it
//	x?  ( x y )?   optional
//	x|y  ( x y | z ) a choice of words or of groups
//	<x|y           at the start: one of these words or classes comes before
//	>x|y           at the end: one of these comes behind
func newGrammar(words, patterns string) (*grammar, error) {
	v, err := newVocabulary(words)
	if err != nil {
		return nil, err
	}
	g := &grammar{words: v, classes: newClasses(v), categories: map[string]*category{}, top: &category{root: &node{}, starts: map[symbol]bool{}}}
	for n, line := range strings.Split(patterns, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if err := g.addRow(line, n+1); err != nil {
			return nil, fmt.Errorf("read patterns.tsv: line %d: %w", n+1, err)
		}
	}
	return g, nil
}

func (g *grammar) addRow(line string, number int) error {
	cells := append(strings.Split(line, "\t"), "", "")
	if len(cells) < 5 {
		return fmt.Errorf("want category, pattern and value, not %q", line)
	}
	r := &rule{category: cells[0], pattern: cells[1], example: cells[3], reading: cells[4], line: number}
	c := g.categories[r.category]
	if c == nil {
		c = &category{name: r.category, root: &node{}, starts: map[symbol]bool{}}
		g.categories[r.category] = c
	}
	of := 1
	for _, other := range g.rules {
		if other.category == r.category {
			of++
		}
	}
	r.name = fmt.Sprintf("%s %d", r.category, of)
	var err error
	if r.value, err = g.parseExpression(cells[2]); err != nil {
		return fmt.Errorf("value %q: %w", cells[2], err)
	}
	pattern := r.pattern
	if head, rest, ok := strings.Cut(pattern, " "); ok && head[0] == '<' {
		r.after, pattern = g.symbolsOf(head[1:]), rest
	}
	if rest, tail, ok := strings.Cut(pattern, " >"); ok {
		r.before, pattern = g.symbolsOf(tail), rest
	}
	elements, err := parsePattern(pattern)
	if err != nil {
		return fmt.Errorf("pattern %q: %w", pattern, err)
	}
	g.rules = append(g.rules, r)
	if err := g.insert(c, elements, r); err != nil {
		return err
	}
	if !strings.HasPrefix(r.category, "_") {
		return g.insert(g.top, elements, r)
	}
	return nil
}

// symbolsOf returns the symbols of the words and classes of "x|$y".
func (g *grammar) symbolsOf(words string) []symbol {
	var out []symbol
	for _, w := range strings.Split(words, "|") {
		out = append(out, g.words.literal(w))
	}
	return out
}

func (g *grammar) insert(c *category, e *element, r *rule) error {
	ends, err := g.extend([]*node{c.root}, e)
	if err != nil {
		return err
	}
	for _, n := range ends {
		if n == c.root {
			return fmt.Errorf("pattern %q matches nothing at all", r.pattern)
		}
		n.rules = append(n.rules, r)
	}
	for _, e := range c.root.next {
		c.starts[e.symbol] = true
	}
	for _, s := range c.root.subs {
		for symbol := range s.category.starts {
			c.starts[symbol] = true
		}
	}
	return nil
}

// extend grows the tree from each node by an element and returns where it ends.
func (g *grammar) extend(from []*node, e *element) ([]*node, error) {
	switch {
	case e.word != "":
		return g.extendWord(from, e)
	case e.choices != nil:
		var out []*node
		for _, choice := range e.choices {
			ends, err := g.extend(from, choice)
			if err != nil {
				return nil, err
			}
			out = union(out, ends)
		}
		if e.optional {
			out = union(out, from)
		}
		return out, nil
	}
	at := from
	for _, part := range e.parts {
		var err error
		if at, err = g.extend(at, part); err != nil {
			return nil, err
		}
	}
	if e.optional {
		at = union(at, from)
	}
	return at, nil
}

func (g *grammar) extendWord(from []*node, e *element) ([]*node, error) {
	var out []*node
	word := strings.TrimPrefix(e.word, "~")
	for _, n := range from {
		if name, ok := strings.CutPrefix(word, "@"); ok {
			c := g.categories[name]
			if c == nil {
				return nil, fmt.Errorf("no category %q above this line", name)
			}
			out = append(out, n.sub(c))
			continue
		}
		s, ok := g.words.symbols[word]
		if !ok {
			if word[0] == '$' {
				return nil, fmt.Errorf("no class %q", word)
			}
			s = g.words.literal(word)
		}
		out = append(out, n.child(s, word != e.word))
	}
	if e.optional {
		out = union(out, from)
	}
	return out, nil
}

func (n *node) sub(c *category) *node {
	for _, s := range n.subs {
		if s.category == c {
			return s.to
		}
	}
	to := &node{}
	n.subs = append(n.subs, subEdge{c, to})
	return to
}

func (n *node) child(s symbol, glued bool) *node {
	for _, e := range n.next {
		if e.symbol == s && e.glued == glued {
			return e.to
		}
	}
	to := &node{}
	n.next = append(n.next, edge{s, glued, to})
	return to
}

func union(a, b []*node) []*node {
	for _, n := range b {
		known := false
		for _, m := range a {
			known = known || m == n
		}
		if !known {
			a = append(a[:len(a):len(a)], n)
		}
	}
	return a
}

// element is a part of a pattern: a word, a sequence of parts, or a choice.
type element struct {
	word     string
	parts    []*element
	choices  []*element
	optional bool
}

func parsePattern(s string) (*element, error) {
	e, rest, err := parseSequence(strings.Fields(s))
	if err == nil && len(rest) > 0 {
		err = fmt.Errorf("a bracket closes that none opened")
	}
	return e, err
}

// parseSequence reads parts up to a closing bracket; a "|" by itself separates choices.
func parseSequence(fields []string) (*element, []string, error) {
	sequence := &element{}
	var choices []*element
	for len(fields) > 0 && fields[0][0] != ')' {
		f := fields[0]
		fields = fields[1:]
		switch f {
		case "|":
			choices = append(choices, sequence)
			sequence = &element{}
		case "(":
			group, rest, err := parseSequence(fields)
			if err != nil {
				return nil, nil, err
			}
			if len(rest) == 0 {
				return nil, nil, fmt.Errorf("a bracket isn't closed")
			}
			group.optional = rest[0] == ")?"
			sequence.parts = append(sequence.parts, group)
			fields = rest[1:]
		default:
			sequence.parts = append(sequence.parts, parseWord(f))
		}
	}
	if choices != nil {
		return &element{choices: append(choices, sequence)}, fields, nil
	}
	return sequence, fields, nil
}

func parseWord(f string) *element {
	word := strings.TrimSuffix(f, "?")
	optional := word != f
	if !strings.Contains(word, "|") {
		return &element{word: word, optional: optional}
	}
	e := &element{optional: optional}
	for _, w := range strings.Split(word, "|") {
		e.choices = append(e.choices, &element{word: w})
	}
	return e
}

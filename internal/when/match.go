package when

// A parse is a match of a rule: how far it reaches and what its classes and categories matched.
type parse struct {
	rule     *rule
	first    int // lexemes, end excluded
	end      int
	captures []capture
}

// A capture is what a "$class" or "@category" of a pattern matched.
type capture struct {
	symbol   symbol // of the class
	value    float64
	category *category
	parse    *parse
}

// matcher walks the tree of patterns over the lexemes of a sentence. A word that no pattern knows costs one look-up;
// one that begins a pattern costs a step for each word that goes on in some pattern. Only matches allocate.
type matcher struct {
	lexemes []lexeme
	stack   []capture
	found   []*parse
}

// matches appends every match of a category at lexeme i.
func (m *matcher) matches(c *category, i int) []*parse {
	if !c.canStart(m.lexemes[i]) {
		return nil
	}
	stack, found := m.stack, m.found
	m.stack, m.found = nil, nil
	m.walk(c.root, i, i)
	out := m.found
	m.stack, m.found = stack, found
	return out
}

func (c *category) canStart(x lexeme) bool {
	for _, r := range x.readings {
		if c.starts[r.symbol] {
			return true
		}
	}
	return false
}

func (m *matcher) walk(n *node, start, i int) {
	for _, r := range n.rules {
		if m.isOneOf(r.after, start-1) && m.isOneOf(r.before, i) {
			m.found = append(m.found, &parse{r, start, i, append([]capture(nil), m.stack...)})
		}
	}
	if i >= len(m.lexemes) {
		return
	}
	depth := len(m.stack)
	for _, e := range n.next {
		if e.glued && !m.lexemes[i].glued {
			continue
		}
		if v, ok := m.lexemes[i].value(e.symbol); ok {
			m.stack = append(m.stack, capture{symbol: e.symbol, value: v})
			m.walk(e.to, start, i+1)
			m.stack = m.stack[:depth]
		}
	}
	for _, s := range n.subs {
		for _, p := range m.matches(s.category, i) {
			m.stack = append(m.stack, capture{category: s.category, parse: p})
			m.walk(s.to, start, p.end)
			m.stack = m.stack[:depth]
		}
	}
}

// isOneOf reports whether lexeme i is one of the words; no words ask for nothing.
func (m *matcher) isOneOf(words []symbol, i int) bool {
	if len(words) == 0 {
		return true
	}
	if i < 0 || i >= len(m.lexemes) {
		return false
	}
	for _, w := range words {
		if m.lexemes[i].is(w) {
			return true
		}
	}
	return false
}

package when

import (
	"fmt"
	"strconv"
	"strings"
)

// An expression is the value column of a rule: a function of functions.go called with arguments, each a number, a
// word, what a "$class" or "@category" of the pattern matched ("$day2" is the second), or an expression in brackets.
type expression struct {
	name string
	call function
	args []operand
}

// An operand is an argument as it is written.
type operand struct {
	word     string
	number   float64
	isNumber bool
	symbol   symbol    // of a class
	category *category // of a category
	nth      int       // which capture of that class or category, from 0
	inner    *expression
}

// An argument is an operand with its value. It is absent where an optional part of the pattern didn't match.
type argument struct {
	present bool
	number  float64
	word    string
	meaning meaning
}

func (a argument) int() int { return int(a.number) }

func (g *grammar) parseExpression(s string) (expression, error) {
	fields := strings.Fields(strings.NewReplacer("(", " ( ", ")", " ) ").Replace(s))
	e, rest, err := g.parseCall(fields)
	if err == nil && len(rest) > 0 {
		err = fmt.Errorf("a bracket closes that none opened")
	}
	return e, err
}

func (g *grammar) parseCall(fields []string) (e expression, rest []string, err error) {
	if len(fields) == 0 {
		return e, nil, fmt.Errorf("want a function")
	}
	e.name = fields[0]
	e.call = functions[e.name]
	if e.call == nil {
		return e, nil, fmt.Errorf("no function %q", e.name)
	}
	fields = fields[1:]
	for len(fields) > 0 && fields[0] != ")" {
		f := fields[0]
		fields = fields[1:]
		if f != "(" {
			o, err := g.parseOperand(f)
			if err != nil {
				return e, nil, err
			}
			e.args = append(e.args, o)
			continue
		}
		inner, rest, err := g.parseCall(fields)
		if err != nil {
			return e, nil, err
		}
		if len(rest) == 0 {
			return e, nil, fmt.Errorf("a bracket isn't closed")
		}
		e.args = append(e.args, operand{inner: &inner})
		fields = rest[1:]
	}
	return e, fields, nil
}

func (g *grammar) parseOperand(f string) (operand, error) {
	if n, err := strconv.ParseFloat(f, 64); err == nil {
		return operand{number: n, isNumber: true}, nil
	}
	if f[0] != '$' && f[0] != '@' {
		return operand{word: f}, nil
	}
	nth := 0
	if d := f[len(f)-1]; d >= '2' && d <= '9' {
		f, nth = f[:len(f)-1], int(d-'1')
	}
	if f[0] == '@' {
		c := g.categories[f[1:]]
		if c == nil {
			return operand{}, fmt.Errorf("no category %q above this line", f[1:])
		}
		return operand{category: c, nth: nth}, nil
	}
	s, ok := g.words.symbols[f]
	if !ok {
		return operand{}, fmt.Errorf("no class %q", f)
	}
	return operand{symbol: s, nth: nth}, nil
}

// evaluate returns what a parse means; not ok where it means nothing ("31 June").
func (r *reader) evaluate(p *parse) (meaning, bool) {
	return r.call(&p.rule.value, p)
}

func (r *reader) call(e *expression, p *parse) (meaning, bool) {
	var args [6]argument
	for i, o := range e.args {
		a, ok := r.argument(o, p)
		if !ok {
			return meaning{}, false
		}
		args[i] = a
	}
	return e.call(r, args[:max(len(e.args), 4)])
}

func (r *reader) argument(o operand, p *parse) (argument, bool) {
	switch {
	case o.isNumber:
		return argument{present: true, number: o.number}, true
	case o.word != "":
		return argument{present: true, word: o.word}, true
	case o.inner != nil:
		m, ok := r.call(o.inner, p)
		return argument{present: true, meaning: m, number: m.count}, ok
	}
	nth := o.nth
	for _, c := range p.captures {
		if o.category != c.category || o.category == nil && o.symbol != c.symbol {
			continue
		}
		if nth > 0 {
			nth--
			continue
		}
		if c.parse == nil {
			return argument{present: true, number: c.value}, true
		}
		m, ok := r.evaluate(c.parse)
		return argument{present: true, meaning: m, number: m.count, word: m.text}, ok
	}
	return argument{}, true
}

package gum

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
)

// bracketReader reads the cells "Entity=…" of one document. A cell is a run of "(fields" that opens a mention, "(fields)" that is
// one word long, and "group)" that closes the mention of the group opened last. "[2/3]" after a group marks the second of three
// parts of a discontinuous mention.
type bracketReader struct {
	fields []string // names of the fields of an opening bracket, from the header
	done   []Mention
	open   []opened // by where they open
	split  []parted // discontinuous mentions whose parts are not all read
}

// opened is a mention, or a part of one, that is not closed yet.
type opened struct {
	key  string // what closes it: the group with the part
	part place
	at   int
	of   Mention
}

// place says which part of how many; both 0 for a mention of one piece.
type place struct{ n, of int }

// parted is a discontinuous mention being put together.
type parted struct {
	of      Mention
	missing place // the last part read
}

var errNoHeader = errors.New("no line \"# global.Entity\" before it names the fields")

func (r *bracketReader) cell(at int, value string) error {
	if r.fields == nil {
		return errNoHeader
	}
	for value != "" {
		var err error
		if value[0] == '(' {
			value, err = r.opening(at, value[1:])
		} else {
			value, err = r.closing(at, value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// opening reads what follows "(" up to the next bracket and returns the rest.
func (r *bracketReader) opening(at int, value string) (string, error) {
	end := strings.IndexAny(value, "()")
	if end < 0 {
		end = len(value)
	}
	o, err := r.mention(value[:end])
	if err != nil {
		return "", err
	}
	o.at = at
	if end < len(value) && value[end] == ')' {
		return value[end+1:], r.close(o, at)
	}
	r.open = append(r.open, o)
	return value[end:], nil
}

// mention reads the fields of an opening bracket. Later fields may be left out; the last takes what hyphens are left.
func (r *bracketReader) mention(s string) (opened, error) {
	values := strings.SplitN(s, "-", len(r.fields))
	var o opened
	for i, v := range values {
		switch r.fields[i] {
		case "GRP", "eid":
			o.key = v
			var err error
			if o.of.Group, o.part, err = groupAndPart(v); err != nil {
				return o, err
			}
		case "etype":
			o.of.Type = v
		case "infstat":
			o.of.Infstat = v
		case "salience":
			o.of.Salience = v
		case "minspan":
			o.of.Min = minimal(v)
		case "link":
			o.of.Link = Kind(v)
		case "identity":
			o.of.Identity = unescape(v)
		}
	}
	if o.of.Group == "" {
		return o, errors.New("a mention without a group")
	}
	return o, nil
}

// minimal reads "1,2,4"; what is no number is passed over.
func minimal(v string) []int {
	var out []int
	for _, s := range strings.Split(v, ",") {
		if n, ok := number(s); ok {
			out = append(out, n)
		}
	}
	return out
}

// unescape undoes the percent signs by which brackets and hyphens of a title are written.
func unescape(v string) string {
	if s, err := url.PathUnescape(v); err == nil {
		return s
	}
	return v
}

// groupAndPart reads "12" or "12[2/3]".
func groupAndPart(v string) (string, place, error) {
	group, rest, ok := strings.Cut(v, "[")
	if !ok {
		return group, place{}, nil
	}
	n, of, ok := strings.Cut(strings.TrimSuffix(rest, "]"), "/")
	var p place
	var okN, okOf bool
	p.n, okN = number(n)
	p.of, okOf = number(of)
	if !ok || !okN || !okOf || p.n > p.of || !strings.HasSuffix(rest, "]") {
		return "", place{}, fmt.Errorf("bad part %q", v)
	}
	return group, p, nil
}

// closing reads "group)" and returns the rest.
func (r *bracketReader) closing(at int, value string) (string, error) {
	key, rest, ok := strings.Cut(value, ")")
	if !ok {
		return "", fmt.Errorf("%q is neither opened nor closed", value)
	}
	for i := len(r.open) - 1; i >= 0; i-- {
		if o := r.open[i]; o.key == key {
			r.open = append(r.open[:i], r.open[i+1:]...)
			return rest, r.close(o, at)
		}
	}
	return "", fmt.Errorf("%q is closed and was not opened", key)
}

// close ends at token last a mention or a part of one.
func (r *bracketReader) close(o opened, last int) error {
	m := o.of
	m.First, m.Last = o.at, last+1
	if o.part.of <= 1 {
		r.done = append(r.done, m)
		return nil
	}
	if o.part.n == 1 {
		m.Parts = []Part{{m.First, m.Last}}
		r.split = append(r.split, parted{m, o.part})
		return nil
	}
	return r.addPart(o.part, m)
}

// addPart adds a further part to the discontinuous mention of its group that waits for it.
func (r *bracketReader) addPart(p place, m Mention) error {
	for i := len(r.split) - 1; i >= 0; i-- {
		s := &r.split[i]
		if s.of.Group != m.Group || s.missing != (place{p.n - 1, p.of}) {
			continue
		}
		s.of.Parts = append(s.of.Parts, Part{m.First, m.Last})
		s.of.Last, s.missing = max(s.of.Last, m.Last), p
		if p.n == p.of {
			r.done = append(r.done, s.of)
			r.split = append(r.split[:i], r.split[i+1:]...)
		}
		return nil
	}
	return fmt.Errorf("part %d of %d of group %q without the part before it", p.n, p.of, m.Group)
}

// finish returns the mentions in the order of the text.
func (r *bracketReader) finish() ([]Mention, error) {
	if len(r.open) > 0 {
		return nil, fmt.Errorf("group %q is opened and not closed", r.open[len(r.open)-1].key)
	}
	if len(r.split) > 0 {
		s := r.split[0]
		return nil, fmt.Errorf("group %q has %d parts of %d", s.of.Group, s.missing.n, s.missing.of)
	}
	sortMentions(r.done)
	return r.done, nil
}

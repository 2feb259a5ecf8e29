package attribution

import (
	"slices"
	"testing"
)

// scores makes a state whose words have the roles of a line: '.' none, 's' source, 'c' content, of which the ends are sure too.
func scores(line string) *State {
	s := &State{}
	for i, r := range line {
		var v [Roles]float32
		inside := func(k int) bool { return k >= 0 && k < len(line) && line[k] == 'c' }
		switch r {
		case '.':
			v[None] = 5
		case 's':
			v[Source] = 5
		case 'c':
			switch before, after := inside(i-1), inside(i+1); {
			case before && after:
				v[Inner] = 5
			case before:
				v[Last] = 5
			case after:
				v[First] = 5
			default:
				v[Only] = 5
			}
		}
		s.roles = append(s.roles, v[:]...)
	}
	return s
}

func TestContentsAreStretches(t *testing.T) {
	for _, test := range []struct {
		line            string
		source, content []int
	}{
		{"", nil, nil},
		{"....", nil, nil},
		{"ss.ccc", []int{10, 11}, []int{13, 14, 15}},
		{"cc.s.ccc.", []int{13}, []int{10, 11, 15, 16, 17}},
		{"s.c.", []int{10}, []int{12}},
		{"s.s", []int{10}, nil},
		{"sss..s", []int{10, 11, 12}, nil},
	} {
		s := scores(test.line)
		source, content := s.source(10, 10+len(test.line)), s.content(10, 10+len(test.line))
		if !slices.Equal(source, test.source) || !slices.Equal(content, test.content) {
			t.Errorf("%q: source %v, content %v; want %v, %v", test.line, source, content, test.source, test.content)
		}
	}
}

func TestAnUnsureWordPartsNoContent(t *testing.T) {
	s := scores("ccc.ccc")
	v := s.roles[3*Roles : 4*Roles]
	clear(v)
	v[None] = 0.9 // of what it costs to end and to begin again, less than what it gains
	copy(s.roles[2*Roles:3*Roles], []float32{0, 0, 0, 2, 2, 0})
	copy(s.roles[4*Roles:5*Roles], []float32{0, 0, 2, 2, 0, 0})
	if got, want := s.content(0, 7), []int{0, 1, 2, 3, 4, 5, 6}; !slices.Equal(got, want) {
		t.Errorf("content %v, want %v", got, want)
	}
}

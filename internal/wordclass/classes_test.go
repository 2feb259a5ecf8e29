package wordclass

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// corpus has days and towns that stand in like places.
func corpus() string {
	var b strings.Builder
	for _, day := range []string{"Monday", "Tuesday", "Friday"} {
		for _, town := range []string{"Oslo", "Paris", "Lima"} {
			b.WriteString("They met in " + town + " on " + day + ".\nHe flew to " + town + ", and left on " + day + " in haste.\n")
		}
	}
	return b.String()
}

func classTable(t testing.TB) Table {
	t.Helper()
	c := newCounter()
	count := func(words []string) { c.count(words, 1) }
	if err := eachLine(strings.NewReader(corpus()), count); err != nil {
		t.Fatal(err)
	}
	c.vocabulary(2, 50)
	if err := eachLine(strings.NewReader(corpus()), func(words []string) { c.neighbours(words, 1) }); err != nil {
		t.Fatal(err)
	}
	return c.classes(Sizes{Fine: 8, Middle: 4, Coarse: 2}, 6, 1)
}

func TestWordsInLikePlacesShareAClass(t *testing.T) {
	c := classTable(t)
	class := func(w string) uint64 { fine, _, _ := c.Of(w); return fine }
	if class("monday") != class("friday") || class("oslo") != class("lima") || class("monday") == class("oslo") {
		t.Errorf("monday %d, friday %d, oslo %d, lima %d", class("monday"), class("friday"), class("oslo"), class("lima"))
	}
	if class("unheard") != 0 {
		t.Error("an unknown word has a class")
	}
}

func TestTheSameTextGivesTheSameTable(t *testing.T) {
	if a, b := classTable(t).Append(nil), classTable(t).Append(nil); string(a) != string(b) {
		t.Error("two tables of one text differ")
	}
}

func TestATableReadBackIsTheSame(t *testing.T) {
	b := classTable(t).Append(nil)
	back, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(b), string(back.Append(nil))); diff != "" {
		t.Error(diff)
	}
}

func TestWordsAreSplitAsTheTreebanksSplitThem(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"The minister's visit, in 1994, “won’t” end.", "the minister 's visit , in 0000 , wo n't end ."},
		{"(see below)", "( see below )"},
		{"...", ". . ."},
		{"", ""},
	} {
		var got string
		if err := eachLine(strings.NewReader(c.in), func(words []string) { got += strings.Join(words, " ") }); err != nil {
			t.Fatal(err)
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestABadTableSaysWhere(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"1\t1\ta b\nwhat\n", "line 2"},
		{"x\t1\ta b\n", `"x"`},
		{"1\t-4\ta b\n", `"-4"`},
	} {
		if _, err := Read([]byte(c.in)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %s in it", c.in, err, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(classTable(f).Append(nil))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := Read(b)
		if err != nil {
			return
		}
		c.Of("monday")
		if _, err := Read(c.Append(nil)); err != nil {
			t.Errorf("what was written can't be read: %v", err)
		}
	})
}

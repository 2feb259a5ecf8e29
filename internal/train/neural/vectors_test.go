package neural

import (
	"slices"
	"strings"
	"testing"
)

func TestVectorsOfLowerCaseWordsAreRead(t *testing.T) {
	lines := "the 0.5 -1\nParis 1 1\n1990s 2 2\ncat 3 4\ncat 9 9\ndog 5 6\n"
	wink := `{"dimensions":2,"words":["the","Paris","1990s","cat","dog"],
		"vectors":{"the":[0.5,-1,1.1,0],"Paris":[1,1,1,1],"1990s":[2,2,2,2],"cat":[3,4,5,3],"dog":[5,6,7,4]}}`
	fromLines, err := readVectors(strings.NewReader(lines), 2)
	if err != nil {
		t.Fatal(err)
	}
	fromWink, err := readWink(strings.NewReader(wink), 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []*Vectors{fromLines, fromWink} {
		if !slices.Equal(v.Words, []string{"the", "cat"}) || !slices.Equal(v.Values, []float32{0, 0, 0.5, -1, 3, 4}) || v.row("cat") != 2 || v.row("dog") != 0 {
			t.Errorf("got %v %v", v.Words, v.Values)
		}
	}
	if (*Vectors)(nil).row("the") != 0 {
		t.Error("no vectors have a row")
	}
}

func TestBadVectorsAreErrors(t *testing.T) {
	for in, want := range map[string]string{"": "no vector in it", "the 1 2\ncat 1\n": "line 2: 1 values, want 2", "the 1 x\n": "line 1: ", "the\n": "line 1: 0 values"} {
		if _, err := readVectors(strings.NewReader(in), 10); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", in, err, want)
		}
	}
	if _, err := readWink(strings.NewReader(`{"dimensions":2,"words":["the","cat"],"vectors":{"the":[1,2]}}`), 10); err == nil {
		t.Error("a word without a vector is no error")
	}
}

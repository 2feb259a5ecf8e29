package encoder

import "testing"

func TestVocabulary(t *testing.T) {
	v := NewVocabulary([]string{"", "a", "ab", "b", "é"})
	for word, want := range map[string]int{"": 1, "a": 2, "ab": 3, "b": 4, "é": 5, "aa": 0, "c": 0, "ü": 0, "A": 0} {
		if got := v.Row(word); got != want {
			t.Errorf("%q has row %d, want %d", word, got, want)
		}
	}
	if (Vocabulary{}).Row("a") != 0 {
		t.Error("a word was found in an empty vocabulary")
	}
}

func TestEndsOfAVocabulary(t *testing.T) {
	for _, c := range []struct {
		name string
		v    Vocabulary
		want bool
	}{
		{"empty", Vocabulary{}, true},
		{"two words", NewVocabulary([]string{"a", "b"}), true},
		{"beyond the text", Vocabulary{ends: []byte{2, 0, 0, 0}, text: []byte("a")}, false},
		{"falling", Vocabulary{ends: []byte{2, 0, 0, 0, 1, 0, 0, 0}, text: []byte("ab")}, false},
	} {
		if got := c.v.good(); got != c.want {
			t.Errorf("%s: good is %v", c.name, got)
		}
	}
}

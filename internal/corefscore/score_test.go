package corefscore

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// chains reads "a bc def": each letter a mention, each word a chain.
func chains(s string) []Chain {
	var out []Chain
	for _, word := range strings.Fields(s) {
		var c Chain
		for _, r := range word {
			c = append(c, Mention{int(r), int(r) + 1})
		}
		out = append(out, c)
	}
	return out
}

type triple struct{ r, p, f float64 }

// The examples and their numbers are those that the reference scorer of the shared task is tested with (its TestCases.README, also
// in the tests of CoVal), which takes them from Vilain et al. 1995, Bagga & Baldwin 1998 and Luo 2005; the last is figure 1 of Pradhan
// et al. 2014. A triple of zeros with f below 0 is not given there.
func TestThePublishedExamples(t *testing.T) {
	none := triple{0, 0, -1}
	for _, c := range []struct {
		name, key, response string
		muc, b3, ceafe      triple
	}{
		{"A1 perfect", "a bc def", "a bc def", triple{1, 1, 1}, triple{1, 1, 1}, triple{1, 1, 1}},
		{"A2 mentions missing", "a bc def", "a de", triple{1. / 3, 1, .5}, triple{7. / 18, 1, 14. / 25}, triple{.6, .9, .72}},
		{"A3 false mentions", "a bc def", "a bcx defy z", triple{1, .6, .75}, triple{1, 55. / 108, 110. / 163}, triple{.88571, .66429, .75918}},
		{"A4 both", "a bc def", "a bcx dy z", triple{1. / 3, 1. / 3, 1. / 3}, triple{5. / 9, 17. / 42, .46832}, triple{.73333, .55, .62857}},
		{"A5 overlapping within", "a bc def", "a bcxB dy z", triple{1. / 3, .25, 2. / 7}, triple{5. / 9, 5. / 16, .4}, triple{.68889, .51667, .59048}},
		{"A6 overlapping elsewhere", "a bc def", "a bcx dy Bz", triple{1. / 3, .25, 2. / 7}, triple{5. / 9, 17. / 48, .43256}, triple{.73333, .55, .62857}},
		{"A7 said twice", "a bc def", "a bcxb dy z", triple{1. / 3, 1. / 3, 1. / 3}, triple{5. / 9, 17. / 42, .46832}, triple{.73333, .55, .62857}},
		{"A10 all alone", "a bc def", "a b c d e f", triple{0, 0, 0}, triple{.5, 1, 2. / 3}, none},
		{"A11 all in one", "a bc def", "abcdef", triple{1, .6, .75}, triple{1, 7. / 18, 14. / 25}, none},
		{"A12 alone, other mentions", "a bc def", "a x y c d e z", triple{0, 0, 0}, triple{13. / 36, 4. / 7, .44255}, none},
		{"A13 in one, other mentions", "a bc def", "axycdez", triple{1. / 3, 1. / 6, 2. / 9}, triple{17. / 36, 6. / 49, .19447}, none},
		{"D1 a small chain merged", "12345 67 89ABC", "12345 6789ABC", triple{1, .9, .947368}, triple{1, 16. / 21, .864865}, none},
		{"E1 two large chains merged", "12345 67 89ABC", "1234589ABC 67", triple{1, .9, .947368}, triple{1, 7. / 12, .736842}, none},
		{"F1 cut in two", "ABCD", "AB CD", triple{2. / 3, 1, .8}, none, none},
		{"G1 joined", "AB CD", "ABCD", triple{1, 2. / 3, .8}, none, none},
		{"J1 one missing", "ABC", "AC", triple{.5, 1, 2. / 3}, none, none},
		{"K1", "BCDEGHJ", "ABC DEF GHI", triple{.5, .5, .5}, none, none},
		{"L1", "ABC DEFG", "AB CD FGH", triple{.4, .5, 4. / 9}, none, none},
		{"N1 only alone", "a b c d e f", "a b c d e f", triple{0, 0, 0}, triple{1, 1, 1}, triple{1, 1, 1}},
		{"Pradhan et al.", "abc defg", "ab cd fghi", triple{.4, .4, .4}, triple{.416667, .5, .454545}, triple{.65, .433333, .52}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var s Scores
			s.Add(chains(c.key), chains(c.response))
			for _, m := range []struct {
				name string
				got  Measure
				want triple
			}{{"MUC", s.MUC, c.muc}, {"B³", s.B3, c.b3}, {"CEAFe", s.CEAFe, c.ceafe}} {
				r, p, f := m.got.Values()
				if m.want.f >= 0 && (far(r, m.want.r) || far(p, m.want.p) || far(f, m.want.f)) {
					t.Errorf("%s: got %.5f %.5f %.5f, want %.5f", m.name, r, p, f, m.want)
				}
			}
		})
	}
}

func far(a, b float64) bool { return math.Abs(a-b) > 2e-5 }

func TestTheMeanIsOverDocuments(t *testing.T) {
	var s Scores
	s.Add(chains("ab cd"), chains("ab cd"))
	s.Add(chains("ab"), nil)
	if r, p, f := s.MUC.Values(); far(r, 2./3) || far(p, 1) || far(f, .8) {
		t.Errorf("MUC: got %f %f %f", r, p, f)
	}
	var sum Scores
	sum.Merge(s)
	if sum != s || far(s.Mean(), (.8+.8+.8)/3) {
		t.Errorf("mean %f, merged %v of %v", s.Mean(), sum, s)
	}
}

func TestSingletonsAreLeftOut(t *testing.T) {
	if got := WithoutSingletons(chains("a bc d dd ee")); len(got) != 1 || len(got[0]) != 2 {
		t.Errorf("got %v", got)
	}
}

func TestNothingScoresNothing(t *testing.T) {
	var s Scores
	s.Add(nil, nil)
	if s.Mean() != 0 {
		t.Errorf("got %f", s.Mean())
	}
}

// best tries every assignment.
func best(w [][]float64, row int, used []bool) float64 {
	if row == len(w) {
		return 0
	}
	most := best(w, row+1, used)
	for j := range w[row] {
		if !used[j] {
			used[j] = true
			most = max(most, w[row][j]+best(w, row+1, used))
			used[j] = false
		}
	}
	return most
}

func TestAssignmentIsTheBestThereIs(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		rows, columns := 1+random.IntN(6), 1+random.IntN(6)
		w := make([][]float64, rows)
		for i := range w {
			w[i] = make([]float64, columns)
			for j := range w[i] {
				if random.IntN(3) > 0 {
					w[i][j] = float64(random.IntN(9)) / 4
				}
			}
		}
		if got, want := Assign(w), best(w, 0, make([]bool, columns)); far(got, want) {
			t.Fatalf("%v: got %f, want %f", w, got, want)
		}
	}
}

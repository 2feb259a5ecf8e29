package entity

import "math"

// field is a linear-chain conditional random field over one sentence (Lafferty, McCallum & Pereira 2001): from the scores of words
// and moves the probability of each label at each word, by sums forward and back. Its buffers are used again.
type field struct {
	scores [][labelCount]float32
	moves  [labelCount][labelCount]float32

	next, before  [labelCount][]label // the labels that may follow each, and that each may follow
	forward, back [][labelCount]float64
	emit          [][labelCount]float64 // exp of the scores, the best of a word taken off
	passage       [labelCount][labelCount]float64
	expected      [labelCount][labelCount]float64 // how often each move is expected
	total         []float64                       // what each forward row was divided by
	probability   [][labelCount]float64
}

func newField() *field {
	f := &field{}
	for a := range label(labelCount) {
		for b := range label(labelCount) {
			if follows(a, b) {
				f.next[a], f.before[b] = append(f.next[a], b), append(f.before[b], a)
			}
		}
	}
	return f
}

// reset makes room for a sentence of n words with all scores 0.
func (f *field) reset(n int) {
	grow(&f.scores, n)
	grow(&f.forward, n)
	grow(&f.back, n)
	grow(&f.emit, n)
	grow(&f.probability, n)
	if cap(f.total) < n {
		f.total = make([]float64, n)
	}
	f.total = f.total[:n]
	clear(f.scores)
}

func grow[T any](s *[]T, n int) {
	if cap(*s) < n {
		*s = make([]T, n)
	}
	*s = (*s)[:n]
}

// run works out the probabilities of labels and the expected moves.
func (f *field) run() {
	n := len(f.scores)
	if n == 0 {
		return
	}
	f.exponents()
	for i := range n {
		f.forwardAt(i)
	}
	for b := range label(labelCount) {
		f.back[n-1][b] = 0
		if mayEnd(b) {
			f.back[n-1][b] = 1
		}
	}
	for i := n - 2; i >= 0; i-- {
		f.backAt(i)
	}
	for i := range n {
		sum := 0.0
		for b := range f.probability[i] {
			f.probability[i][b] = f.forward[i][b] * f.back[i][b]
			sum += f.probability[i][b]
		}
		for b := range f.probability[i] {
			f.probability[i][b] /= sum
		}
	}
	f.expect()
}

// mayEnd reports whether a sentence may end with the label.
func mayEnd(b label) bool { return b == 0 || b.position() == ends || b.position() == alone }

func (f *field) exponents() {
	for a := range label(labelCount) {
		for _, b := range f.next[a] {
			f.passage[a][b] = math.Exp(float64(f.moves[a][b]))
		}
	}
	for i := range f.scores {
		top := f.scores[i][0]
		for _, s := range f.scores[i] {
			top = max(top, s)
		}
		for b, s := range f.scores[i] {
			f.emit[i][b] = math.Exp(max(float64(s-top), -60))
		}
	}
}

// forwardAt works out the forward row of word i, divided by its sum.
func (f *field) forwardAt(i int) {
	sum := 0.0
	for b := range label(labelCount) {
		v := 0.0
		if i == 0 {
			if follows(0, b) {
				v = f.passage[0][b]
			}
		} else {
			for _, a := range f.before[b] {
				v += f.forward[i-1][a] * f.passage[a][b]
			}
		}
		f.forward[i][b] = v * f.emit[i][b]
		sum += f.forward[i][b]
	}
	f.total[i] = sum
	for b := range f.forward[i] {
		f.forward[i][b] /= sum
	}
}

func (f *field) backAt(i int) {
	for a := range label(labelCount) {
		v := 0.0
		for _, b := range f.next[a] {
			v += f.passage[a][b] * f.emit[i+1][b] * f.back[i+1][b]
		}
		f.back[i][a] = v / f.total[i+1]
	}
}

// expect sums the probabilities of the moves over the sentence.
func (f *field) expect() {
	f.expected = [labelCount][labelCount]float64{}
	sums := 0.0
	for b, p := range f.probability[0] {
		f.expected[0][b] += p
	}
	for i := 1; i < len(f.scores); i++ {
		sums = 0
		for a := range label(labelCount) {
			for _, b := range f.next[a] {
				sums += f.forward[i-1][a] * f.passage[a][b] * f.emit[i][b] * f.back[i][b]
			}
		}
		for a := range label(labelCount) {
			for _, b := range f.next[a] {
				f.expected[a][b] += f.forward[i-1][a] * f.passage[a][b] * f.emit[i][b] * f.back[i][b] / sums
			}
		}
	}
}

// gradient is the slope of the loss at the scores of word i.
func (f *field) gradient(i int, right label) (g [labelCount]float32) {
	for b, p := range f.probability[i] {
		g[b] = float32(p)
	}
	g[right]--
	return g
}

// moveGradient is the slope of the loss at the scores of the moves from label a.
func (f *field) moveGradient(a label, right []label) (g [labelCount]float32) {
	for b, p := range f.expected[a] {
		g[b] = float32(p)
	}
	before := label(0)
	for _, r := range right {
		if before == a {
			g[r]--
		}
		before = r
	}
	return g
}

func sqrt(v float32) float32 { return float32(math.Sqrt(float64(v))) }

// Package corefscore compares chains of coreference with those of a key by the measures of the CoNLL-2012 shared task: MUC
// (Vilain et al. 1995), B³ (Bagga & Baldwin 1998) and the entity-based CEAF with the similarity φ4 (Luo 2005), as Pradhan et al. 2014
// ("Scoring coreference partitions of predicted mentions") define them for mentions that need not be those of the key.
//
// In come the chains of one document after another, out come recall, precision and F1 over all of them. A mention counts as found
// where both ends are right. Only cmd/lab uses it:
//
//	var s corefscore.Scores
//	s.Add(key, response)
//	fmt.Println(s.Mean())
package corefscore

// Mention is the tokens [First, Last).
type Mention struct{ First, Last int }

// Chain is the mentions of one entity.
type Chain []Mention

// Measure is recall and precision as sums over documents: what was gained of what could be.
type Measure struct {
	RecallOf, Recall       float64 // the key's share that was found, of all there is
	PrecisionOf, Precision float64 // the response's share that is right, of all there is
}

// Values returns recall, precision and their harmonic mean, each from 0 to 1.
func (m Measure) Values() (r, p, f float64) {
	if m.RecallOf > 0 {
		r = m.Recall / m.RecallOf
	}
	if m.PrecisionOf > 0 {
		p = m.Precision / m.PrecisionOf
	}
	if r+p > 0 {
		f = 2 * r * p / (r + p)
	}
	return r, p, f
}

func (m *Measure) add(recall, recallOf, precision, precisionOf float64) {
	m.Recall += recall
	m.RecallOf += recallOf
	m.Precision += precision
	m.PrecisionOf += precisionOf
}

// Scores holds the measures of all documents added so far.
type Scores struct{ Mentions, MUC, B3, CEAFe Measure }

// Mean is the mean of the F1 of MUC, B³ and CEAFe, the score that the shared task ranks by.
func (s Scores) Mean() float64 {
	sum := 0.0
	for _, m := range []Measure{s.MUC, s.B3, s.CEAFe} {
		_, _, f := m.Values()
		sum += f
	}
	return sum / 3
}

// Add compares the chains of one document. A mention said twice counts once, in the first chain that has it.
func (s *Scores) Add(key, response []Chain) {
	key, response = distinct(key), distinct(response)
	inKey, inResponse := chainOf(key), chainOf(response)
	common := float64(shared(inKey, inResponse))
	s.Mentions.add(common, float64(len(inKey)), common, float64(len(inResponse)))
	s.MUC.add(links(key, inResponse), spanning(key), links(response, inKey), spanning(response))
	s.B3.add(bCubed(key, response, inResponse), float64(len(inKey)), bCubed(response, key, inKey), float64(len(inResponse)))
	similarity := aligned(key, response, inResponse)
	s.CEAFe.add(similarity, float64(len(key)), similarity, float64(len(response)))
}

// Merge adds the sums of o.
func (s *Scores) Merge(o Scores) {
	for _, pair := range [][2]*Measure{{&s.Mentions, &o.Mentions}, {&s.MUC, &o.MUC}, {&s.B3, &o.B3}, {&s.CEAFe, &o.CEAFe}} {
		pair[0].add(pair[1].Recall, pair[1].RecallOf, pair[1].Precision, pair[1].PrecisionOf)
	}
}

// WithoutSingletons returns the chains of two mentions and more.
func WithoutSingletons(chains []Chain) []Chain {
	var out []Chain
	for _, c := range distinct(chains) {
		if len(c) > 1 {
			out = append(out, c)
		}
	}
	return out
}

// distinct leaves out mentions that were there before, and chains without any.
func distinct(chains []Chain) []Chain {
	seen := map[Mention]bool{}
	var out []Chain
	for _, c := range chains {
		var kept Chain
		for _, m := range c {
			if !seen[m] {
				seen[m] = true
				kept = append(kept, m)
			}
		}
		if len(kept) > 0 {
			out = append(out, kept)
		}
	}
	return out
}

func chainOf(chains []Chain) map[Mention]int {
	in := map[Mention]int{}
	for n, c := range chains {
		for _, m := range c {
			in[m] = n
		}
	}
	return in
}

func shared(a, b map[Mention]int) int {
	n := 0
	for m := range a {
		if _, ok := b[m]; ok {
			n++
		}
	}
	return n
}

// spanning is how many links the chains need: one fewer than each has mentions.
func spanning(chains []Chain) float64 {
	n := 0
	for _, c := range chains {
		n += len(c) - 1
	}
	return float64(n)
}

// links is how many of those links the other side has: a chain loses one for each part beyond the first that the other side cuts
// it into, and a mention unknown there is a part of its own.
func links(chains []Chain, other map[Mention]int) float64 {
	n := 0
	for _, c := range chains {
		parts := map[int]bool{}
		alone := 0
		for _, m := range c {
			if k, ok := other[m]; ok {
				parts[k] = true
			} else {
				alone++
			}
		}
		n += len(c) - len(parts) - alone
	}
	return float64(n)
}

// bCubed sums over mentions the share of their chain that stands with them on the other side too.
func bCubed(chains, other []Chain, in map[Mention]int) float64 {
	sum := 0.0
	for _, c := range chains {
		common := make(map[int]int)
		for _, m := range c {
			if k, ok := in[m]; ok {
				common[k]++
			}
		}
		for k := range other { // in order, so that the sum is the same each time
			sum += float64(common[k]*common[k]) / float64(len(c))
		}
	}
	return sum
}

// aligned is the largest sum of φ4 that a one-to-one alignment of chains reaches.
func aligned(key, response []Chain, in map[Mention]int) float64 {
	weight := make([][]float64, len(key))
	for i, c := range key {
		weight[i] = make([]float64, len(response))
		for _, m := range c {
			if k, ok := in[m]; ok {
				weight[i][k]++
			}
		}
		for k := range response {
			weight[i][k] = 2 * weight[i][k] / float64(len(c)+len(response[k]))
		}
	}
	return Assign(weight)
}

package perceptron

// Pruned returns a model without the weights of fewer than the given number of steps of size (the largest weight has 8191), and
// without the features that are left with none. Most weights are small and tell little; without them the table is smaller, and
// faster for it.
func (m *Model) Pruned(size int16) *Model {
	var rows []row
	for _, s := range m.sorted() {
		var kept []cell
		for _, c := range m.of(s) {
			if max(c.weight, -c.weight) >= size {
				kept = append(kept, c)
			}
		}
		if len(kept) > 0 {
			rows = append(rows, row{s.key, kept})
		}
	}
	out := index(m.Classes, rows)
	out.Extra = m.Extra
	return out
}

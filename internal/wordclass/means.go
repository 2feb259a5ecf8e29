package wordclass

// Sizes are the numbers of classes from fine to coarse.
type Sizes struct{ Fine, Middle, Coarse int }

// classes sorts the vocabulary into classes by what was counted around its words. The same counts and seed give the same table.
func (c *counter) classes(sizes Sizes, dimensions int, seed uint64) Table {
	vectors := c.associations().vectors(dimensions, seed)
	fine, centres := means(vectors, sizes.Fine)
	middle, above := means(centres, sizes.Middle)
	coarse, _ := means(above, sizes.Coarse)
	t := Table{fine: make(map[string]uint16, len(c.words)), above: make([][2]uint16, len(centres))}
	for i, w := range c.words {
		t.fine[w] = uint16(fine[i])
	}
	for i := range centres {
		t.above[i] = [2]uint16{uint16(middle[i]), uint16(coarse[middle[i]])}
	}
	return t
}

// means sorts unit vectors around k centres, which start at the first k vectors: the commonest words.
func means(vectors [][]float32, k int) (of []int, centres [][]float32) {
	k = min(k, len(vectors))
	of = make([]int, len(vectors))
	if k == 0 {
		return of, nil
	}
	centres = dense(k, len(vectors[0]))
	for i := range centres {
		copy(centres[i], vectors[i])
	}
	const rounds = 12
	for range rounds {
		parallel(len(vectors), func(i int) { of[i] = nearest(vectors[i], centres) })
		recentre(vectors, of, centres)
	}
	return of, centres
}

func nearest(v []float32, centres [][]float32) int {
	best, at := float32(-2), 0
	for k, c := range centres {
		var s float32
		c = c[:len(v)]
		for i, x := range v {
			s += x * c[i]
		}
		if s > best {
			best, at = s, k
		}
	}
	return at
}

// recentre moves each centre to the middle of its vectors; one without any stays.
func recentre(vectors [][]float32, of []int, centres [][]float32) {
	sums := dense(len(centres), len(vectors[0]))
	for i, v := range vectors {
		for k, x := range v {
			sums[of[i]][k] += x
		}
	}
	for k := range centres {
		if dot(sums[k], sums[k]) > 0 {
			copy(centres[k], sums[k])
			unit(centres[k])
		}
	}
}

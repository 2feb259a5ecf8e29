package attribution

// stretch returns the words [first, last) that stand together and score most as one role, by how much each prefers it; none where
// no word prefers it.
func (s *State) stretch(role, first, last int) []int {
	var best, sum float32
	from, start, end := 0, 0, 0
	for k := range last - first {
		if sum <= 0 {
			sum, from = 0, k
		}
		sum += s.roles[k*Roles+role]
		if sum > best {
			best, start, end = sum, from, k+1
		}
	}
	return counted(nil, first+start, first+end)
}

// parting is what each stretch of a role costs: a single word that is unsure neither parts a content nor is one.
const parting = 2

// stretches returns the words of [first, last) that together score most as one role, less what it costs to begin a stretch.
func (s *State) stretches(role, first, last int) []int {
	n := last - first
	in, out := float32(-1e9), float32(0) // the best sums up to each word, where it is in and where it is out
	s.was = s.was[:0]
	for k := range n {
		var from uint8 // bit 0: in comes from in; bit 1: out comes from in
		begin := out - parting
		if in >= begin {
			from |= 1
		}
		if in > out {
			from |= 2
		}
		in, out = max(in, begin)+s.roles[k*Roles+role], max(in, out)
		s.was = append(s.was, from)
	}
	var words []int
	inside := in > out
	for k := n - 1; k >= 0; k-- {
		if inside {
			words = append(words, first+k)
			inside = s.was[k]&1 != 0
		} else {
			inside = s.was[k]&2 != 0
		}
	}
	for i, j := 0, len(words)-1; i < j; i, j = i+1, j-1 {
		words[i], words[j] = words[j], words[i]
	}
	return words
}

func counted(to []int, first, last int) []int {
	for i := first; i < last; i++ {
		to = append(to, i)
	}
	return to
}

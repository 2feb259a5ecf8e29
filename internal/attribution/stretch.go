package attribution

import "slices"

// source returns the words [first, last) that stand together and most prefer to be the source; none where no word does.
func (s *State) source(first, last int) []int {
	var best, sum float32
	from, start, end := 0, 0, 0
	for k := range last - first {
		if sum <= 0 {
			sum, from = 0, k
		}
		v := s.roles[k*Roles : (k+1)*Roles]
		sum += v[Source] - max(v[None], slices.Max(v[First:]))
		if sum > best {
			best, start, end = sum, from, k+1
		}
	}
	words := make([]int, 0, end-start)
	for k := start; k < end; k++ {
		words = append(words, first+k)
	}
	return words
}

// parting is what each stretch of a content costs: most have one.
const parting = 1

// before lists for each part of a content, and for what is none, after which it may stand.
var before = [Roles][]uint8{
	None:  {None, Last, Only},
	First: {None, Last, Only},
	Inner: {First, Inner},
	Last:  {First, Inner},
	Only:  {None, Last, Only},
}

// content returns the words of [first, last) that are the content: of all ways to part them into stretches the one that scores most.
func (s *State) content(first, last int) []int {
	const never = -1e9
	score := [Roles]float32{First: never, Inner: never, Last: never, Only: never}
	s.back = s.back[:0]
	for k := range last - first {
		v := s.roles[k*Roles : (k+1)*Roles]
		var next [Roles]float32
		var from [Roles]uint8
		for part, all := range before {
			next[part] = never
			for _, p := range all {
				if score[p] > next[part] {
					next[part], from[part] = score[p], p
				}
			}
			switch part {
			case None:
				next[part] += max(v[None], v[Source])
			case First, Only:
				next[part] += v[part] - parting
			default:
				next[part] += v[part]
			}
		}
		score = next
		s.back = append(s.back, from)
	}
	part := uint8(None)
	for _, p := range []uint8{Last, Only} {
		if score[p] > score[part] {
			part = p
		}
	}
	var words []int
	for k := last - first - 1; k >= 0; k-- {
		if part != None {
			words = append(words, first+k)
		}
		part = s.back[k][part]
	}
	slices.Reverse(words)
	return words
}

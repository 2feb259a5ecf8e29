package score

// match pairs the rows of a table with its columns, one to one, so that as many
// as possible are paired; edges[row] lists the columns that suit it. It starts
// from the pairs given, all of which keep a partner. It returns the column of
// each row, -1 for none (Kuhn's augmenting paths).
func match(edges [][]int, columns int, start []int) []int {
	byRow := make([]int, len(edges))
	byColumn := make([]int, columns)
	for i := range byRow {
		byRow[i] = -1
	}
	for i := range byColumn {
		byColumn[i] = -1
	}
	for row, column := range start {
		if column >= 0 {
			byRow[row], byColumn[column] = column, row
		}
	}
	var place func(row int, seen []bool) bool
	place = func(row int, seen []bool) bool {
		for _, column := range edges[row] {
			if seen[column] {
				continue
			}
			seen[column] = true
			if byColumn[column] < 0 || place(byColumn[column], seen) {
				byRow[row], byColumn[column] = column, row
				return true
			}
		}
		return false
	}
	for row := range edges {
		if byRow[row] < 0 {
			place(row, make([]bool, columns))
		}
	}
	return byRow
}

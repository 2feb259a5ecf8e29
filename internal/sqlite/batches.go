package sqlite

import "iter"

// batches yields what next returns for the item before, nil at first, until it
// returns fewer than size items. Between two batches no query is open: a reader who
// takes his time holds up no writer, keeps the log from no clean-up and may use
// the store meanwhile. Each item is whole; one that is added while reading may be
// met or not.
func batches[T any](size int, next func(last *T) ([]T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var last *T
		for {
			batch, err := next(last)
			for i := range batch {
				if !yield(batch[i], nil) {
					return
				}
			}
			if err != nil {
				var none T
				yield(none, err)
			}
			if err != nil || len(batch) < size {
				return
			}
			last = &batch[len(batch)-1]
		}
	}
}

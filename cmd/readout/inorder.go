package main

import (
	"context"
	"iter"
	"runtime"
)

// ahead is how many items, for each that is being worked at, may be done before their turn.
const ahead = 4

// inOrder works at the items of a sequence on all processors and gives what comes of them in the order of the items. It ends early when
// the context ends. The sequence is read on a goroutine of its own.
func inOrder[T, R any](ctx context.Context, items iter.Seq[T], work func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		for slot := range start(ctx, items, work) {
			if !yield(<-slot) {
				return
			}
		}
	}
}

// start has workers at the items and gives a slot for each in their order, which its result is put into.
func start[T, R any](ctx context.Context, items iter.Seq[T], work func(T) R) <-chan chan R {
	workers := runtime.GOMAXPROCS(0)
	slots := make(chan chan R, ahead*workers)
	places := make(chan struct{}, workers)
	go func() {
		defer close(slots)
		for item := range items {
			slot := make(chan R, 1)
			select {
			case slots <- slot:
			case <-ctx.Done():
				return
			}
			places <- struct{}{}
			go func() {
				defer func() { <-places }()
				slot <- work(item)
			}()
		}
	}()
	return slots
}

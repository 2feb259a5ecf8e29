package main

import (
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/model"
)

// benchCores measures how fast articles are tagged and parsed on one core and on so many, each with as much to do.
func benchCores(w io.Writer, articles []readout.Article, times, cores int) error {
	language, err := model.Load()
	if err != nil {
		return err
	}
	docs := make([]*text.Doc, len(articles))
	words, sentences := 0, 0
	for i, a := range articles {
		docs[i] = text.New(a)
		text.Segment(docs[i])
		words += len(docs[i].Tokens)
		sentences += len(docs[i].Sentences)
	}
	one := 0.0
	for _, n := range []int{1, cores} {
		runtime.GOMAXPROCS(n)
		took := annotateOn(n, language, docs, times)
		rate := float64(n*times*words) / took.Seconds()
		if n == 1 {
			one = rate
		}
		_, err := fmt.Fprintf(w, "tags and trees on %d: %.0f words/s, %.0f sentences/s, %.2f times one core\n", n, rate, rate*float64(sentences)/float64(words), rate/one)
		if err != nil || n == cores {
			return err
		}
	}
	return nil
}

// annotateOn has n goroutines annotate all documents so many times.
func annotateOn(n int, language *model.Language, docs []*text.Doc, times int) time.Duration {
	var all sync.WaitGroup
	start := time.Now()
	for range n {
		all.Go(func() {
			for range times {
				for _, d := range docs {
					language.Annotate(given(d))
				}
			}
		})
	}
	all.Wait()
	return time.Since(start)
}

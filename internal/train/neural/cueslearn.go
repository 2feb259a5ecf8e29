package neural

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/readout/readout/internal/grad"
)

// CuesUsual is how the shipped weights of package attribution learned.
var CuesUsual = Options{Epochs: 12, Rate: 2e-3, Drop: 0.3, Seed: 1}

// Learn goes over the documents; after each pass it calls score.
func (n *Cues) Learn(all []CueExample, o Options, score func()) {
	var tapes [shards]*grad.Tape
	for i := range tapes {
		tapes[i] = &grad.Tape{}
	}
	steps, done := o.Epochs*(len(all)/shards), 0
	for epoch := range o.Epochs {
		began, loss := time.Now(), 0.0
		order := rand.New(rand.NewPCG(o.Seed, 1<<40+uint64(epoch))).Perm(len(all))
		for at := 0; at+shards <= len(order); at += shards {
			var losses [shards]float64
			var wg sync.WaitGroup
			words := 0
			for i, t := range tapes {
				e := &all[order[at+i]]
				words += len(e.Features)
				t.Random = rand.New(rand.NewPCG(o.Seed+uint64(i)<<32, uint64(done)))
				wg.Go(func() { losses[i] = n.learn(t, e, o.Drop) })
			}
			wg.Wait()
			progress := float64(done) / float64(steps)
			n.params.Step(grad.Adam{
				Rate:  o.Rate * min(1, float64(done+1)/100) * max(0.02, 0.5*(1+math.Cos(math.Pi*progress))),
				Beta1: 0.9, Beta2: 0.98, Epsilon: 1e-8, Clip: 5, Share: 1 / float64(max(words, 1)),
			}, tapes[:]...)
			done++
			for _, l := range losses {
				loss += l / float64(max(words, 1))
			}
		}
		fmt.Fprintf(o.Log, "epoch %d of %d: loss %.3f; %.0f s\n", epoch+1, o.Epochs, loss/float64(max(len(all)/shards, 1)), time.Since(began).Seconds())
		if score != nil {
			score()
		}
	}
}

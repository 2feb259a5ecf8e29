package neural

import (
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/readout/readout/internal/grad"
)

// shards is how many parts a batch is computed in.
const shards = 2

// Options say how long and how fast a stage learns. Zero values are not useful; see TreesDefault and WordsDefault.
type Options struct {
	Epochs  int
	Batch   int     // words of a step, about
	Rate    float64 // of Adam, at its highest
	Drop    float64 // share of values that dropout sets to zero
	Seed    uint64
	Slow    Slow
	Vectors *Vectors // of words, learned elsewhere; may be nil
	Names   []string // that stand for names of the treebank now and then; may be empty
	Parts   []string // classes of words as parts of names, which MISC tells; empty to learn none

	Log        io.Writer       // where progress is told
	Checkpoint string          // file that the run is kept in, and goes on from; "" for none
	Each       time.Duration   // between checkpoints
	Stop       context.Context // ends the run early, with its checkpoint written; nil for never
}

// Slow is by how much less the parts of a pretrained encoder learn than the heads, so that rows of words that the treebanks don't
// have still fit to what is made of them.
type Slow struct{ Tables, Layers float64 }

// runner takes the steps of a stage.
type runner struct {
	net   *Net
	stage string
	o     Options
	tapes [shards]*grad.Tape
	done  int // steps
	total int
	skip  int // steps that an earlier run took
	kept  time.Time
}

func (n *Net) newRunner(stage string, total int, o Options) (*runner, error) {
	r := &runner{net: n, stage: stage, o: o, total: total, kept: time.Now()}
	for i := range r.tapes {
		r.tapes[i] = &grad.Tape{}
	}
	if o.Checkpoint == "" {
		return r, nil
	}
	var err error
	if r.skip, err = n.resume(stage, o.Checkpoint); r.skip > 0 {
		fmt.Fprintf(o.Log, "goes on from %s after %d steps\n", o.Checkpoint, r.skip)
	}
	return r, err
}

// step runs one batch in parts, unless an earlier run did, and keeps the run when it is time. part computes one of the
// shards and returns how many answers its loss was summed over.
func (r *runner) step(part func(shard int, t *grad.Tape) int) error {
	if r.done < r.skip {
		r.done++
		return nil
	}
	if r.o.Stop != nil && r.o.Stop.Err() != nil {
		if err := r.keep(); err != nil {
			return err
		}
		return fmt.Errorf("stopped after %d of %d steps: %w", r.done, r.total, r.o.Stop.Err())
	}
	var counts [shards]int
	var wg sync.WaitGroup
	for i, t := range r.tapes {
		t.Random = randomOf(r.o.Seed+uint64(i)<<32, uint64(r.done))
		wg.Go(func() { counts[i] = part(i, t) })
	}
	wg.Wait()
	sum := 0
	for _, c := range counts {
		sum += c
	}
	r.net.params.Step(grad.Adam{
		Rate: r.o.Rate * warm(r.done) * slow(float64(r.done)/float64(r.total)), Beta1: 0.9, Beta2: 0.98, Epsilon: 1e-8,
		Clip: 5, Share: 1 / float64(max(sum, 1)),
	}, r.tapes[:]...)
	r.done++
	if r.o.Checkpoint != "" && time.Since(r.kept) > r.o.Each {
		r.kept = time.Now()
		return r.keep()
	}
	return nil
}

func randomOf(seed, stream uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, stream)) }

// keep writes the checkpoint.
func (r *runner) keep() error {
	if r.o.Checkpoint == "" {
		return nil
	}
	return r.net.checkpoint(r.stage, r.done).Write(r.o.Checkpoint)
}

// warm raises the rate over the first steps, which would else be too long.
func warm(step int) float64 { return min(1, float64(step+1)/200) }

// slow lowers the rate along half a cosine (Loshchilov & Hutter 2017) to a fiftieth.
func slow(progress float64) float64 { return max(0.02, 0.5*(1+math.Cos(math.Pi*min(progress, 1)))) }

package neural

import (
	"fmt"
	"time"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/grad"
	"github.com/readout/readout/internal/text"
)

// TreesDefault is how the shipped weights learned from treebanks.
var TreesDefault = Options{Epochs: 50, Batch: 1000, Rate: 2e-3, Drop: 0.3, Slow: Slow{Tables: 0.1, Layers: 1}, Seed: 1, Each: 5 * time.Minute}

// Trees learns tags and trees from a treebank, starting from a pretrained encoder. pretrained may be nil: then the words are
// those seen twice in the treebank. After each epoch it calls score, where there is one, with the network as it stands.
func Trees(d *text.Doc, s Shape, pretrained *Checkpoint, o Options, score func(*encoder.File)) (*Net, error) {
	vocabulary := map[string]int32(nil)
	if pretrained != nil {
		if s.Word != pretrained.Shape.Word || s.Half != pretrained.Shape.Half || s.Layers != pretrained.Shape.Layers {
			return nil, fmt.Errorf("train on trees: the pretrained encoder has the shape %+v, not %+v", pretrained.Shape, s)
		}
		vocabulary = pretrained.Vocab
	} else {
		vocabulary = Vocabulary(d, nil)
	}
	n := newEncoder(s, vocabulary, o.Vectors, o.Seed)
	n.addHeads(d, o.Parts)
	if pretrained != nil {
		if err := n.take(pretrained); err != nil {
			return nil, fmt.Errorf("train on trees: %w", err)
		}
		n.slow(o.Slow)
	}
	return n, n.learnTrees(d, o, score)
}

// slow sets by how much less the encoder learns than the heads.
func (n *Net) slow(s Slow) {
	n.word.Slow, n.affix.Slow = s.Tables, s.Tables
	dense := append([]*grad.Param{n.mix, n.mixAdd}, n.stack.params()...)
	for _, p := range dense {
		p.Slow = s.Layers
	}
}

func (n *Net) learnTrees(d *text.Doc, o Options, score func(*encoder.File)) error {
	all, others := n.sentences(d), n.otherNames(o.Names)
	r, err := n.newRunner("trees", o.Epochs*len(d.Tokens)/o.Batch, o)
	if err != nil {
		return err
	}
	for epoch := range o.Epochs {
		began, before := time.Now(), r.done
		var sum losses
		for _, list := range cut(all, o.Batch, randomOf(o.Seed, 1<<40+uint64(epoch))) {
			parts := [shards][]sentence{list[:len(list)/2], list[len(list)/2:]}
			var got [shards]losses
			err := r.step(func(i int, t *grad.Tape) int {
				got[i] = n.learn(t, gather(parts[i], others, t.Random), o.Drop)
				return got[i].words
			})
			if err != nil {
				return err
			}
			for _, l := range got {
				sum.add(l)
			}
		}
		if r.done <= r.skip || before == r.done {
			continue
		}
		sum.tell(o, epoch+1, time.Since(began))
		if score != nil {
			score(n.File())
		}
	}
	return r.keep()
}

// tell writes a line about an epoch.
func (l losses) tell(o Options, epoch int, took time.Duration) {
	w, named := float64(max(l.words, 1)), float64(max(l.named, 1))
	fmt.Fprintf(o.Log, "epoch %d of %d: loss of tags %.3f, features %.3f, heads %.3f, relations %.3f, names %.3f; right %.1f, %.1f, %.1f, %.1f, %.1f %%; %.0f s\n", epoch, o.Epochs,
		l.tag/w, l.feat/w, l.arc/w, l.label/w, l.name/named, 100*float64(l.tagHit)/w, 100*float64(l.featHit)/w, 100*float64(l.arcHit)/w, 100*float64(l.labelHit)/w, 100*float64(l.nameHit)/named, took.Seconds())
}

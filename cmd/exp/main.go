package main

import (
	"encoding/gob"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"
	"time"

	"github.com/readout/readout/internal/encoder"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/train"
	"github.com/readout/readout/internal/train/neural"
	"github.com/readout/readout/model"
)

type oldShape struct {
	Word, Affix, Half, Layers, Arc, Label, Buckets int
}
type saved struct {
	Shape oldShape
	Vocab map[string]int32
	W     map[string][]float32
}

func convert(name string) *neural.Checkpoint {
	f, err := os.Open(name)
	if err != nil {
		log.Fatal(err)
	}
	var s saved
	if err := gob.NewDecoder(f).Decode(&s); err != nil {
		log.Fatal(err)
	}
	sh := neural.Shape{Word: s.Shape.Word, Affix: s.Shape.Affix, Affixes: s.Shape.Buckets, Half: s.Shape.Half, Layers: s.Shape.Layers, Arc: s.Shape.Arc, Label: s.Shape.Label}
	c := &neural.Checkpoint{Stage: "words", Shape: sh, Vocab: s.Vocab, Params: map[string][]float32{}}
	c.Params["word"], c.Params["affix"], c.Params["mix"], c.Params["mix add"] = s.W["word 0"], s.W["affix 1"], s.W["mix 2"], s.W["mix bias 3"]
	for k := range sh.Layers {
		for i, n := range []string{"forward", "forward add", "backward", "backward add"} {
			old := []string{"fw", "fw bias", "bw", "bw bias"}[i]
			w := s.W[fmt.Sprintf("%s %d", old, 4+4*k+i)]
			if w == nil {
				log.Fatal("no ", old, k)
			}
			c.Params[fmt.Sprintf("layer %d %s", k+1, n)] = w
		}
	}
	return c
}

func main() {
	dir := flag.String("data", "/work/shared/data/ud", "")
	s := neural.Default
	flag.IntVar(&s.Half, "half", s.Half, "")
	flag.IntVar(&s.Layers, "layers", s.Layers, "")
	flag.IntVar(&s.Arc, "arc", s.Arc, "")
	flag.IntVar(&s.Label, "label", s.Label, "")
	o := neural.TreesDefault
	flag.IntVar(&o.Epochs, "epochs", o.Epochs, "")
	flag.IntVar(&o.Batch, "batch", o.Batch, "")
	flag.Float64Var(&o.Rate, "rate", o.Rate, "")
	flag.Float64Var(&o.Drop, "drop", o.Drop, "")
	every := flag.Int("every", 4, "")
	old := flag.String("old", "", "")
	from := flag.String("from", "", "")
	quotes := flag.Bool("quotes", false, "")
	out := flag.String("out", "", "")
	flag.StringVar(&o.Checkpoint, "checkpoint", "", "")
	flag.Uint64Var(&o.Seed, "seed", 1, "")
	flag.Parse()
	o.Log = os.Stdout
	tr, err := train.Treebank(*dir, "train")
	if err != nil {
		log.Fatal(err)
	}
	if !*quotes {
		tr = text.Unquoted(tr).Doc
	}
	var devs []*text.Doc
	for _, f := range []string{"en_ewt-dev", "en_gum-dev"} {
		d, err := train.ReadFile(*dir + "/" + f + ".conllu")
		if err != nil {
			log.Fatal(err)
		}
		devs = append(devs, d)
	}
	var c *neural.Checkpoint
	if *old != "" {
		c = convert(*old)
	} else if *from != "" {
		if c, err = neural.ReadCheckpoint(*from); err != nil {
			log.Fatal(err)
		}
	}
	epoch := 0
	score := func(f *encoder.File) {
		epoch++
		if epoch%*every != 0 && epoch != o.Epochs {
			return
		}
		l, err := model.NewNeural(f, nil)
		if err != nil {
			log.Fatal(err)
		}
		for _, d := range devs {
			got := *d
			got.Tokens = slices.Clone(d.Tokens)
			began := time.Now()
			l.Annotate(&got)
			took := time.Since(began).Seconds()
			a := train.Compare(d, &got)
			p := func(n int) float64 { return 100 * float64(n) / float64(a.Words) }
			fmt.Printf("  UPOS %.2f XPOS %.2f Feats %.2f UAS %.2f LAS %.2f; %.0f words/s %.0f sentences/s\n", p(a.UPOS), p(a.XPOS), p(a.Feats), p(a.UAS), p(a.LAS), float64(len(d.Tokens))/took, float64(len(d.Sentences))/took)
		}
	}
	n, err := neural.Trees(tr, s, c, o, score)
	if err != nil {
		log.Fatal(err)
	}
	if *out != "" {
		f, err := os.Create(*out)
		if err != nil {
			log.Fatal(err)
		}
		if err := n.File().Write(f); err != nil {
			log.Fatal(err)
		}
		f.Close()
	}
}

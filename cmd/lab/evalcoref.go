package main

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/coref"
	"github.com/readout/readout/internal/corefscore"
	"github.com/readout/readout/internal/gum"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/model"
)

type evalCorefOptions struct {
	data     string
	genres   bool
	goldTree bool
	speakers bool
	sieve    bool
}

func newEvalCorefCommand() *cobra.Command {
	var o evalCorefOptions
	cmd := &cobra.Command{
		Use: "coref", Short: "Score coreference on en_gum-dev.conllu, given words, own tags and trees, mentions said once left out", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return evalCoref(cmd.OutOrStdout(), o) },
	}
	cmd.Flags().StringVar(&o.data, "data", "", "folder of en_gum-dev.conllu")
	cmd.Flags().BoolVarP(&o.genres, "verbose", "v", false, "a row for each genre too")
	cmd.Flags().BoolVar(&o.goldTree, "gold-trees", false, "use the tags and trees of the treebank")
	cmd.Flags().BoolVar(&o.speakers, "speakers", false, "use the treebank's lines that say who speaks a sentence")
	cmd.Flags().BoolVar(&o.sieve, "sieve", false, "score the rules without weights instead")
	if err := cmd.MarkFlagRequired("data"); err != nil {
		panic(err)
	}
	return cmd
}

func evalCoref(w io.Writer, o evalCorefOptions) error {
	docs, err := gum.ReadDir(o.data, "dev")
	if err != nil {
		return err
	}
	language, err := model.Load()
	if err != nil {
		return err
	}
	lex, err := lexicon.Load()
	if err != nil {
		return err
	}
	resolver, err := model.LoadCoref(lex)
	if err != nil {
		return err
	}
	var all corefscore.Scores
	genres := map[string]*corefscore.Scores{}
	for _, d := range docs {
		if !o.goldTree {
			language.Annotate(d.Doc)
		}
		resolve(resolver, d, o)
		if genres[d.Genre] == nil {
			genres[d.Genre] = &corefscore.Scores{}
		}
		key, response := corefKey(d), corefResponse(d.Doc)
		genres[d.Genre].Add(key, response)
		all.Add(key, response)
	}
	fmt.Fprintf(w, "%-12s %17s  %17s  %17s  %17s  %5s\n", "", "mentions P/R/F1", "MUC", "B3", "CEAFe", "mean")
	if o.genres {
		for _, g := range slices.Sorted(maps.Keys(genres)) {
			writeCorefRow(w, g, *genres[g])
		}
	}
	writeCorefRow(w, "all", all)
	return nil
}

func resolve(m *coref.Model, d gum.Document, o evalCorefOptions) {
	text.PairQuotes(d.Doc)
	speakers := d.Speakers
	if !o.speakers {
		speakers = nil
	}
	if o.sieve {
		m.Sieve(d.Doc, speakers)
		return
	}
	m.ResolveSpoken(d.Doc, speakers)
}

func writeCorefRow(w io.Writer, name string, s corefscore.Scores) {
	fmt.Fprintf(w, "%-12s", name)
	for _, m := range []corefscore.Measure{s.Mentions, s.MUC, s.B3, s.CEAFe} {
		r, p, f := m.Values()
		fmt.Fprintf(w, "  %5.1f %5.1f %5.1f", 100*p, 100*r, 100*f)
	}
	fmt.Fprintf(w, "  %5.2f\n", 100*s.Mean())
}

// corefKey returns the chains of a document of GUM, mentions that stand alone left out.
func corefKey(d gum.Document) []corefscore.Chain {
	index := map[string]int{}
	var out []corefscore.Chain
	for _, m := range d.Mentions {
		n, ok := index[m.Group]
		if !ok {
			n = len(out)
			index[m.Group] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], corefscore.Mention{First: m.First, Last: m.Last})
	}
	return corefscore.WithoutSingletons(out)
}

// corefResponse returns the chains that were found in a document.
func corefResponse(d *text.Doc) []corefscore.Chain {
	var out []corefscore.Chain
	for _, c := range d.Chains {
		var chain corefscore.Chain
		for _, r := range c.References {
			chain = append(chain, corefscore.Mention{First: r.First, Last: r.Last})
		}
		out = append(out, chain)
	}
	return corefscore.WithoutSingletons(out)
}

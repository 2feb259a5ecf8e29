package score

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// Write prints a table of the scores of each kind over all articles; with the misses and inventions of each article
// where verbose.
func (r Report) Write(w io.Writer, verbose bool) error {
	if verbose {
		for _, a := range r.Articles {
			writeArticle(w, a)
		}
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "kind\tgold\tfound\tmissed\tinvented\tprecision\trecall\tF1\t")
	for _, k := range r.Total() {
		writeRow(t, k.Name, k.Counts, k.Open)
		for _, p := range k.Parts {
			writeRow(t, p.Name, p.Counts, false)
		}
	}
	if err := t.Flush(); err != nil {
		return fmt.Errorf("write scores: %w", err)
	}
	for _, k := range r.Total() {
		if c := k.Content; c != nil && c.Found > 0 {
			fmt.Fprintf(w, "%s by their words alone: %d of %d found; of these the speaker is right on %d (%.1f %%), the form on %d (%.1f %%)\n",
				k.Name, c.Found, c.Gold, c.Speaker, 100*float64(c.Speaker)/float64(c.Found), c.Form, 100*float64(c.Form)/float64(c.Found))
		}
	}
	return nil
}

func writeRow(w io.Writer, name string, c Counts, open bool) {
	if open {
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t(%d)\t\t%.3f\t\t\n", name, c.Gold, c.Found, c.Missed, c.Invented, c.Recall())
		return
	}
	fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%.3f\t%.3f\t%.3f\t\n", name, c.Gold, c.Found, c.Missed, c.Invented, c.Precision(), c.Recall(), c.F1())
}

func writeArticle(w io.Writer, a Article) {
	fmt.Fprintf(w, "== %s\n", a.Name)
	for _, k := range a.Kinds {
		for _, m := range k.Misses {
			fmt.Fprintf(w, "%s MISSED   %s\n    words: %s\n    in: %s\n", k.Name, m.Entry, m.Evidence, m.Sentence)
			for _, n := range m.Near {
				fmt.Fprintf(w, "    near: %s | %s", n.Entry, n.Evidence)
				for _, d := range n.Differences {
					fmt.Fprintf(w, " | %s: gold %q, ours %q", d.Field, d.Gold, d.Ours)
				}
				fmt.Fprintln(w)
			}
		}
		for _, i := range k.Inventions {
			fmt.Fprintf(w, "%s INVENTED %s\n    words: %s\n    in: %s %s\n", k.Name, i.Entry, i.Evidence, i.Sentence, i.Note)
		}
	}
}

// Total adds up the kinds of all articles.
func (r Report) Total() []Kind {
	var out []Kind
	for _, a := range r.Articles {
		for i, k := range a.Kinds {
			if i == len(out) {
				out = append(out, Kind{Name: k.Name, Open: k.Open})
			}
			out[i].add(k)
		}
	}
	return out
}

func (k *Kind) add(o Kind) {
	k.Counts.Add(o.Counts)
	for i, p := range o.Parts {
		if i == len(k.Parts) {
			k.Parts = append(k.Parts, Part{Name: p.Name})
		}
		k.Parts[i].Counts.Add(p.Counts)
	}
	if o.Content == nil {
		return
	}
	if k.Content == nil {
		k.Content = &Content{}
	}
	k.Content.Gold += o.Content.Gold
	k.Content.Found += o.Content.Found
	k.Content.Speaker += o.Content.Speaker
	k.Content.Form += o.Content.Form
}

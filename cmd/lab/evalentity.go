package main

import (
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/entity"
	"github.com/readout/readout/internal/gum"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/score"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/train"
	"github.com/readout/readout/internal/when"
	"github.com/readout/readout/model"
)

func newEvalEntityCommand() *cobra.Command {
	var data, crossner string
	var verbose, genres, guesses bool
	cmd := &cobra.Command{
		Use: "entity", Short: "Score names on the dev half of GUM and of CrossNER politics, given words, own tags and trees", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			r, err := newNameReader()
			if err == nil && guesses {
				err = r.byGuesses()
			}
			if err != nil {
				return err
			}
			if err := r.evalGUM(cmd.OutOrStdout(), data, verbose, genres); err != nil || crossner == "" {
				return err
			}
			return r.evalCrossNER(cmd.OutOrStdout(), crossner, verbose)
		},
	}
	cmd.Flags().StringVar(&data, "data", "", "folder with en_gum-dev.conllu")
	cmd.Flags().StringVar(&crossner, "crossner", "", "folder with dev.txt of CrossNER politics")
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "list the errors first, each with its sentence")
	cmd.Flags().BoolVar(&guesses, "guesses", false, "score what the tagger guesses of names, in the place of the two readings")
	cmd.Flags().BoolVar(&genres, "genres", false, "score each genre of GUM too")
	if err := cmd.MarkFlagRequired("data"); err != nil {
		panic(err)
	}
	return cmd
}

// nameReader reads names as the program does: tags, trees, times, names.
type nameReader struct {
	language *model.Language
	entities *entity.Model
}

func newNameReader() (nameReader, error) {
	language, err := model.Load()
	if err != nil {
		return nameReader{}, err
	}
	lex, err := lexicon.Load()
	if err != nil {
		return nameReader{}, err
	}
	entities, err := model.LoadEntities(lex)
	return nameReader{language, entities}, err
}

// byGuesses takes the tagger's guesses of names in the place of the two readings.
func (r *nameReader) byGuesses() error {
	g, err := entity.NewGuesses(r.language.NameLabels())
	if err != nil {
		return err
	}
	r.entities = entity.With(r.entities.Tables(), g)
	return nil
}

// read fills in everything of a document whose words are given.
func (r nameReader) read(d *text.Doc) {
	r.language.Annotate(d)
	when.Read(d)
	r.entities.Read(d)
}

// measure is one way to compare names.
type measure struct {
	title     string
	gold, got []score.Name
}

// evalGUM prints how the names of GUM's dev half are read, by several measures.
func (r nameReader) evalGUM(w io.Writer, dir string, verbose, genres bool) error {
	docs, err := gum.ReadDir(dir, "dev")
	if err != nil {
		return err
	}
	own := make([]*text.Doc, len(docs))
	for k, g := range docs {
		own[k] = &text.Doc{Text: g.Doc.Text, Article: g.Doc.Article, Paragraphs: g.Doc.Paragraphs, Sentences: g.Doc.Sentences, Tokens: slices.Clone(g.Doc.Tokens)}
		r.read(own[k])
	}
	all := r.gumMeasures(docs, own, func(int) bool { return true })
	if verbose {
		for _, m := range all[:1] {
			_, missed, invented := score.Names(m.gold, m.got)
			listErrors(w, own, missed, invented)
		}
	}
	for _, m := range all {
		printNames(w, "GUM dev, "+m.title, m, []string{"person", "organization", "place"}, []string{"event", "time"})
	}
	if !genres {
		return nil
	}
	var names []string
	for _, d := range docs {
		names = append(names, d.Genre)
	}
	slices.Sort(names)
	for _, genre := range slices.Compact(names) {
		m := r.gumMeasures(docs, own, func(k int) bool { return docs[k].Genre == genre })[0]
		printNames(w, "GUM dev, "+genre+", "+m.title, m, []string{"person", "organization", "place"}, nil)
	}
	return nil
}

// gumMeasures prepares the measures over the documents that use says to.
func (r nameReader) gumMeasures(docs []gum.Document, own []*text.Doc, use func(int) bool) []measure {
	out := []measure{{title: "names"}, {title: "names, titles alone left out"}, {title: "names that stand in no other"}, {title: "whole mentions"}}
	for k := range docs {
		if !use(k) {
			continue
		}
		named := train.Named(&docs[k])
		last := 0
		for _, n := range named {
			kind := gumOf(n.Type)
			name, mention := score.Name{Doc: k, First: n.First, Last: n.Last, Type: kind}, score.Name{Doc: k, First: n.Mention.First, Last: n.Mention.Last, Type: kind}
			out[0].gold, out[3].gold = append(out[0].gold, name), append(out[3].gold, mention)
			if kind != "person" || !r.entities.Tables().OnlyTitles(docs[k].Doc, n.First, n.Last) {
				out[1].gold = append(out[1].gold, name)
			}
			if n.First >= last {
				out[2].gold, last = append(out[2].gold, name), n.Last
			}
		}
		for _, m := range docs[k].Mentions {
			if m.Type == "time" && dated(docs[k].Doc, m) {
				out[0].gold = append(out[0].gold, score.Name{Doc: k, First: m.First, Last: m.Last, Type: "time"})
			}
		}
		for _, e := range own[k].Entities {
			if !entity.InGUM(own[k], e) || e.Type == text.Office && e.Parent >= 0 {
				continue
			}
			name := score.Name{Doc: k, First: e.First, Last: e.Last, Type: entity.GUMType(e.Type)}
			out[0].got = append(out[0].got, name)
			if name.Type == "time" {
				continue
			}
			if e.Type != text.Office {
				out[1].got = append(out[1].got, name)
			}
			if e.Parent < 0 {
				out[2].got = append(out[2].got, name)
			}
			first, last := entity.Mention(own[k], e)
			out[3].got = append(out[3].got, score.Name{Doc: k, First: first, Last: last, Type: name.Type})
		}
	}
	return out
}

// dated reports whether a mention of time is a date rather than "that time": it holds a number or a proper noun.
func dated(d *text.Doc, m gum.Mention) bool {
	for i := m.First; i < m.Last; i++ {
		if t := d.Tokens[i]; t.UPOS == "NUM" || t.UPOS == "PROPN" {
			return true
		}
	}
	return false
}

// gumOf is GUM's word for a coarse type.
func gumOf(c entity.Coarse) string {
	if c == entity.CoarseOrganisation {
		return "organization"
	}
	return string(c)
}

// printNames prints a table: a row for the main types together, then one for each type.
func printNames(w io.Writer, title string, m measure, main, others []string) {
	of, _, _ := score.Names(m.gold, m.got)
	fmt.Fprintln(w, title)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "type\tgold\tours\tright\tP\tR\tF1\t")
	var all score.Counts
	for _, kind := range main {
		all.Add(of[kind])
	}
	row := func(name string, c score.Counts) {
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%.3f\t%.3f\t%.3f\t\n", name, c.Gold, c.Found+c.Invented, c.Found, c.Precision(), c.Recall(), c.F1())
	}
	row(strings.Join(main, ", "), all)
	for _, kind := range append(slices.Clone(main), others...) {
		if c := of[kind]; c.Gold > 0 {
			row(kind, c)
		}
	}
	t.Flush()
	fmt.Fprintln(w)
}

// listErrors prints what was missed (-) and invented (+) under each sentence.
func listErrors(w io.Writer, docs []*text.Doc, missed, invented []score.Name) {
	type place struct{ doc, sentence int }
	lines := map[place][]string{}
	for _, list := range []struct {
		mark  string
		names []score.Name
	}{{"-", missed}, {"+", invented}} {
		for _, n := range list.names {
			d := docs[n.Doc]
			at := place{n.Doc, d.SentenceOf(n.First)}
			lines[at] = append(lines[at], fmt.Sprintf("   %s %s %q", list.mark, n.Type, d.Slice(d.TokensSpan(n.First, n.Last))))
		}
	}
	for _, at := range slices.SortedFunc(maps.Keys(lines), func(a, b place) int {
		if a.doc != b.doc {
			return a.doc - b.doc
		}
		return a.sentence - b.sentence
	}) {
		fmt.Fprintf(w, "%s\n%s\n", docs[at.doc].Slice(docs[at.doc].SentenceSpan(at.sentence)), strings.Join(lines[at], "\n"))
	}
}

// evalCrossNER prints how the names of CrossNER's dev half are read: in the types that ours map to, and in its own.
func (r nameReader) evalCrossNER(w io.Writer, dir string, verbose bool) error {
	sentences, err := train.ReadColumnFile(filepath.Join(dir, "dev.txt"))
	if err != nil {
		return err
	}
	mapped, fine := measure{}, measure{}
	docs := make([]*text.Doc, len(sentences))
	unmapped, beyond := 0, 0
	for k, s := range sentences {
		docs[k] = s.Doc
		for _, n := range s.Spans() {
			fine.gold = append(fine.gold, score.Name{Doc: k, First: n.First, Last: n.Last, Type: n.Type})
			if kind := train.CrossNER[n.Type]; kind != entity.CoarseOther {
				mapped.gold = append(mapped.gold, score.Name{Doc: k, First: n.First, Last: n.Last, Type: string(kind)})
			} else {
				unmapped++
			}
		}
		r.read(s.Doc)
		for _, n := range train.CrossNERNames(s.Doc, r.entities.Tables()) {
			fine.got = append(fine.got, score.Name{Doc: k, First: n.First, Last: n.Last, Type: n.Type})
			if n.Type == "misc" {
				continue
			}
			mapped.got = append(mapped.got, score.Name{Doc: k, First: n.First, Last: n.Last, Type: string(train.CrossNER[n.Type])})
		}
		for _, e := range s.Doc.Entities {
			if e.Parent < 0 && (e.Type == text.Nationality || e.Rule == entity.Peoples || e.Type == text.Office || e.Type == text.Day) {
				beyond++
			}
		}
	}
	if verbose {
		_, missed, invented := score.Names(mapped.gold, mapped.got)
		listErrors(w, docs, missed, invented)
	}
	printNames(w, "CrossNER politics dev, mapped types", mapped, []string{"person", "organisation", "place", "event"}, nil)
	fmt.Fprintf(w, "unmapped: %d of gold (misc), %d of ours (nationality, office, date, peoples)\n\n", unmapped, beyond)
	printNames(w, "CrossNER politics dev, its own types", fine, []string{"politician", "person", "politicalparty", "organisation", "country", "location", "election", "event", "misc"}, nil)
	return nil
}

package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/score"
	"github.com/readout/readout/internal/text"
	"github.com/readout/readout/internal/when"
	"github.com/readout/readout/model"
)

func newEvalTimeCommand() *cobra.Command {
	var data []string
	var verbose bool
	cmd := &cobra.Command{
		Use: "time", Short: "Score time expressions against TimeML, as TempEval-3 counts", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return evalTime(cmd.OutOrStdout(), data, verbose) },
	}
	cmd.Flags().StringSliceVar(&data, "data", nil, "folders of TimeML, *.tml")
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "list the errors first")
	if err := cmd.MarkFlagRequired("data"); err != nil {
		panic(err)
	}
	return cmd
}

func evalTime(w io.Writer, dirs []string, verbose bool) error {
	language, err := model.Load()
	if err != nil {
		return err
	}
	var all score.TimexScore
	for _, dir := range dirs {
		files, err := filepath.Glob(filepath.Join(dir, "*.tml"))
		if err != nil || len(files) == 0 {
			return fmt.Errorf("list TimeML in %s: no file *.tml", dir)
		}
		for _, name := range files {
			gold, ours, err := readTimes(language, name)
			if err != nil {
				return err
			}
			pairs := score.PairTimexes(gold.Timexes, ours.timexes)
			all.Add(score.ScoreTimexes(pairs))
			if verbose {
				ours.listErrors(w, filepath.Base(name), gold, pairs)
			}
		}
	}
	for _, row := range []struct {
		name   string
		counts score.Counts
	}{{"span, strict", all.Strict}, {"span, relaxed", all.Relaxed}, {"type", all.Type}, {"value", all.Value}} {
		c := row.counts
		fmt.Fprintf(w, "%-14s P %5.1f  R %5.1f  F1 %5.1f  (%d of %d, %d invented)\n",
			row.name, 100*c.Precision(), 100*c.Recall(), 100*c.F1(), c.Found, c.Gold, c.Invented)
	}
	return nil
}

// timeReading is what was read from a file.
type timeReading struct {
	timexes []score.Timex
	rules   map[int]string // by start
}

// readTimes reads a TimeML file, and its time expressions with the stages that come before.
func readTimes(l *model.Language, name string) (score.TimeML, timeReading, error) {
	f, err := os.Open(name)
	if err != nil {
		return score.TimeML{}, timeReading{}, fmt.Errorf("read TimeML: %w", err)
	}
	defer f.Close()
	ml, err := score.ReadTimeML(f)
	if err != nil {
		return score.TimeML{}, timeReading{}, fmt.Errorf("%s: %w", name, err)
	}
	return ml, codeTimes(l, ml), nil
}

func codeTimes(l *model.Language, ml score.TimeML) timeReading {
	article := readout.Article{Text: ml.Text, Paragraphs: blocks(ml.Text)}
	if len(ml.Created) >= len("2006-01-02") {
		if published, err := readout.ParseDate(ml.Created[:len("2006-01-02")]); err == nil {
			article.Published = published
		}
	}
	d := text.New(article)
	text.Segment(d)
	l.Annotate(d)
	when.Read(d)
	out := timeReading{rules: map[int]string{}}
	for _, t := range d.Times {
		e := d.Evidence(t.Span)
		out.timexes = append(out.timexes, score.Timex{Start: e.Start, End: e.End, Type: t.Type, Value: t.Value})
		out.rules[e.Start] = t.Rule
	}
	return out
}

// blocks are the paragraphs of a text, parted by empty lines, in code points.
func blocks(s string) []readout.Paragraph {
	var out []readout.Paragraph
	runes := []rune(s)
	for start := 0; start < len(runes); {
		end := start
		for end < len(runes) && (runes[end] != '\n' || end+1 < len(runes) && runes[end+1] != '\n') {
			end++
		}
		if strings.TrimSpace(string(runes[start:end])) != "" {
			out = append(out, readout.Paragraph{Kind: readout.Body, Number: len(out) + 1, Start: start, End: end})
		}
		start = end + 1
	}
	return out
}

// listErrors writes the pairs that differ: what kind of error, gold, ours, the rule, and the words around.
func (t timeReading) listErrors(w io.Writer, name string, gold score.TimeML, pairs []score.TimexPair) {
	runes := []rune(gold.Text)
	show := func(x *score.Timex) string {
		if x == nil {
			return "none"
		}
		return fmt.Sprintf("%q %s %s", string(runes[x.Start:x.End]), x.Type, x.Value)
	}
	for _, p := range pairs {
		kind, rule, start := "", "", 0
		switch {
		case p.Ours == nil:
			kind, start = "missed", p.Gold.Start
		case p.Gold == nil:
			kind, start = "invented", p.Ours.Start
		case p.Gold.Value != p.Ours.Value:
			kind, start = "value", p.Ours.Start
		case p.Gold.Start != p.Ours.Start || p.Gold.End != p.Ours.End:
			kind, start = "span", p.Ours.Start
		default:
			continue
		}
		if p.Ours != nil {
			rule = t.rules[p.Ours.Start]
		}
		around := string(runes[max(0, start-60):min(len(runes), start+60)])
		fmt.Fprintf(w, "%s\t%s\t%s\tgold %s\tours %s\t%s\t%s\n", kind, name, gold.Created, show(p.Gold), show(p.Ours), rule,
			strings.Join(strings.Fields(around), " "))
	}
}

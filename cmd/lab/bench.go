package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/coder"
	"github.com/readout/readout/internal/ledger"
	"github.com/readout/readout/internal/score"
)

func newBenchCommand() *cobra.Command {
	var times, cores int
	cmd := &cobra.Command{
		Use: "bench DIR…", Short: "Measure the speed of each stage on article folders, on one core", Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, dirs []string) error {
			if cores < 1 {
				return fmt.Errorf("measure speed: %d cores", cores)
			}
			runtime.GOMAXPROCS(1)
			return bench(cmd.Context(), cmd, dirs, times, cores)
		},
	}
	cmd.Flags().IntVar(&times, "times", 20, "how often to code each article")
	cmd.Flags().IntVar(&cores, "cores", runtime.NumCPU(), "on how many cores to tag and parse besides")
	return cmd
}

// spent is the time of each stage, in the order in which they ran first.
type spent struct {
	names            []string
	of               map[string]time.Duration
	words, sentences int
}

func (s *spent) add(stage string, d time.Duration) {
	if _, ok := s.of[stage]; !ok {
		s.names = append(s.names, stage)
	}
	s.of[stage] += d
}

func bench(ctx context.Context, cmd *cobra.Command, dirs []string, times, cores int) error {
	start := time.Now()
	c, err := coder.New()
	if err != nil {
		return err
	}
	load := time.Since(start)
	articles, err := readFolders(dirs)
	if err != nil {
		return err
	}
	s := &spent{of: map[string]time.Duration{}}
	for range times {
		for _, a := range articles {
			if err := benchOne(ctx, c, a, s); err != nil {
				return err
			}
		}
	}
	if err := s.write(cmd, load); err != nil {
		return err
	}
	return benchCores(cmd.OutOrStdout(), articles, times, cores)
}

func benchOne(ctx context.Context, c *coder.Coder, a readout.Article, s *spent) error {
	last := time.Now()
	lap := func(stage string) {
		now := time.Now()
		s.add(stage, now.Sub(last))
		last = now
	}
	d, err := c.Walk(ctx, a, lap)
	if err != nil {
		return err
	}
	ledger.Record(d)
	lap("ledger")
	s.words += len(d.Tokens)
	s.sentences += len(d.Sentences)
	return nil
}

func (s *spent) write(cmd *cobra.Command, load time.Duration) error {
	t := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "stage\tms\twords/s\tsentences/s\t")
	total := time.Duration(0)
	row := func(name string, d time.Duration) {
		fmt.Fprintf(t, "%s\t%.0f\t%.0f\t%.0f\t\n", name, float64(d.Milliseconds()), float64(s.words)/d.Seconds(), float64(s.sentences)/d.Seconds())
	}
	for _, name := range s.names {
		row(name, s.of[name])
		total += s.of[name]
	}
	row("all", total)
	if err := t.Flush(); err != nil {
		return fmt.Errorf("write speeds: %w", err)
	}
	_, err := fmt.Fprintf(cmd.OutOrStdout(), "%d words in %d sentences; models and lexicon loaded in %d ms; one core\n", s.words, s.sentences, load.Milliseconds())
	return err
}

// readFolders reads the articles of all folders.
func readFolders(dirs []string) ([]readout.Article, error) {
	folders, err := score.Folders(dirs)
	if err != nil {
		return nil, err
	}
	var out []readout.Article
	for _, dir := range folders {
		if _, err := os.Stat(filepath.Join(dir, "article.txt")); err != nil {
			return nil, fmt.Errorf("read %s: %w", dir, err)
		}
		a, err := readFolder(dir)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

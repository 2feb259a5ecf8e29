package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/coder"
	"github.com/readout/readout/internal/article"
	"github.com/readout/readout/internal/score"
)

func newEvalGoldCommand() *cobra.Command {
	var verbose, asJSON bool
	cmd := &cobra.Command{
		Use: "gold DIR…", Short: "Score the entries read out of article folders against their gold.json", Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, dirs []string) error {
			report, err := evalGold(cmd.Context(), dirs)
			if err != nil {
				return err
			}
			if asJSON {
				e := json.NewEncoder(cmd.OutOrStdout())
				e.SetIndent("", " ")
				return e.Encode(report)
			}
			return report.Write(cmd.OutOrStdout(), verbose)
		},
	}
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "list each miss and each invention with its sentence")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write the whole report as JSON")
	return cmd
}

func newPredictGoldCommand() *cobra.Command {
	return &cobra.Command{
		Use: "gold DIR…", Short: "Write the entries read out of article folders as JSON Lines in the schema of gold.json", Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, dirs []string) error {
			c, err := coder.New()
			if err != nil {
				return err
			}
			return eachFolder(cmd.Context(), c, dirs, func(name, _ string, r readout.Record) error {
				return json.NewEncoder(cmd.OutOrStdout()).Encode(score.Of(name, r))
			})
		},
	}
}

func evalGold(ctx context.Context, dirs []string) (score.Report, error) {
	c, err := coder.New()
	if err != nil {
		return score.Report{}, err
	}
	var report score.Report
	err = eachFolder(ctx, c, dirs, func(name, dir string, r readout.Record) error {
		gold, err := score.ReadFile(filepath.Join(dir, "gold.json"))
		if err != nil {
			return err
		}
		a, err := score.Score(name, r.Article.Text, gold, score.Of(name, r))
		if err != nil {
			return fmt.Errorf("score %s: %w", dir, err)
		}
		report.Articles = append(report.Articles, a)
		return nil
	})
	return report, err
}

// eachFolder codes the article of each folder, told of its gold.json the date and publisher alone.
func eachFolder(ctx context.Context, c *coder.Coder, dirs []string, use func(name, dir string, r readout.Record) error) error {
	folders, err := score.Folders(dirs)
	if err != nil {
		return err
	}
	for _, dir := range folders {
		a, err := readFolder(dir)
		if err != nil {
			return err
		}
		r, err := c.Code(ctx, a)
		if err != nil {
			return err
		}
		if err := use(filepath.Base(dir), dir, r); err != nil {
			return err
		}
	}
	return nil
}

func readFolder(dir string) (readout.Article, error) {
	header, err := score.ReadHeader(filepath.Join(dir, "gold.json"))
	if err != nil {
		return readout.Article{}, err
	}
	name := filepath.Join(dir, "article.txt")
	f, err := os.Open(name)
	if err != nil {
		return readout.Article{}, fmt.Errorf("open article: %w", err)
	}
	defer f.Close()
	o := article.Options{Name: name, Publisher: header.Publisher}
	if header.Published != "" {
		if o.Published, err = readout.ParseDate(header.Published); err != nil {
			return readout.Article{}, fmt.Errorf("read %s: %w", dir, err)
		}
	}
	return article.Read(io.Reader(f), o)
}

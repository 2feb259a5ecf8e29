package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

// evaluation is one of the scores that all of them are.
type evaluation struct {
	title   string
	needs   []string // folders
	command *cobra.Command
	args    []string
}

func newEvalAllCommand() *cobra.Command {
	var data string
	cmd := &cobra.Command{
		Use: "all [DIR…]", Short: "Print every score: of the data sets, and of article folders where some are named",
		Long: `All runs the other scores one after the other over the folders ud, polnear, timex and
crossner-politics of the folder of data, and over article folders. What has no folder is left out, and said to be.`,
		RunE: func(cmd *cobra.Command, dirs []string) error {
			for _, e := range evaluations(data, dirs) {
				if err := e.run(cmd); err != nil {
					return err
				}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&data, "data", "", "folder of data sets")
	if err := cmd.MarkFlagRequired("data"); err != nil {
		panic(err)
	}
	return cmd
}

func evaluations(data string, articles []string) []evaluation {
	ud, crossner, polnear := filepath.Join(data, "ud"), filepath.Join(data, "crossner-politics"), filepath.Join(data, "polnear", "dev")
	out := []evaluation{
		{"tags and trees", []string{ud}, newEvalUDCommand(), []string{"--data", ud}},
		{"names", []string{ud, crossner}, newEvalEntityCommand(), []string{"--data", ud, "--crossner", crossner}},
		{"coreference", []string{ud}, newEvalCorefCommand(), []string{"--data", ud}},
		{"coreference, trees of the treebank", []string{ud}, newEvalCorefCommand(), []string{"--data", ud, "--gold-trees"}},
		{"who said what", []string{polnear}, newEvalSpeechCommand(), []string{"--data", polnear}},
	}
	for _, corpus := range []string{"TimeBank", "AQUAINT"} {
		dir := filepath.Join(data, "timex", corpus)
		out = append(out, evaluation{"time expressions of " + corpus, []string{dir}, newEvalTimeCommand(), []string{"--data", dir}})
	}
	for _, dir := range articles {
		out = append(out, evaluation{"entries of " + dir, []string{dir}, newEvalGoldCommand(), []string{dir}})
	}
	return out
}

// run prints the score under its title.
func (e evaluation) run(cmd *cobra.Command) error {
	w := cmd.OutOrStdout()
	fmt.Fprintf(w, "== %s\n", e.title)
	for _, dir := range e.needs {
		if _, err := os.Stat(dir); err != nil {
			fmt.Fprintf(w, "left out: no folder %s\n\n", dir)
			return nil
		}
	}
	e.command.SetArgs(e.args)
	e.command.SetOut(w)
	e.command.SilenceUsage, e.command.SilenceErrors = true, true
	if err := e.command.ExecuteContext(cmd.Context()); err != nil {
		return fmt.Errorf("score %s: %w", e.title, err)
	}
	_, err := fmt.Fprintln(w)
	return err
}

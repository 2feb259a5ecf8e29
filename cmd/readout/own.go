package main

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"github.com/readout/readout/coder"
	"github.com/readout/readout/internal/lexicon"
)

// addLexiconFlag lets a command take folders of own tables; folders gives them once the flags are known.
func addLexiconFlag(cmd *cobra.Command) (folders func() ([]fs.FS, error)) {
	var dirs []string
	cmd.Flags().StringArrayVar(&dirs, "lexicon", nil, "a `folder` of own tables, whose rows add to those of the program or replace them; may be given again")
	return func() ([]fs.FS, error) {
		var out []fs.FS
		for _, dir := range dirs {
			info, err := os.Stat(dir)
			if err != nil {
				return nil, failure{"--lexicon " + dir, withoutPath(err)}
			}
			if !info.IsDir() {
				return nil, usagef("--lexicon: %s is no folder", printable(dir))
			}
			out = append(out, os.DirFS(dir))
		}
		return out, nil
	}
}

// addCoderFlags lets a command say what its coder reads with.
func addCoderFlags(cmd *cobra.Command) (read func() (coder.Options, error)) {
	var models string
	cmd.Flags().StringVar(&models, "models", "default", "default, or open: without the models that learned from texts of no stated licence")
	folders := addLexiconFlag(cmd)
	return func() (coder.Options, error) {
		o := coder.Options{Open: models == "open"}
		if err := oneOf("models", models, "default", "open"); err != nil {
			return o, err
		}
		var err error
		o.Lexicon, err = folders()
		return o, err
	}
}

// lexiconOf loads the tables at the first call, or says why they can't be.
func lexiconOf(own []fs.FS) func() (*lexicon.Lexicon, error) {
	return sync.OnceValues(func() (*lexicon.Lexicon, error) { return lexicon.Load(own...) })
}

func newLexiconCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "lexicon", Short: "Check own tables of the world, list the issues that the tables know", Args: noSuchCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(&cobra.Command{
		Use:   "check DIR",
		Short: "Say what is wrong with the tables of a folder, by file and line",
		Long: `Check reads a folder of own tables as "readout code --lexicon DIR" would and names every problem by
file and line: a code that no state has, a date that is none, a row of too few columns, a key that
stands twice, two persons in an office that one holds at a time. What the tables hold, and how to add
a country or a minister, stands in docs/lexicon.md.`,
		Example: `  readout lexicon check tables/`,
		Args:    exactlyOne("a folder of tables"),
		RunE:    func(cmd *cobra.Command, args []string) error { return checkLexicon(cmd, args[0]) },
	})
	issues := &cobra.Command{Use: "issues", Short: "List the issues that entries are filed under, with the phrases that name them", Args: noArguments}
	folders := addLexiconFlag(issues)
	issues.RunE = func(cmd *cobra.Command, _ []string) error {
		own, err := folders()
		if err != nil {
			return err
		}
		return listIssues(screenOf(cmd.OutOrStdout()), own)
	}
	cmd.AddCommand(issues)
	return cmd
}

func listIssues(s screen, own []fs.FS) error {
	lex, err := lexicon.Load(own...)
	if err != nil {
		return err
	}
	for _, i := range lex.Issues() {
		if _, err := fmt.Fprintf(s, "%s: %s\n", s.bold(i.Name), strings.Join(i.Phrases, ", ")); err != nil {
			return err
		}
	}
	return nil
}

func checkLexicon(cmd *cobra.Command, dir string) error {
	if info, err := os.Stat(dir); err != nil {
		return failure{dir, withoutPath(err)}
	} else if !info.IsDir() {
		return usagef("%s is no folder", printable(dir))
	}
	report, err := lexicon.Check(os.DirFS(dir))
	if err != nil {
		return failure{dir, err}
	}
	for _, t := range report.Tables {
		fmt.Fprintf(cmd.OutOrStdout(), "%-18s %s added, %d replaced\n", t.File, counted(t.Added, "row", "rows"), t.Replaced)
	}
	for _, p := range report.Problems {
		fmt.Fprintf(cmd.ErrOrStderr(), "readout: %v\n", p)
	}
	if n := len(report.Problems); n > 0 {
		fmt.Fprintln(cmd.OutOrStdout(), counted(n, "problem", "problems"))
		return errReported
	}
	return nil
}

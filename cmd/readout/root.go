package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

func newRootCommand() *cobra.Command {
	var version bool
	root := &cobra.Command{
		Use:   "readout",
		Short: "Read reports about relations between states into a sourced ledger",
		Long: `readout reads news reports and official readouts about relations between states and
keeps a ledger of them: who met whom, who said what, what was agreed, what stays
disputed. Every entry points at the words it was read from.

Start with "readout demo".`,
		Args:                       noSuchCommand,
		SuggestionsMinimumDistance: 2,
		SilenceUsage:               true,
		SilenceErrors:              true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if version {
				return writeVersion(cmd.OutOrStdout())
			}
			return cmd.Help()
		},
	}
	root.Flags().BoolVar(&version, "version", false, "print the versions of the program, its models and its lexicons")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usagef("%v\nSee %q.", err, cmd.CommandPath()+" --help")
	})
	root.AddCommand(
		newDemoCommand(), newCodeCommand(), newAddCommand(), newShowCommand(), newSearchCommand(), newExplainCommand(),
		newServeCommand(), newParseCommand(), newLexiconCommand(), newSchemaCommand(), newVersionCommand(),
	)
	return root
}

// noSuchCommand turns away arguments of a command of commands, which can only be some that do not exist.
func noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := `See "` + cmd.CommandPath() + ` --help".`
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		hint = "Did you mean " + strings.Join(near, " or ") + "?"
	}
	return usagef("there is no command %q. %s", strings.TrimPrefix(cmd.CommandPath()+" "+args[0], "readout "), hint)
}

// oneOrMore, exactlyOne and noArguments check the number of arguments, and say what is wanted.
func oneOrMore(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return wrongCall(cmd, "it needs "+what)
		}
		return nil
	}
}

func exactlyOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 {
			return wrongCall(cmd, fmt.Sprintf("it needs %s, one and not %d", what, len(args)))
		}
		return nil
	}
}

func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return wrongCall(cmd, fmt.Sprintf("it takes no arguments, not %q", args[0]))
	}
	return nil
}

func wrongCall(cmd *cobra.Command, why string) error {
	return usagef("%s: %s\nUsage: %s", cmd.Name(), why, cmd.UseLine())
}

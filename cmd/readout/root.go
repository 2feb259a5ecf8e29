package main

import (
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
		Args:          noSuchCommand,
		SilenceUsage:  true,
		SilenceErrors: true,
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
		newServeCommand(), newParseCommand(), newSchemaCommand(), newVersionCommand(),
	)
	return root
}

// noSuchCommand turns away arguments of the root command, which can only be commands that do not exist.
func noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	hint := `See "readout --help".`
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		hint = "Did you mean " + strings.Join(near, " or ") + "?"
	}
	return usagef("there is no command %q. %s", args[0], hint)
}

// args makes a mistake in the number of arguments a usage error that shows how to call the command.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usagef("%v\nUsage: %s", err, cmd.UseLine())
		}
		return nil
	}
}

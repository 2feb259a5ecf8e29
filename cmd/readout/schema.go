package main

import (
	"github.com/spf13/cobra"

	"github.com/readout/readout/schema"
)

func newSchemaCommand() *cobra.Command {
	return &cobra.Command{
		Use: "schema", Short: "Print the JSON Schema of the records that code --format jsonl writes", Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := cmd.OutOrStdout().Write(schema.Record())
			return err
		},
	}
}

package main

import (
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/model"
)

func newVersionCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "version", Short: "Print the versions of the program, its models and its lexicons", Args: noArguments}
	folders := addLexiconFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		own, err := folders()
		if err != nil {
			return err
		}
		return writeVersion(cmd.OutOrStdout(), own...)
	}
	return cmd
}

// writeVersion names all that decides what an article is coded to, as each record names it.
func writeVersion(w io.Writer, own ...fs.FS) error {
	lex, err := lexicon.Load(own...)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "readout %s\nmodels    %s\nlexicons  %s\n", readout.Version,
		strings.Join(append(model.Versions(), model.AttributionVersion()), "\n          "), strings.Join(lex.Versions(), "\n          "))
	return err
}

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/brief"
	"github.com/readout/readout/internal/lexicon"
)

func newCodeCommand() *cobra.Command {
	var format string
	var ids bool
	cmd := &cobra.Command{
		Use:   "code FILE…|DIR|URL|-",
		Short: "Code articles: print a brief of each, or its record as JSON",
		Long: `Code reads articles, plain text or HTML, and prints what they say: a brief for people, or one
record a line for programs (see "readout schema"). A folder stands for the *.txt, *.html and *.htm
in it; - is standard input; of an address that one page is fetched.

A report often says "Monday" and leaves the date to the reader. Where the input states no date of
publication, give it with --published, or such days stay open.`,
		Example: `  readout code talks.txt --published 2023-06-21
  readout code talks.html reports/ --format jsonl > records.jsonl`,
		Args: oneOrMore("an article: a file, a folder, an address or - for standard input"),
	}
	cmd.Flags().StringVar(&format, "format", "brief", "brief or jsonl")
	cmd.Flags().BoolVar(&ids, "ids", false, "in a brief, show the ID of each entry")
	read, options := addFactFlags(cmd), addCoderFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		f, err := read()
		if err != nil {
			return err
		}
		o, err := options()
		if err != nil {
			return err
		}
		out := bufio.NewWriter(cmd.OutOrStdout())
		write, err := recordWriter(out, screenOf(cmd.OutOrStdout()), format, ids, lexiconOf(o.Lexicon))
		if err != nil {
			return err
		}
		inputs, err := gather(paths, cmd.InOrStdin())
		if err != nil {
			return err
		}
		return codeEach(cmd, inputs, o, f, func(r readout.Record) error {
			if err := write(r); err != nil {
				return err
			}
			return out.Flush()
		})
	}
	return cmd
}

// oneOf checks the value of a flag.
func oneOf(flag, value string, allowed ...string) error {
	if !slices.Contains(allowed, value) {
		return usagef("--%s: want %s, not %q", flag, strings.Join(allowed, " or "), value)
	}
	return nil
}

// recordWriter returns a function that writes records in a format; briefs with the names of a lexicon.
func recordWriter(w io.Writer, s screen, format string, ids bool, lex func() (*lexicon.Lexicon, error)) (func(readout.Record) error, error) {
	if err := oneOf("format", format, "brief", "jsonl"); err != nil {
		return nil, err
	}
	if format == "jsonl" {
		e := json.NewEncoder(w)
		return func(r readout.Record) error { return e.Encode(r) }, nil
	}
	go lex() // while the coder loads its models
	first := true
	return func(r readout.Record) error {
		names, err := lex()
		if err != nil {
			return err
		}
		if !first {
			fmt.Fprintf(w, "\n%s\n\n", strings.Repeat("═", s.width))
		}
		first = false
		return brief.Write(w, r, brief.Options{Width: s.width, Colour: s.colour, IDs: ids, Lexicon: names})
	}, nil
}

package main

import (
	"bufio"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/store"
)

// showSources lists the articles of the ledger.
func showSources(cmd *cobra.Command, o showOptions) error {
	if len(o.with) > 0 {
		return usagef("--with picks entries, and articles are none; try \"readout show events --with …\"")
	}
	from, to, err := o.days()
	if err != nil {
		return err
	}
	ledger, err := openToRead(cmd.Context(), o.db)
	if err != nil {
		return err
	}
	defer ledger.Close()
	articles, err := ledger.Articles(cmd.Context())
	if err != nil {
		return err
	}
	var chosen []store.Summary
	for _, a := range articles {
		if published(a, from, to) && (o.limit == 0 || len(chosen) < o.limit) {
			chosen = append(chosen, a)
		}
	}
	if len(chosen) == 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "readout: no articles found%s\n", o.described())
	}
	if o.format == "jsonl" {
		return writeSources(cmd, chosen)
	}
	return tableOfSources(chosen).write(screenOf(cmd.OutOrStdout()))
}

// published reports whether an article came out between two days; a zero date is no bound.
func published(a store.Summary, from, to readout.Date) bool {
	day := a.Published
	if from.IsZero() && to.IsZero() {
		return true
	}
	return !day.IsZero() && (from.IsZero() || !day.Last().Before(from.First())) && (to.IsZero() || !day.First().After(to.Last()))
}

func writeSources(cmd *cobra.Command, articles []store.Summary) error {
	out := bufio.NewWriter(cmd.OutOrStdout())
	e := json.NewEncoder(out)
	for _, a := range articles {
		line := articleLineOf(a.Source)
		line.Entries = a.Entries
		if err := e.Encode(line); err != nil {
			return err
		}
	}
	return out.Flush()
}

func tableOfSources(articles []store.Summary) table {
	t := table{header: []string{"PUBLISHED", "PUBLISHER", "TITLE", "MEETINGS", "STATEMENTS", "ID"}, words: 2}
	for _, a := range articles {
		t.rows = append(t.rows, []string{
			a.Published.String(), a.Publisher, a.Title,
			fmt.Sprint(a.Entries[readout.KindMeeting]), fmt.Sprint(a.Entries[readout.KindStatement]), a.ID,
		})
	}
	return t
}

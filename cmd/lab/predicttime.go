package main

import (
	"encoding/json"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/readout/readout/internal/score"
	"github.com/readout/readout/model"
)

func newPredictTimeCommand() *cobra.Command {
	return &cobra.Command{
		Use: "time FILE.tml…", Short: "Write the time expressions of TimeML files as JSON Lines, for others to score", Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			language, err := model.Load()
			if err != nil {
				return err
			}
			out := json.NewEncoder(cmd.OutOrStdout())
			for _, name := range files {
				_, ours, err := readTimes(language, name)
				if err != nil {
					return err
				}
				line := struct {
					Doc     string        `json:"doc"`
					Timexes []score.Timex `json:"timexes"`
				}{strings.TrimSuffix(filepath.Base(name), ".tml"), append([]score.Timex{}, ours.timexes...)}
				if err := out.Encode(line); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// Command lab makes the models, scores them against gold and measures speed.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	if err := newRootCommand().Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "lab:", err)
		os.Exit(1)
	}
}

func newRootCommand() *cobra.Command {
	root := &cobra.Command{Use: "lab", Short: "Make the models, score them, measure speed", SilenceUsage: true, SilenceErrors: true}
	eval := &cobra.Command{Use: "eval", Short: "Score against gold"}
	eval.AddCommand(newEvalAllCommand(), newEvalUDCommand(), newEvalTimeCommand(), newEvalSpeechCommand(), newEvalGoldCommand(), newEvalCorefCommand(), newEvalEntityCommand())
	predict := &cobra.Command{Use: "predict", Short: "Write what a stage reads out of a data set, for others to score"}
	predict.AddCommand(newPredictTimeCommand(), newPredictGoldCommand(), newPredictEntityCommand(), newPredictSpeechCommand())
	root.AddCommand(newBenchCommand(), newTrainCommand(), newTreeCommand(), newStatesCommand(), newPlacesCommand(), eval, predict)
	return root
}

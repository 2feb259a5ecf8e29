// Command readout reads news reports and official readouts about relations between states and keeps a sourced ledger
// of them.
//
// It stands at the end of the flow and joins the other packages: files, folders, addresses and standard input come in
// (inputs), are read and coded (coding), and leave as a brief or as JSON Lines (code) or go into a ledger (add), which
// the other commands read. What an article says is decided by package coder alone.
//
// A command writes its result to standard output and everything else to standard error, and ends with 0 when all is
// done, 1 when it could not do some of it, each part named with the reason, and 2 when it was called wrongly.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1 // some inputs or the whole command; the reasons are on standard error
	exitUsage  = 2
)

func main() { os.Exit(run()) }

func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // so that a second Ctrl-C ends the process at once
	root := newRootCommand()
	return exitCode(root.ErrOrStderr(), root.ExecuteContext(ctx))
}

// exitCode reports an error to the user, unless that has been done, and gives the code to end with.
func exitCode(stderr io.Writer, err error) int {
	var wrong usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, syscall.EPIPE):
		return exitDone // the reader of a pipe has seen enough
	case errors.Is(err, errReported):
		return exitFailed
	case errors.As(err, &wrong):
		fmt.Fprintf(stderr, "readout: %v\n", err)
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "readout: interrupted")
		return exitFailed
	}
	fmt.Fprintf(stderr, "readout: %v\n", err)
	return exitFailed
}

// errReported says that what failed has been named on standard error already.
var errReported = errors.New("some inputs failed")

// usageError is a mistake in how the command was called.
type usageError struct{ reason string }

func (e usageError) Error() string { return e.reason }

func usagef(format string, a ...any) error { return usageError{fmt.Sprintf(format, a...)} }

package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"runtime/debug"
	"slices"

	"github.com/spf13/cobra"

	"github.com/readout/readout"
	"github.com/readout/readout/coder"
	"github.com/readout/readout/internal/article"
)

// outcome is what became of one input.
type outcome struct {
	record readout.Record
	err    error // a failure, or the end of the context
}

// facts are what the user states about the inputs.
type facts struct {
	published readout.Date
	publisher string
}

// addFactFlags lets a command take facts; read gives them once the flags are known.
func addFactFlags(cmd *cobra.Command) (read func() (facts, error)) {
	var published, publisher string
	cmd.Flags().StringVar(&published, "published", "", "`date` of publication, YYYY-MM-DD, of every input; wins over the date an input states")
	cmd.Flags().StringVar(&publisher, "publisher", "", "`name` of the publisher of inputs that state none")
	return func() (facts, error) {
		f := facts{publisher: publisher}
		if published == "" {
			return f, nil
		}
		var err error
		if f.published, err = readout.ParseDate(published); err != nil {
			return f, usagef("--published: %v", err)
		}
		if f.published.Precision() != readout.Day {
			return f, usagef("--published: want a day, YYYY-MM-DD, not %q", published)
		}
		return f, nil
	}
}

// readArticle reads the article of an input.
func readArticle(ctx context.Context, in input, f facts) (readout.Article, error) {
	r, err := in.open(ctx)
	if err != nil {
		return readout.Article{}, failure{in.name, err}
	}
	defer r.Close()
	a, err := article.Read(r, article.Options{Name: in.name, Published: f.published, Publisher: f.publisher})
	if err != nil {
		if why := errors.Unwrap(err); why != nil { // err begins with the name, and so does a failure
			err = why
		}
		return readout.Article{}, failure{in.name, err}
	}
	if a.URL == "" {
		a.URL = in.url
	}
	return a, nil
}

// codeInput reads and codes an input. A panic is the failure of this input: those beside it may be thousands.
func codeInput(ctx context.Context, c *coder.Coder, in input, f facts) (out outcome) {
	defer func() {
		if p := recover(); p != nil {
			slog.Error("panic", "input", in.name, "value", p, "stack", string(debug.Stack()))
			out = outcome{err: failure{in.name, fmt.Errorf("a fault of readout itself, please report it: %v", p)}}
		}
	}()
	a, err := readArticle(ctx, in, f)
	if err != nil {
		return outcome{err: err}
	}
	r, err := c.Code(ctx, a)
	if err != nil {
		return outcome{err: failure{in.name, err}}
	}
	return outcome{record: r}
}

// codeAll codes inputs on all processors and gives the outcomes in the order of the inputs.
func codeAll(ctx context.Context, c *coder.Coder, inputs []input, f facts) iter.Seq[outcome] {
	return inOrder(ctx, slices.Values(inputs), func(in input) outcome { return codeInput(ctx, c, in, f) })
}

// codeEach codes inputs and passes their records to use in the order of the inputs. Inputs that fail are named on
// standard error and the others done; the error is then errReported. An error of use ends it at once.
func codeEach(cmd *cobra.Command, inputs []input, o coder.Options, f facts, use func(readout.Record) error) error {
	c, err := coder.NewWith(o)
	if err != nil {
		return err
	}
	ctx := cmd.Context()
	bar := newProgress(cmd.ErrOrStderr(), len(inputs))
	defer bar.clear()
	failed := 0
	for out := range codeAll(ctx, c, inputs, f) {
		if err := ctx.Err(); err != nil {
			return err
		}
		bar.clear()
		if out.err != nil {
			failed++
			fmt.Fprintf(cmd.ErrOrStderr(), "readout: %v\n", out.err)
		} else if err := use(out.record); err != nil {
			return err
		}
		bar.step()
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if failed > 0 {
		return errReported
	}
	return nil
}

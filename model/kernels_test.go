package model

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/readout/readout/examples"
	"github.com/readout/readout/internal/text"
)

// printTrees is set in the environment of a process that only prints the trees of the examples, for another to compare.
const printTrees = "READOUT_TEST_PRINT_TREES"

func TestMain(m *testing.M) {
	if os.Getenv(printTrees) == "" {
		os.Exit(m.Run())
	}
	if err := writeTrees(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// writeTrees writes the trees of the examples.
func writeTrees(w io.Writer) error {
	names, err := fs.Glob(examples.Files, "*.txt")
	if err != nil || len(names) == 0 {
		return fmt.Errorf("list examples: %v, %d found", err, len(names))
	}
	language, err := Load()
	if err != nil {
		return err
	}
	for _, name := range names {
		words, err := fs.ReadFile(examples.Files, name)
		if err != nil {
			return err
		}
		d := segmented(string(words))
		language.Annotate(d)
		if err := text.WriteCoNLLU(w, d); err != nil {
			return err
		}
	}
	return nil
}

// The kernels without AVX2 must give the tags and trees of those with it. golang.org/x/sys/cpu hides features of the processor
// by GODEBUG when a program starts, so a second process computes the trees the plain way.
func TestPlainKernelsGiveTheSameTrees(t *testing.T) {
	trees := func(debug string) string {
		var stderr bytes.Buffer
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), printTrees+"=1", "GODEBUG="+debug)
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("print trees: %v\n%s%s", err, out, stderr.String())
		}
		return string(out)
	}
	fast, plain := strings.Split(trees(""), "\n"), strings.Split(trees("cpu.avx2=off"), "\n")
	if len(fast) < 1000 {
		t.Fatalf("only %d lines of trees", len(fast))
	}
	if len(fast) != len(plain) {
		t.Fatalf("%d lines with AVX2 and %d without", len(fast), len(plain))
	}
	for i := range fast {
		if fast[i] != plain[i] {
			t.Fatalf("line %d is %q with AVX2 and %q without", i+1, fast[i], plain[i])
		}
	}
}

func BenchmarkAnnotate(b *testing.B) {
	words, err := fs.ReadFile(examples.Files, "2023-02-20-munich-wang-blinken.txt")
	if err != nil {
		b.Fatal(err)
	}
	language, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	d := segmented(string(words))
	b.ReportAllocs()
	for b.Loop() {
		language.Annotate(d)
	}
	n := float64(b.N) / b.Elapsed().Seconds()
	b.ReportMetric(n*float64(len(d.Tokens)), "words/s")
	b.ReportMetric(n*float64(len(d.Sentences)), "sentences/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}

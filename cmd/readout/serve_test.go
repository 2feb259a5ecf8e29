package main

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/sqlite"
)

// runIn runs the command in this process and returns what it wrote to standard output.
func runIn(ctx context.Context, t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	root := newRootCommand()
	root.SetArgs(args)
	root.SetOut(&stdout)
	root.SetErr(&stderr)
	if code := exitCode(&stderr, root.ExecuteContext(ctx)); code != exitDone {
		t.Fatalf("readout %q: exit code %d, %s", args, code, &stderr)
	}
	return stdout.String()
}

// exampleFolder is where the bundled examples lie in the repository.
var exampleFolder = filepath.Join("..", "..", "examples")

func TestServeShowsTheLedgerUntilItIsToldToStop(t *testing.T) {
	defer goleak.VerifyNone(t)
	path := filepath.Join(t.TempDir(), "talks.db")
	runIn(t.Context(), t, "add", filepath.Join(exampleFolder, "2023-02-20-munich-wang-blinken.txt"), "--db", path)
	ledger, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer ledger.Close()
	articles, err := ledger.Articles(t.Context())
	if err != nil || len(articles) != 1 {
		t.Fatalf("articles %v, error %v", articles, err)
	}

	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	read, write := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, listener, ledger, lex, slog.New(slog.DiscardHandler), write) }()
	buf := make([]byte, 100)
	n, err := read.Read(buf)
	if err != nil {
		t.Fatal(err)
	}
	address := strings.TrimSpace(string(buf[:n]))

	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	for _, c := range []struct {
		path   string
		status int
		holds  string
	}{
		{"/", http.StatusOK, "Blinken and Wang trade warnings"},
		{"/article/" + articles[0].ID, http.StatusOK, "Antony Blinken"},
		{"/timeline", http.StatusOK, ""},
		{"/article/0123456789abcdef", http.StatusNotFound, ""},
	} {
		answer, err := client.Get(strings.TrimSuffix(address, "/") + c.path)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if answer.StatusCode != c.status || !strings.Contains(string(body), c.holds) {
			t.Errorf("GET %s: status %d, want %d, with %q in it", c.path, answer.StatusCode, c.status, c.holds)
		}
		if policy := answer.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") {
			t.Errorf("GET %s: content security policy %q", c.path, policy)
		}
	}

	stop()
	if err := <-ended; err != nil {
		t.Errorf("stopped with %v", err)
	}
	if _, err := net.DialTimeout("tcp", listener.Addr().String(), time.Second); err == nil {
		t.Error("it still listens")
	}
}

func TestAnInterruptEndsTheWork(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var stdout, stderr bytes.Buffer
	root := newRootCommand()
	root.SetArgs([]string{"code", exampleFolder})
	root.SetOut(&stdout)
	root.SetErr(&stderr)
	if code := exitCode(&stderr, root.ExecuteContext(ctx)); code != exitFailed || stderr.String() != "readout: interrupted\n" || stdout.Len() > 0 {
		t.Errorf("exit code %d, standard error %q, %d bytes on standard output", code, &stderr, stdout.Len())
	}
}

func TestAClosedPipeIsNoFailure(t *testing.T) {
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	read.Close()
	defer write.Close()
	var stderr bytes.Buffer
	root := newRootCommand()
	root.SetArgs([]string{"code", exampleFolder, "--format", "jsonl"})
	root.SetOut(write)
	root.SetErr(&stderr)
	if code := exitCode(&stderr, root.ExecuteContext(t.Context())); code != exitDone || stderr.Len() > 0 {
		t.Errorf("exit code %d, standard error %q", code, &stderr)
	}
}

func TestManyInputsComeOutInTheirOrder(t *testing.T) {
	folder := t.TempDir()
	var want []string
	for _, name := range strings.Fields("a b c d e f g h i j k l m n o p q r s t u v w x y z") {
		title := "Talks of group " + name + " go on in Oslo"
		want = append(want, title)
		text := title + "\n\nThe ministers met in Oslo on Tuesday and said that they would meet again." + strings.Repeat(" They will.", len(want)%5*50)
		if err := os.WriteFile(filepath.Join(folder, name+".txt"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	inputs, err := gather([]string{folder}, nil)
	if err != nil {
		t.Fatal(err)
	}
	code := func(in input) outcome {
		a, err := readArticle(t.Context(), in, facts{})
		return outcome{record: readout.Record{Article: a}, err: err}
	}
	var got []string
	for out := range inOrder(t.Context(), slices.Values(inputs), code) {
		if out.err != nil {
			t.Fatal(out.err)
		}
		got = append(got, out.record.Article.Title)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
}

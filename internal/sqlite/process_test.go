package sqlite_test

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/sqlite"
	"github.com/readout/readout/internal/storetest"
)

// The variable that turns this test binary into a process that adds samples to a
// ledger: "from to path". It prints each sample's number once it is added.
const addVariable = "READOUT_TEST_ADD"

func TestMain(m *testing.M) {
	task := os.Getenv(addVariable)
	if task == "" {
		os.Exit(m.Run())
	}
	if err := addSamples(task); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func addSamples(task string) error {
	fields := strings.SplitN(task, " ", 3)
	from, err := strconv.Atoi(fields[0])
	if err != nil {
		return err
	}
	to, err := strconv.Atoi(fields[1])
	if err != nil {
		return err
	}
	ctx := context.Background()
	s, err := sqlite.Open(ctx, fields[2])
	if err != nil {
		return err
	}
	for n := from; n < to; n++ {
		if _, err := s.Add(ctx, storetest.Sample(n)); err != nil {
			return err
		}
		fmt.Println(n)
	}
	return s.Close()
}

// adder returns a process that adds samples.
func adder(t *testing.T, path string, from, to int) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), self)
	c.Env = append(os.Environ(), fmt.Sprintf("%s=%d %d %s", addVariable, from, to, path))
	c.Stderr = os.Stderr
	return c
}

// A process is killed after it has reported a number of samples as added, in the
// middle of whatever it is doing by then, and the ledger goes on to the next.
func TestNothingReportedAsAddedIsLostWhenTheProcessIsKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	reported := map[int]bool{}
	for _, lines := range []int{0, 1, 2, 9, 33, 120} {
		for _, n := range killedAfter(t, path, len(reported), lines) {
			reported[n] = true
		}
		checkLedger(t, path, reported)
	}
}

// Two processes are killed while they make a ledger, each round a little later.
func TestALedgerOpensThatWasBeingMadeWhenItsProcessWasKilled(t *testing.T) {
	for round := range 16 {
		path := filepath.Join(t.TempDir(), "a.db")
		processes := []*exec.Cmd{adder(t, path, 0, 1000), adder(t, path, 0, 1000)}
		for _, c := range processes {
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
		}
		time.Sleep(time.Duration(5+3*round) * time.Millisecond)
		for _, c := range processes {
			if err := c.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range processes {
			if err := c.Wait(); err == nil {
				t.Fatal("the process ended by itself")
			}
		}
		checkLedger(t, path, nil)
	}
}

// killedAfter runs a process until it has printed lines and returns all that it printed.
func killedAfter(t *testing.T, path string, from, lines int) []int {
	t.Helper()
	c := adder(t, path, from, from+1_000_000)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	var printed []int
	kill := func() {
		if len(printed) == lines {
			if err := c.Process.Kill(); err != nil {
				t.Error(err)
			}
		}
	}
	kill()
	for scanner := bufio.NewScanner(out); scanner.Scan(); kill() {
		n, err := strconv.Atoi(scanner.Text())
		if err != nil {
			t.Fatal(err)
		}
		printed = append(printed, n)
	}
	if err := c.Wait(); err == nil {
		t.Fatal("the process ended by itself")
	}
	return printed
}

// checkLedger looks for faults in a ledger and for the samples that must be in it.
func checkLedger(t *testing.T, path string, reported map[int]bool) {
	t.Helper()
	s := open(t, path)
	defer closed(t, s)
	entries := map[string]int{}
	for r, err := range s.Records(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		entries[r.Article.ID]++
	}
	for n := range reported {
		if got := entries[storetest.Sample(n).Article.ID]; got != 1 {
			t.Errorf("sample %d was reported as added and is there %d times", n, got)
		}
	}
	summaries, err := s.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range summaries {
		if a.Entries[readout.KindActor] != 4 || a.Entries[readout.KindEvent] != 1 {
			t.Errorf("article %s is there in part: %v", a.ID, a.Entries)
		}
	}
	checkFile(t, path)
}

func checkFile(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var verdict string
	if err := db.QueryRow("pragma integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Errorf("integrity_check: %s, %v", verdict, err)
	}
	if _, err := db.Exec("insert into passage_words (passage_words, rank) values ('integrity-check', 1)"); err != nil {
		t.Errorf("search index: %v", err)
	}
}

// Both processes find no ledger and make it, and each adds samples of its own and
// samples that the other adds as well.
func TestTwoProcessesWriteAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	processes := []*exec.Cmd{adder(t, path, 0, 60), adder(t, path, 30, 90), adder(t, path, 30, 60)}
	for _, c := range processes {
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range processes {
		if err := c.Wait(); err != nil {
			t.Errorf("a process failed: %v", err)
		}
	}
	want := map[int]bool{}
	for n := range 90 {
		want[n] = true
	}
	checkLedger(t, path, want)
}

package main

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"
	_ "modernc.org/sqlite"

	"github.com/readout/readout/examples"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"readout": main})
}

// TestScripts runs the command as users do, as a process of its own. Each script has the bundled examples in its folder.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
			return os.CopyFS(filepath.Join(env.WorkDir, "examples"), examples.Files)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exitcode":  exitCodeIs,
			"longline":  longLine,
			"valid":     valid,
			"bytefile":  byteFile,
			"sqlite":    sqliteDo,
			"firstid":   firstID,
			"linelimit": lineLimit,
			"isconllu":  isCoNLLU,
			"manywords": manyWords,
		},
	})
}

// exitCodeIs runs the command and compares its exit code: exitcode N readout ARGS…
func exitCodeIs(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if exit, ok := err.(interface{ ExitCode() int }); ok {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("run %q: %v", args[1:], err)
	}
	if (got == want) == neg {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// longLine writes one line of words: longline FILE MIB
func longLine(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	words := []byte("The ministers met again and again and said that they would go on talking about it. ")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat(words, size<<20/len(words)), 0o600))
}

// byteFile writes bytes given in Go's notation: bytefile FILE "\x00…"
func byteFile(ts *testscript.TestScript, _ bool, args []string) {
	content, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(content), 0o600))
}

// valid checks each line of a file, and at least some, against a JSON Schema: valid SCHEMA FILE
func valid(ts *testscript.TestScript, neg bool, args []string) {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(ts.ReadFile(args[0]))))
	ts.Check(err)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	ts.Check(compiler.AddResource("schema.json", document))
	schema, err := compiler.Compile("schema.json")
	ts.Check(err)
	lines := json.NewDecoder(bytes.NewReader([]byte(ts.ReadFile(args[1]))))
	lines.UseNumber()
	for n := 0; ; n++ {
		var line any
		err := lines.Decode(&line)
		if err == io.EOF && n > 0 {
			return
		}
		ts.Check(err)
		if err := schema.Validate(line); (err == nil) == neg {
			ts.Fatalf("line %d: %v", n+1, err)
		}
	}
}

// sqliteDo runs SQL on a file: sqlite FILE STATEMENT
func sqliteDo(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = db.Exec(args[1])
	ts.Check(err)
	ts.Check(db.Close())
}

// firstID puts the ID at the end of the second line of standard output, the first below a header, into a variable:
// firstid VARIABLE [LENGTH]
func firstID(ts *testscript.TestScript, _ bool, args []string) {
	lines := bytes.Split([]byte(ts.ReadFile("stdout")), []byte("\n"))
	if len(lines) < 2 {
		ts.Fatalf("no line below a header")
	}
	cells := bytes.Fields(lines[1])
	if len(cells) == 0 {
		ts.Fatalf("no cells in %q", lines[1])
	}
	id := string(cells[len(cells)-1])
	if len(args) > 1 {
		length, err := strconv.Atoi(args[1])
		ts.Check(err)
		id = id[:length]
	}
	ts.Setenv(args[0], id)
}

// lineLimit checks that no line of standard output is longer: linelimit COLUMNS
func lineLimit(ts *testscript.TestScript, _ bool, args []string) {
	limit, err := strconv.Atoi(args[0])
	ts.Check(err)
	for i, line := range bytes.Split([]byte(ts.ReadFile("stdout")), []byte("\n")) {
		if n := columns(string(line)); n > limit {
			ts.Fatalf("line %d has %d columns: %s", i+1, n, fmt.Sprintf("%q", line))
		}
	}
}

// isCoNLLU checks that a file follows the rules of CoNLL-U: isconllu FILE
func isCoNLLU(ts *testscript.TestScript, neg bool, args []string) {
	faults := conlluFaults(ts.ReadFile(args[0]))
	if (len(faults) == 0) == neg {
		ts.Fatalf("%d faults: %q", len(faults), faults)
	}
}

// manyWords writes a sentence of so many words as CoNLL-U and as text: manywords CONLLU TEXT WORDS
func manyWords(ts *testscript.TestScript, _ bool, args []string) {
	words, err := strconv.Atoi(args[2])
	ts.Check(err)
	var table bytes.Buffer
	for i := range words {
		fmt.Fprintf(&table, "%d\tand\t_\t_\t_\t_\t%d\t_\t_\t_\n", i+1, i)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), append(table.Bytes(), '\n'), 0o600))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte("The ministers said "+strings.Repeat("and ", words)+"went."), 0o600))
}

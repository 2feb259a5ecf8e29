package schema

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/readout/readout"
)

// node is a part of a schema.
type node struct {
	Ref         string          `json:"$ref"`
	Type        any             `json:"type"`
	Const       any             `json:"const"`
	Enum        []string        `json:"enum"`
	Properties  map[string]node `json:"properties"`
	Required    []string        `json:"required"`
	Additional  any             `json:"additionalProperties"`
	Items       json.RawMessage `json:"items"`
	PrefixItems []node          `json:"prefixItems"`
	Defs        map[string]node `json:"$defs"`
}

func parse(t *testing.T) node {
	t.Helper()
	var root node
	if err := json.Unmarshal(Record(), &root); err != nil {
		t.Fatal(err)
	}
	return root
}

// TestEveryFieldOfTheTypesIsInTheSchemaAndTheReverse walks the Go types and the schema side by side.
func TestEveryFieldOfTheTypesIsInTheSchemaAndTheReverse(t *testing.T) {
	root := parse(t)
	w := walker{t: t, defs: root.Defs, used: map[string]bool{}}
	w.compare("record", reflect.TypeFor[readout.Record](), root)
	for _, name := range slices.Sorted(maps.Keys(root.Defs)) {
		if !w.used[name] {
			t.Errorf("$defs/%s: no field is of this type", name)
		}
	}
}

type walker struct {
	t    *testing.T
	defs map[string]node
	used map[string]bool
}

// follow returns the definition that a node refers to, or the node.
func (w walker) follow(at string, n node) node {
	w.t.Helper()
	if n.Ref == "" {
		return n
	}
	name := strings.TrimPrefix(n.Ref, "#/$defs/")
	def, ok := w.defs[name]
	if !ok {
		w.t.Fatalf("%s: no %s", at, n.Ref)
	}
	w.used[name] = true
	return def
}

func (w walker) compare(at string, goType reflect.Type, n node) {
	w.t.Helper()
	n = w.follow(at, n)
	switch {
	case goType == reflect.TypeFor[readout.Evidence]():
		w.evidence(at, n)
		return
	case goType == reflect.TypeFor[readout.Date]():
		w.isType(at, n, "string")
		return
	}
	switch goType.Kind() {
	case reflect.Pointer:
		w.compare(at, goType.Elem(), n)
	case reflect.Struct:
		w.object(at, fieldsOf(goType), n)
	case reflect.Slice:
		w.isType(at, n, "array")
		w.compare(at+"[]", goType.Elem(), w.items(at, n))
	case reflect.String:
		if n.Const == nil {
			w.isType(at, n, "string")
		}
	case reflect.Int:
		w.isType(at, n, "integer")
	case reflect.Float64:
		w.isType(at, n, "number")
	case reflect.Bool:
		w.isType(at, n, "boolean")
	default:
		w.t.Errorf("%s: no rule for a field of type %v", at, goType)
	}
}

func (w walker) isType(at string, n node, want string) {
	w.t.Helper()
	if n.Type != want {
		w.t.Errorf("%s: type %v in the schema, %s in Go", at, n.Type, want)
	}
}

func (w walker) items(at string, n node) node {
	w.t.Helper()
	var items node
	if err := json.Unmarshal(n.Items, &items); err != nil {
		w.t.Fatalf("%s: items: %v", at, err)
	}
	return items
}

// field is a field as it marshals.
type field struct {
	goType   reflect.Type
	optional bool
}

// fieldsOf returns the fields of a struct by their names in JSON, with those of the embedded ones.
func fieldsOf(goType reflect.Type) map[string]field {
	out := map[string]field{}
	for i := range goType.NumField() {
		f := goType.Field(i)
		tag := f.Tag.Get("json")
		if f.Anonymous && tag == "" {
			maps.Copy(out, fieldsOf(f.Type))
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		if name != "-" && f.IsExported() {
			out[name] = field{f.Type, strings.Contains(options, "omitempty") || strings.Contains(options, "omitzero")}
		}
	}
	return out
}

func (w walker) object(at string, fields map[string]field, n node) {
	w.t.Helper()
	w.closed(at, n)
	if diff := cmp.Diff(slices.Sorted(maps.Keys(fields)), slices.Sorted(maps.Keys(n.Properties))); diff != "" {
		w.t.Errorf("%s: fields (-Go +schema):\n%s", at, diff)
	}
	var required []string
	for name, f := range fields {
		if !f.optional {
			required = append(required, name)
		}
		w.compare(at+"."+name, f.goType, n.Properties[name])
	}
	slices.Sort(required)
	if diff := cmp.Diff(required, slices.Sorted(slices.Values(n.Required))); diff != "" {
		w.t.Errorf("%s: fields that are always there (-Go +schema):\n%s", at, diff)
	}
}

func (w walker) closed(at string, n node) {
	w.t.Helper()
	w.isType(at, n, "object")
	if n.Additional != false {
		w.t.Errorf("%s: fields that are not named are not refused", at)
	}
}

// evidence compares the schema with what evidence marshals to, since it has a form of its own.
func (w walker) evidence(at string, n node) {
	w.t.Helper()
	b, err := json.Marshal(readout.Evidence{Article: "a", Start: 1, End: 2, Exact: "b"})
	if err != nil {
		w.t.Fatal(err)
	}
	var v map[string]any
	if err := json.Unmarshal(b, &v); err != nil {
		w.t.Fatal(err)
	}
	w.same(at, v, n)
	selectors := v["selector"].([]any)
	forms := n.Properties["selector"].PrefixItems
	w.follow(at, n.Properties["source"])
	if len(selectors) != len(forms) {
		w.t.Fatalf("%s: %d selectors in the schema, %d in Go", at, len(forms), len(selectors))
	}
	for i, s := range selectors {
		w.same(at+".selector", s.(map[string]any), w.follow(at, forms[i]))
	}
}

// same reports where a value and an object of the schema have different fields.
func (w walker) same(at string, v map[string]any, n node) {
	w.t.Helper()
	w.closed(at, n)
	got := slices.Sorted(maps.Keys(v))
	for _, names := range [][]string{slices.Sorted(maps.Keys(n.Properties)), slices.Sorted(slices.Values(n.Required))} {
		if diff := cmp.Diff(got, names); diff != "" {
			w.t.Errorf("%s: fields (-Go +schema):\n%s", at, diff)
		}
	}
}

// TestEveryConstantIsInTheSchemaAndTheReverse reads the constants of the domain's string types from its source.
func TestEveryConstantIsInTheSchemaAndTheReverse(t *testing.T) {
	constants := stringConstants(t, "..")
	defs := parse(t).Defs
	statuses := constants["Status"]
	happened := append([]string{"happened"}, slices.DeleteFunc(slices.Clone(statuses), func(s string) bool { return s == string(readout.Held) })...)
	tests := []struct {
		name string
		got  []string
		want []string
	}{
		{"status", defs["status"].Enum, statuses},
		{"factuality of events", defs["event"].Properties["factuality"].Enum, happened},
		{"form of statements", defs["statement"].Properties["form"].Enum, constants["Form"]},
		{"kind of actors", defs["actor"].Properties["kind"].Enum, constants["ActorKind"]},
		{"kind of paragraphs", defs["paragraph"].Properties["kind"].Enum, constants["ParagraphKind"]},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, tt.got); diff != "" {
				t.Errorf("(-Go +schema):\n%s", diff)
			}
		})
	}
	if got := parse(t).Properties["schema"].Const; got != readout.SchemaRecord {
		t.Errorf("schema is of %v, the program writes %s", got, readout.SchemaRecord)
	}
}

// stringConstants returns the values of the typed string constants of a package, by type, in the order of its source.
func stringConstants(t *testing.T, dir string) map[string][]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || spec.Type == nil {
				return true
			}
			typeName, ok := spec.Type.(*ast.Ident)
			for _, v := range spec.Values {
				if lit, isLit := v.(*ast.BasicLit); ok && isLit && lit.Kind == token.STRING {
					if s, err := strconv.Unquote(lit.Value); err == nil {
						out[typeName.Name] = append(out[typeName.Name], s)
					}
				}
			}
			return true
		})
	}
	return out
}

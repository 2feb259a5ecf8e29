// Package schema holds the JSON Schema of what readout writes for programs, so that others can check and read it
// without our code. The command prints it as "readout schema".
//
// Nothing comes in; the schema goes out as bytes. It describes what a readout.Record marshals to, in the draft 2020-12
// of JSON Schema, and is strict: fields it doesn't name are refused, IDs, dates and countries have to be
// well formed, and a list without entries is [] and not null. What a schema can't say, such as whether evidence lies
// within the text, the program checks itself.
//
// Its tests compare it with the Go types field by field, so that neither can change alone.
package schema

import (
	"bytes"
	_ "embed"
)

//go:embed record.schema.json
var record []byte

// Record returns the schema of a record, readout.SchemaRecord. The caller may change the bytes.
func Record() []byte { return bytes.Clone(record) }

package event

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed contacts.tsv
var contactTable string

//go:embed factuality.tsv
var factualityTable string

//go:embed agreements.tsv
var agreementTable string

//go:embed incidents.tsv
var incidentTable string

//go:embed stances.tsv
var stanceTable string

//go:embed verbs.tsv
var verbTable string

// rows reads tab-separated rows of the given number of cells. Lines that begin with # are comments.
func rows(name, table string, cells int) ([][]string, error) {
	var out [][]string
	line := 0
	for text := range strings.Lines(table) {
		line++
		text = strings.TrimRight(text, "\r\n")
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		row := strings.Split(text, "\t")
		if len(row) != cells {
			return nil, fmt.Errorf("read %s: line %d: want %d cells, found %d", name, line, cells, len(row))
		}
		out = append(out, row)
	}
	return out, nil
}

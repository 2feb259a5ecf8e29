package tag

import (
	"cmp"
	"slices"
	"strings"

	"github.com/readout/readout/internal/text"
)

// LemmaTable makes the table of forms whose lemma the regular endings get wrong, the commonest lemma of each.
func LemmaTable(d *text.Doc) string {
	counts := map[string]map[string]int{}
	for i, t := range d.Tokens {
		if t.XPOS == "NNP" || t.XPOS == "NNPS" || t.UPOS == "PUNCT" || t.UPOS == "SYM" || t.Lemma == "" {
			continue
		}
		key := strings.ToLower(text.Straight(d.Word(i))) + "\t" + t.XPOS
		if counts[key] == nil {
			counts[key] = map[string]int{}
		}
		counts[key][t.Lemma]++
	}
	var rows []string
	for key, lemmas := range counts {
		best := commonest(lemmas)
		form, xpos, _ := strings.Cut(key, "\t")
		if Regular(form, xpos) != best && lemmas[best] >= 1 {
			rows = append(rows, key+"\t"+best+"\n")
		}
	}
	return strings.Join(sortedRows(rows), "")
}

func commonest(counts map[string]int) string {
	keys := make([]string, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	return slices.MinFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
}

func sortedRows(rows []string) []string {
	slices.Sort(rows)
	return rows
}

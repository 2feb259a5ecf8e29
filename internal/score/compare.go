package score

import (
	"fmt"
	"slices"
	"strings"
)

// extent is how well the words of two statements must agree to be the same words.
const extent = 0.8

// A Difference is a field in which an entry of ours departs from gold.
type Difference struct {
	Field string `json:"field"`
	Gold  string `json:"gold"`
	Ours  string `json:"ours"`
}

// comparison compares the entries of one article.
type comparison struct {
	page  *page
	codes map[string]string // state name → code
}

// newComparison learns what the states are called from the actors of both sides.
func newComparison(article string, sides ...Gold) *comparison {
	c := &comparison{page: newPage(article), codes: map[string]string{}}
	for _, g := range sides {
		for _, a := range g.Actors {
			if a.Kind == "state" && a.Country != nil {
				c.codes[plain(a.Name)] = *a.Country
			}
		}
	}
	return c
}

// plain writes a value so that white space and typography make no difference.
func plain(s string) string {
	folded, _ := fold(s)
	return folded
}

// differences lists the fields of gold that ours does not equal. The evidence is
// one of them where the extent of the words counts.
func (c *comparison) differences(k kind, gold, ours entry) []Difference {
	var out []Difference
	for _, f := range gold.fields {
		if f.flags&label != 0 || f.value == nil {
			continue
		}
		if have := ours.get(f.name); !c.equal(f, have) {
			out = append(out, Difference{f.name, show(f.value), show(have)})
		}
	}
	if k.content {
		if f1 := c.page.extentF1(gold.evidence, ours.evidence); f1 < extent {
			out = append(out, Difference{"content", fmt.Sprintf("F1 %.2f", f1), ours.evidence})
		}
	}
	return out
}

func show(values []string) string {
	if len(values) == 0 || (len(values) == 1 && values[0] == "") {
		return "none"
	}
	return strings.Join(values, " + ")
}

// equal reports whether the values are those that gold gives, as sets.
func (c *comparison) equal(gold field, ours []string) bool {
	want, have := c.set(gold, gold.value), c.set(gold, ours)
	if gold.flags&anyOf != 0 {
		return len(ours) > 0 && slices.Contains(want, c.value(gold, ours[0]))
	}
	return slices.Equal(want, have)
}

func (c *comparison) set(f field, values []string) []string {
	var out []string
	for _, v := range values {
		out = append(out, c.value(f, v))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (c *comparison) value(f field, v string) string {
	v = plain(v)
	if code, ok := c.codes[v]; ok && f.flags&reference != 0 {
		return code
	}
	return v
}

// near reports whether the entries speak of the same stretch of the article; of
// actors, which have no evidence, whether their names share a word.
func (c *comparison) near(k kind, gold, ours entry) bool {
	if !k.bare {
		return c.page.shareWord(gold.evidence, ours.evidence)
	}
	words := strings.Fields(plain(gold.get("name")[0]))
	for _, w := range strings.Fields(plain(ours.get("name")[0])) {
		if slices.Contains(words, w) && !functionWords[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

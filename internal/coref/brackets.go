package coref

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/readout/readout/internal/text"
)

// Header is the comment that goes before the first sentence of a document whose words carry what Misc writes. It names the fields in
// the order of GUM: the number of the chain, the type, the information status, the head as a word of the mention, the tie.
const Header = "# global.Entity = GRP-etype-infstat-minspan-link"

// Alone is a mention outside all chains, to be written with them: a name that is said once.
type Alone struct {
	First, Last, Head int    // the tokens [First, Last) and the one that the others hang on
	Type              string // of entity, in the words of GUM
}

// Misc returns for each token of d the value "Entity=…" of its MISC cell as GUM writes it, "" for most: brackets that open and close
// at the token around the mentions of d.Chains and those of alone that have no chain.
//
//	misc := coref.Misc(d, nil) // "Entity=(1-person-new-1-coref" at the first word of a mention of two, "Entity=1)" at its last
func Misc(d *text.Doc, alone []Alone) []string {
	brackets := bracketsOf(d, alone)
	opens, closes := make([][]int, len(d.Tokens)), make([][]int, len(d.Tokens))
	for n, b := range brackets { // outer ones come first
		opens[b.first] = append(opens[b.first], n)
		if b.last-b.first > 1 {
			closes[b.last-1] = append(closes[b.last-1], n)
		}
	}
	out := make([]string, len(d.Tokens))
	for i := range out {
		var s strings.Builder
		for _, n := range opens[i] {
			s.WriteString("(" + brackets[n].label)
			if brackets[n].last-brackets[n].first == 1 {
				s.WriteByte(')')
			}
		}
		slices.Reverse(closes[i])
		for _, n := range closes[i] {
			fmt.Fprintf(&s, "%d)", brackets[n].group)
		}
		if s.Len() > 0 {
			out[i] = "Entity=" + s.String()
		}
	}
	return out
}

// bracket is a mention to be written.
type bracket struct {
	first, last, group int
	label              string
}

// bracketsOf lists the mentions in the order in which they open. Groups count from 1 in the order of their first mentions.
func bracketsOf(d *text.Doc, alone []Alone) []bracket {
	chains := slices.Clone(d.Chains)
	taken := map[[2]int]bool{}
	for _, c := range chains {
		for _, r := range c.References {
			taken[[2]int{r.First, r.Last}] = true
		}
	}
	for _, a := range alone {
		if at := [2]int{a.First, a.Last}; !taken[at] {
			taken[at] = true
			chains = append(chains, text.Chain{Type: a.Type, References: []text.Reference{{First: a.First, Last: a.Last, Head: a.Head}}})
		}
	}
	slices.SortStableFunc(chains, func(a, b text.Chain) int {
		x, y := a.References[0], b.References[0]
		return cmp.Or(cmp.Compare(x.First, y.First), cmp.Compare(y.Last, x.Last))
	})
	var out []bracket
	for n, c := range chains {
		for k, r := range c.References {
			label := fmt.Sprintf("%d-%s-%s-%d-%s", n+1, c.Type, status(d, c, k), r.Head-r.First+1, tie(d, c, k))
			out = append(out, bracket{r.First, r.Last, n + 1, label})
		}
	}
	slices.SortStableFunc(out, func(a, b bracket) int { return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(b.last, a.last)) })
	return out
}

// status is the information status of reference k: new where it is the first, else given, and active where the one before stands
// in this sentence or the last.
func status(d *text.Doc, c text.Chain, k int) string {
	switch {
	case k == 0:
		return "new"
	case d.SentenceOf(c.References[k].First)-d.SentenceOf(c.References[k-1].First) <= 1:
		return "giv:act"
	}
	return "giv:inact"
}

// tie is how reference k hangs on the rest of its chain.
func tie(d *text.Doc, c text.Chain, k int) string {
	t := d.Tokens[c.References[k].Head]
	switch {
	case len(c.References) == 1:
		return "sgl"
	case k > 0 && t.Deprel == "appos" && t.Head == c.References[k-1].Head:
		return "appos"
	case t.Deprel == "expl" && k == 0:
		return "cata"
	case t.UPOS == "PRON":
		return "ana"
	}
	return "coref"
}

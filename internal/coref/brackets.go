package coref

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/readout/readout/internal/text"
)

// Header is the comment of a document whose words carry what Misc writes. It names the fields in the order of GUM: the number of
// the chain, the type, the information status, the head as a word of the mention, the tie.
const Header = "global.Entity = GRP-etype-infstat-minspan-link"

// Alone is a mention outside all chains, to be written with them: a name that is said once.
type Alone struct {
	First, Last, Head int    // the tokens [First, Last) and the one that the others hang on
	Type              string // of entity, in the words of GUM
}

// Mention is a mention as it is written: the tokens [First, Last), of which the others hang on Head.
type Mention struct {
	First, Last, Head int
	Group             int    // number of the chain, or of its own where it stands alone
	Type              string // of entity, in the words of GUM
	Status            string // new, giv:act or giv:inact
	Tie               string // to the rest of the chain: coref, ana, appos, cata, or sgl for one that stands alone
}

// Mentions returns the mentions of d.Chains, and those of alone that have no chain, in the order in which they begin, outer ones
// first. Groups count from after+1 in the order of their first mentions. A mention that would cross another is left out, since
// brackets could not tell where it ends.
func Mentions(d *text.Doc, alone []Alone, after int) []Mention {
	var out []Mention
	for n, c := range withAlone(d, alone) {
		for k, r := range c.References {
			out = append(out, Mention{r.First, r.Last, r.Head, after + n + 1, c.Type, status(d, c, k), tie(d, c, k)})
		}
	}
	slices.SortStableFunc(out, func(a, b Mention) int { return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.Last, a.Last)) })
	var open []int // ends of the mentions around
	return slices.DeleteFunc(out, func(m Mention) bool {
		for len(open) > 0 && open[len(open)-1] <= m.First {
			open = open[:len(open)-1]
		}
		if len(open) > 0 && open[len(open)-1] < m.Last {
			return true
		}
		open = append(open, m.Last)
		return false
	})
}

// withAlone returns the chains in the order of their first mentions, with one for each mention of alone that no chain has.
func withAlone(d *text.Doc, alone []Alone) []text.Chain {
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
	return chains
}

// Misc returns for each of so many tokens what its MISC cell says of mentions as GUM writes it, "" for most: brackets that open
// and close at the token.
//
//	misc := coref.Misc(coref.Mentions(d, nil, 0), len(d.Tokens))
//	// "Entity=(1-person-new-1-coref" at the first word of a mention of two, "Entity=1)" at its last
func Misc(mentions []Mention, tokens int) []string {
	opens, closes := make([]strings.Builder, tokens), make([]string, tokens)
	for _, m := range mentions {
		fmt.Fprintf(&opens[m.First], "(%d-%s-%s-%d-%s", m.Group, m.Type, m.Status, m.Head-m.First+1, m.Tie)
		if m.Last-m.First == 1 {
			opens[m.First].WriteByte(')')
			continue
		}
		closes[m.Last-1] = strconv.Itoa(m.Group) + ")" + closes[m.Last-1] // what opened later closes earlier
	}
	out := make([]string, tokens)
	for i := range out {
		if cell := opens[i].String() + closes[i]; cell != "" {
			out[i] = "Entity=" + cell
		}
	}
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

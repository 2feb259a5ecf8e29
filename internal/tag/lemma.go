// Package tag gives the words of a Doc their part of speech, morphology and lemma, off the vectors of package encoder. It
// comes after package encoder and before the stages that read tags.
package tag

import (
	"fmt"
	"strings"

	"github.com/readout/readout/internal/text"
)

// Lemmas maps "form\tXPOS" to the lemma where the regular endings get it wrong. A nil map works.
type Lemmas map[string]string

// ReadLemmas reads "form\tXPOS\tlemma" lines.
func ReadLemmas(table string) (Lemmas, error) {
	lemmas := make(Lemmas, strings.Count(table, "\n"))
	line := 0
	for row := range strings.Lines(table) {
		line++
		row = strings.TrimSuffix(row, "\n")
		cut := strings.LastIndexByte(row, '\t')
		if cut < 0 {
			return nil, fmt.Errorf("read lemmas: line %d: want form, Penn tag and lemma", line)
		}
		lemmas[row[:cut]] = row[cut+1:]
	}
	return lemmas, nil
}

// Lemma returns the dictionary form of a word: from the table of forms seen in training, else by the regular
// endings of English (the doubling and e-dropping rules of any school grammar). Names keep their capitals, and marks
// their form, but for quotation marks, which become straight ones.
func (l Lemmas) Lemma(form, upos, xpos string) string {
	switch {
	case xpos == "NNP":
		return text.Straight(form)
	case xpos == "NNPS":
		return stripS(text.Straight(form))
	case upos == "PUNCT" || upos == "SYM":
		if straight := text.Straight(form); straight != "-" {
			return straight
		}
		return form
	}
	lower := strings.ToLower(text.Straight(form))
	if lemma, ok := l[lower+"\t"+xpos]; ok {
		return lemma
	}
	return Regular(lower, xpos)
}

// Regular strips a regular ending from a lower-cased form by its Penn tag.
func Regular(lower, xpos string) string {
	switch xpos {
	case "NNS", "VBZ":
		return stripS(lower)
	case "VBD", "VBN":
		return stripEnding(lower, "ed")
	case "VBG":
		return stripEnding(lower, "ing")
	case "JJR", "RBR":
		return stripEnding(lower, "er")
	case "JJS", "RBS":
		return stripEnding(lower, "est")
	case "CD":
		return strings.ReplaceAll(lower, ",", "")
	}
	return lower
}

func stripS(w string) string {
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case hasAnySuffix(w, "sses", "shes", "ches", "xes", "zzes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 2:
		return w[:len(w)-1]
	}
	return w
}

func stripEnding(w, ending string) string {
	stem, ok := strings.CutSuffix(w, ending)
	if !ok || len(stem) < 2 || !strings.ContainsAny(stem, "aeiouy") {
		return w
	}
	n := len(stem)
	switch {
	case stem[n-1] == 'i' && ending != "ing":
		return stem[:n-1] + "y"
	case stem[n-1] == 'e' && ending != "ing":
		return stem + "e" // "agreed"
	case n > 3 && stem[n-1] == stem[n-2] && !strings.ContainsRune("lszfeo", rune(stem[n-1])):
		return stem[:n-1]
	case strings.HasSuffix(stem, "ll") && syllables(stem) > 1 && !hasAnySuffix(stem, "stall", "recall", "nroll", "fulfill"):
		return stem[:n-1] // "travelled", "expelled"
	case needsE(stem):
		return stem + "e"
	}
	return stem
}

// syllables counts the runs of vowels.
func syllables(s string) int {
	n, before := 0, false
	for i := 0; i < len(s); i++ {
		v := isVowel(s[i])
		if v && !before {
			n++
		}
		before = v
	}
	return n
}

// Stems that end so lost an e before their ending ("issu", "decid", "chang"), but for those that end as withoutE says.
var (
	withE = []string{
		"u", "v", "c", "dg", "ng", "rg", "lg", "as", "is", "os", "us", "rs", "ns", "ps", "lys", "iz", "yz", "oz", "eez", "at", "ut", "ir", "ar", "ur", "in", "ib",
		"ag", "leg", "neg", "id", "ud", "ad", "od", "ced", "sed", "ped", "plet", "mpet", "delet", "vit", "unit", "xcit", "ncit", "recit", "gnit", "mot", "not", "vot",
		"plor", "gnor", "stor", "scor", "ador", "dher", "terfer", "com", "sum", "pon", "ven", "vok", "buk", "lik", "scap", "wast", "tast", "oncil", "mpil",
		"bl", "cl", "dl", "fl", "gl", "kl", "pl", "tl", "zl", "hedul", "idicul",
	}
	withoutE = []string{
		"ing", "ong", "ain", "oin", "ein", "uin", "eat", "oat", "out", "ear", "air", "our", "eir", "oar", "focus", "ang", "aid", "oid", "oad", "ead", "ood", "ruin",
		"combat", "format", "debut", "murmur", "occur", "incur", "concur", "recur", "exit", "aud", "begin", "join", "abandon",
	}
	stillE = []string{"chang", "rrang", "rang", "creat", "amaz", "bast", "tradit"} // though they end like the others
)

// needsE reports whether a stem lost an e before its ending.
func needsE(stem string) bool {
	if hasAnySuffix(stem, stillE...) {
		return true
	}
	if hasAnySuffix(stem, withE...) {
		return !hasAnySuffix(stem, withoutE...)
	}
	return isShort(stem)
}

// isShort reports whether the stem is one syllable that ends in a single vowel and a single consonant: its last letter
// would have been doubled had there been no e, so "hoped" is of "hope" and "blamed" of "blame".
func isShort(stem string) bool {
	n := len(stem)
	if n < 3 || isVowel(stem[n-1]) || strings.ContainsRune("wxy", rune(stem[n-1])) || !isVowel(stem[n-2]) || isVowel(stem[n-3]) && !strings.HasSuffix(stem, "quot") {
		return false
	}
	return strings.IndexFunc(stem[:n-3], func(r rune) bool { return isVowel(byte(r)) }) < 0
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}

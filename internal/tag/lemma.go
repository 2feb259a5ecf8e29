package tag

import "strings"

// Lemma returns the dictionary form of a word: from the table of forms seen in training, else by the regular
// endings of English (the doubling and e-dropping rules of any school grammar).
func (m *Model) Lemma(form, upos, xpos string) string {
	form = straight(form)
	if upos == "PROPN" {
		return form
	}
	lower := strings.ToLower(form)
	if l, ok := m.lemmas[lower+"\t"+upos]; ok {
		return l
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
	case n > 2 && stem[n-1] == stem[n-2] && !strings.ContainsRune("lsz", rune(stem[n-1])):
		return stem[:n-1]
	case needsE(stem):
		return stem + "e"
	}
	return stem
}

// needsE reports whether a stem lost an e before its ending: "issu", "chang", "clos", "stat".
func needsE(stem string) bool {
	if hasAnySuffix(stem, "u", "v", "c", "dg", "ng", "rg", "as", "is", "os", "us", "rs", "ns", "iz", "yz", "at", "ut", "ir", "ar", "ur", "in", "ib") {
		return !hasAnySuffix(stem, "ing", "ong", "ain", "oin", "ein", "eat", "oat", "out", "ear", "air", "our", "eir", "focus", "ang")
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

package article

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"

	"github.com/readout/readout"
)

const english = "en" // ISO 639-1

// A text is only judged by its words when it has minLetters letters. Above
// minFunctionWords, the share of English function words, it is English whatever
// its letters look like, as in a report full of foreign names: English prose has
// 0.2 and more, other languages under 0.02, and up to 0.13 with English quotations.
const (
	minLetters       = 200
	minFunctionWords = 0.15
	languageSample   = 20_000 // bytes of the text that are looked at
)

// functionWords are frequent words of English that are rare in the other
// languages written in Latin letters.
const functionWords = " the of to and that for with by from his her has have had are were which their they this be been but not said will would who it its "

// checkEnglish refuses an article whose text is in another language or script.
func checkEnglish(blocks []block) error {
	sample := sampleOf(blocks)
	letters, latin := countLetters(sample)
	if letters == 0 {
		return fmt.Errorf("%w: there is not one letter in the text", ErrEmpty)
	}
	if 2*latin < letters {
		return fmt.Errorf("%w: it is in %s", ErrNotEnglish, languageName(whatlanggo.DetectLang(sample)))
	}
	if letters < minLetters || functionShare(sample) >= minFunctionWords {
		return nil
	}
	lang := whatlanggo.DetectLang(sample)
	if lang == whatlanggo.Eng || lang < 0 {
		return nil
	}
	// How sure it is that this is no English, however close its sisters are.
	pair := map[whatlanggo.Lang]bool{whatlanggo.Eng: true, lang: true}
	against := whatlanggo.DetectWithOptions(sample, whatlanggo.Options{Whitelist: pair})
	if against.Lang == whatlanggo.Eng || !against.IsReliable() {
		return nil
	}
	return fmt.Errorf("%w: it is in %s", ErrNotEnglish, languageName(lang))
}

// sampleOf returns the start of the running text.
func sampleOf(blocks []block) string {
	var b strings.Builder
	for _, block := range blocks {
		if block.kind != readout.Body {
			continue
		}
		b.WriteString(block.text[:min(len(block.text), languageSample-b.Len())])
		if b.Len() >= languageSample {
			break
		}
		b.WriteByte('\n')
	}
	return strings.ToValidUTF8(b.String(), "")
}

func countLetters(s string) (letters, latin int) {
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
			letters++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return letters, latin
}

func functionShare(s string) float64 {
	words, function := 0, 0
	for word := range strings.FieldsSeq(s) {
		word = strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }))
		if word == "" {
			continue
		}
		words++
		if strings.Contains(functionWords, " "+word+" ") {
			function++
		}
	}
	return float64(function) / float64(max(words, 1))
}

func languageName(lang whatlanggo.Lang) string {
	if name := lang.String(); name != "" {
		return name
	}
	return "a language that this program does not know"
}

package coder

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/readout/readout"
)

// FuzzCode codes any text, cut into paragraphs at its empty lines, as if published on any day. Whatever the text, no stage may
// panic, each entry must stand on words of the text, and a second run must give the same bytes.
func FuzzCode(f *testing.F) {
	for _, seed := range []string{
		relative,
		"President John Smith of Norway spoke.\n\n“We agreed to meet,” he said.\n\n“And to talk.”",
		"OSLO (AFP) - Chad's foreign minister told reporters in Oslo on Tuesday that he would visit the Norwegian capital, according to Xinhua.",
		"''We'' \"said\" ‘no’ “yes – the two sides",
	} {
		f.Add(seed, "2023-06-19")
	}
	f.Add("Norway \xff met\x00 Chad on Monday", "0001")
	f.Fuzz(func(t *testing.T, body, published string) {
		if len(body) > 4096 {
			return // time to code is bounded by TestOddArticlesAreCodedWithoutAFault
		}
		day, _ := readout.ParseDate(published)
		a := plain(day, strings.Split(body, "\n\n")...)
		r := code(t, a)
		if !utf8.ValidString(body) {
			return // package article lets none of these through; no panic is all that is asked
		}
		for _, fault := range faults(r) {
			t.Error(fault)
		}
		if !bytes.Equal(encode(t, r), encode(t, code(t, a))) {
			t.Error("coded twice, it gives two records")
		}
	})
}

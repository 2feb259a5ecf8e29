package encoder

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Norm is the form under which a word has its own row: lower case, every digit a 9, quotation marks and dashes of
// typewriters.
func Norm(form string) string {
	var b strings.Builder
	b.Grow(len(form))
	for _, r := range form {
		switch {
		case unicode.IsDigit(r):
			r = '9'
		case r == '’' || r == '‘':
			r = '\''
		case r == '“' || r == '”' || r == '«' || r == '»' || r == '„':
			r = '"'
		case r == '–' || r == '—':
			r = '-'
		default:
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	switch s := b.String(); s {
	case "``", "''":
		return "\""
	default:
		return s
	}
}

// maxGrams bounds the work for a word of any length.
const maxGrams = 20

// Affixes returns the rows, of so many, that stand for the beginning, the end, the shape, the exact form and the groups of
// three code units of a word.
func Affixes(form string, rows int) []int32 {
	norm := Norm(form)
	var out []int32
	add := func(kind byte, s string) { out = append(out, int32(hash(kind, s)%uint64(rows))) }
	at := 0
	for n := 1; n <= 3 && at < len(norm); n++ {
		_, size := utf8.DecodeRuneInString(norm[at:])
		at += size
		add(byte(n), norm[:at])
	}
	end := len(norm)
	for n := 1; n <= 5 && end > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(norm[:end])
		end -= size
		add(byte(10+n), norm[end:])
	}
	add(20, shape(form))
	add(21, form)
	for i := 0; i+3 <= len(norm) && i < maxGrams; i++ {
		add(22, norm[i:i+3])
	}
	return out
}

// hash is 64-bit FNV-1a (Fowler, Noll & Vo) of the kind and the bytes.
func hash(kind byte, s string) uint64 {
	h := uint64(14695981039346656037)
	h = (h ^ uint64(kind)) * 1099511628211
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// shape maps letters to their case, digits to 9 and what is beyond ASCII to #, with runs cut at two: "Nov." is "Xxx.".
func shape(form string) string {
	var b []byte
	for _, r := range form {
		c := byte('#')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '9'
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		if n := len(b); n > 1 && b[n-1] == c && b[n-2] == c {
			continue
		}
		if len(b) == 12 {
			break
		}
		b = append(b, c)
	}
	return string(b)
}

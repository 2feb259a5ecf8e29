package article

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// marks are the byte order marks; the longer before those that begin them.
var marks = []struct {
	mark     string
	encoding encoding.Encoding
}{
	{"\xff\xfe\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	{"\x00\x00\xfe\xff", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	{"\xff\xfe", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"\xfe\xff", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	{"\xef\xbb\xbf", unicode.UTF8},
}

// decode turns an input into UTF-8 and says whether it is a web page.
func decode(raw []byte) (text string, isPage bool, err error) {
	if err := checkMagic(raw); err != nil {
		return "", false, err
	}
	if enc, rest := unicodeEncoding(raw); enc != nil {
		decoded, err := enc.NewDecoder().Bytes(rest)
		if err != nil {
			return "", false, fmt.Errorf("%w: %w", ErrBinary, err)
		}
		raw = decoded
	}
	isPage, err = sniffPage(raw)
	if err != nil {
		return "", false, err
	}
	if isPage { // servers leave NUL bytes in pages, and parsers pass over them
		raw = bytes.ReplaceAll(raw, []byte{0}, nil)
	}
	if err := checkText(raw); err != nil {
		return "", false, err
	}
	text, err = decodeBytes(raw, isPage)
	return text, isPage, err
}

// unicodeEncoding tells an encoding by its byte order mark, or UTF-16 without
// one by its zero bytes. It returns nil for everything else.
func unicodeEncoding(raw []byte) (encoding.Encoding, []byte) {
	for _, m := range marks {
		if rest, ok := bytes.CutPrefix(raw, []byte(m.mark)); ok {
			return m.encoding, rest
		}
	}
	head := raw[:min(len(raw), 4096)&^1]
	var zeros [2]int // at even and at odd offsets
	for i, b := range head {
		if b == 0 {
			zeros[i&1]++
		}
	}
	most, few := len(head)*7/20, len(head)/100 // of English, nearly every other byte is zero
	switch {
	case len(head) < 8:
		return nil, raw
	case zeros[1] > most && zeros[0] <= few:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), raw
	case zeros[0] > most && zeros[1] <= few:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), raw
	}
	return nil, raw
}

// decodeBytes decodes what is not UTF-16. Bytes that are UTF-8 are taken as such
// whatever a page says of itself, since other encodings hardly ever look like it;
// and a few broken bytes in UTF-8 do not make it another encoding. Else a page
// says what it is, and plain text is Windows-1252, of which Latin-1 is a part.
func decodeBytes(raw []byte, isPage bool) (string, error) {
	multibyte, broken := countUTF8(raw)
	if broken < multibyte || broken == 0 && (!isPage || bytes.IndexByte(raw, '\x1b') < 0) {
		return strings.ToValidUTF8(string(raw), "\uFFFD"), nil
	}
	enc := encoding.Encoding(charmap.Windows1252)
	if isPage {
		enc, _, _ = charset.DetermineEncoding(raw, "")
	}
	decoded, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrBinary, err)
	}
	return strings.ToValidUTF8(string(decoded), "\uFFFD"), nil
}

// countUTF8 counts the characters of several bytes and the bytes that belong to none.
func countUTF8(raw []byte) (multibyte, broken int) {
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			broken++
		} else {
			multibyte++
		}
		i += size
	}
	return multibyte, broken
}

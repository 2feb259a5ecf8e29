package article

import (
	"bytes"
	"fmt"
)

// magics are the first bytes of files that people hand over by mistake. Source:
// the file formats' own specifications, by way of file(1).
var magics = []struct{ prefix, name string }{
	{"%PDF-", "a PDF file; save its text first"},
	{"PK\x03\x04", "a ZIP archive or an office document; save it as text first"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document; save it as text first"},
	{"{\\rtf", "an RTF document; save it as text first"},
	{"\x89PNG\r\n", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF8", "a GIF image"},
	{"RIFF", "a RIFF media file"},
	{"\x1f\x8b", "a gzip file; unpack it first"},
	{"\x28\xb5\x2f\xfd", "a Zstandard file; unpack it first"},
	{"\xfd7zXZ\x00", "an xz file; unpack it first"},
	{"BZh", "a bzip2 file; unpack it first"},
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it first"},
	{"SQLite format 3\x00", "an SQLite database"},
	{"\x7fELF", "a program"},
	{"\x00asm", "a program"},
	{"ID3", "an MP3 file"},
	{"OggS", "an Ogg media file"},
	{"PAR1", "a Parquet file"},
}

// maxControls is the share of control characters above which bytes are no text.
const maxControls = 0.1

// checkText refuses known binary formats, NUL bytes, and bytes that are mostly
// control characters. UTF-16 and UTF-32 are decoded before they come here.
func checkText(raw []byte) error {
	if i := bytes.IndexByte(raw, 0); i >= 0 {
		return fmt.Errorf("%w: a NUL byte at offset %d", ErrBinary, i)
	}
	head := raw[:min(len(raw), 1<<16)]
	controls := 0
	for _, b := range head {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\x1b' {
			controls++
		}
	}
	if float64(controls) > maxControls*float64(len(head)) {
		return fmt.Errorf("%w: %d control characters in the first %d bytes", ErrBinary, controls, len(head))
	}
	return nil
}

// checkMagic refuses files that their first bytes tell.
func checkMagic(raw []byte) error {
	for _, m := range magics {
		if bytes.HasPrefix(raw, []byte(m.prefix)) && !spelledOut(raw, m.prefix) {
			return fmt.Errorf("%w: it is %s", ErrBinary, m.name)
		}
	}
	return nil
}

// spelledOut reports whether a magic made of letters alone is just the start of a
// text, as "RIFF" is of "RIFFRAFF": the bytes after it are then plain text too.
func spelledOut(raw []byte, prefix string) bool {
	for i := range len(prefix) {
		if c := prefix[i] | 0x20; (c < 'a' || c > 'z') && (prefix[i] < '0' || prefix[i] > '9') {
			return false
		}
	}
	return checkText(raw) == nil
}

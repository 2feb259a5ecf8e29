package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"net/http"
	"strconv"
)

//go:embed assets
var assetFiles embed.FS

// litEntries is how many entries of a page light up with all their words and
// their line when the reader points at them or follows a link to them. Those
// beyond it are still linked; only the place linked to is lit.
const litEntries = 300

// asset is a file served under a name that changes with its content, so that
// browsers may keep it for good.
type asset struct {
	Path    string
	kind    string
	content []byte
}

// readStyle returns the stylesheet: the file, then the rules that join an
// entry's label, its line and its words by the entry's number on the page.
func readStyle() (asset, error) {
	css, err := assetFiles.ReadFile("assets/style.css")
	if err != nil {
		return asset{}, fmt.Errorf("read the stylesheet: %w", err)
	}
	b := bytes.NewBuffer(css)
	b.WriteString("@media screen {\n")
	joinEntries(b, ":is(:hover,:focus-within)", "--glow")
	joinEntries(b, ":target", "--lit") // after the others: what was linked to outshines what is pointed at
	b.WriteString("}\n")
	sum := sha256.Sum256(b.Bytes())
	return asset{
		Path: "/assets/style-" + hex.EncodeToString(sum[:6]) + ".css", kind: "text/css; charset=utf-8", content: b.Bytes(),
	}, nil
}

// joinEntries writes the rules that colour all of an entry while its label or line is in a state.
func joinEntries(b *bytes.Buffer, state, colour string) {
	for n := 1; n <= litEntries; n++ {
		fmt.Fprintf(b, ":root:has(.e%d%s) :is(.e%d,.w%d){background-color:var(%s)}\n", n, state, n, n, colour)
	}
}

func (a asset) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("Content-Length", strconv.Itoa(len(a.content)))
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	if r.Method != http.MethodHead {
		_, _ = w.Write(a.content)
	}
}

package article

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/readout/readout"
)

// facts are what an input states about itself.
type facts struct {
	title     string
	publisher string
	url       string
	published readout.Date
}

// A fact is what a key of a header states.
type fact string

const (
	nothing       fact = ""
	factTitle     fact = "title"
	factPublisher fact = "publisher"
	factPublished fact = "published"
	factURL       fact = "url"
)

// headerKeys are the keys of "Key: value" lines at the top of plain text, in
// lower case, and what they state. A key that states nothing is passed over, but
// makes no header on its own.
var headerKeys = map[string]fact{
	"title":     factTitle,
	"headline":  factTitle,
	"publisher": factPublisher,
	"source":    factPublisher,
	"published": factPublished,
	"date":      factPublished,
	"url":       factURL,
	"link":      factURL,
	"author":    nothing,
	"byline":    nothing,
	"language":  nothing,
	"section":   nothing,
	"place":     nothing,
	"tags":      nothing,
	"id":        nothing,
}

var headerLine = regexp.MustCompile(`^([A-Za-z]+):(?: (.*))?$`)

// cutHeader reads the "Key: value" lines at the top of a text and returns the
// lines after them. Empty lines between them do not end a header, the first
// other line does. Lines whose keys all state nothing are no header.
func cutHeader(lines []string) (facts, []string) {
	var stated facts
	end, found := 0, false
	for i, line := range lines {
		if line == "" {
			continue
		}
		key, value, ok := splitKey(line)
		if !ok {
			break
		}
		stated.set(headerKeys[key], value)
		found = found || headerKeys[key] != nothing
		end = i + 1
	}
	if !found {
		return facts{}, lines
	}
	return stated, lines[end:]
}

// splitKey splits a line into a key of headerKeys, in lower case, and its value.
func splitKey(line string) (key, value string, ok bool) {
	m := headerLine.FindStringSubmatch(line)
	if m == nil {
		return "", "", false
	}
	key = strings.ToLower(m[1])
	_, ok = headerKeys[key]
	return key, m[2], ok
}

// set keeps the first value of each fact.
func (f *facts) set(key fact, value string) {
	switch key {
	case factTitle:
		f.title = firstNonEmpty(f.title, withoutKeys(value))
	case factPublisher:
		f.publisher = firstNonEmpty(f.publisher, sourceName(value), value)
	case factURL:
		f.url = firstNonEmpty(f.url, webAddress(value))
	case factPublished:
		if f.published.IsZero() { // a date that cannot be read stays unknown
			f.published = parseDate(value)
		}
	}
}

// or returns f with what it leaves open taken from o.
func (f facts) or(o facts) facts {
	f.title = firstNonEmpty(f.title, o.title)
	f.publisher = firstNonEmpty(f.publisher, o.publisher)
	f.url = firstNonEmpty(f.url, o.url)
	if f.published.IsZero() {
		f.published = o.published
	}
	return f
}

// withoutKeys frees a title of header keys of its own, so that the title line of
// an article's text is never read as a header.
func withoutKeys(title string) string {
	for {
		_, rest, ok := splitKey(title)
		if !ok {
			return title
		}
		title = rest
	}
}

// webAddress returns an absolute http address, or "".
func webAddress(s string) string {
	s = strings.TrimSpace(s)
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return s
}

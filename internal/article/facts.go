package article

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"

	"github.com/readout/readout"
)

// dateNames are the names and properties of <meta> elements that state when a
// page was published, the plainest first. Sources: the Open Graph protocol,
// Dublin Core, schema.org, and the content systems of newspapers.
var dateNames = []string{"article:published_time", "og:published_time", "datepublished", "dcterms.issued", "dc.date.issued",
	"dc.date", "dcterms.date", "publication_date", "publish_date", "publish-date", "publishdate", "pubdate", "parsely-pub-date",
	"sailthru.date", "citation_publication_date", "article.published", "date"}

// found is what the elements of a page state, in document order.
type found struct {
	meta      map[string]string // name or property, in lower case, to its first content
	canonical string
	title     string // <title>
	heading   string // the first <h1>
	timed     string // <time pubdate> or itemprop="datePublished"
	objects   []map[string]any
}

// pageFacts returns what a page states about itself: Open Graph and other <meta>
// elements, then schema.org as JSON-LD, then elements of the page itself.
func pageFacts(doc *html.Node) facts {
	f := found{meta: map[string]string{}}
	f.collect(doc)
	data := f.schema()
	stated := facts{
		publisher: firstNonEmpty(f.meta["og:site_name"], data.publisher, f.meta["dc.publisher"], f.meta["application-name"]),
		url:       firstNonEmpty(webAddress(f.canonical), webAddress(f.meta["og:url"]), data.url),
		published: f.published(data.published),
	}
	title := firstNonEmpty(f.meta["og:title"], data.title, f.heading, f.title)
	stated.title = withoutKeys(withoutSite(title, stated.publisher))
	return stated
}

func (f *found) collect(n *html.Node) {
	if n.Type == html.ElementNode {
		f.element(n)
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		f.collect(child)
	}
}

func (f *found) element(n *html.Node) {
	property, _ := attribute(n, "itemprop")
	switch n.Data {
	case "meta":
		f.addMeta(n)
	case "link":
		if rel, _ := attribute(n, "rel"); strings.EqualFold(rel, "canonical") && f.canonical == "" {
			f.canonical, _ = attribute(n, "href")
		}
	case "title":
		f.title = firstNonEmpty(f.title, innerText(n))
	case "h1":
		f.heading = firstNonEmpty(f.heading, innerText(n))
	case "script":
		if kind, _ := attribute(n, "type"); strings.EqualFold(kind, "application/ld+json") && n.FirstChild != nil {
			f.addObjects(n.FirstChild.Data)
		}
	}
	_, pubdate := attribute(n, "pubdate")
	if property == "datePublished" || n.Data == "time" && pubdate {
		when, _ := attribute(n, "datetime")
		content, _ := attribute(n, "content")
		f.timed = firstNonEmpty(f.timed, when, content, innerText(n))
	}
}

func (f *found) addMeta(n *html.Node) {
	content, _ := attribute(n, "content")
	for _, key := range []string{"property", "name", "itemprop"} {
		name, _ := attribute(n, key)
		name = strings.ToLower(name)
		if content = normalise(content); name != "" && content != "" && f.meta[name] == "" {
			f.meta[name] = content
		}
	}
}

// addObjects adds the objects of a JSON-LD script: one, several, or a @graph. A
// script that is no JSON states nothing.
func (f *found) addObjects(script string) {
	var value any
	if json.Unmarshal([]byte(script), &value) != nil {
		return
	}
	queue := []any{value}
	for ; len(queue) > 0; queue = queue[1:] {
		switch v := queue[0].(type) {
		case []any:
			queue = append(queue, v...)
		case map[string]any:
			f.objects = append(f.objects, v)
			if graph, ok := v["@graph"].([]any); ok {
				queue = append(queue, graph...)
			}
		}
	}
}

// schema returns the facts of the first JSON-LD object that is an article, or of
// the first that states a date.
func (f *found) schema() facts {
	var best facts
	for _, o := range f.objects {
		date, _ := o["datePublished"].(string)
		headline, _ := o["headline"].(string)
		address, _ := o["url"].(string)
		stated := facts{title: normalise(headline), url: webAddress(address), published: parseDate(date)}
		if p, ok := o["publisher"].(map[string]any); ok {
			name, _ := p["name"].(string)
			stated.publisher = normalise(name)
		}
		if isArticleType(o["@type"]) {
			return stated
		}
		if best.published.IsZero() {
			best.published = stated.published
		}
		best.publisher = firstNonEmpty(best.publisher, stated.publisher)
	}
	return best
}

func isArticleType(value any) bool {
	switch v := value.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "Report") || strings.HasSuffix(v, "BlogPosting")
	case []any:
		for _, item := range v {
			if isArticleType(item) {
				return true
			}
		}
	}
	return false
}

// published returns the date that the page states; schema is that of its JSON-LD.
func (f *found) published(schema readout.Date) readout.Date {
	if d := parseDate(f.meta[dateNames[0]]); !d.IsZero() {
		return d
	}
	if !schema.IsZero() {
		return schema
	}
	if d := parseDate(f.timed); !d.IsZero() {
		return d
	}
	for _, name := range dateNames[1:] {
		if d := parseDate(f.meta[name]); !d.IsZero() {
			return d
		}
	}
	return readout.Date{}
}

// withoutSite cuts " | Site" and its like off a title. A title that is the site's
// name alone is none.
func withoutSite(title, site string) string {
	if site == "" {
		return title
	}
	for _, mark := range []string{" | ", " - ", " – ", " — ", " :: ", " · ", " « "} {
		if i := strings.LastIndex(title, mark); i > 0 && strings.EqualFold(title[i+len(mark):], site) {
			return strings.TrimSpace(title[:i])
		}
	}
	if strings.EqualFold(title, site) {
		return ""
	}
	return title
}

func innerText(n *html.Node) string {
	var b strings.Builder
	var add func(*html.Node)
	add = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			add(child)
		}
	}
	add(n)
	return normalise(b.String())
}

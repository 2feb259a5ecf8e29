package article

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range pages {
		t.Run(filepath.Base(name), func(t *testing.T) {
			page, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := golden(t, filepath.Base(name), string(page))
			path := strings.TrimSuffix(name, ".html") + ".golden"
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", path, diff)
			}
		})
	}
}

// golden returns the article as JSON, its paragraphs as lines, or the error.
func golden(t *testing.T, name, page string) string {
	a, err := Read(strings.NewReader(page), Options{Name: name})
	if err != nil {
		return err.Error() + "\n"
	}
	checkCovers(t, a)
	checkReadsAgain(t, a)
	lines := strings.Join(kinds(a), "\n")
	a.Text, a.Paragraphs = "", nil
	head, err := json.MarshalIndent(a, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(head) + "\n" + lines + "\n"
}

func TestTheEncodingOfAPage(t *testing.T) {
	const body = "<h1>Bridge to reopen</h1><p>“We have found a way,” said Éva Brandt in a café at the river on Tuesday.</p><p>Talks go on in May.</p>"
	const want = "Bridge to reopen\n\n“We have found a way,” said Éva Brandt in a café at the river on Tuesday.\n\nTalks go on in May."
	legacy, err := charmap.Windows1252.NewEncoder().String(body)
	if err != nil {
		t.Fatal(err)
	}
	mac, err := charmap.Macintosh.NewEncoder().String(body)
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]string{
		"is UTF-8":                               "<html><body>" + body,
		"is UTF-8 whatever the page says":        `<html><meta charset="iso-8859-1"><body>` + body,
		"is UTF-8 with a byte order mark":        "\ufeff<html><body>" + body,
		"is the one that the page says":          `<html><meta charset="macintosh"><body>` + mac,
		"is Windows-1252 if the page says none":  "<html><body>" + legacy,
		"is Windows-1252 where it says Latin-1":  `<html><meta charset="iso-8859-1"><body>` + legacy,
		"may be hidden in character references":  "<html><body>" + strings.NewReplacer("é", "&eacute;", "É", "&#201;", "“", "&ldquo;", "”", "&#x201d;").Replace(body),
		"does not mind NUL bytes from a server":  "<html><body>" + body + "\x00\n",
		"does not mind what stands ahead of it":  "\n<?xml version='1.0'?><!-- served -->\n<!DOCTYPE html><html><body>" + body,
		"does not mind a page without <html> or": body,
	}
	for name, page := range tests {
		t.Run(name, func(t *testing.T) {
			if got := mustRead(t, page, Options{}).Text; got != want {
				t.Errorf("text\n%q\nwant\n%q", got, want)
			}
		})
	}
}

func TestFactsOfAPage(t *testing.T) {
	const body = "<body><article><h1>Bridge to reopen</h1><p>" + long + "</p><p>" + second + "</p><p>" + third + "</p></article>"
	tests := []struct {
		name, page                       string
		title, publisher, published, url string
	}{
		{"none", body, "Bridge to reopen", "", "", ""},
		{"Open Graph", `<head><meta property="og:title" content="Bridge to reopen - Wire"><meta property="og:site_name" content="Wire"><meta property="og:url" content="https://wire.example/1"><meta property="article:published_time" content="2024-03-05T10:00Z"></head>` + body,
			"Bridge to reopen", "Wire", "2024-03-05", "https://wire.example/1"},
		{"the canonical address before that of Open Graph", `<head><link rel="canonical" href="https://wire.example/2"><meta property="og:url" content="https://wire.example/1"></head>` + body,
			"Bridge to reopen", "", "", "https://wire.example/2"},
		{"an address without a host is none", `<head><link rel="canonical" href="/2"></head>` + body, "Bridge to reopen", "", "", ""},
		{"JSON-LD", `<head><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"datePublished":"2024-03-05T23:30:00+01:00","publisher":{"name":"Wire"},"url":"https://wire.example/1"}]}</script></head>` + body,
			"Bridge to reopen", "Wire", "2024-03-05", "https://wire.example/1"},
		{"broken JSON-LD states nothing", `<head><script type="application/ld+json">{"datePublished":"2024-03-05</script></head>` + body, "Bridge to reopen", "", "", ""},
		{"a time element with pubdate", strings.Replace(body, "<p>", `<time pubdate datetime="2024-03-05">yesterday</time><p>`, 1), "Bridge to reopen", "", "2024-03-05", ""},
		{"a time element with itemprop", strings.Replace(body, "<p>", `<time itemprop="datePublished">5 March 2024</time><p>`, 1), "Bridge to reopen", "", "2024-03-05", ""},
		{"a time in the text is no date of publication", strings.Replace(body, "Tuesday", `<time datetime="2024-03-04">Tuesday</time>`, 1), "Bridge to reopen", "", "", ""},
		{"the date of a change is none either", `<head><meta property="article:modified_time" content="2024-03-05"></head>` + body, "Bridge to reopen", "", "", ""},
		{"Dublin Core", `<head><meta name="DC.date.issued" content="2024-03-05"></head>` + body, "Bridge to reopen", "", "2024-03-05", ""},
		{"the title of the head, without the site", `<head><title>Bridge to reopen | Wire</title><meta property="og:site_name" content="Wire"></head>` + strings.Replace(body, "<h1>Bridge to reopen</h1>", "", 1),
			"Bridge to reopen", "Wire", "", ""},
		{"the name of the site is no title", `<head><title>Wire</title><meta property="og:site_name" content="Wire"></head>` + strings.Replace(body, "<h1>Bridge to reopen</h1>", "", 1),
			"", "Wire", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := mustRead(t, "<html>"+test.page, Options{})
			got := []string{a.Title, a.Publisher, a.Published.String(), a.URL}
			if diff := cmp.Diff([]string{test.title, test.publisher, test.published, test.url}, got); diff != "" {
				t.Errorf("title, publisher, published, URL (-want +got):\n%s", diff)
			}
			if !strings.Contains(a.Text, long) {
				t.Errorf("text %q", a.Text)
			}
		})
	}
}

func TestTheTextOfAPage(t *testing.T) {
	tests := []struct {
		name, page string
		want       []string
	}{
		{"inline elements do not part a paragraph", "<p>The <b>foreign ministers</b> of <a href=/n>Norland</a> and Sud<i>eria</i> agreed on <time>Tuesday</time> to reopen the bridge.</p>",
			[]string{"body: The foreign ministers of Norland and Suderia agreed on Tuesday to reopen the bridge."}},
		{"two line breaks part paragraphs, one does not", "<div>The ministers of Norland and Suderia<br>met in Solmar.<br><br>They talked for four hours about the bridge.</div>",
			[]string{"body: The ministers of Norland and Suderia met in Solmar.", "body: They talked for four hours about the bridge."}},
		{"single line breaks part whole sentences", "<div>The ministers of Norland and Suderia met in Solmar.<br>They talked for four hours about the bridge.</div>",
			[]string{"body: The ministers of Norland and Suderia met in Solmar.", "body: They talked for four hours about the bridge."}},
		{"preformatted text is unwrapped", "<pre>The ministers of Norland and Suderia met\nin Solmar on Tuesday.\n\nThey talked for four hours about the bridge.</pre>",
			[]string{"body: The ministers of Norland and Suderia met in Solmar on Tuesday.", "body: They talked for four hours about the bridge."}},
		{"scripts, captions and hidden elements are no text", "<p>The ministers of Norland and Suderia met in Solmar on Tuesday.<script>var a = 'the ministers';</script></p><div class=wp-caption>The ministers of Norland and Suderia.</div><p hidden>The ministers shook hands for the cameras.</p>",
			[]string{"body: The ministers of Norland and Suderia met in Solmar on Tuesday."}},
		{"the class of a body hides nothing", "<body class='post wp-featherlight-captions'><p>The ministers of Norland and Suderia met in Solmar on Tuesday.</p>",
			[]string{"body: The ministers of Norland and Suderia met in Solmar on Tuesday."}},
		{"a paragraph that comes twice is read once", "<p>The ministers of Norland and Suderia met in Solmar.</p><blockquote>The ministers of Norland and Suderia met in Solmar.</blockquote><p>They talked for four hours about the bridge.</p>",
			[]string{"body: The ministers of Norland and Suderia met in Solmar.", "body: They talked for four hours about the bridge."}},
		{"a name over the headline is dropped", "<article><p>World</p><h1>Bridge to reopen</h1><p>The ministers of Norland and Suderia met in Solmar.</p></article>",
			[]string{"title: Bridge to reopen", "body: The ministers of Norland and Suderia met in Solmar."}},
		{"visible keys are facts", "<h1>Bridge to reopen</h1><p>Source: Wire</p><p>The ministers of Norland and Suderia met in Solmar.</p>",
			[]string{"title: Bridge to reopen", "body: The ministers of Norland and Suderia met in Solmar."}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := mustRead(t, "<html>"+test.page, Options{})
			if diff := cmp.Diff(test.want, kinds(a)); diff != "" {
				t.Errorf("paragraphs (-want +got):\n%s", diff)
			}
		})
	}
}

// TestPagesMadeToHurt holds pages on which a careless reader would run out of
// time or memory. Whether they are read or refused is all the same.
func TestPagesMadeToHurt(t *testing.T) {
	pages := map[string]string{
		"unclosed formatting elements": "<html>" + strings.Repeat("<b><p>word ", 20_000),
		"one paragraph of line breaks": "<html><p>" + strings.Repeat("a word or two<br>", 40_000),
		"many paragraphs":              "<html>" + strings.Repeat("<p>a word or two of it</p>", 30_000),
		"many links":                   "<html>" + strings.Repeat("<a href=/>a word</a> ", 30_000),
		"nested lists":                 "<html>" + strings.Repeat("<ul><li>a word or two of it", 200),
		"a huge attribute":             "<html><p title='" + strings.Repeat("x", 4<<20) + "'>The ministers of Norland and Suderia met.",
		"nested comments":              strings.Repeat("<!--", 1<<20),
		"an unclosed tag":              "<html><p " + strings.Repeat("a=1 ", 1<<18),
		"a table in a table":           "<html>" + strings.Repeat("<table><tr><td>a word or two", 150),
	}
	for name, page := range pages {
		t.Run(name, func(t *testing.T) {
			a, err := Read(strings.NewReader(page), Options{Name: name})
			if err != nil {
				t.Log(err)
				return
			}
			checkCovers(t, a)
		})
	}
}

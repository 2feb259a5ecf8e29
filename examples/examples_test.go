package examples

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/readout/readout"
)

func TestEveryArticleStatesItsPublisherAndTheDateOfItsName(t *testing.T) {
	for name, text := range read(t) {
		header, _, _ := strings.Cut(text, "\n\n")
		publisher, published, _ := strings.Cut(header, "\n")
		if publisher != "Publisher: readout examples" {
			t.Errorf("%s: first line is %q", name, publisher)
		}
		date := strings.TrimPrefix(published, "Published: ")
		if _, err := readout.ParseDate(date); err != nil || !strings.HasPrefix(name, date+"-") {
			t.Errorf("%s: publication date is %q", name, date)
		}
	}
}

func TestEveryArticleHasATitleAndTheLengthOfAReport(t *testing.T) {
	for name, text := range read(t) {
		_, body, _ := strings.Cut(text, "\n\n")
		title, rest, _ := strings.Cut(body, "\n\n")
		if title == "" || strings.Contains(title, "\n") || strings.HasSuffix(title, ".") {
			t.Errorf("%s: title is %q", name, title)
		}
		if n := len(strings.Fields(rest)); n < 350 || n > 700 {
			t.Errorf("%s: %d words, want 350 to 700", name, n)
		}
	}
}

func TestQuotationMarksArePaired(t *testing.T) {
	for name, text := range read(t) {
		open := 0
		for _, paragraph := range strings.Split(text, "\n\n") {
			opened, closed := strings.Count(paragraph, "“"), strings.Count(paragraph, "”")
			if continues := strings.HasPrefix(paragraph, "“") && open == 1; continues {
				open = 0 // the speech goes on: its first half needs no closing mark
			}
			if open != 0 || opened-closed < 0 || opened-closed > 1 {
				t.Errorf("%s: quotation marks do not pair in %q", name, paragraph)
			}
			open = opened - closed
		}
		if open != 0 || strings.Contains(text, `"`) {
			t.Errorf("%s: an open quotation or a straight quotation mark", name)
		}
	}
}

func read(t *testing.T) map[string]string {
	t.Helper()
	names, err := fs.Glob(Files, "*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	texts := make(map[string]string, len(names))
	for _, name := range names {
		raw, err := Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = string(raw)
	}
	return texts
}

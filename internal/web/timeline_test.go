package web_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/readout/readout"
)

// outline is the headings and lines of a timeline.
func (p page) outline() []string {
	var out []string
	for _, n := range p.elements(func(n *html.Node) bool {
		return n.Data == "h2" || n.Data == "h3" || n.Data == "li" && hasClass(n, "event")
	}) {
		switch n.Data {
		case "h2":
			out = append(out, "# "+plain(textOf(n)))
		case "h3":
			out = append(out, "## "+plain(textOf(n)))
		default:
			first := n.FirstChild
			for first.Type != html.ElementNode {
				first = first.NextSibling
			}
			out = append(out, plain(textOf(first)))
		}
	}
	return out
}

// dated is a record of meetings on the dates.
func dated(dates ...string) readout.Record {
	a := articleOf("Many meetings", "", "They met.")
	r := readout.Record{Article: a}
	for i, d := range dates {
		m := readout.Meeting{Entry: entryOf(readout.KindMeeting, a, "They met"), Status: readout.Held, Participants: []readout.ActorRef{berg, salmi}}
		m.ID += string(rune('a' + i))
		if d != "" {
			m.Date = dateOf(d)
		}
		r.Meetings = append(r.Meetings, m)
	}
	return r
}

func TestTimelineShowsTheWholeLedger(t *testing.T) {
	p := siteOf(t, &memory{records: []readout.Record{sample()}}).get(t, "/timeline")
	want := []string{
		"# May 2024", "## Tue 14 May", "meeting held Astrid Berg · Eero Salmi, Tromsø, 2 h",
		"# March 2024", "## day not said", "incident Norway – Finland, seized boats, visit postponed",
		"visit postponed Eero Salmi to Norway",
		"# Undated", "## date not said", "agreement agreed Norway – Finland",
		"meeting planned Astrid Berg · Eero Salmi, Helsinki",
	}
	if diff := cmp.Diff(want, p.outline()); diff != "" {
		t.Errorf("timeline (-want +got):\n%s", diff)
	}
	checkLinks(t, p)
	checkSafe(t, p)
}

func TestTimelineOrdersDatesOfEveryPrecision(t *testing.T) {
	r := dated("", "2023-06-19", "2023", "2023-06", "2023-06-18/2023-06-19", "2023-01-01", "2022-12-30/2023-01-02", "2021/2022", "2023-06-18")
	var got []string
	for _, line := range siteOf(t, &memory{records: []readout.Record{r}}).get(t, "/timeline").outline() {
		if strings.HasPrefix(line, "#") {
			got = append(got, line)
		}
	}
	want := []string{
		"# June 2023", "## Mon 19 June", "## 18–19 June", "## Sun 18 June", "## day not said",
		"# January 2023", "## Sun 1 January", "# 2023", "## month not said",
		"# December 2022", "## 30 December 2022 – 2 January 2023", "# 2021", "## 2021–2022", "# Undated", "## date not said",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
}

func TestTimelineOfAnActorOrCountry(t *testing.T) {
	s := siteOf(t, &memory{records: []readout.Record{sample(), dated("2020-01-01")}})
	for _, c := range []struct {
		name, query, heading string
		lines                int
	}{
		{"nobody asked for", "", "Timeline", 6},
		{"a country and all its actors", "?with=NOR", "Timeline: Norway", 6},
		{"a person", "?with=person:eero-salmi", "Timeline: Eero Salmi", 4},
		{"a country and a person of another", "?with=NOR&with=person:eero-salmi", "Timeline: Norway – Eero Salmi", 4},
		{"the same twice", "?with=FIN&with=FIN", "Timeline: Finland", 6},
		{"empty boxes of the form", "?with=&with=", "Timeline", 6},
		{"someone the ledger does not know", "?with=nobody", "Timeline: nobody", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := s.get(t, "/timeline"+c.query)
			if got := len(p.elements(func(n *html.Node) bool { return hasClass(n, "event") })); got != c.lines {
				t.Errorf("%d lines, want %d", got, c.lines)
			}
			if h := p.elements(func(n *html.Node) bool { return n.Data == "h1" }); textOf(h[0]) != c.heading {
				t.Errorf("heading %q, want %q", textOf(h[0]), c.heading)
			}
		})
	}
}

func TestTimelineLinksLeadToThePlaceInTheArticle(t *testing.T) {
	for name, r := range map[string]readout.Record{"words in the text": sample(), "words that are not": strayEvidence()} {
		s := siteOf(t, &memory{records: []readout.Record{r}})
		links := s.get(t, "/timeline").elements(func(n *html.Node) bool { return strings.HasPrefix(attr(n, "href"), "/article/") })
		if len(links) < 5 {
			t.Errorf("%s: %d links to articles", name, len(links))
		}
		for _, n := range links {
			address, id, _ := strings.Cut(attr(n, "href"), "#")
			if s.get(t, address).byID(id) == nil {
				t.Errorf("%s: link %q leads nowhere", name, attr(n, "href"))
			}
		}
	}
}

func TestLongTimelineComesInPages(t *testing.T) {
	var dates []string
	for range 300 {
		dates = append(dates, "2023-06-19")
	}
	s := siteOf(t, &memory{records: []readout.Record{dated(dates...)}})
	for address, want := range map[string]int{"/timeline?with=NOR": 250, "/timeline?with=NOR&page=2": 50} {
		p := s.get(t, address)
		if got := len(p.elements(func(n *html.Node) bool { return hasClass(n, "event") })); got != want {
			t.Errorf("%s: %d lines, want %d", address, got, want)
		}
		for _, n := range p.elements(func(n *html.Node) bool { return attr(n, "rel") == "next" }) {
			if attr(n, "href") != "/timeline?page=2&with=NOR" {
				t.Errorf("%s: the next page is %q", address, attr(n, "href"))
			}
		}
	}
}

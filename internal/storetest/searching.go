package storetest

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/store"
)

// searches looks for words in samples 0 to 2.
func searches(t *testing.T, s Store) {
	add(t, s, samples(3)...)
	tests := []struct {
		name, words string
		want        []string // sample and paragraph
	}{
		{"a word", "geneva", []string{"0¶1", "1¶1", "2¶1"}},
		{"words in any order and case", "ENVOY received The", []string{"0¶1", "1¶1", "2¶1"}},
		{"all words must stand there", "geneva poaching", nil},
		{"a word of one title", `"round 2"`, []string{"2¶0"}},
		{"a phrase", `"follow through"`, []string{"0¶2", "1¶2", "2¶2"}},
		{"a phrase that nobody used", `"through follow"`, nil},
		{"a phrase and a word", `"follow through" 1`, []string{"1¶2"}},
		{"curly quotation marks", `“quota 1”`, []string{"1¶2"}},
		{"a quotation mark left open", `"quota 1`, []string{"1¶2"}},
		{"the start of a word", "poach*", []string{"0¶3", "1¶3", "2¶3"}},
		{"the start of a phrase's last word", `"two por"*`, []string{"0¶3", "1¶3", "2¶3"}},
		{"no start of a word without a star", "poach", nil},
		{"a hyphen joins", "follow-through", []string{"0¶2", "1¶2", "2¶2"}},
		{"accents do not count", "cafe", []string{"0¶2", "1¶2", "2¶2"}},
		{"signs of markup are signs like others", "<was> full & warm", []string{"0¶2", "1¶2", "2¶2"}},
		{"a speaker with his words", "poaching Kenya", []string{"1¶3"}},
		{"operators are words", "geneva OR ports", nil},
		{"NOT is a word", "geneva NOT ports", nil},
		{"column names are words", "text:geneva", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			hits, err := s.Search(t.Context(), test.words, 0)
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]bool{}
			for _, h := range hits {
				name := strings.TrimSuffix(strings.TrimPrefix(articleName(t, s, h.Article.ID), "sample-"), ".txt")
				got[fmt.Sprintf("%s¶%d", name, h.Paragraph)] = true
			}
			want := map[string]bool{}
			for _, w := range test.want {
				want[w] = true
			}
			if diff := cmp.Diff(want, got); diff != "" || len(hits) != len(test.want) {
				t.Errorf("%d hits (-want +got):\n%s", len(hits), diff)
			}
			few, err := s.Search(t.Context(), test.words, 2)
			if err != nil || len(few) != min(2, len(hits)) || len(few) > 0 && !reflect.DeepEqual(few, hits[:len(few)]) {
				t.Errorf("with a limit of 2: %+v, %v; want the first of %+v", few, err, hits)
			}
			for i := 1; i < len(hits); i++ {
				if hits[i-1].Rank > hits[i].Rank {
					t.Errorf("hit %d is better than the one before", i)
				}
			}
		})
	}
}

func hitInFull(t *testing.T, s Store) {
	r := Sample(0)
	add(t, s, r)
	hits, err := s.Search(t.Context(), `"follow through" quota`, 0)
	if err != nil || len(hits) != 1 {
		t.Fatalf("%d hits, %v; want 1", len(hits), err)
	}
	h := hits[0]
	var marked []string
	for _, m := range h.Snippet.Marks {
		marked = append(marked, h.Snippet.Text[m.Start:m.End])
	}
	if strings.Join(marked, " ") != "follow through quota" {
		t.Errorf("marked %q in %q", marked, h.Snippet.Text)
	}
	h.Snippet, h.Rank = store.Snippet{}, 0
	want := store.Hit{
		Article: store.SourceOf(r.Article), Kind: readout.Body, Paragraph: 2, Statements: []string{r.Statements[0].ID},
	}
	if !reflect.DeepEqual(h, want) {
		t.Errorf("got %+v\nwant %+v", h, want)
	}
}

// hitOrder looks for words that all samples say in like paragraphs.
func hitOrder(t *testing.T, s Store) {
	add(t, s, samples(12)...)
	hits, err := s.Search(t.Context(), "geneva", 0)
	if err != nil || len(hits) != 12 {
		t.Fatalf("%d hits, %v; want 12", len(hits), err)
	}
	for i := 1; i < len(hits); i++ {
		a, b := hits[i-1], hits[i]
		if a.Rank != b.Rank {
			t.Errorf("hits of like paragraphs have ranks %v and %v", a.Rank, b.Rank)
		}
		if !before(store.Summary{Source: a.Article}, store.Summary{Source: b.Article}) {
			t.Errorf("article %s of %q stands before %s of %q", a.Article.ID, a.Article.Published, b.Article.ID, b.Article.Published)
		}
	}
}

func hostileSearches(t *testing.T, s Store) {
	add(t, s, Sample(0))
	var many strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&many, "word%d ", i)
	}
	for _, words := range []string{
		"", " ", `"`, `""`, `"""`, `" "`, "*", "**", `"*`, "*geneva", "geneva**", "^geneva", "-geneva", "geneva -", "+", "NEAR(", "NEAR(a b, 2)",
		"a OR", "OR", "AND", "NOT", "a AND", "(", ")", "((((", "text:", "{text}:a", "text : a", ":", "'", "';drop table article;--", `\`, `\"`, "%", "_",
		"\x00", "gen\x00eva", "geneva\x00", "\xff\xfe", "\x01\x02", "🐟", "🐟 geneva", "geneva🐟*", "é", "e\u0301", "日本", "\u202e", "a\nb\tc",
		"!geneva", "a & | b", "<->", "geneva:*", strings.Repeat("geneva ", 10_000), many.String(), strings.Repeat("a", 100_000),
		`"` + many.String() + `"`, strings.Repeat("(", 10_000), strings.Repeat(`"a" `, 10_000) + "*",
	} {
		if _, err := s.Search(t.Context(), words, 5); err != nil {
			t.Errorf("Search(%.40q): %.200v", words, err)
		}
	}
}

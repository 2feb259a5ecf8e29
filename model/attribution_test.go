package model

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/readout/readout/examples"
)

func attributions(t testing.TB) *Attributions {
	t.Helper()
	n, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	a, err := LoadAttributions(n)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestAttributions(t *testing.T) {
	d := segmented("“The border is open,” the minister said on Monday. Critics fear that the road will be closed again.")
	attributions(t).Annotate(d)
	words := func(tokens []int) string {
		var out []string
		for _, i := range tokens {
			out = append(out, d.Word(i))
		}
		return strings.Join(out, " ")
	}
	var got []string
	for _, a := range d.Attributions {
		got = append(got, words(a.Source)+" | "+words(a.Cue)+" | "+words(a.Content))
	}
	want := []string{"the minister | said | “ The border is open , ”", "Critics | fear | that the road will be closed again"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// What one document leaves in the memory of a state must not show in the next, and one of too many words is read without.
func TestAttributionsOfOneDocumentAfterAnother(t *testing.T) {
	a := attributions(t)
	first := segmented("The minister said the border was open.")
	a.Annotate(first)
	long := segmented(strings.Repeat("The minister said the border was open. ", longest/7))
	if a.Annotate(long); long.Attributions != nil || long.Tokens[0].UPOS == "" {
		t.Errorf("a document of %d words: %d attributions", len(long.Tokens), len(long.Attributions))
	}
	again := segmented("The minister said the border was open.")
	a.Annotate(again)
	if len(first.Attributions) != 1 || !slices.Equal(first.Attributions[0].Content, again.Attributions[0].Content) {
		t.Errorf("first %v, again %v", first.Attributions, again.Attributions)
	}
}

func BenchmarkAttributions(b *testing.B) {
	a := attributions(b)
	s, err := fs.ReadFile(examples.Files, "2023-02-20-munich-wang-blinken.txt")
	if err != nil {
		b.Fatal(err)
	}
	d := segmented(string(s))
	b.Run("with", func(b *testing.B) {
		for b.Loop() {
			a.Annotate(d)
		}
	})
	b.Run("without", func(b *testing.B) {
		for b.Loop() {
			a.language.Annotate(d)
		}
	})
}

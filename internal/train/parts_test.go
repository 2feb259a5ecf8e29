package train

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/readout/readout/internal/text"
)

func conllu(t *testing.T, s string) *text.Doc {
	t.Helper()
	d, err := text.ReadCoNLLU(strings.NewReader(strings.ReplaceAll(s, " ", "\t")))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const twoSentences = "1 She she PRON PRP _ 2 nsubj _ _\n2 left leave VERB VBD _ 0 root _ _\n3 Oslo Oslo PROPN NNP _ 2 obj _ _\n\n" +
	"1 He he PRON PRP _ 2 nsubj:pass _ _\n2 left leave VERB VBN _ 0 root _ _\n\n"

const otherTrees = "1 She she PRON PRP _ 2 nsubj _ _\n2 left leave VERB VBD _ 0 root _ _\n3 Oslo Oslo PROPN NNP _ 2 obl _ _\n\n" +
	"1 He he PRON PRP _ 0 root _ _\n2 left leave VERB VBD _ 1 acl _ _\n\n"

func TestRelationsAreCountedByTheirUniversalPart(t *testing.T) {
	got := Relations(conllu(t, twoSentences), conllu(t, otherTrees))
	want := []RelationScore{{"nsubj", 2, 1, 1}, {"root", 2, 2, 1}, {"obj", 1, 0, 0}, {"acl", 0, 1, 0}, {"obl", 0, 1, 0}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
}

func TestGenresAreToldByTheIDsOfDocuments(t *testing.T) {
	gold, got := conllu(t, twoSentences), conllu(t, otherTrees)
	gold.Sentences[0].Comments = []string{"newdoc id = GUM_news_oslo"}
	gold.Sentences[1].Comments = []string{"newdoc id = weblog-x.com_1"}
	want := []GenreScore{
		{"news", Accuracy{Words: 3, UPOS: 3, XPOS: 3, Feats: 3, Lemma: 3, UAS: 3, LAS: 2}},
		{"weblog", Accuracy{Words: 2, UPOS: 2, XPOS: 1, Feats: 2, Lemma: 2}},
	}
	if diff := cmp.Diff(want, Genres(gold, got)); diff != "" {
		t.Errorf("genres (-want +got):\n%s", diff)
	}
}

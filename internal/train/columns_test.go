package train

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestColumnsAreReadAndTagsWrittenBack(t *testing.T) {
	in := "Anna\tB-politician\nBerg\tI-politician\nof\tO\nLima\tI-location\n\n\nYes\tO\r\n"
	got, err := ReadColumns(strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Doc.Text != "Anna Berg of Lima " || got[1].Doc.Text != "Yes " {
		t.Fatalf("got %+v", got)
	}
	if diff := cmp.Diff([]Tagged{{0, 2, "politician"}, {3, 4, "location"}}, got[0].Spans()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"B-politician", "I-politician", "O", "B-location"}, BIO(got[0].Spans(), 4)); diff != "" {
		t.Error(diff)
	}
	if !IsCrossNER(got) {
		t.Error("types of CrossNER are not known as such")
	}
}

func TestColumnsMayBePartedByBlanksOrBeWordsAlone(t *testing.T) {
	got, err := ReadColumns(strings.NewReader("Anna NNP B-PER\nleft VBD O\n\nAlone\n"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"B-PER", "O"}, got[0].Tags); diff != "" {
		t.Error(diff)
	}
	if got[1].Tags[0] != "O" || IsCrossNER(got) {
		t.Errorf("got %+v", got[1])
	}
}

func TestAColumnErrorNamesTheLine(t *testing.T) {
	_, err := ReadColumns(strings.NewReader("Anna\tO\n\tO\n"))
	var column *ColumnError
	if !errors.As(err, &column) || column.Line != 2 {
		t.Errorf("got %v", err)
	}
}

func FuzzReadColumns(f *testing.F) {
	f.Add("Anna\tB-politician\n\nof O\n")
	f.Fuzz(func(t *testing.T, s string) {
		sentences, err := ReadColumns(strings.NewReader(s))
		if err != nil {
			return
		}
		for _, c := range sentences {
			BIO(c.Spans(), len(c.Rows))
			if len(c.Doc.Tokens) != len(c.Rows) {
				t.Errorf("%d words in %d rows", len(c.Doc.Tokens), len(c.Rows))
			}
		}
	})
}

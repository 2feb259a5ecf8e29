package score

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNamesCountByExactTokensAndType(t *testing.T) {
	gold := []Name{{0, 0, 2, "person"}, {0, 5, 6, "place"}, {1, 0, 2, "person"}, {0, 0, 2, "person"}}
	got := []Name{{0, 0, 2, "person"}, {0, 5, 6, "person"}, {1, 1, 2, "person"}, {1, 1, 2, "person"}}
	of, missed, invented := Names(gold, got)
	want := map[string]Counts{"person": {Gold: 2, Found: 1, Missed: 1, Invented: 2}, "place": {Gold: 1, Missed: 1}}
	if diff := cmp.Diff(want, of); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Name{{0, 5, 6, "place"}, {1, 0, 2, "person"}}, missed); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Name{{0, 5, 6, "person"}, {1, 1, 2, "person"}}, invented); diff != "" {
		t.Error(diff)
	}
}

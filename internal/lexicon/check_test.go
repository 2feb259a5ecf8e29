package lexicon

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// own is a folder of own tables of a file each.
func own(files map[string]string) fstest.MapFS {
	dir := fstest.MapFS{}
	for name, rows := range files {
		dir[name] = &fstest.MapFile{Data: []byte(rows)}
	}
	return dir
}

const (
	personsHead = "# name\taliases\tcountry\toffice\tclass\tbody\tfrom\tto\n"
	statesHead  = "# code\tname\taliases\tdemonyms\tcapitals\tstatus\n"
)

func TestOwnRowsAddAndReplace(t *testing.T) {
	l, err := Read(small(), own(map[string]string{
		"persons.tsv":     personsHead + "John Smith\t\tTCD\tPresident\thead_of_state\t\t2020\t2021-05\nAnna Berg\t\tTCD\tPresident\thead_of_state\t\t2021-05\t\n",
		"states.tsv":      statesHead + "XKX\tKosovo\t\tKosovar\tPristina\tstate\n",
		"state-names.tsv": "# code\taliases\tdemonyms\nTCD\tTchad\t\n",
		"places.tsv":      "# name\taliases\tcountry\tkind\tlat\tlon\nBergen\t\tNOR\tcity\t10\t20\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC)
	if h := l.Holders("TCD", "head_of_state", day); len(h) != 1 || h[0].Name != "Anna Berg" {
		t.Errorf("in office: %+v, want Anna Berg alone", h)
	}
	for words, id := range map[string]string{"Kosovo": "XKX", "Tchad": "TCD", "Chad": "TCD"} {
		if terms, _ := l.Match([]string{words}, 0); len(terms) != 1 || terms[0].ID != id {
			t.Errorf("%s: terms %+v, want %s", words, terms, id)
		}
	}
	if p, _ := l.PlaceNamed("Bergen", "NOR"); p.Lat != 10 {
		t.Errorf("Bergen is at %v degrees north, want the own row's 10", p.Lat)
	}
	if v := l.Versions(); !slices.ContainsFunc(v, func(s string) bool { return strings.HasPrefix(s, "own/persons.tsv@") }) {
		t.Errorf("versions %v name no own table", v)
	}
}

func TestAnOwnRowAmissIsNamed(t *testing.T) {
	_, err := Read(small(), own(map[string]string{"states.tsv": statesHead + "XKX\tKosovo\t\tKosovar\tPristina\tcountry\n"}))
	if err == nil || !strings.Contains(err.Error(), `states.tsv: line 2: column status: want state, territory, not "country"`) {
		t.Errorf("error %v", err)
	}
}

func TestCheckNamesEveryProblem(t *testing.T) {
	r, err := Check(own(map[string]string{
		"persons.tsv": personsHead +
			"Anna Berg\t\tQQQ\tMinister\tforeign_minister\t\t2021\t\n" +
			"Anna Berg\t\tNOR\tMinister\tforeign_minister\t\t2021-13\t\n" +
			"Anna Berg\t\tNOR\tMinister\tgardener\t\t2021\t\n" +
			"Anna Berg\tA. Berg||B\tNOR\tMinister\tforeign_minister\t\t2021\t\n" +
			"Anna Berg\tNOR\n" +
			"Ole Dal\t\tNOR\tMinister\tforeign_minister\t\t2021\t2020\n" +
			"Ole Dal\t\tNOR\tMinister\tforeign_minister\t\t2023\t\n" +
			"Ole Dal\t\tNOR\tMinister\tforeign_minister\t\t2023\t\n" +
			"Kari Lund\t\tNOR\tPrime Minister\thead_of_government\t\t2022-03\t2022-05\n" +
			"Per Lund\t\tNOR\tPrime Minister\thead_of_government\t\t2022-04-01\t2022-04-20\n",
		"places.tsv": "# name\taliases\tcountry\tkind\tlat\tlon\nBergen\t\tNOR\tcity\t91\t5\n",
		"people.tsv": "# name\n",
		"seats.tsv":  "# name\tcountry\nFort\tNOR\n",
		"notes.txt":  "not a table",
	}))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range r.Problems {
		got = append(got, p.Error())
	}
	for _, want := range []string{
		`persons.tsv: line 2: no state "QQQ"`, "persons.tsv: line 3: column from", `persons.tsv: line 4: column class: no role of roles.tsv is of class "gardener"`,
		"persons.tsv: line 5: column aliases", "persons.tsv: line 6: want 8 columns, found 2", "persons.tsv: line 7: Ole Dal holds the office to 2020, before 2021",
		"persons.tsv: line 9: \"Ole Dal / NOR / Minister /  / 2023\" stands in line 8 as well", "persons.tsv: line 10: Kari Lund is Prime Minister of NOR from 2022-03-31",
		"persons.tsv: line 11: Per Lund is Prime Minister of NOR from 2022-04-01", "places.tsv: line 2: bad latitude", "people.tsv: no table has this name", "seats.tsv: line 2: the comment before the first row",
	} {
		if !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, want) }) {
			t.Errorf("no problem says %q; they are\n%s", want, strings.Join(got, "\n"))
		}
	}
}

func TestCheckCountsRows(t *testing.T) {
	r, err := Check(own(map[string]string{
		"organisations.tsv": "# name\taliases\tcountry\tsort\tcased\nXinhua\t\tCHN\tmedia\t\nLake Union\tLU\t\tbloc\t\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	if want := (Tally{"organisations.tsv", 1, 1}); len(r.Tables) != 1 || r.Tables[0] != want || len(r.Problems) > 0 {
		t.Errorf("report %+v, want %+v and no problem", r, want)
	}
	if r, err = Check(own(nil)); err != nil || len(r.Problems) != 1 {
		t.Errorf("an empty folder: %+v, %v; want one problem", r, err)
	}
}

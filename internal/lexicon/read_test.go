package lexicon

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// small is a set of tables of a few rows each.
func small() fstest.MapFS {
	file := func(rows ...string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(strings.Join(rows, "\n") + "\n")}
	}
	return fstest.MapFS{
		"states.tsv":        file("# States.", "# code\tname\taliases\tdemonyms\tcapitals\tstatus", "NOR\tNorway\tKingdom of Norway\tNorwegian\tOslo\tstate", "TCD\tChad\t\tChadian\tN'Djamena\tstate", "ABW\tAruba\t\tAruban\tOranjestad\tterritory"),
		"past-states.tsv":   file("# code\tname\taliases\tdemonyms\tcapitals\tstatus", "SUN\tSoviet Union\tUSSR\t\t\tpast"),
		"state-names.tsv":   file("# code\taliases\tdemonyms", "NOR\t\tNorwegians"),
		"seats.tsv":         file("# name\tcountry\tkind\tbody", "Royal Palace\tNOR\tbuilding\t", "Fort\tTCD\tcity\tLake Union"),
		"ministries.tsv":    file("# phrase\tname\tfunction", "foreign ministry\tForeign Ministry\tforeign"),
		"roles.tsv":         file("# phrases\tname\tclass\tsort", "president|state president\tPresident\thead_of_state\toffice"),
		"org-words.tsv":     file("# word\tsort", "Institute\tthinktank"),
		"organisations.tsv": file("# name\taliases\tcountry\tsort\tcased", "Lake Union\tLU\t\tbloc\t"),
		"places.tsv":        file("# name\taliases\tcountry\tkind\tlat\tlon", "Bergen\tBjørgvin\tNOR\tcity\t60.4\t5.3"),
		"sectors.tsv":       file("# class\tsector", "bloc\tIGO"),
		"body-codes.tsv":    file("# organisation\tcode", "Lake Union\tIGOLAK"),
		"issues.tsv":        file("# name\tphrases\tcontexts", "Tides\ttides|tidal power|Tide Pact\tenvironment", "Power\tpower\tnatural_resource"),
		"persons.tsv":       file("# name\taliases\tcountry\toffice\tclass\tbody\tfrom\tto", "John Smith\tJ. Smith\tNOR\tPresident\thead_of_state\t\t2020-01\t2024-06-30", "John Smith\t\tTCD\tPresident\thead_of_state\t\t2020\t"),
	}
}

func TestSmallTablesAreRead(t *testing.T) {
	l, err := Read(small())
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{
		"Norway": "state NOR", "Kingdom of Norway": "state NOR", "Norwegian": "demonym NOR", "Norwegians": "demonym NOR", "Oslo": "seat NOR", "Royal Palace": "seat NOR",
		"Aruba": "place place:aruba:ABW", "foreign ministry": "ministry foreign", "Foreign Ministry": "ministry foreign", "state president": "role head_of_state",
		"LU": "organisation organisation:lake-union", "Bjørgvin": "place place:bergen:NOR",
	} {
		terms, n := l.Match(strings.Fields(words), 0)
		if n != len(strings.Fields(words)) || len(terms) != 1 || string(terms[0].Kind)+" "+terms[0].ID != want {
			t.Errorf("%q: %d words, terms %+v, want %s", words, n, terms, want)
		}
	}
	for _, words := range []string{"norway", "lu", "Kingdom", "Fort", "nothing"} {
		if terms, n := l.Match(strings.Fields(words), 0); n != 0 {
			t.Errorf("%q: terms %+v, want none", words, terms)
		}
	}
}

func TestTwoPeopleOfOneNameInTwoStatesAreTwo(t *testing.T) {
	l, err := Read(small())
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, p := range l.Short("Smith") {
		ids = append(ids, p.ID)
	}
	if want := []string{"person:john-smith", "person:john-smith:tcd"}; !slices.Equal(ids, want) {
		t.Errorf("Smith is %v, want %v", ids, want)
	}
}

// A damage is a change to one table, and what the error must say.
type damage struct{ file, from, to, want string }

func TestDamagedTablesSayWhatAndWhere(t *testing.T) {
	for name, d := range map[string]damage{
		"a column is missing in a row":     {"seats.tsv", "Royal Palace\tNOR\tbuilding\t", "Royal Palace\tNOR\tbuilding", "read seats.tsv: line 2: want 4 columns, found 3"},
		"a column too many":                {"roles.tsv", "\toffice", "\toffice\t", "read roles.tsv: line 2: want 4 columns, found 5"},
		"the header names other columns":   {"places.tsv", "lat\tlon", "lon\tlat", "read places.tsv: line 2: the comment before the first row must name the columns name, aliases, country, kind, lat, lon"},
		"there is no header":               {"org-words.tsv", "# word\tsort\n", "", "read org-words.tsv: line 1: the comment before the first row must name the columns"},
		"a code that is no code":           {"states.tsv", "TCD", "Td", `read states.tsv: line 4: want an ISO 3166-1 alpha-3 code, not "Td"`},
		"a state twice":                    {"states.tsv", "TCD", "NOR", `read states.tsv: line 4: state "NOR" stands twice`},
		"names of a state nobody knows":    {"state-names.tsv", "NOR", "NOX", `read state-names.tsv: line 2: no state "NOX" in states.tsv`},
		"a seat in a state nobody knows":   {"seats.tsv", "\tNOR", "\tNOX", `read seats.tsv: line 2: no state "NOX" in states.tsv`},
		"an organisation of no state":      {"organisations.tsv", "\tLU\t\t", "\tLU\tNOX\t", `read organisations.tsv: line 2: no state "NOX" in states.tsv`},
		"an organisation twice":            {"organisations.tsv", "Lake Union\tLU\t\tbloc\t", "Lake Union\tLU\t\tbloc\t\nLake Union\t\t\tbloc\t", `read organisations.tsv: line 3: organisation "Lake Union" stands twice`},
		"a latitude that is none":          {"places.tsv", "60.4", "north", `read places.tsv: line 2: bad latitude "north"`},
		"a latitude beyond the pole":       {"places.tsv", "60.4", "90.5", `read places.tsv: line 2: bad latitude "90.5"`},
		"a longitude beyond the date line": {"places.tsv", "5.3", "-181", `read places.tsv: line 2: bad longitude "-181"`},
		"a person of no state":             {"persons.tsv", "\tTCD", "\tTCX", `read persons.tsv: line 3: no state "TCX" in states.tsv`},
		"a day that is none":               {"persons.tsv", "2024-06-30", "2024-06-31", `read persons.tsv: line 2: column to: read date "2024-06-31"`},
		"a year with words":                {"persons.tsv", "2020-01", "early 2020", `read persons.tsv: line 2: column from: read date "early 2020"`},
		"an office that ends first":        {"persons.tsv", "2024-06-30", "2019", "read persons.tsv: line 2: John Smith holds the office to 2019, before 2020-01"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := small()
			before := string(dir[d.file].Data)
			dir[d.file] = &fstest.MapFile{Data: []byte(strings.Replace(before, d.from, d.to, 1))}
			if string(dir[d.file].Data) == before {
				t.Fatalf("the damage changes nothing: %q does not stand in %s", d.from, d.file)
			}
			_, err := Read(dir)
			if err == nil || !strings.Contains(err.Error(), d.want) {
				t.Errorf("error %v, want one with %q", err, d.want)
			}
		})
	}
}

func TestATableThatIsMissingIsNamed(t *testing.T) {
	for file := range small() {
		dir := small()
		delete(dir, file)
		if _, err := Read(dir); err == nil || !strings.Contains(err.Error(), "read "+file) {
			t.Errorf("without %s: error %v", file, err)
		}
	}
}

func TestTablesOfCommentsAloneAreEmpty(t *testing.T) {
	dir := small()
	for file := range dir {
		dir[file] = &fstest.MapFile{Data: []byte("# nothing yet\n\n")}
	}
	l, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, n := l.Match([]string{"Norway"}, 0); n != 0 {
		t.Error("an empty lexicon knows Norway")
	}
}

func TestVersionsNameTheTablesByTheirContent(t *testing.T) {
	one, err := Read(small())
	if err != nil {
		t.Fatal(err)
	}
	dir := small()
	dir["roles.tsv"].Data = append(dir["roles.tsv"].Data, "# a comment\n"...)
	two, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := one.Versions(), two.Versions(); len(a) != len(small()) || !slices.IsSorted(a) || slices.Equal(a, b) {
		t.Errorf("versions %v and, with another table of roles, %v", a, b)
	}
}

func TestAPersonWithoutANameIsRefused(t *testing.T) {
	for name, row := range map[string]string{
		"no name":           "\t\tNOR\tPresident\thead_of_state\t\t2020\t",
		"an empty alias":    "John Smith\tJ. Smith|\tNOR\tPresident\thead_of_state\t\t2020\t",
		"an alias of blank": "John Smith\t \u00a0 |J. Smith\tNOR\tPresident\thead_of_state\t\t2020\t",
	} {
		t.Run(name, func(t *testing.T) {
			dir := small()
			dir["persons.tsv"].Data = []byte("# name\taliases\tcountry\toffice\tclass\tbody\tfrom\tto\n" + row + "\n")
			if _, err := Read(dir); err == nil || !strings.Contains(err.Error(), "persons.tsv: line 2") {
				t.Errorf("error %v, want one that names the line", err)
			}
		})
	}
}

// FuzzRead reads any bytes as the table of persons. No table may panic; an error names the file; what is read can be asked for.
func FuzzRead(f *testing.F) {
	rows, err := fs.ReadFile(small(), "persons.tsv")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(rows)
	f.Add([]byte("# name\taliases\tcountry\toffice\tclass\tbody\tfrom\tto\n\t||\t\t\t\t\t\t\n"))
	f.Add([]byte("# name\taliases\tcountry\toffice\tclass\tbody\tfrom\tto\nKing .\tII|’|I I\tNOR\t\t\t\t9999\t9999\r\n"))
	f.Add([]byte("\xff\x00\t\t\t\t\t\t\t"))
	f.Fuzz(func(t *testing.T, table []byte) {
		dir := maps.Clone(small())
		dir["persons.tsv"] = &fstest.MapFile{Data: table}
		l, err := Read(dir)
		if err != nil {
			if !strings.Contains(err.Error(), "persons.tsv: line ") {
				t.Errorf("error %v names no line", err)
			}
			return
		}
		for _, p := range l.persons {
			if have, ok := l.Person(p.ID); !ok || len(have.Offices) == 0 {
				t.Errorf("person %q is read and not found", p.ID)
			}
			for _, o := range p.Offices {
				if !o.To.IsZero() && o.To.Before(o.From) {
					t.Errorf("person %q ends in office before beginning", p.ID)
				}
			}
		}
	})
}

package actor_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/readout/readout"
	"github.com/readout/readout/internal/actor"
	"github.com/readout/readout/internal/codedtest"
	"github.com/readout/readout/internal/lexicon"
	"github.com/readout/readout/internal/text"
	"testing/fstest"
)

// withNamesakes codes a text with two presidents of one name in the tables.
func withNamesakes(t *testing.T, words string) *text.Doc {
	t.Helper()
	lex, err := lexicon.Load(fstest.MapFS{"persons.tsv": {Data: []byte("# name\taliases\tcountry\toffice\tclass\tbody\tfrom\tto\n" +
		"Alma Quell\t\tNOR\tPresident\thead_of_state\t\t2020\t\n" +
		"Alma Quell\t\tTCD\tForeign Minister\tforeign_minister\t\t2020\t\n")}})
	if err != nil {
		t.Fatal(err)
	}
	d := codedtest.Doc(t, codedtest.Monday, words)
	actor.New(lex).Resolve(d)
	return d
}

func TestNamesakes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Alma Quell spoke.", "Alma Quell () unsure: NOR 0.5, TCD 0.5"},
		{"Norwegian President Alma Quell spoke.", "Alma Quell (NOR)"},
		{"Chad said that Alma Quell had come.", "Alma Quell (TCD): TCD 0.57, NOR 0.43"},
	} {
		var got []string
		for _, a := range withNamesakes(t, c.text).Actors {
			if a.Kind == readout.Person {
				line := fmt.Sprintf("%s (%s)", a.Name, a.Country)
				if a.Unsure {
					line += " unsure"
				}
				var shares []string
				for _, k := range a.Candidates {
					shares = append(shares, fmt.Sprintf("%s %v", k.Country, k.Score))
				}
				if shares != nil {
					line += ": " + strings.Join(shares, ", ")
				}
				got = append(got, line)
			}
		}
		if s := strings.Join(got, "\n"); s != c.want {
			t.Errorf("%q: actors %s, want %s", c.text, s, c.want)
		}
	}
}

func TestAStateOfASharedNameIsUnsure(t *testing.T) {
	for words, unsure := range map[string]bool{"Congo spoke.": true, "The Democratic Republic of Congo asked for talks. Congo then left.": false, "Norway spoke.": false} {
		d := codedtest.Doc(t, codedtest.Monday, words)
		if got := d.Actors[0].Unsure; got != unsure || unsure != (len(d.Actors[0].Candidates) == 2) {
			t.Errorf("%q: unsure %v of %v, want %v", words, got, d.Actors[0].Candidates, unsure)
		}
	}
}

func TestCodesOfActors(t *testing.T) {
	d := codedtest.Doc(t, codedtest.Monday, "Norwegian President John Smith met Chad’s army chief, Mary Jones, said the Norwegian foreign ministry. The European Union and ASEAN spoke, Xinhua reported.",
		"“No”, said Jane Doe, an analyst at the Oslo Institute.")
	var got []string
	for _, a := range d.Actors {
		got = append(got, a.Name+" "+a.Code)
	}
	all := strings.Join(got, "\n")
	for _, want := range []string{"John Smith NORGOV", "Mary Jones TCDMIL", "Chad TCD", "European Union IGOEUREEC", "ASEAN IGOSEAASN", "Xinhua CHNMED", "Jane Doe CVL"} {
		if !strings.Contains("\n"+all+"\n", "\n"+want+"\n") {
			t.Errorf("no actor %s; they are\n%s", want, all)
		}
	}
}

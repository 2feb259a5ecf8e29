package actor_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestScratch(t *testing.T) {
	b, _ := os.ReadFile("/tmp/scratch.txt")
	for _, l := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		d := coded(t, monday, strings.Split(l, "|")...)
		fmt.Println("#", l)
		for _, a := range d.Actors {
			fmt.Printf("   %s / %s / %s / %s / %s (%s)\n", a.Name, a.Kind, a.Country, a.Office, a.Class, a.Made.Rule)
		}
		for _, dd := range d.Deeds {
			fmt.Println("   D", dd.Kind, dd.Status, dd.Agreed, dd.Parties, dd.Targets, dd.Rule, dd.Date)
		}
	}
}

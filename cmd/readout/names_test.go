package main

import (
	"testing"

	"github.com/readout/readout/internal/lexicon"
)

func TestNamesOfActorsAreWhatTheLexiconKnows(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"USA": "USA", "usa": "USA", "US": "USA", "us": "USA", "the  United States": "USA", "china": "CHN", "Chinese": "CHN", "Beijing": "CHN",
		"Antony Blinken": "person:antony-blinken", "Xinhua": "organisation:xinhua",
		"person:somebody": "person:somebody", "Astrid Berg of Nowhere": "Astrid Berg of Nowhere",
	} {
		if got := actorOf(lex, name); got != want {
			t.Errorf("actorOf(%q) = %q, want %q", name, got, want)
		}
	}
}

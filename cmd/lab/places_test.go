package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestChoosePlaces(t *testing.T) {
	all := []place{
		{name: "Springfield", country: "USA", kind: "city", lat: "1", lon: "1", population: 160_000},
		{name: "Smallville", country: "USA", kind: "city", lat: "1", lon: "1", population: 15_000},
		{name: "Stresa", country: "ITA", kind: "city", lat: "1", lon: "1", population: 5_000},
		{name: "Reading", country: "GBR", kind: "city", lat: "1", lon: "1", population: 300_000},
		{name: "Geneva", country: "CHE", kind: "admin1", lat: "2", lon: "2"},
		{name: "Geneva", country: "CHE", kind: "city", lat: "1", lon: "1", population: 200_000},
		{name: "Nowhere", country: "USA", kind: "admin1"},
		{name: "Camp David", country: "USA", kind: "site", lat: "1", lon: "1", byHand: true},
		{name: "Bern", country: "CHE", kind: "capital", lat: "1", lon: "1", population: 120_000},
	}
	var got []string
	for _, p := range choosePlaces(all, nameSet{"Reading": true}, nameSet{"Stresa\tITA": true}) {
		got = append(got, p.name+" "+p.kind)
	}
	want := []string{"Bern capital", "Camp David site", "Geneva city", "Springfield city", "Stresa city"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("places, likeliest first (-want +got):\n%s", diff)
	}
}

func TestPlaceNames(t *testing.T) {
	for _, c := range []struct {
		about string
		in    place
		want  string
	}{
		{"a foreign spelling gives way to the English one", place{name: "Genève", aliases: []string{"Geneve", "Geneva"}}, "Geneva: Genève|Geneve"},
		{"a plain name stays", place{name: "Kyiv", aliases: []string{"Kiev"}}, "Kyiv: Kiev"},
		{"a name written by hand stays", place{name: "Évian", aliases: []string{"Evian"}, byHand: true}, "Évian: Evian"},
		{"a plain apostrophe is added", place{name: "Xi’an", byHand: true}, "Xi’an: Xi'an"},
		{"what is left out and what holds a bracket is no name", place{name: "Dayton", aliases: []string{"Dayton (Ohio)", "Hope"}}, "Dayton: "},
	} {
		p := c.in.inEnglish()
		if got := p.name + ": " + strings.Join(p.names(nameSet{"Hope": true}), "|"); got != c.want {
			t.Errorf("%s: want %q, got %q", c.about, c.want, got)
		}
	}
}

package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// minPopulation is the number of people from which a city of GeoNames stands in the table. Smaller cities stand there
// when they were written by hand or are listed as the scene of diplomacy or war.
const minPopulation = 150_000

const placesHeader = `# Places that news of diplomacy names: capitals, cities over 150,000 people, first-level regions, seas, straits, islands, summit places and disputed ground.
# From GeoNames (geonames.org, CC BY 4.0) and rows written by hand from the public record, 2026-11; made by "lab places --data DIR --leave-out FILE".
# country is empty on the high seas and where it is disputed; lat and lon are degrees; of several places of one name the first is the likeliest.
# name	aliases	country	kind	lat	lon
`

// place is a row of the source's places.tsv.
type place struct {
	name, country, kind, lat, lon string
	aliases                       []string
	population                    int
	byHand                        bool
}

func newPlacesCommand() *cobra.Command {
	var data, leaveOut, keep string
	cmd := &cobra.Command{
		Use: "places", Short: "Write the lexicon's table of places", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			out, err := readNames(leaveOut)
			if err != nil {
				return err
			}
			small, err := readNames(keep)
			if err != nil {
				return err
			}
			all, err := readPlaces(filepath.Join(data, "places.tsv"))
			if err != nil {
				return err
			}
			return writePlaces(cmd.OutOrStdout(), choosePlaces(all, out, small), out)
		},
	}
	cmd.Flags().StringVar(&data, "data", "", "folder of places.tsv")
	cmd.Flags().StringVar(&leaveOut, "leave-out", "internal/lexicon/tables/places-left-out.tsv", "names that are words of running text")
	cmd.Flags().StringVar(&keep, "keep", "internal/lexicon/tables/places-kept.tsv", "cities to keep whatever their size")
	return cmd
}

// nameSet holds names of places, as "name" for every country or "name\tcountry" for one.
type nameSet map[string]bool

func (l nameSet) has(name, country string) bool { return l[name] || l[name+"\t"+country] }

func readNames(file string) (nameSet, error) {
	out := nameSet{}
	err := eachRow(file, 3, func(cells []string) error {
		key := cells[0]
		if cells[1] != "" {
			key += "\t" + cells[1]
		}
		out[key] = true
		return nil
	})
	return out, err
}

func readPlaces(file string) ([]place, error) {
	var all []place
	err := eachRow(file, 8, func(cells []string) error {
		if cells[0] == "name" {
			return nil
		}
		p := place{name: cells[0], country: cells[2], kind: cells[3], lat: cells[4], lon: cells[5], byHand: cells[7] != "GeoNames"}
		if cells[1] != "" {
			p.aliases = strings.Split(cells[1], "|")
		}
		if cells[6] != "" {
			n, err := strconv.Atoi(cells[6])
			if err != nil {
				return fmt.Errorf("population %q: %w", cells[6], err)
			}
			p.population = n
		}
		all = append(all, p.inEnglish())
		return nil
	})
	return all, err
}

// inEnglish puts in the place of a name with foreign letters, such as "Genève", its last plain alias, "Geneva".
func (p place) inEnglish() place {
	for i := len(p.aliases) - 1; i >= 0 && !p.byHand && !isASCII(p.name); i-- {
		if isASCII(p.aliases[i]) {
			p.aliases = append([]string{p.name}, p.aliases...)
			p.name = p.aliases[i+1]
		}
	}
	return p
}

// eachRow calls f with the cells of each line of a table that is neither empty nor a comment.
func eachRow(file string, columns int, f func(cells []string) error) error {
	in, err := os.Open(file)
	if err != nil {
		return fmt.Errorf("read table: %w", err)
	}
	defer in.Close()
	scanner := bufio.NewScanner(in)
	for line := 1; scanner.Scan(); line++ {
		if scanner.Text() == "" || strings.HasPrefix(scanner.Text(), "#") {
			continue
		}
		cells := strings.Split(scanner.Text(), "\t")
		if len(cells) != columns {
			return fmt.Errorf("read %s: line %d: want %d columns, found %d", file, line, columns, len(cells))
		}
		if err := f(cells); err != nil {
			return fmt.Errorf("read %s: line %d: %w", file, line, err)
		}
	}
	return scanner.Err()
}

// choosePlaces returns the places of the lexicon, likeliest first: capitals, then what was written by hand, then cities
// by size, then first-level regions. A region named as a city of its country is not kept.
func choosePlaces(all []place, out, keep nameSet) []place {
	kept := slices.DeleteFunc(all, func(p place) bool {
		small := p.kind == "city" && !p.byHand && p.population < minPopulation && !keep.has(p.name, p.country)
		return small || p.lat == "" || p.lon == "" || out.has(p.name, p.country)
	})
	slices.SortStableFunc(kept, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(b.population, a.population), cmp.Compare(a.name, b.name), cmp.Compare(a.country, b.country))
	})
	taken := map[string]bool{}
	return slices.DeleteFunc(kept, func(p place) bool {
		key := p.name + "\t" + p.country
		if taken[key] {
			return true
		}
		taken[key] = true
		return false
	})
}

func (p place) rank() int {
	switch {
	case p.kind == "capital":
		return 0
	case p.byHand:
		return 1
	case p.kind == "city":
		return 2
	}
	return 3
}

func writePlaces(w io.Writer, kept []place, out nameSet) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, placesHeader)
	for _, p := range kept {
		fmt.Fprintf(b, "%s\t%s\t%s\t%s\t%s\t%s\n", p.name, strings.Join(p.names(out), "|"), p.country, p.kind, p.lat, p.lon)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write places: %w", err)
	}
	return nil
}

// names are the further names: those that may stand in running text, with the plain apostrophe too.
func (p place) names(out nameSet) []string {
	var names []string
	add := func(name string) {
		if name != p.name && !slices.Contains(names, name) && !strings.Contains(name, "(") && !out.has(name, p.country) {
			names = append(names, name)
		}
	}
	for _, name := range append([]string{p.name}, p.aliases...) {
		add(name)
		add(strings.NewReplacer("’", "'", "‘", "'").Replace(name))
	}
	return names
}

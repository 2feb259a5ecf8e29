package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// country is what we take from countries.json of github.com/mledoze/countries.
type country struct {
	Code string `json:"cca3"`
	Name struct {
		Common   string `json:"common"`
		Official string `json:"official"`
	} `json:"name"`
	Alternatives []string                     `json:"altSpellings"`
	Demonyms     map[string]map[string]string `json:"demonyms"`
	Capital      []string                     `json:"capital"`
	Independent  bool                         `json:"independent"`
}

const statesHeader = `# States and territories: code, common name, further names, demonyms, capitals.
# From github.com/mledoze/countries, countries.json, ODbL 1.0; made by "lab states --data FILE".
# Names that news uses and the source lacks stand in state-names.tsv.
# status: state, or territory = governed by a state that is another row; what governs itself counts as a state (see ownGovernment in cmd/lab).
# code	name	aliases	demonyms	capitals	status
`

// ownGovernment are the codes of those that the source does not call independent and that deal with states as states do.
var ownGovernment = []string{"TWN", "PSE", "UNK"}

func newStatesCommand() *cobra.Command {
	var data string
	cmd := &cobra.Command{
		Use: "states", Short: "Write the lexicon's table of states from countries.json", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			b, err := os.ReadFile(data)
			if err != nil {
				return fmt.Errorf("read countries: %w", err)
			}
			var all []country
			if err := json.Unmarshal(b, &all); err != nil {
				return fmt.Errorf("read %s: %w", data, err)
			}
			slices.SortFunc(all, func(a, b country) int { return cmp.Compare(a.Code, b.Code) })
			taken := map[string]bool{}
			for _, c := range all {
				for _, d := range c.demonyms() {
					taken[d] = taken[d] || c.Independent
				}
			}
			out := cmd.OutOrStdout()
			fmt.Fprint(out, statesHeader)
			for _, c := range all {
				fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t%s\n", c.Code, c.Name.Common, strings.Join(c.names(), "|"),
					strings.Join(c.ownDemonyms(taken), "|"), strings.Join(c.Capital, "|"), c.status())
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&data, "data", "", "countries.json")
	return cmd
}

// names are the further English names: those without two-letter codes and without other scripts.
func (c country) names() []string {
	var out []string
	for _, n := range append([]string{c.Name.Official}, c.Alternatives...) {
		if len(n) > 3 && strings.ToUpper(n) != n && n != c.Name.Common && isASCII(n) && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

func (c country) demonyms() []string {
	var out []string
	for _, sex := range []string{"m", "f"} {
		for d := range strings.SplitSeq(c.Demonyms["eng"][sex], ", ") {
			if d != "" && !slices.Contains(out, d) {
				out = append(out, d)
			}
		}
	}
	return out
}

// ownDemonyms leaves out of a territory's demonyms those of an independent state: "French" is of France.
func (c country) ownDemonyms(taken map[string]bool) []string {
	return slices.DeleteFunc(c.demonyms(), func(d string) bool { return !c.Independent && taken[d] })
}

func (c country) status() string {
	if c.Independent || slices.Contains(ownGovernment, c.Code) {
		return "state"
	}
	return "territory"
}

func isASCII(s string) bool {
	for _, r := range s {
		if r > 127 {
			return false
		}
	}
	return true
}
